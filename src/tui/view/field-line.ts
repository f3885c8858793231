/** A field as a line: the part of its text that there is room for, and where the cursor stands in it. */
import type { SafeText } from '../../core/text/neutralise.ts';
import { maskAround } from '../../core/text/secrets.ts';
import { fieldOf } from '../state/field.ts';
import { graphemes } from '../terminal/key-names.ts';
import { cut, slice, stringWidth } from './fit.ts';
import type { Scene } from './scene.ts';

/** The field of a screen with its prompt. */
export function fieldLine({ model, view }: Scene, columns: number): { line: string; x: number } {
  const prompt = ` ${model.prompt}`;
  const room = columns - stringWidth(prompt) - 1;
  const { text, cursor } = view.field ?? fieldOf('');
  if (text === '') return { line: prompt + cut(model.placeholder, room), x: stringWidth(prompt) };
  const window = fieldWindow(text, cursor, room);
  return { line: prompt + window.text, x: stringWidth(prompt) + window.x };
}

/** The part of a text that shows in a field of `room` columns, with the cursor in it. A secret that was pasted is not shown. */
export function fieldWindow(text: SafeText, cursor: number, room: number): { text: string; x: number } {
  const place = graphemes(text).slice(0, cursor).join('').length;
  const { text: open, offsets } = maskAround(text, [place]);
  const before = stringWidth(open.slice(0, offsets[0]));
  const hidden = Math.max(0, before - room + 1);
  const shown = hidden > 0 ? slice(open, hidden, hidden + room) : cut(open, room);
  return { text: shown, x: Math.min(before - hidden, room - 1) };
}
