/** A fix as it is told where no front matter is read, in a Docker Space or elsewhere: the version of Gradio is a requirement there. */
import type { Known } from '../../../library/condition.ts';
import type { Fix } from '../../../library/entry.ts';
import { type Block, type Inline, snippet } from '../../../markup/blocks.ts';
import { isElsewhere } from './for-place.ts';

/** Front matter that says no more than which Gradio is wanted. */
const GRADIO_ALONE = /^(?:[+-]?sdk: gradio\s{0,9}(?:#.{0,80})?\n)?sdk_version: ["']?(?<version>[\w.-]{1,20})["']?\s{0,9}(?:#.{0,80})?$/;

/** The fix with that line instead, where its snippets are such front matter; else as it was. */
export function forSdk(fix: Fix, { sdk, where }: Known): Fix {
  const instead = sdk === 'docker' ? 'requirements.txt' : isElsewhere(where) ? 'your environment' : null;
  if (instead === null || !fix.blocks.some(isGradioAlone)) return fix;
  return { ...fix, title: fix.title.map((inline) => elsewhere(inline, instead)), blocks: fix.blocks.map(asRequirement) };
}

function isGradioAlone(block: Block): boolean {
  return block.type === 'snippet' && GRADIO_ALONE.test(block.code);
}

function asRequirement(block: Block): Block {
  const version = block.type === 'snippet' && GRADIO_ALONE.exec(block.code)?.groups?.version;
  return version ? snippet(`gradio==${version}`, 'requirements') : block;
}

function elsewhere(inline: Inline, instead: string): Inline {
  if (typeof inline === 'string') return inline.replace('README.md', instead);
  return inline.type === 'code' && inline.text === 'README.md' ? instead : inline;
}
