/** The figures of a plan, out of the facts: in seconds and GB, each with where it comes from. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/library/library.ts';
import { bookedSeconds, callsWithin, generationOf, largestDeclared } from '../../../src/core/plan/booking.ts';
import { figuresOf, say, TIERS, tidy } from '../../../src/core/plan/figures.ts';
import { library } from '../../library.ts';

/** The real facts with one of them changed, or left out. */
const factsWith = (name: string, more: Partial<Fact> | null): ReadonlyMap<string, Fact> => {
  const facts = new Map(library.facts);
  if (more) facts.set(name, { ...(facts.get(name) as Fact), ...more });
  else facts.delete(name);
  return facts;
};

describe('figures', () => {
  it.each([
    ['s', 90, 90],
    ['min', 3.5, 210],
    ['h', 24, 86400],
    ['GB', 48, 48],
    [undefined, 2, 2],
  ])('are seconds, where they are times: %s', (unit, value, number) => {
    const facts = factsWith('quota-free', {
      value,
      unit: unit as string,
      text: 'so much',
      source: 'hub',
      asOf: '2026-01-02',
      certainty: 'documented',
    });
    expect(figuresOf(facts).day.free).toEqual({ value: number, text: 'so much', cite: 'hub, 2026-01-02' });
  });

  it('say that somebody else reports them', () => {
    expect(figuresOf(factsWith('quota-free', { source: 'x', asOf: 'y', certainty: 'reported' })).day.free.cite).toBe('x, y, reported');
    expect(figuresOf(factsWith('credits-price', { source: 'x', asOf: 'y', text: 'a lot' })).credits).toMatchObject({
      text: 'a lot',
      cite: expect.stringMatching(/^x, y/),
    });
  });

  it('are there for every tier, and more for those who pay', () => {
    const { day } = figuresOf(library.facts);
    const seconds = TIERS.map((tier) => day[tier].value);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(seconds.every((each) => each > 0)).toBe(true);
  });

  it('that are missing, or no numbers, are our own bug', () => {
    expect(() => figuresOf(factsWith('quota-free', null))).toThrow('facts.yaml has no "quota-free"');
    const { value: _, ...without } = library.facts.get('quota-free') as Fact;
    expect(() => figuresOf(new Map(library.facts).set('quota-free', without as Fact))).toThrow('"quota-free" of facts.yaml is no number');
  });

  it('are said with two decimals at most, and calculated without dust', () => {
    expect([1, 1.5, 1.256, 1.004, 1234.5].map(say)).toEqual(['1', '1.5', '1.26', '1', '1234.5']);
    expect([tidy(0.1 * 1.5), tidy(1 / 3)]).toEqual([0.15, 0.3333]);
  });
});

describe('sums of bookings', () => {
  it.each([
    [null, null],
    ['', null],
    ['0.49.1', 'plain'],
    ['0.49.2', 'hidden'],
    ['0.50.3', 'hidden'],
    ['0.50.4', 'shown'],
    ['1.0.0', 'shown'],
  ])('spaces %j is %j', (version, generation) => expect(generationOf(version)).toBe(generation));

  it('the largest duration is the last whose booking is within', () => {
    for (const [room, factor] of [
      [90, 1.5],
      [89, 1.5],
      [0.5, 1],
      [120, 2],
      [0, 2],
      [10.05, 1.5],
    ] as const) {
      const most = largestDeclared(room, factor);
      expect(bookedSeconds(most, factor)).toBeLessThanOrEqual(Math.max(0, room));
      expect(bookedSeconds(most + 1, factor)).toBeGreaterThan(room);
    }
  });

  it('calls follow each other till a booking is no more admitted', () => {
    expect(callsWithin(100, 90, { least: 5, most: 10 })).toEqual({ least: 2, most: 3 });
    expect(callsWithin(90, 90, { least: 60, most: 90 })).toEqual({ least: 1, most: 1 });
    expect(callsWithin(89, 90, { least: 1, most: 1 })).toEqual({ least: 0, most: 0 });
  });
});
