/** What conditions of fixes hold of: words, versions, ranges of versions; and what nobody knows is neither true nor false. */
import { describe, expect, it } from 'vitest';
import { type Condition, holds, type Known, parseCondition } from '../../../src/core/library/condition.ts';

const KNOWN: Known = {
  where: 'Space',
  torch: '2.8.0+cu128',
  python: '3.10.13',
  count: 3,
  /** The words before a version, and a name that looks like the beginning of one. */
  cuda: '12.8',
  tag: 'v2.8',
  year: '2024.6',
  /** A wheel's tag tells so much and no more. */
  gradio: { text: '5.x', oldest: '5.0.0', newest: '5.49.1' },
  spaces: { text: 'before 0.30', oldest: null, newest: '0.29.9' },
  numpy: { text: '2 or newer', oldest: '2.0.0', newest: null },
  scipy: { text: '1.11.3 or newer', oldest: '1.11.3', newest: null },
};

function told(written: string): boolean | null {
  return holds(parseCondition(written) as Condition, KNOWN);
}

describe('a condition', () => {
  it.each([
    ['torch < 2.8', { name: 'torch', operator: '<', values: ['2.8'] }],
    ['where = space|caller', { name: 'where', operator: '=', values: ['space', 'caller'] }],
    ['function = <module>', { name: 'function', operator: '=', values: ['<module>'] }],
    ['has module', { name: 'module', operator: null, values: [] }],
  ])('%s is read', (written, condition) => expect(parseCondition(written)).toEqual(condition));

  it.each(['', 'torch', 'torch<2', 'torch ~ 2', 'has', 'Torch = 2', 'torch = a b', 'has a b'])('%j is none', (written) =>
    expect(parseCondition(written)).toBeNull(),
  );
});

describe('of one value', () => {
  it.each([
    ['where = space', true],
    ['where = caller|space', true],
    ['where = local', false],
    ['where != space', false],
    ['where != local|ci', true],
    ['where != local|space', false],
    ['count = 3', true],
    ['torch = 2.8', true],
    ['torch = 2.8.0', true],
    ['torch = 2', true],
    ['torch = 2.80', false],
    ['torch != 2.8', false],
    // No version lies within a word, nor within more than one.
    ['tag = 2.8', false],
    ['tag = v2', false],
    ['torch = 2.8|x', true],
    ['torch = 2.x', false],
    ['cuda = 12', true],
    ['cuda = 12.8', true],
    ['cuda = 1', false],
    ['year = 2024', true],
    ['cuda < 12.8', false],
    ['python = 3.1', false],
    ['python = 3.10', true],
    ['python < 3.11', true],
    ['python < 3.10', false],
    ['python <= 3.10.13', true],
    ['python <= 3.10.12', false],
    ['python > 3.9', true],
    ['python > 3.10.13', false],
    ['python >= 3.10.13', true],
    ['python >= 3.11', false],
    ['has torch', true],
    ['has module', false],
  ])('%s: %s', (written, outcome) => expect(told(written)).toBe(outcome));

  it.each(['module = cv2', 'module != cv2', 'module < 2', 'module >= 2'])('%s is unknown where the log does not say', (written) =>
    expect(told(written)).toBeNull(),
  );
});

describe('of several words, of which somebody may have left some out', () => {
  const said: Known = { tried: ['restart', 'token'] };
  it.each([
    ['tried = restart', true],
    ['tried = cache|token', true],
    ['tried = cache', null],
    ['tried != cache', true],
    ['tried != cache|token', false],
    ['tried < restart', null],
    ['has tried', true],
  ])('%s: %s', (written, outcome) => expect(holds(parseCondition(written) as Condition, said)).toBe(outcome));
});

describe('of a range', () => {
  it.each([
    // Both ends known: 5.0.0 to 5.49.1.
    ['gradio < 6', true],
    ['gradio < 5.49.1', null],
    ['gradio < 5', false],
    ['gradio <= 5.49.1', true],
    ['gradio <= 5.0.0', null],
    ['gradio <= 4', false],
    ['gradio > 4.44', true],
    ['gradio > 5.0.0', null],
    ['gradio > 5.49.1', false],
    ['gradio >= 5.0.0', true],
    ['gradio >= 5.1', null],
    ['gradio >= 5.49.2', false],
    ['gradio < 5.0.0', false],
    ['gradio = 5', true],
    ['gradio = 5.49', null],
    ['gradio = 4|6', false],
    ['gradio = 4|5', true],
    ['gradio = 4|5.1', null],
    ['gradio = 5.0.0', null],
    // The ends themselves are within.
    ['gradio != 5.0.0', null],
    ['gradio != 5.49.1', null],
    ['gradio = 4.99', false],
    ['gradio = 5.50', false],
    ['gradio = 5.49.1', null],
    ['gradio != 5', false],
    ['gradio != 6', true],
    ['gradio != 5.1', null],
    // Up to 0.29.9.
    ['spaces < 0.30', true],
    ['spaces < 0.20', null],
    ['spaces > 0.30', false],
    ['spaces >= 0.30', false],
    ['spaces > 0.20', null],
    ['spaces = 0.30', false],
    ['spaces = 0.20', null],
    ['spaces = 0.29.9', null],
    ['spaces = 0.29', null],
    ['spaces <= 0.20', null],
    ['spaces >= 0.29.9', null],
    ['spaces > 0.29.9', false],
    // From 2.0.0 on.
    ['numpy >= 2.0.0', true],
    ['numpy < 2.0.0', false],
    ['numpy <= 1.26', false],
    ['numpy <= 2.4', null],
    ['numpy > 1.26', true],
    ['numpy = 1.26', false],
    ['numpy = 2', null],
    ['numpy = 2.0.0', null],
    ['numpy = 2.0', null],
    ['numpy > 3', null],
    ['numpy >= 3', null],
    ['numpy < 3', null],
    ['has numpy', true],
    // From 1.11.3 on: that is 1.11 as well.
    ['scipy = 1.11', null],
    ['scipy = 1.11.2', false],
    ['scipy = 1.10', false],
    ['scipy != 1.10', true],
  ])('%s: %s', (written, outcome) => expect(told(written)).toBe(outcome));
});
