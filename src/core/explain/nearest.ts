/** Pages offered as guesses: by search, only those that are near, and for a failure those of its own kind before others. */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Entry } from '../library/entry.ts';
import type { FailureKind } from '../library/failure.ts';
import type { Hit, SearchIndex } from '../search/search.ts';

export type Search = Pick<SearchIndex, 'search'>;

const MOST = 3;
/** So many hits are looked through for errors that are near. */
const CANDIDATES = 30;
/** Kinds are read from names of exceptions and a few words: a page of the same kind is worth more, one of another kind is still a page. */
const SAME_KIND = 1.5;
/** How far behind the best one a guess for a failure may be: one farther behind only distracts. */
const NEAR_TO_BEST_ERROR = 0.4;

/** Who gives a text to a diagnosis tells that something fails: other pages than errors count half. */
const OTHER_PAGES = 0.5;
/** A text holds much that no page knows: it cannot be near as a question is. Below this score it shares everyday words with a page and no more. */
const LEAST_TOLD = 5;
/** Errors among them may stand behind many other pages, */
const CANDIDATES_TOLD = 40;
/** and several of them say nearly as much. */
const NEAR_TOLD = 0.3;

/**
 * Pages for a failure that no entry knows; `around` are those for the words around it, where the failure itself says little. What the
 * app's own code raised has none.
 */
export function pagesForFailure(search: Search, { kind, type, message }: Failure, around: Entry[]): Entry[] {
  if (kind === 'own-code') return [];
  if (kind === 'exit-code') return around;
  const near = search.search(`${type ?? ''} ${message}`, CANDIDATES).filter(({ entry, isNear }) => isNear && entry.kind === 'error');
  if (near.length === 0 && kind === 'other') return around;
  const weighed = near.map((hit) => (isOfKind(hit.entry, kind) ? { ...hit, score: hit.score * SAME_KIND } : hit));
  return best(weighed, NEAR_TO_BEST_ERROR);
}

function isOfKind(entry: Entry, kind: FailureKind): boolean {
  return entry.kind === 'error' && entry.kinds.includes(kind);
}

/** Pages for a text in which nothing was recognised: somebody tells in their own words what happens. */
export function pagesForProse(search: Search, text: string): Entry[] {
  const hits = search.search(text, CANDIDATES_TOLD).filter(({ score }) => score >= LEAST_TOLD);
  const weighed = hits.map((hit) => ({ ...hit, score: hit.entry.kind === 'error' ? hit.score : hit.score * OTHER_PAGES }));
  return best(weighed, NEAR_TOLD);
}

/** The first hits by their weight, as far as they come near to the best. */
function best(weighed: readonly Hit[], near: number): Entry[] {
  const hits = weighed.toSorted((a, b) => b.score - a.score);
  const least = (hits[0]?.score ?? 0) * near;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
