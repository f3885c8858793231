/** A field as a line: the part of its text that there is room for, and where the cursor stands in it. */
import { graphemes } from '../terminal/key-names.ts';
import { cut, slice, stringWidth } from './fit.ts';
import type { Stage } from './stage.ts';

/** The field of a screen with its prompt. */
export function fieldLine({ model, view }: Stage, columns: number): { line: string; x: number } {
  const prompt = ` ${model.prompt}`;
  const room = columns - stringWidth(prompt) - 1;
  const { text, cursor } = view.field ?? { text: '', cursor: 0 };
  if (text === '') return { line: prompt + cut(model.placeholder, room), x: stringWidth(prompt) };
  const window = fieldWindow(text, cursor, room);
  return { line: prompt + window.text, x: stringWidth(prompt) + window.x };
}

/** The part of a text that shows in a field of `room` columns, with the cursor in it. */
export function fieldWindow(text: string, cursor: number, room: number): { text: string; x: number } {
  const pieces = graphemes(text);
  const before = stringWidth(pieces.slice(0, cursor).join(''));
  const hidden = Math.max(0, before - room + 1);
  const shown = hidden > 0 ? slice(text, hidden, hidden + room) : cut(text, room);
  return { text: shown, x: Math.min(before - hidden, room - 1) };
}
