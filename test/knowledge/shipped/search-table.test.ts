import { describe, expect, it } from 'vitest';
import type { SearchTable } from '../../../src/core/library/library.ts';
import { asksOf } from '../../../src/core/search/vocabulary.ts';
import { putTogether, takeApart } from '../../../src/knowledge/shipped/search-table.ts';
import { library } from '../../library.ts';

describe('the table of the search as it is shipped', () => {
  const { words, rows } = takeApart(library.searchTable);
  /** As one string: two long rows of numbers are compared in no time. */
  const written = (table: SearchTable) => JSON.stringify(table, (_, value) => (value instanceof Uint16Array ? value.join() : value));

  it('is the same when it is put together again', () => {
    const again = putTogether(JSON.parse(words), rows, library.searchTable.titles);
    expect(written(again) === written({ ...again, ...library.searchTable })).toBe(true);
    expect(Object.keys(again).sort()).toEqual(Object.keys(library.searchTable).sort());
  });

  it('is read from any byte of a buffer on', () => {
    const shifted = Buffer.concat([Buffer.alloc(1), rows]).subarray(1);
    expect(putTogether(JSON.parse(words), shifted, []).lines.join()).toBe(library.searchTable.lines.join());
  });

  it('holds every question word for word', () => {
    expect(asksOf(library.searchTable)).toEqual(library.entries.map(({ asks }) => asks));
  });
});
