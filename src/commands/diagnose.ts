/** `diagnose`: what a log shows, root cause first. */
import { explain } from '../core/explain/explain.ts';
import type { Command } from './command.ts';

export const diagnose: Command = {
  name: 'diagnose',
  usage: '[FILE…]',
  about: 'find the root cause in a log, from files or standard input',
  examples: [
    { line: 'hf spaces logs USER/SPACE | zerogpu-advisor', about: 'diagnose the run log of a Space' },
    { line: 'hf spaces logs USER/SPACE --build | zerogpu-advisor diagnose -', about: 'diagnose its build log' },
    { line: 'zerogpu-advisor diagnose run.log --markdown', about: 'a report to paste into an issue' },
  ],
  flags: [{ name: 'full', about: 'the whole page of every finding, instead of its card' }],
  exit: '0 when something was recognised, 1 when nothing was',
  completes: 'file',
  async run({ words, flags, library, index, diagnose: read }) {
    const diagnosis = await read(words);
    if ('what' in diagnosis) return { type: 'problem', ...diagnosis };
    // The index is made only when there is something to suggest.
    const result = explain(library, { search: (query, limit) => index().search(query, limit) }, diagnosis);
    return { ...result, isFull: Boolean(flags.full) };
  },
};
