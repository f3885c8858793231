/** `show`: one entry. */
import type { Lookup } from '../core/library/library.ts';
import type { ProblemResult } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Command } from './command.ts';

export const show: Command = {
  name: 'show',
  aliases: ['explain'],
  usage: 'ID',
  about: 'one page: an error, a rule, a guide or a tree',
  examples: [
    { line: 'zerogpu-advisor show quota-exceeded', about: 'any case; a unique beginning is enough' },
    { line: 'zerogpu-advisor show myths', about: 'what is often claimed, and what is true' },
  ],
  flags: [],
  completes: 'any',
  run({ words, library }) {
    const id = words.join(' ');
    if (!id.trim()) return { type: 'problem', what: 'Which entry?', help: 'zerogpu-advisor list prints all ids.' };
    const found = library.find(id);
    return found.entry ? { type: 'page', entry: found.entry } : unknownId(id, found, 'entry');
  },
};

/** The sentence for an id that nobody knows, with the nearest ones. */
export function unknownId(id: string, found: Lookup, what: string): ProblemResult {
  const candidates = 'candidates' in found ? found.candidates : [];
  const help =
    candidates.length > 0 ? `Did you mean ${candidates.join(', ')}?` : `Try: zerogpu-advisor search ${neutraliseAndMask(id, 60)}`;
  return { type: 'problem', what: `There is no ${what} "${neutraliseAndMask(id, 80)}".`, help };
}
