/** `list`: what there is. */
import type { Kind } from '../core/library/entry.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Command } from './command.ts';

const KIND_OF = new Map<string, Kind>([
  ['errors', 'error'],
  ['rules', 'rule'],
  ['guides', 'guide'],
  ['trees', 'tree'],
]);
/** The kind that a word names, in the plural or the singular. */
export function kindNamed(word: string): Kind | undefined {
  return KIND_OF.get(word.toLowerCase()) ?? KIND_OF.get(`${word.toLowerCase()}s`);
}

/** What `list` takes. */
export const KINDS = [...KIND_OF.keys()];

export const list: Command = {
  name: 'list',
  usage: '[errors | rules | guides | trees]',
  about: 'all ids with their titles',
  examples: [{ line: 'zerogpu-advisor list trees', about: 'the decision trees' }],
  flags: [],
  completes: 'kind',
  run({ words, library }) {
    if (words.length === 0) return { type: 'list', kind: null, entries: library.list() };
    const typed = words.join(' ');
    const kind = kindNamed(typed);
    if (kind) return { type: 'list', kind, entries: library.list(kind) };
    return { type: 'problem', what: `There is no kind "${neutraliseAndMask(typed, 40)}".`, help: `Use one of ${KINDS.join(', ')}.` };
  },
};
