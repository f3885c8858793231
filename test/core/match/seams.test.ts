import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionsOf } from '../../../src/core/library/entry.ts';
import { WIDEST_PART } from '../../../src/core/match/crossing.ts';
import type { Match } from '../../../src/core/match/match.ts';
import { needsOf } from '../../../src/core/match/runs.ts';
import { realTexts } from '../../bench/mixes.ts';
import { library, matcher, parsed } from '../../library.ts';

const samples = parsed.flatMap(({ samples: own = [] }) => own);
const lines = [...samples, ...realTexts()].flatMap((text) => text.split('\n')).map((line) => line.trim());
const texts = lines.filter((line) => line.length > 1);

const none = (): string => '';

/** What the two as one show across the seam, the simple way, unless one of them shows it alone by an earlier pattern. */
function acrossAsOne(before: string, glue: string, after: string): Match[] {
  const alone = [before, after].flatMap((text) => matcher.match({ text }, none));
  return matcher
    .match({ text: before + glue + after }, none)
    .filter(({ start, end }) => start < before.length && end > before.length + glue.length)
    .filter(({ id, pattern, weak }) => !alone.some((other) => other.id === id && other.pattern < pattern && (weak || !other.weak)));
}

describe('the seam of two texts', () => {
  it('is looked at as far as any part that a pattern needs can reach', () => {
    const parts = library.errors().flatMap(({ signature }) => expressionsOf(signature).flatMap((source) => needsOf(source).flat()));
    expect(parts.length).toBeGreaterThan(1000);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(WIDEST_PART);
  });

  it('shows what both as one show across it', () => {
    const halves = fc.tuple(fc.constantFrom(...texts), fc.nat()).map(([text, at]): [string, '' | ' ', string] => {
      const cut = 1 + (at % (text.length - 1));
      return text[cut] === ' ' ? [text.slice(0, cut), ' ', text.slice(cut + 1)] : [text.slice(0, cut), '', text.slice(cut)];
    });
    const pairs = fc.tuple(fc.constantFrom(...texts), fc.constantFrom<'' | ' '>('', ' '), fc.constantFrom(...texts));
    let found = 0;
    fc.assert(
      fc.property(fc.oneof(halves, pairs), ([before, glue, after]) => {
        const across = matcher.matchAcross({ text: before }, { text: after }, glue, none);
        expect(across).toEqual(acrossAsOne(before, glue, after));
        found += across.length;
      }),
      { numRuns: 4000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
