/** Every message that the `spaces` package, Gradio's queue and the Hub's clients can show is recognised, or known to be seen by nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../library.ts';

/** A message as lab/messages reads it from the source; its text has {expressions} where only a run can tell. */
interface Message {
  text: string;
  title?: string;
  how: string;
  in: string;
  versions: string;
}

const lab = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../lab', name), 'utf8'));
const packages: Record<string, Message[]> = { ...lab('spaces-messages.json'), ...lab('other-messages.json') };
/** Reason → texts that no user of a Space sees, or that say nothing about it. */
const unseen: Record<string, string[]> = lab('unseen-messages.json');
const excused = new Set(Object.values(unseen).flat());

/** What stands for a {placeholder}: the first rule that its expression matches; without one, a word. */
const VALUES: [RegExp, string][] = [
  [/details_html/, '<a href="https://huggingface.co/join">Create a free account</a> to get a higher priority in ZeroGPU queues.'],
  [/details_markdown/, '[Create a free account](https://huggingface.co/join) to get a higher priority in ZeroGPU queues.'],
  [/wait/, '3:12:00'],
  [/reason_phrase/, 'Internal Server Error'],
  [/requested|duration|seconds/, '90'],
  [/left|size|max|total|count|len|num/i, '12'],
  [/token_error/, 'InvalidRepoToken'],
  [/error_cls|__name__/, 'OutOfMemoryError'],
  [/^res$|code|status/, '500'],
  [/resolve_name/, 'torch.nn.functional.linear'],
  [/path/i, '/home/user/app/out.png'],
  [/url|src|address/i, 'https://ada-demo.hf.space'],
  [/version|VERSION/, '0.46.0'],
];

/** A message as it is printed, with its placeholders filled. */
function filled(text: string): string {
  return text.replace(/\{([^{}]{0,200})\}/g, (_, expression: string) => VALUES.find(([rule]) => rule.test(expression))?.[1] ?? 'demo');
}

/** The forms in which a message is met: in the browser under its title, in a traceback, as a warning. */
function forms({ text, title, how }: Message): string[] {
  const said = filled(text);
  const raised = how.match(/^raise (\w+)$/)?.[1];
  if (title !== undefined) return [`${title}\n${said}`, `gradio.exceptions.Error: '${said}'`];
  if (raised === 'Error' || raised === 'HTMLError') return [`gradio.exceptions.Error: '${said}'`, said];
  if (raised !== undefined) return [`${raised}: ${said}`];
  if (how === 'debug') return [`SPACES_ZERO_GPU_DEBUG ${said}`];
  if (how === 'assert') return [`AssertionError: ${said}`];
  return [how === 'warn' ? `UserWarning: ${said}` : said];
}

const isRecognised = (text: string) => {
  const { findings, notices } = diagnose(text);
  return findings.length + notices.length > 0;
};

describe.each(Object.entries(packages))('messages of %s', (_, messages) => {
  it('are recognised in each form, or excused', () => {
    // Without a text of its own an exception can only be known by its frames: stories in test/logs hold those.
    const said = messages.filter(({ text }) => text !== '' && !excused.has(text));
    const missed = said.filter((message) => !forms(message).every(isRecognised));
    expect(missed.map(({ text, how, versions }) => `${how}: ${text} (${versions})`)).toEqual([]);
  });
});

describe('the list of unseen messages', () => {
  it('holds only messages that exist', () => {
    const texts = new Set(Object.values(packages).flatMap((messages) => messages.map(({ text }) => text)));
    expect([...excused].filter((text) => !texts.has(text))).toEqual([]);
  });
});
