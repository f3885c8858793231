/** Search as one types: hits with their kind, the matched words marked. */

import { searchDocument } from '../../core/document/lists.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import { askedPlan } from '../../core/plan/asked.ts';
import type { SearchResult } from '../../core/result.ts';
import type { Hit } from '../../core/search/search.ts';
import { wordsOf } from '../../core/search/words.ts';
import { neutralise } from '../../core/text/neutralise.ts';
import { mask } from '../../core/text/secrets.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { homeRows } from './home.ts';
import { entryRow, heading } from './rows.ts';

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
  const hits = world.search(query);
  if (hits.length === 0)
    return {
      ...base,
      arrangement: 'text',
      text: [paragraph('Nothing found. Try other words, or paste the error message itself: it is diagnosed at once.')],
    };
  const confident = hits[0]?.isNear ?? false;
  const result: SearchResult = { type: 'search', query: mask(neutralise(query)), hits, confident, plan: askedPlan(query) };
  const doubt = confident ? [] : [heading('Nothing fits well; nearest:')];
  return { ...base, rows: [...doubt, ...hits.map(hitRow)], whole: searchDocument(result) };
}

function hitRow({ entry, matched }: Hit): Row {
  const row = entryRow(entry);
  return { ...row, marks: matchedRanges(row.label, matched) };
}

/** Where the words that matched (as stems) stand in a label. */
function matchedRanges(label: string, matched: string[]): [number, number][] {
  const stems = new Set(matched);
  return [...label.matchAll(/[\p{L}\p{N}_]+/gu)]
    .filter(([word]) => wordsOf(word).some((stem) => stems.has(stem)))
    .map((found) => [found.index, found.index + found[0].length]);
}
