/** Search as one types: hits with their kind, the matched words marked. */

import { searchDocument } from '../../core/document/lists.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import type { Hit } from '../../core/search/search.ts';
import { wordsOf } from '../../core/search/words.ts';
import { neutralise } from '../../core/text/neutralise.ts';
import { mask } from '../../core/text/secrets.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { homeRows } from './home.ts';
import { entryRow } from './rows.ts';

/** The search screen. */
export function searchModel(view: View, world: World): Model {
  const query = view.field?.text ?? '';
  const base: Model = {
    ...EMPTY,
    title: 'Search',
    arrangement: 'rows',
    place: 'field',
    prompt: '/ ',
    placeholder: 'Words, an id, or an error message',
  };
  if (query.trim() === '') return { ...base, rows: homeRows(world) };
  const hits = exactFirst(world.search(query), query, world);
  if (hits.length === 0)
    return {
      ...base,
      arrangement: 'text',
      text: [paragraph('Nothing found. Try other words, or paste the error message itself: it is diagnosed at once.')],
    };
  return { ...base, rows: hits.map(hitRow), whole: searchDocument({ type: 'search', query: mask(neutralise(query)), hits }) };
}

/** An id in full is what was meant, whatever else the words may rank higher. */
function exactFirst(hits: Hit[], query: string, { library }: World): Hit[] {
  const entry = library.get(query.trim().toLowerCase());
  if (!entry) return hits;
  return [{ entry, score: 0, matched: wordsOf(query) }, ...hits.filter((hit) => hit.entry !== entry)];
}

function hitRow({ entry, matched }: Hit): Row {
  return { ...entryRow(entry), marks: matchedRanges(entry.title, matched) };
}

/** Where the words that matched (as stems) stand in a title. */
export function matchedRanges(title: string, matched: string[]): [number, number][] {
  const stems = new Set(matched);
  return [...title.matchAll(/[\p{L}\p{N}_]+/gu)]
    .filter(([word]) => wordsOf(word).some((stem) => stems.has(stem)))
    .map((found) => [found.index, found.index + found[0].length]);
}
