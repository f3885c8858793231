/**
 * Stands for string-width in the bundle. That one prepares the table of all emoji when it is loaded, a third of the start-up time;
 * here it is loaded by the first text that is more than letters and lines.
 */
import { NARROW } from './narrow.ts';

declare const require: (id: string) => { default: typeof stringWidth };

interface Options {
  ambiguousIsNarrow?: boolean;
  countAnsiEscapeCodes?: boolean;
}

const COLOUR = /\u001b\[[\d;]*m/g;

/** Columns that a text takes in a terminal. */
export default function stringWidth(text: string, options: Options = {}): number {
  if (options.ambiguousIsNarrow !== false) {
    const bare = !options.countAnsiEscapeCodes && text.includes('\u001b') ? text.replace(COLOUR, '') : text;
    if (NARROW.test(bare)) return bare.length;
  }
  return require('../../../node_modules/string-width/index.js').default(text, options);
}
