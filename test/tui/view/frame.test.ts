import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Origin, Subject } from '../../../src/tui/state/state.ts';
import { stringWidth } from '../../../src/tui/view/fit.ts';
import { type Frame, frameOf } from '../../../src/tui/view/frame.ts';
import { GUTTER } from '../../../src/tui/view/layout.ts';
import { afterwards, plainWorld, press, stateOf, world } from '../world.ts';

const LOG = `Traceback (most recent call last):
  File "/home/user/app/app.py", line 12, in 生成する関数
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 47.40 GiB of which 1.10 GiB is free.
ValueError: 你好 👩‍👩‍👧 e\u0301\u0301 ${'漢字'.repeat(80)}`;

const origin: Origin = {
  name: 'paste',
  first: '' as Origin['first'],
  last: '' as Origin['last'],
  isReading: true,
  reading: 1,
  tail: null,
  idle: 0,
};
const SUBJECTS: Subject[] = [
  { screen: 'home' },
  { screen: 'search' },
  { screen: 'list', kind: 'error' },
  { screen: 'page', id: 'quota-exceeded' },
  { screen: 'page', id: 'hardware-tiers' },
  { screen: 'tree', id: 'large-or-xlarge', answers: [] },
  { screen: 'tree', id: 'large-or-xlarge', answers: [1, 5, 1] },
  { screen: 'tree', id: 'large-or-xlarge', answers: [2] },
  { screen: 'plan', answers: {}, isTyped: false },
  { screen: 'plan', answers: { duration: '60', size: null, tier: 'free', left: null, params: null }, isTyped: false },
  { screen: 'diagnosis', result: world.diagnose(LOG), origin },
  { screen: 'diagnosis', result: world.diagnose(''), origin },
  { screen: 'paste' },
  { screen: 'help', about: 'page' },
];

function all(frame: Frame): string[] {
  return [...frame.top, ...frame.main, ...frame.bottom];
}

/** What goes wrong with a frame, in words; empty when nothing does. */
function faults(frame: Frame): string[] {
  const { columns, rows, top, side, main, bottom, cursor } = frame;
  const found: string[] = [];
  const room = side.length > 0 ? columns - Math.max(...side.map((line) => stringWidth(line))) - GUTTER : columns;
  for (const line of [...top, ...bottom]) if (stringWidth(line) > columns) found.push(`wide: ${line}`);
  for (const line of main) if (stringWidth(line) > room) found.push(`wide in the pane: ${line}`);
  if (top.length + Math.max(main.length, side.length) + bottom.length > rows) found.push('too high');
  for (const line of [...all(frame), ...side])
    if (/[^\P{Control}\x1b]/u.test(line)) found.push(`control character: ${JSON.stringify(line)}`);
  if (cursor && (cursor.x >= columns || cursor.y >= rows)) found.push('cursor outside');
  return found;
}

const KEYS = [
  'up',
  'down',
  'pagedown',
  'pageup',
  'enter',
  'esc',
  'tab',
  'o',
  'x',
  '/',
  'n',
  'a',
  'ま',
  '1',
  '2',
  '[',
  ']',
  '?',
  'G',
  'g',
  ' ',
  'backspace',
  'l',
  'h',
];

describe('a frame', () => {
  test.each(SUBJECTS.map((subject) => [JSON.stringify(subject).slice(0, 60), subject] as const))('%s fits every window', (_, subject) => {
    for (const columns of [40, 45, 59, 60, 80, 109, 110, 140, 200, 300, 1, 20]) {
      for (const rows of [10, 14, 15, 18, 24, 45, 60, 1, 5])
        expect({ columns, rows, faults: faults(frameOf(stateOf(subject, columns, rows), world)) }).toEqual({ columns, rows, faults: [] });
    }
  });

  test('fits where no row has what is typed', () => {
    for (const columns of [40, 59, 80, 140, 200]) {
      const frame = frameOf(press(stateOf({ screen: 'list', kind: 'error' }, columns, 20), '/', 'q', 'q', 'q'), world);
      expect(faults(frame)).toEqual([]);
      expect(all(frame).join(' ').replace(/\s+/g, ' ')).toContain('No row matches. Enter searches all pages');
    }
  });

  test('fits after any keys in any window', () => {
    const subject = fc.constantFrom(...SUBJECTS);
    const size = fc.record({ columns: fc.integer({ min: 1, max: 220 }), rows: fc.integer({ min: 1, max: 70 }) });
    fc.assert(
      fc.property(subject, size, size, fc.array(fc.constantFrom(...KEYS), { maxLength: 14 }), (about, first, second, keys) => {
        const state = press(stateOf(about, first.columns, first.rows), ...keys);
        expect(faults(frameOf(state, world))).toEqual([]);
        expect(faults(frameOf(afterwards(state, { type: 'resize', size: second }), world))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('without colour says the same', () => {
    for (const subject of SUBJECTS) {
      const coloured = all(frameOf(stateOf(subject, 80, 24), world)).map(stripVTControlCharacters);
      expect(all(frameOf(stateOf(subject, 80, 24), plainWorld))).toEqual(coloured);
    }
  });
});

describe('layouts', () => {
  test('two panes from 110 columns on, one below', () => {
    expect(frameOf(stateOf({ screen: 'home' }, 110, 24), world).side).not.toEqual([]);
    expect(frameOf(stateOf({ screen: 'home' }, 109, 24), world).side).toEqual([]);
  });

  test('bare below 60 columns or 15 rows: no rules, two hints', () => {
    for (const [columns, rows] of [
      [59, 24],
      [80, 14],
    ] as const) {
      const frame = frameOf(stateOf({ screen: 'page', id: 'quota-exceeded' }, columns, rows), world);
      expect(all(frame).join('\n')).not.toContain('───');
      expect(stripVTControlCharacters(frame.bottom.join(''))).toMatch(/^ Esc back · \? help {2,60}0 %$/);
    }
  });

  test('one sentence below 40×10', () => {
    expect(frameOf(stateOf({ screen: 'home' }, 39, 24), world).main.join(' ')).toContain('needs 40×10');
  });

  test('text is at most 100 wide', () => {
    for (const line of frameOf(stateOf({ screen: 'page', id: 'quota-exceeded' }, 300, 50), world).main)
      expect(stringWidth(line)).toBeLessThanOrEqual(101);
  });
});
