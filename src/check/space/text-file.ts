/** Bytes of a source file to text, by Python's rules: UTF-8 with or without a mark, or the encoding that its first lines declare. */
import type { Refusal } from '../python/parse.ts';

/** How Python finds a declared encoding: a comment in one of the first two lines. */
const DECLARED = /^[ \t\f]{0,80}#.{0,80}?coding[:=][ \t]{0,20}([-\w.]{1,40})/;
const LATIN = /^(?:latin-?1|iso-?8859-?1(?:5)?|cp1252|windows-1252)$/i;

/** In: the bytes of a file. Out: its text with line feeds, or why Python, or only this program, would not read it. */
export function pythonText(bytes: Uint8Array): string | Refusal {
  const text = utf8(bytes);
  if (text !== null) return text;
  if (isUtf16(bytes)) return { ...AT_ONCE, what: 'UTF-16, which Python does not read', isCertain: true };
  const latin = latin1(bytes);
  const declared = latin.split('\n', 2).flatMap((line) => DECLARED.exec(line)?.[1] ?? [])[0];
  if (declared && LATIN.test(declared)) return latin;
  return declared
    ? { ...AT_ONCE, what: `not UTF-8, and its declared encoding ${declared} is not read here`, isCertain: false }
    : { ...AT_ONCE, what: 'not UTF-8, and it declares no other encoding', isCertain: true };
}

const AT_ONCE = { line: 1, column: 1 };

/** A text file that pip or the Hub reads: what is not UTF-8 is taken as Latin-1, for only names and versions matter. */
export function plainText(bytes: Uint8Array): string {
  return utf8(bytes) ?? latin1(bytes);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    // The decoder drops the mark at the beginning.
    return lineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return lineFeeds(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
