/** The signatures that a line shows: by itself, with the one before it, and by what stands near. */
import { describe, expect, it } from 'vitest';
import type { ErrorEntry, Pattern, Signature } from '../../../src/core/library/entry.ts';
import { Matcher } from '../../../src/core/match/match.ts';

const pattern = (source: string, literal: string, more: Partial<Pattern> = {}): Pattern => ({
  ...{ source, literals: [literal], weak: false, fixes: [] },
  ...more,
});
const page = (id: string, patterns: Pattern[], more: Partial<Signature> = {}) =>
  ({ id, signature: { patterns, unless: [], near: [], ...more } }) as unknown as ErrorEntry;

const matcher = new Matcher(
  [
    page('memory', [
      pattern('out of (?<what>memory|room) \\((?<size>[\\d.]+)?', 'out of '),
      pattern('memory is full', 'memory is', { weak: true }),
    ]),
    page('twice', [pattern('quota is (?<state>low)', 'quota is', { weak: true }), pattern('your quota is (?<left>\\w+)', 'your quota')]),
    page('unless', [pattern('disk is full', 'disk is')], { unless: ['no longer'] }),
    page('near', [pattern('it was killed', 'was killed')], { near: ['memory', 'oom'] }),
  ],
  undefined,
  [{ text: 'traceback' }, { text: 'warning' }],
);
const match = (text: string, before = '') => matcher.match({ text }, () => before);
const ids = (text: string, before = '') => match(text, before).map(({ id }) => id);

describe('a line', () => {
  it('shows each signature once, with its values and its place', () => {
    expect(match('CUDA Out Of Memory (2.50 GiB)')).toEqual([
      { id: 'memory', pattern: 0, weak: false, values: { what: 'Memory', size: 2.5 }, start: 5, end: 24 },
    ]);
    expect(match('out of room (')[0]?.values).toEqual({ what: 'room' });
    expect(['(2.10', '(3.5', '(10'].map((size) => match(`out of room ${size}`)[0]?.values.size)).toEqual(['2.10', 3.5, 10]);
    expect(['(3.5.', '(2.4.0.', '(2...'].map((size) => match(`out of room ${size}`)[0]?.values.size)).toEqual([3.5, '2.4.0', '2...']);
    expect(ids('disk is full, out of memory (1')).toEqual(['memory', 'unless']);
    expect(ids('all is well')).toEqual([]);
  });

  it('shows a sure pattern before a weak one, else the first', () => {
    expect(match('your quota is low')).toMatchObject([{ id: 'twice', pattern: 1, weak: false, values: { left: 'low' } }]);
    expect(match('the quota is low')).toMatchObject([{ id: 'twice', pattern: 0, weak: true }]);
    expect(match('memory is full: out of memory (')).toMatchObject([{ id: 'memory', pattern: 0 }]);
  });

  it('shows none where what speaks against it stands there too', () => {
    expect([ids('the disk is full'), ids('the disk is full NO LONGER'), ids('the disk is full', 'no longer')]).toEqual([
      ['unless'],
      [],
      ['unless'],
    ]);
  });

  it('shows one that needs words near by, where they stand in it or before it', () => {
    expect([
      ids('it was killed'),
      ids('it was killed', 'out of MEMORY'),
      ids('it was killed: oom'),
      ids('it was killed', 'no place'),
    ]).toEqual([[], ['near'], ['near'], []]);
  });

  it('is a candidate by a literal alone, and tells which other words stand in it', () => {
    expect(['disk is fine', 'Was Killed', 'nothing'].map((text) => matcher.isCandidate({ text }))).toEqual([true, true, false]);
    expect([matcher.marksIn({ text: 'Warning: a TRACEBACK' }), matcher.marksIn({ text: 'nothing' })]).toEqual([[0, 1], []]);
  });
});

describe('two lines', () => {
  const across = (first: string, second: string, glue: '' | ' ' = ' ', before = '') =>
    matcher.matchAcross({ text: first }, { text: second }, glue, () => before).map(({ id, start, end }) => [id, start, end]);

  it('show together what begins in one and ends in the other', () => {
    expect(across('CUDA out of', 'memory (2')).toEqual([['memory', 5, 21]]);
    expect(across('the disk', 'is full')).toEqual([['unless', 4, 16]]);
    expect(across('the dis', 'k is full', '')).toEqual([['unless', 4, 16]]);
    expect(across('the disk', 'is full', '')).toEqual([]);
    // Again, as a log repeats its lines.
    expect(across('the disk', 'is full')).toEqual([['unless', 4, 16]]);
  });

  it('show nothing together that one of them shows alone', () => {
    expect([across('the disk is full', 'or so'), across('so', 'the disk is full')]).toEqual([[], []]);
    expect(across('your quota is low, the quota', 'is low')).toEqual([]);
  });

  it('show nothing where what speaks against it stands in either', () => {
    expect([across('no longer: the disk', 'is full'), across('the disk', 'is full no longer')]).toEqual([[], []]);
  });

  it('show one that needs words near by, where they stand in either or before', () => {
    expect([across('it was', 'killed'), across('oom: it was', 'killed'), across('it was', 'killed', ' ', 'memory')]).toEqual([
      [],
      [['near', 5, 18]],
      [['near', 0, 13]],
    ]);
  });
});
