/** Search as one types: hits with their kind, the matched words marked. */

import { entryDocument } from '../../core/document/document.ts';
import { searchDocument } from '../../core/document/lists.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import { plainInlines } from '../../core/markup/read.ts';
import { planAskedIn } from '../../core/plan/asked.ts';
import type { Explained } from '../../core/result.ts';
import type { Hit } from '../../core/search/search.ts';
import { wordsOf } from '../../core/search/words.ts';
import { neutralise } from '../../core/text/neutralise.ts';
import { mask } from '../../core/text/secrets.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { homeRows } from './home.ts';
import { askedPlanRow } from './plan-link.ts';
import { entryRow } from './rows.ts';

/** A shorter line is a word, not the text of an error. */
const SHORTEST_ERROR = 12;

/** The search screen. */
export function searchModel(view: View, world: World, last: View | undefined): Model {
  const query = view.field?.text ?? '';
  const base: Model = {
    ...EMPTY,
    title: 'Search',
    arrangement: 'rows',
    place: 'search',
    prompt: '/ ',
    placeholder: 'Words, an id, or an error message',
  };
  if (query.trim() === '') return { ...base, rows: homeRows(world, last) };
  const hits = exactFirst(world.search(query), query, world);
  const rows = [...answerRows(query, world), ...hits.map(hitRow)];
  if (rows.length > 0) return { ...base, rows, whole: searchDocument({ type: 'search', query: mask(neutralise(query)), hits }) };
  return {
    ...base,
    arrangement: 'text',
    text: [paragraph('Nothing found. Try other words, or paste the error message itself: it is diagnosed at once.')],
  };
}

/** What answers the words themselves, and not only a page about them: the diagnosis of an error, the sum of a plan. */
function answerRows(query: string, world: World): Row[] {
  const found = query.trim().length >= SHORTEST_ERROR ? world.diagnose(query).diagnoses[0] : undefined;
  if (found) return [diagnoseRow(query, found)];
  const flags = planAskedIn(query);
  return flags ? [askedPlanRow(flags)] : [];
}

function diagnoseRow(query: string, { entry, said }: Explained): Row {
  const numbers = said.length > 0 ? `: ${plainInlines(said)}` : '';
  return {
    label: `Diagnosis of what you typed${numbers || `: ${entry.title}`}`,
    note: 'diagnosis',
    target: { to: 'diagnose', text: query },
    preview: () => entryDocument(entry),
  };
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
