/** Values of pairs that came not long ago. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecentPairs } from '../../../src/core/match/recent-pairs.ts';

it('knows a pair by both its numbers, in their order', () => {
  const pairs = new RecentPairs<string>();
  expect(pairs.get(0, 0)).toBeUndefined();
  pairs.set(3, 4, 'a');
  expect([pairs.get(3, 4), pairs.get(4, 3), pairs.get(3, 3), pairs.get(0, 0)]).toEqual(['a', undefined, undefined, undefined]);
});

it('gives the value of a pair or none, never that of another one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1e6), fc.nat(1e6)), { minLength: 1, maxLength: 500 }), (all) => {
      const pairs = new RecentPairs<string>();
      for (const [first, second] of all) pairs.set(first, second, `${first} ${second}`);
      for (const [first, second] of all) expect([undefined, `${first} ${second}`]).toContain(pairs.get(first, second));
      const [first, second] = all.at(-1) as [number, number];
      expect(pairs.get(first, second)).toBe(`${first} ${second}`);
    }),
  );
});

it('keeps most of as many pairs as a crash loop has', () => {
  const pairs = new RecentPairs<number>();
  const all = Array.from({ length: 8000 }, (_, at) => [at, at + 1] as const);
  for (const [first, second] of all) pairs.set(first, second, first);
  expect(all.filter(([first, second]) => pairs.get(first, second) === first).length).toBeGreaterThan(7000);
});
