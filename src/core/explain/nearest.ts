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

/** Who gives a text to a diagnosis tells that something fails: other pages than errors count half. */
const OTHER_PAGES = 0.5;
/** A text holds much that no page knows: it cannot be near as a question is. Below this score it shares everyday words with a page and no more. */
const LEAST_TOLD = 5;
/** Errors among them may stand behind many other pages, */
const CANDIDATES_TOLD = 40;
/** and several of them say nearly as much. */
const NEAR_TOLD = 0.3;

/** Pages for a failure that no entry knows; `around` are those for the words around it. What the app's own code raised has none. */
export function pagesForFailure(search: Search, { kind, type, message }: Failure, around: Entry[]): Entry[] {
  if (kind === 'own-code') return [];
  if (SILENT.includes(kind)) return around;
  const hits = search.search(`${type ?? ''} ${message}`, CANDIDATES);
  return best(hits.filter(({ entry, isNear }) => isNear && entry.kind === 'error' && entry.kinds.includes(kind)));
}

/** Pages for a text in which nothing was recognised: somebody tells in their own words what happens. */
export function pagesForProse(search: Search, text: string): Entry[] {
  const hits = search.search(text, CANDIDATES_TOLD).filter(({ score }) => score >= LEAST_TOLD);
  const weighed = hits.map((hit) => ({ ...hit, score: hit.entry.kind === 'error' ? hit.score : hit.score * OTHER_PAGES }));
  return best(
    weighed.sort((a, b) => b.score - a.score),
    NEAR_TOLD,
  );
}

/** The first hits, best first, as far as they come near to the best. */
function best(hits: readonly Hit[], near = NEAR_TO_BEST): Entry[] {
  const least = (hits[0]?.score ?? 0) * near;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
