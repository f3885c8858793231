/** Regular expressions of signatures, and what a text must hold before one is tried. */
import { describe, expect, it } from 'vitest';
import type { ErrorEntry } from '../../../src/core/library/entry.ts';
import type { MatchTable } from '../../../src/core/library/library.ts';
import { Expression, holdsOne, Rules } from '../../../src/core/match/rules.ts';

describe('an expression', () => {
  const expression = new Expression('(?:memory|vram).*cuda');
  const find = (text: string) => expression.find(text, text.toLowerCase())?.[0] ?? null;

  it('finds what stands in a text, in any case', () => {
    expect([find('no VRAM for CUDA!'), find('memory'), find('cuda memory')]).toEqual(['VRAM for CUDA', null, null]);
    expect(new Expression('x+').find('aXx', 'axx')?.[0]).toBe('Xx');
  });

  it('is not tried where a part that it needs is missing', () => {
    expect(expression.find('no VRAM for CUDA!', 'no VRAM')).toBeNull();
  });

  it('tells how far it reaches around a literal', () => {
    expect(new Expression('out of .{3,9}vram').reachAround('vram')).toEqual([16, 0]);
  });

  it('tells what a text lacks', () => {
    expect(expression.lacksIn('cuda')).toEqual([['memory', 'vram']]);
    expect(expression.lacksIn('nothing')).toEqual([['cuda'], ['memory', 'vram']]);
    expect(expression.lacksIn('cuda vram')).toEqual([]);
    expect(new Expression('x').lacksIn('')).toEqual([]);
  });

  it('needs one part of each set', () => {
    expect([holdsOne('out of vram', ['memory', 'vram']), holdsOne('out', ['memory', 'vram']), holdsOne('out', [])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('rules are made of the table, each with the signature of its page', () => {
  const signature = {
    patterns: [
      { source: 'one', weak: false },
      { source: 'two', weak: true },
    ],
    unless: ['no'],
    near: ['by'],
  };
  const errors = [
    { id: 'one', signature: { ...signature, unless: [], near: [] } },
    { id: 'two', signature },
  ] as unknown as ErrorEntry[];
  const table = {
    patterns: [
      ['two', 1],
      ['one', 0],
      ['two', 0],
    ],
  } as unknown as MatchTable;
  const rules = new Rules(table, errors);
  expect([0, 1, 2].map((number) => rules.get(number)).map(({ id, index, weak }) => [id, index, weak])).toEqual([
    ['two', 1, true],
    ['one', 0, false],
    ['two', 0, false],
  ]);
  const [first, , third] = [0, 1, 2].map((number) => rules.get(number));
  expect([first?.expression.lacksIn(''), third?.expression.lacksIn('')]).toEqual([[['two']], [['one']]]);
  expect([first?.unless.map((each) => each.lacksIn('')), first?.near.length, rules.get(1).unless.length]).toEqual([[[['no']]], 1, 0]);
  expect(rules.get(0)).toBe(rules.get(0));
});
