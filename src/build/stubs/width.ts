/**
 * Stands for string-width in the bundle: Ink then counts columns as all else here does, and the table of all emoji, a third of the
 * start-up time, is not loaded at all.
 */
import { stripVTControlCharacters } from 'node:util';
import { columnsOf } from '../../core/text/columns.ts';

/** Columns that a text takes in a terminal. */
export default function stringWidth(text: string): number {
  return columnsOf(text.includes('\u001b') ? stripVTControlCharacters(text) : text);
}
