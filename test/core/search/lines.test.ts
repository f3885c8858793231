import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsIn, linesIn, rowOf } from '../../../src/core/search/lines.ts';
import { asksOf } from '../../../src/core/search/vocabulary.ts';
import { library } from '../../library.ts';

const word = fc.integer({ min: 1, max: 0xffff });
const line = fc.array(word, { minLength: 1, maxLength: 4 });
const field = fc.array(line, { maxLength: 3 });

describe('a row of fields of lines', () => {
  it('is taken apart as it was put together, fields without a line among them', () => {
    const property = fc.property(fc.array(field, { maxLength: 6 }), (fields) => {
      expect(fieldsIn(rowOf(fields)).map(linesIn)).toEqual(fields);
    });
    fc.assert(property);
  });
});

it('the ways of asking are told of every entry, none of them empty', () => {
  const asks = asksOf(library.searchTable);
  expect(asks).toHaveLength(library.entries.length);
  for (const [at, ways] of asks.entries())
    expect(
      ways.every((way) => way.trim() !== ''),
      library.entries[at]?.id,
    ).toBe(true);
  expect(asks[library.entries.findIndex(({ id }) => id === 'quota-exceeded')]?.length).toBeGreaterThan(0);
});
