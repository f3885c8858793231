/** Pages offered as guesses: by search, only those that are near, and for a failure only pages of its own kind. */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Entry } from '../library/entry.ts';
import type { FailureKind } from '../library/failure.ts';
import type { SearchIndex } from '../search/search.ts';

export type Search = Pick<SearchIndex, 'search'>;

const MOST = 3;
/** So many hits are looked through for pages of the right kind. */
const CANDIDATES = 12;
/** A guess far behind the best one only distracts. */
const NEAR_TO_BEST = 0.6;
/** Kinds that say nothing of the cause: what somebody writes around such a failure says more. */
const SILENT: readonly FailureKind[] = ['exit-code', 'other'];

/** Pages for a failure that no entry knows; `around` are those for the words around it. What the app's own code raised has none. */
export function pagesForFailure(search: Search, { kind, type, message }: Failure, around: Entry[]): Entry[] {
  if (kind === 'own-code') return [];
  if (SILENT.includes(kind)) return around;
  return nearPages(search, `${type ?? ''} ${message}`, (entry) => entry.kind === 'error' && entry.kinds.includes(kind));
}

/** Pages for a text in which nothing was recognised: somebody tells in their own words what happens. */
export function pagesForProse(search: Search, text: string): Entry[] {
  return nearPages(search, text, () => true);
}

function nearPages(search: Search, query: string, isFit: (entry: Entry) => boolean): Entry[] {
  const hits = search.search(query, CANDIDATES).filter(({ entry, isNear }) => isNear && isFit(entry));
  const least = (hits[0]?.score ?? 0) * NEAR_TO_BEST;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
