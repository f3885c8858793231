/** What a mistyped word may have been meant to be, out of the words that there are. */
import { expect, it } from 'vitest';
import { Spelling } from '../../../src/core/search/spelling.ts';

const spelling = new Spelling(() => ['gpu', 'gpus', 'quota', 'queue', 'quantization', 'torch']);
const meant = (word: string) => spelling.nearest(word).map(({ word: found }) => found);

it.each([
  ['quoat', 'quota'],
  ['quantizaton', 'quantization'],
  ['trch', 'torch'],
  ['quantizati', 'quantization'],
])('%s was meant to be %s', (typed, word) => expect(meant(typed)[0]).toBe(word));

it.each(['gup', 'gp', 'q', '', 'zzzz', 'quantizationquota'])('of "%s" nobody can tell', (typed) => expect(meant(typed)).toEqual([]));

it('says the same again, and how like it is', () => {
  const [first] = spelling.nearest('quoat');
  expect(first?.likeness).toBeGreaterThan(0.5);
  expect(first?.likeness).toBeLessThan(1);
  expect(spelling.nearest('quoat')[0]).toEqual(first);
});
