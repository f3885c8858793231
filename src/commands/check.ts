/** `check`: what of a Space's own source will fail, costs quota, or deserves a look, before it is pushed. */
import { checkSpace } from '../check/check-space.ts';
import type { Command } from './command.ts';

const FORMATS = ['text', 'sarif', 'github'] as const;

export const check: Command = {
  name: 'check',
  usage: '[DIR]',
  about: 'the Space’s own source against the rules, before it is pushed',
  examples: [
    { line: 'zerogpu-advisor check', about: 'check the Space in this folder: would it start, what does a call book?' },
    { line: 'zerogpu-advisor check my-space --select torch-pin,frontmatter', about: 'only these checks' },
    { line: 'zerogpu-advisor check --format sarif > check.sarif', about: 'for code scanning' },
  ],
  flags: [
    { name: 'select', value: 'CHECKS', about: 'run only these checks, comma-separated' },
    { name: 'format', value: 'FORMAT', choices: FORMATS, about: 'sarif for code scanning, github for annotations in a workflow' },
  ],
  exit: '0 when nothing fails, 1 when something will fail',
  completes: 'file',
  run({ words, flags, library, folder }) {
    if (words.length > 1) return { type: 'problem', what: 'check takes one folder.', help: 'Write zerogpu-advisor check DIR' };
    const opened = folder(words[0] ?? '.');
    if ('what' in opened) return { type: 'problem', ...opened };
    const select = String(flags.select ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const report = checkSpace(opened, library, select);
    if ('type' in report) return report;
    return { type: 'check', report, format: FORMATS.find((each) => each === flags.format) ?? 'text' };
  },
};
