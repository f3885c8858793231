/** `list`: what there is. */
import type { Kind } from '../core/library/entry.ts';
import type { Command } from './command.ts';

export const KINDS: Record<string, Kind> = { errors: 'error', rules: 'rule', guides: 'guide', trees: 'tree' };

export const list: Command = {
  name: 'list',
  usage: '[errors | rules | guides | trees]',
  about: 'all ids with their titles',
  examples: [{ line: 'zerogpu-advisor list trees', about: 'the decision trees' }],
  flags: [],
  completes: 'kind',
  run({ words, library }) {
    const word = words[0]?.toLowerCase();
    if (word === undefined) return { type: 'list', kind: null, entries: library.list() };
    const kind = KINDS[word] ?? KINDS[`${word}s`];
    if (kind) return { type: 'list', kind, entries: library.list(kind) };
    return { type: 'problem', what: `There is no kind "${word.slice(0, 40)}".`, help: `Use one of ${Object.keys(KINDS).join(', ')}.` };
  },
};
