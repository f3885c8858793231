/** Pages offered as guesses: by search, only those that are near, and for a failure only pages of its own kind. */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Entry } from '../library/entry.ts';
import type { FailureKind } from '../library/failure.ts';
import type { Hit, SearchIndex } from '../search/search.ts';

export type Search = Pick<SearchIndex, 'search'>;

const MOST = 3;
/** So many hits are looked through for pages of the right kind. */
const CANDIDATES = 12;
/** A guess far behind the best one only distracts. */
const NEAR_TO_BEST = 0.6;
/** Kinds that say nothing of the cause: what somebody writes around such a failure says more. */
const SILENT: readonly FailureKind[] = ['exit-code', 'other'];

/** Who tells a diagnosis that something fails has an error: other pages count half. */
const OTHER_PAGES = Number(process.env.P_OTHER ?? 0.5);
/** A text tells more than a question asks, and most of it is about something else: so much less of it needs to fit. */
const BESIDES = Number(process.env.P_BESIDES ?? 1.5);
const NEAR_TOLD = Number(process.env.P_NEAR ?? 0.3);
const CANDIDATES_TOLD = 40;

/** Pages for a failure that no entry knows; `around` are those for the words around it. What the app's own code raised has none. */
export function pagesForFailure(search: Search, { kind, type, message }: Failure, around: Entry[]): Entry[] {
  if (kind === 'own-code') return [];
  if (SILENT.includes(kind)) return around;
  const hits = search.search(`${type ?? ''} ${message}`, CANDIDATES);
  return best(hits.filter(({ entry, isNear }) => isNear && entry.kind === 'error' && entry.kinds.includes(kind)));
}

/** Pages for a text in which nothing was recognised: somebody tells in their own words what happens. */
export function pagesForProse(search: Search, text: string): Entry[] {
  const hits = search.search(text, CANDIDATES_TOLD).filter(({ isNear, fit }) => isNear || fit >= -BESIDES);
  const weighed = hits.map((hit) => ({ ...hit, score: hit.entry.kind === 'error' ? hit.score : hit.score * OTHER_PAGES }));
  return best(weighed.sort((a, b) => b.score - a.score), NEAR_TOLD);
}

/** The first hits, best first, as far as they come near to the best. */
function best(hits: readonly Hit[], near = NEAR_TO_BEST): Entry[] {
  const least = (hits[0]?.score ?? 0) * near;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
