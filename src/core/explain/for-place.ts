/** Lines of a requirements file, for somebody who has no Space to commit them to: the pip command that installs the same. */
import type { Block, Snippet } from '../markup/blocks.ts';
import { commandFor, type Shell } from './shell.ts';

const REQUIREMENTS = 'requirements';
const BASH = 'bash';
/** A name without a version. */
const BARE = /^[A-Za-z0-9][\w.-]*$/;
/** A caller has a script of their own to install for, wherever the Space is. */
const AT_A_PROMPT = ['local', 'cluster', 'ci', 'caller', 'colab', 'kaggle'];

/** The blocks as they are told where the log was made: a requirements snippet is a command on a laptop, a cluster or in a notebook, and commands are those of its shell. */
export function forPlace(blocks: readonly Block[], where: unknown, shell: Shell): Block[] {
  return withCommands(blocks, where).map((block) =>
    block.type === 'snippet' && block.language === BASH ? { ...block, code: commandFor(shell, block.code) } : block,
  );
}

function withCommands(blocks: readonly Block[], where: unknown): Block[] {
  if (!AT_A_PROMPT.includes(String(where))) return [...blocks];
  return blocks.map((block) => (block.type === 'snippet' && block.language === REQUIREMENTS ? asCommand(block) : block));
}

function asCommand({ code }: Snippet): Snippet {
  const lines = code.split('\n').map((line) => withoutComment(line).trim());
  const parts = lines.filter((line) => line !== '').map(quotedForShell);
  // A bare name that is installed already is left as it is without this.
  const upgrade = parts.some((part) => BARE.test(part)) ? '-U ' : '';
  return { type: 'snippet', language: BASH, code: `pip install ${upgrade}${parts.join(' ')}` };
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 ? line : line.slice(0, at);
}

/** Signs of a version mean something to a shell; an option of pip is left as it is. */
function quotedForShell(requirement: string): string {
  if (requirement.startsWith('-')) return requirement;
  return /^[\w.+:/@%-]+$/.test(requirement) ? requirement : `"${requirement}"`;
}
