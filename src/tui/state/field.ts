/** A line of text being typed: pure, by graphemes, so that an emoji is one step and one Backspace. */
import { neutralise, type SafeText } from '../../core/text/neutralise.ts';
import { graphemes } from '../terminal/key-names.ts';

export interface Field {
  text: SafeText;
  /** Graphemes before the cursor. */
  cursor: number;
}

/** Longest text that a field takes; more is a log, and belongs into a paste. */
const LONGEST = 2000;

/** A field with this text, the cursor behind it. */
export function fieldOf(text: string): Field {
  const safe = neutralise(text).slice(0, LONGEST) as SafeText;
  return { text: safe, cursor: graphemes(safe).length };
}

/** The field after typing or pasting `text` at the cursor. */
export function insert(field: Field, text: string): Field {
  const safe = neutralise(text.replace(/[\r\n]{1,200}/g, ' '));
  const pieces = graphemes(field.text);
  if (field.text.length + safe.length > LONGEST) return field;
  const before = pieces.slice(0, field.cursor).join('') + safe;
  return { text: (before + pieces.slice(field.cursor).join('')) as SafeText, cursor: graphemes(before).length };
}

/** The field after an editing key; null when the key does not edit. */
export function edit(field: Field, key: string): Field | null {
  const pieces = graphemes(field.text);
  const { cursor } = field;
  const keep = (from: number, to: number): Field => ({
    text: [...pieces.slice(0, from), ...pieces.slice(to)].join('') as SafeText,
    cursor: from,
  });
  switch (key) {
    case 'backspace':
      return cursor > 0 ? keep(cursor - 1, cursor) : field;
    case 'delete':
      return keep(cursor, cursor + 1);
    case 'ctrl+u':
      return keep(0, cursor);
    case 'ctrl+k':
      return keep(cursor, pieces.length);
    case 'ctrl+w':
      return keep(wordStart(pieces, cursor), cursor);
    case 'left':
      return { ...field, cursor: Math.max(0, cursor - 1) };
    case 'right':
      return { ...field, cursor: Math.min(pieces.length, cursor + 1) };
    case 'home':
    case 'ctrl+a':
      return { ...field, cursor: 0 };
    case 'end':
    case 'ctrl+e':
      return { ...field, cursor: pieces.length };
    default:
      return null;
  }
}

function wordStart(pieces: string[], cursor: number): number {
  let at = cursor;
  while (at > 0 && pieces[at - 1] === ' ') at--;
  while (at > 0 && pieces[at - 1] !== ' ') at--;
  return at;
}
