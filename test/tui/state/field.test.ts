import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit, fieldOf, insert } from '../../../src/tui/state/field.ts';
import { fieldWindow } from '../../../src/tui/view/field-line.ts';
import { stringWidth } from '../../../src/tui/view/fit.ts';
import { anyCharacter } from '../../any-character.ts';

describe('a field', () => {
  test('takes back what people see as one character', () => {
    expect(edit(fieldOf('a👩‍👩‍👧'), 'backspace')).toEqual(fieldOf('a'));
    expect(edit(fieldOf('日本'), 'backspace')).toEqual(fieldOf('日'));
  });

  test('inserts and deletes at the cursor', () => {
    const field = edit(edit(fieldOf('quta'), 'left') ?? fieldOf(''), 'left') ?? fieldOf('');
    expect(insert(field, 'o')).toMatchObject({ text: 'quota', cursor: 3 });
    expect(edit({ ...fieldOf('quota'), cursor: 0 }, 'delete')?.text).toBe('uota');
  });

  test('deletes words and the line', () => {
    expect(edit(fieldOf('illegal duration '), 'ctrl+w')?.text).toBe('illegal ');
    expect(edit(fieldOf('illegal duration'), 'ctrl+u')?.text).toBe('');
  });

  test('never holds a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(insert(fieldOf(''), text).text).not.toMatch(/\p{Control}/u);
      }),
    );
  });

  test('shows the cursor, however long the text and narrow the room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 30 }), fc.nat(60), (raw, room, at) => {
        const field = fieldOf(raw);
        const window = fieldWindow(field.text, Math.min(at, field.cursor), room);
        expect(window.x).toBeGreaterThanOrEqual(0);
        expect(window.x).toBeLessThan(room);
        expect(stringWidth(window.text)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
