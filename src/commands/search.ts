/** `search`: the entries that answer a question or a pasted message, best first. */

import { askedPlan } from '../core/plan/asked.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Command } from './command.ts';

const MOST_HITS = 10;

export const search: Command = {
  name: 'search',
  usage: 'WORDS…',
  about: 'ranked entries for a question, a symptom or a message',
  examples: [
    { line: 'zerogpu-advisor search returning tensors hangs', about: 'a symptom in your own words' },
    { line: 'zerogpu-advisor search "illegal duration" --json', about: 'for a script' },
  ],
  flags: [],
  exit: '0 when something fits, 1 when nothing does or only guesses are left',
  run({ words, index }) {
    const query = words.join(' ').trim();
    if (!query)
      return { type: 'problem', what: 'There is nothing to search for.', help: 'Add words: zerogpu-advisor search quota exceeded' };
    const hits = index().search(query, MOST_HITS);
    return { type: 'search', query: neutraliseAndMask(query), hits, confident: hits[0]?.isNear ?? false, plan: askedPlan(query) };
  },
};
