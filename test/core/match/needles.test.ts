/** Whether a text stands at a place in bytes: in any case, or as a word in its own. */
import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/core/match/gate.ts';
import type { Wanted } from '../../../src/core/match/needles.ts';

/** Whether it is found in the middle of other bytes: only from..to are looked at. */
function isFound(wanted: Wanted, text: string, before = '', behind = ''): boolean {
  const bytes = new TextEncoder().encode(before + text + behind);
  const found = new Set<number>();
  const from = new TextEncoder().encode(before).length;
  Gate.of([wanted])?.next(bytes, from, from + new TextEncoder().encode(text).length, found);
  return found.has(0);
}

describe('a text that is wanted', () => {
  it('stands in any case, and within what is looked at', () => {
    const wanted = { text: 'out of memory' };
    expect([isFound(wanted, 'OUT of Memory'), isFound(wanted, 'out of memor'), isFound(wanted, 'out of mem', '', 'ory')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isFound(wanted, 'of memory', 'out ')).toBe(false);
  });

  it('with digits in it stands with any of them, or none', () => {
    const wanted = { text: 'line ', behindDigits: ', in' };
    for (const text of ['line 12, in f', 'line 0123456789, in', 'line , in']) expect(isFound(wanted, text), text).toBe(true);
    for (const text of ['line 12 in f', 'line 12,', 'line 12', 'line x, in', 'line 1:2, in', 'line 1/2, in'])
      expect(isFound(wanted, text), text).toBe(false);
    expect(isFound(wanted, 'line 12, i', '', 'n f')).toBe(false);
    expect(isFound(wanted, 'line 1', '', '2, in f')).toBe(false);
  });
});
