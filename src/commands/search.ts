/** `search`: the entries that answer a question or a pasted message, best first. */

import { neutralise } from '../core/text/neutralise.ts';
import { mask } from '../core/text/secrets.ts';
import type { Command } from './command.ts';

const MOST = 10;

export const search: Command = {
  name: 'search',
  usage: 'WORDS…',
  about: 'ranked entries for a question, a symptom or a message',
  examples: [
    { line: 'zerogpu-advisor search returning tensors hangs', about: 'a symptom in your own words' },
    { line: 'zerogpu-advisor search "illegal duration" --json', about: 'for a script' },
  ],
  flags: [],
  exit: '0 when something was found, 1 when not',
  run({ words, index }) {
    const query = words.join(' ').trim();
    if (!query)
      return { type: 'problem', what: 'There is nothing to search for.', help: 'Add words: zerogpu-advisor search quota exceeded' };
    return { type: 'search', query: mask(neutralise(query)), hits: index().search(query, MOST) };
  },
};
