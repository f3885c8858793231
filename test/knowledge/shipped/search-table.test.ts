import { describe, expect, it } from 'vitest';
import { asksOf } from '../../../src/core/search/row.ts';
import { putTogether, takeApart } from '../../../src/knowledge/shipped/search-table.ts';
import { library } from '../../library.ts';

describe('the table of the search as it is shipped', () => {
  const { words, rows } = takeApart(library.searchTable);

  it('is the same when it is put together again', () => {
    expect(putTogether(JSON.parse(words), rows)).toEqual(library.searchTable);
  });

  it('is read from any byte of a buffer on', () => {
    const shifted = Buffer.concat([Buffer.alloc(1), rows]).subarray(1);
    expect(putTogether(JSON.parse(words), shifted).lines).toEqual(library.searchTable.lines);
  });

  it('holds every question word for word', () => {
    expect(asksOf(library.searchTable)).toEqual(library.entries.map(({ asks }) => asks));
  });
});
