/** Search as one types: hits with their kind, the matched words marked. */

import { entryDocument } from '../../core/document/document.ts';
import { searchDocument } from '../../core/document/lists.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import { plainInlines } from '../../core/markup/read.ts';
import { askedPlan } from '../../core/plan/asked.ts';
import type { Explained, SearchResult } from '../../core/result.ts';
import type { Hit } from '../../core/search/search.ts';
import { wordsOf } from '../../core/search/words.ts';
import { neutraliseAndMask } from '../../core/text/neutralise-and-mask.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { homeRows } from './home.ts';
import { askedPlanRow } from './plan-link.ts';
import { entryRow, heading } from './rows.ts';

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
  const hits = world.search(query);
  const answers = answerRows(query, world);
  if (hits.length + answers.length === 0)
    return {
      ...base,
      arrangement: 'text',
      text: [paragraph('Nothing found. Try other words, or paste the error message itself: it is diagnosed at once.')],
    };
  const confident = hits[0]?.isNear ?? false;
  const result: SearchResult = { type: 'search', query: neutraliseAndMask(query), hits, confident, plan: askedPlan(query) };
  const doubt = confident || hits.length === 0 ? [] : [heading('Nothing fits well; nearest:')];
  return { ...base, rows: [...answers, ...doubt, ...hits.map(hitRow)], whole: searchDocument(result) };
}

/** What answers the words themselves, and not only a page about them: the diagnosis of an error, the sum of a plan. */
function answerRows(query: string, world: World): Row[] {
  const found = query.trim().length >= SHORTEST_ERROR ? world.diagnose(query).diagnoses[0] : undefined;
  // Without values in it the page says as much.
  if (found && Object.keys(found.finding.values).length > 0) return [diagnoseRow(query, found)];
  const plan = askedPlan(query);
  return plan ? [askedPlanRow(plan.flags)] : [];
}

function diagnoseRow(query: string, { entry, said }: Explained): Row {
  return {
    label: `Diagnosis of what you typed: ${said.length > 0 ? plainInlines(said) : entry.title}`,
    note: 'diagnosis',
    target: { to: 'diagnose', text: query },
    preview: () => entryDocument(entry),
  };
}

/** The hit with what was matched marked; where another way of asking says more than the title, that way as well. */
function hitRow({ entry, matched, phrase }: Hit): Row {
  const row = entryRow(entry);
  const label = phrase === null ? row.label : `${row.label} · asked as: ${phrase}`;
  return { ...row, label, marks: matchedRanges(label, matched) };
}

/** Where the words that matched (as stems) stand in a label. */
function matchedRanges(label: string, matched: string[]): [number, number][] {
  const stems = new Set(matched);
  return [...label.matchAll(/[\p{L}\p{N}_]+/gu)]
    .filter(([word]) => wordsOf(word).some((stem) => stems.has(stem)))
    .map((found) => [found.index, found.index + found[0].length]);
}
