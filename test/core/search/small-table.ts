/** Tables of a few entries. */
import type { Entry } from '../../../src/core/library/entry.ts';
import type { SearchTable } from '../../../src/core/library/library.ts';
import { paragraph } from '../../../src/core/markup/blocks.ts';
import { searchTableOf, type Thesaurus } from '../../../src/core/search/search-table.ts';

/** A thesaurus that knows nothing. */
export const NO_WORDS: Thesaurus = { filler: [], alike: {}, translations: {}, elsewhere: [], here: [] };

/** What an entry holds, as far as the search reads it. */
export interface Held {
  title: string;
  asks?: string[];
  text?: string;
}

/** The table of these entries, called `entry-a`, `entry-b` and so on, with a thesaurus that knows little. */
export function smallTable(entries: readonly Held[], thesaurus: Partial<Thesaurus> = {}): SearchTable {
  return searchTableOf(entries.map(entryOf), { ...NO_WORDS, ...thesaurus });
}

function entryOf({ title, asks = [], text = '' }: Held, place: number): Entry {
  const id = `entry-${String.fromCharCode(97 + place)}`;
  return { kind: 'guide', id, title, aka: [], asks, summary: '', lead: [paragraph(text)], sections: [] } as unknown as Entry;
}
