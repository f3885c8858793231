import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barLines } from '../../../src/core/document/bars.ts';

const bar = (label: string, value: number, text = `${value} s`) => ({ label, value, text });

describe('barLines', () => {
  it('puts all bars on one scale, with the number beside', () => {
    expect(barLines([bar('booked', 50), bar('left', 100)], 30)).toEqual([
      'booked  50 s [########.......]',
      'left   100 s [###############]',
    ]);
  });

  it('shows something of what is there, and nothing of nothing or less', () => {
    expect(barLines([bar('a', 1), bar('b', 0), bar('c', -5), bar('d', 1000)], 25)).toEqual([
      'a    1 s [#.............]',
      'b    0 s [..............]',
      'c   -5 s [..............]',
      'd 1000 s [##############]',
    ]);
  });

  it('is full only for the longest', () => {
    expect(barLines([bar('a', 999), bar('b', 1000)], 20)[0]).toContain('.]');
  });

  it('is never wider than asked, is plain ASCII, and longer for more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 30, max: 120 }),
        (values, width) => {
          const lines = barLines(
            values.map((value, index) => bar(`b${index}`, value)),
            width,
          );
          const cells = lines.map((line) => line.replace(/[^#]/g, '').length);
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(width);
            expect(line).toMatch(/^[\x20-\x7e]+$/);
          }
          for (const [i, a] of values.entries())
            for (const [j, b] of values.entries()) if (a < b) expect(cells[i]).toBeLessThanOrEqual(cells[j] as number);
        },
      ),
    );
  });
});
