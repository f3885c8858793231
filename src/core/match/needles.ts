/** The texts that a gate finds, as bytes: what of each is sure to stand in a line, and which bytes count as equal. */

const CASE_OF_ASCII = 32;

/** One byte for all that count as equal: both cases (of Latin-1 and Cyrillic letters as well), a tab and the blanks it becomes. */
export const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + CASE_OF_ASCII;
  if (byte === 0x09) return 0x20;
  if (byte >= 0x80 && byte < 0xc0) return 0x80 | (byte & 0x1f);
  return byte === 0xd1 ? 0xd0 : byte;
});
/** 1 for bytes that continue a name: before one of them a word has not ended. */
const GOES_ON = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w=.,()/'-]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** What must be found: some text, or a word in exactly this case with nothing of a name behind it; or one with more digits and a text behind it. */
export interface Wanted {
  text: string;
  isWord?: boolean;
  /** Of ASCII. */
  behindDigits?: string;
  /** It is looked for at the beginning only. */
  settles?: boolean;
}

/** A line with a backslash is read whatever it holds, and the piece beside it stands in many that hold none. */
export function isFoundOtherwise({ text }: Wanted): boolean {
  return text.includes('\\');
}

/** What is looked for in the bytes, laid out by columns: thousands of objects would take longer to make than a short log to read. */
export interface Needles {
  wanted: readonly Wanted[];
  /** The bytes of all texts, each with a {@link END} behind it. */
  bytes: Uint8Array;
  /** Of each needle where its bytes begin, and at last where those of another one would. */
  starts: Uint32Array;
  /** Of each needle its number among the wanted. */
  numbers: Uint16Array;
}

/** Nothing in it that {@link surePiece} would split at. */
const PLAIN = /^(?:[!-[\]-z|~]| (?! ))*$/;

const encoder = new TextEncoder();
/** Ends each text among the bytes of all; none holds one. */
const END = 0x0a;

/** Lays them out, without those that are found otherwise. */
export function needlesOf(wanted: readonly Wanted[]): Needles {
  let pieces = '';
  let count = 0;
  const numbers = new Uint16Array(wanted.length);
  for (const [number, each] of wanted.entries()) {
    if (isFoundOtherwise(each)) continue;
    pieces += `${surePiece(each.text)}\n`;
    numbers[count++] = number;
  }
  const bytes = encoder.encode(pieces);
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) starts[at + 1] = bytes.indexOf(END, starts[at]) + 1;
  return { wanted, bytes, starts, numbers: numbers.subarray(0, count) };
}

/** Bytes of one of them. */
export function lengthOf({ starts }: Needles, at: number): number {
  return (starts[at + 1] as number) - (starts[at] as number) - 1;
}

/** Whether one of them stands in bytes[start, to). */
export function stands(needles: Needles, at: number, bytes: Uint8Array, start: number, to: number): boolean {
  const end = start + lengthOf(needles, at);
  if (end > to) return false;
  const { isWord, behindDigits } = needles.wanted[needles.numbers[at] as number] as Wanted;
  const own = needles.bytes;
  for (let place = start, index = needles.starts[at] as number; place < end; place++, index++)
    if (isWord ? bytes[place] !== own[index] : FOLD[bytes[place] as number] !== FOLD[own[index] as number]) return false;
  if (behindDigits && !standsBehindDigits(behindDigits, bytes, end, to)) return false;
  return !isWord || end >= to || GOES_ON[bytes[end] as number] === 0;
}

/** @param text of ASCII */
function standsBehindDigits(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
  for (let index = 0; index < text.length; index++, at++) if (at >= to || bytes[at] !== text.charCodeAt(index)) return false;
  return true;
}

/**
 * The longest piece of a text that stands in the raw bytes whenever the text stands in the cleaned line: without double blanks (a
 * tab becomes them), braces (they show hidden characters) and letters whose cases {@link FOLD} does not bring together.
 */
function surePiece(text: string): string {
  if (PLAIN.test(text)) return text;
  const pieces = text.split(/ {2,}|[{}\\\u2400-\u2421\ufffd]/).flatMap(splitAtUnfolded);
  return pieces.reduce((longest, piece) => (encoder.encode(piece).length > encoder.encode(longest).length ? piece : longest), '');
}

function splitAtUnfolded(text: string): string[] {
  const pieces = [''];
  for (const char of text) {
    if (isFolded(char)) pieces[pieces.length - 1] += char;
    else pieces.push('');
  }
  return pieces;
}

function isFolded(char: string): boolean {
  if (char.toLowerCase() === char.toUpperCase()) return true;
  return /[A-Za-z\u00c0-\u00de\u00e0-\u00fe\u0410-\u044f]/.test(char);
}
