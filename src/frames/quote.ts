/** The source line that a traceback quotes under a frame: whether it can tell anything, and the sign that stands for it in the table. */

import { LONGEST_QUOTE } from '../core/library/frame.ts';

/** As in src/build/releases/marks.py: the table holds lines that call, raise or import; a frame on any other line tells nothing. */
const TELLING = /^(?!(?:async )?def\b)[^(]{0,400}\(|^(?:raise|import|from)\b/;
/** As in src/build/releases/table.py: none is a digit or a sign of the table's format. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&*_./;?^';
/** Where in a traceback on one line the exception follows the last quoted line. */
const EXCEPTION = /\s[A-Za-z_][\w.]{0,100}(?:Error|Exception|Interrupt|Exit|Warning)\b/g;
/** A quoted line may name exceptions itself; more than these are no line of a library. */
const MOST_ENDS = 4;

/** Whether the table holds lines of this kind. */
export function isTelling(quote: string): boolean {
  return TELLING.test(quote.trim());
}

/** The sign of each line that a quotation can be: all of it, or what stands before the name of an exception. */
export function signsOf(quote: string): string[] {
  const bounded = quote.slice(0, LONGEST_QUOTE);
  const ends = [...bounded.matchAll(EXCEPTION)].slice(0, MOST_ENDS).map(({ index }) => index);
  return [...ends, bounded.length].map((end) => hash(bounded.slice(0, end)));
}

/** Six bits of the FNV-1a hash of a line, whatever its blanks. */
function hash(line: string): string {
  let number = 2166136261;
  for (const character of line.replace(/\s/g, '')) number = Math.imul(number ^ (character.codePointAt(0) as number), 16777619);
  number ^= number >>> 16;
  return ALPHABET[number & 63] as string;
}
