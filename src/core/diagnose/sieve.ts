/** Passes over the lines of a log in which nobody would find anything; every other line is read in full, with the same outcome. */

import type { KnownLines } from '../log/known-lines.ts';
import { type LineReader, LONGEST_LINE } from '../log/lines.ts';
import type { OpenLine } from '../log/log-text.ts';
import type { RecentTexts } from '../log/recent-texts.ts';
import type { Gate } from '../match/gate.ts';

/** Bytes that are read in full before lines are passed over. */
export const SHORT_LOG = 4096;

const FEED = 0x0a;
/**
 * Lines with these bytes are read in full, for cleaning may join what they part or turn them into plain ones: escape begins a
 * terminal sequence, 0xc2 the 8-bit ones and the hard blank, a backslash may hide a character, an ampersand begins an entity,
 * 0xe2 0x80 a curly quote or a thin blank, 0xe3 0x80 0x80 is the wide blank.
 */
const HIDING: readonly { byte: number; isMark?: (chunk: Uint8Array, at: number) => boolean }[] = [
  { byte: 0x1b },
  { byte: 0x5c },
  { byte: 0xc2 },
  { byte: 0x26, isMark: (chunk, at) => ENTITY.has(chunk[at + 1] as number) },
  { byte: 0xe2, isMark: (chunk, at) => chunk[at + 1] === 0x80 && isQuoteOrBlank(chunk[at + 2] as number) },
  { byte: 0xe3, isMark: (chunk, at) => chunk[at + 1] === 0x80 && chunk[at + 2] === 0x80 },
];
/** Second characters of the entities that are undone: a parameter of an address rarely begins with one. */
const ENTITY = new Set([...'#qlgna'].map((char) => char.charCodeAt(0)));

/** Last byte of U+2002 to U+200A, U+2018 to U+201F and U+202F. */
function isQuoteOrBlank(byte: number): boolean {
  return (byte >= 0x82 && byte <= 0x8a) || (byte >= 0x98 && byte <= 0x9f) || byte === 0xaf;
}

/** What lines are searched for, as it is now. */
export interface Wanting {
  gate: Gate;
  /** What the gate knows and nobody looks for any more. */
  ignored: ReadonlySet<number>;
}

/** Who reads the lines: whole ones that stand for themselves are opened by their bytes, all others go through the reader. */
export interface Readers {
  reader: LineReader;
  lines: KnownLines;
  read: (line: OpenLine, number: number) => void;
}

/** Stands between the chunks and the reader of their lines. */
export class Sieve {
  readonly #wanted: Wanting;
  readonly #readers: Readers;
  readonly #reader: LineReader;
  readonly #recent: RecentTexts;
  readonly #isIdle: () => boolean;
  /** The reader stands within a line. The first one is always read: it may begin with a byte-order mark. */
  #isWithin = true;

  /** @param isIdle whether nothing that was read so far makes the next line matter. */
  constructor(wanted: Wanting, readers: Readers, recent: RecentTexts, isIdle: () => boolean) {
    this.#wanted = wanted;
    this.#readers = readers;
    this.#reader = readers.reader;
    this.#recent = recent;
    this.#isIdle = isIdle;
  }

  /** Takes the next bytes; they may be reused when it has returned. */
  push(chunk: Uint8Array): void {
    const end = chunk.lastIndexOf(FEED) + 1;
    const stops = new Stops(this.#wanted, chunk, end);
    let at = 0;
    while (at < end) {
      if (!this.#isWithin && this.#reader.isBytewise && this.#isIdle()) at = this.#pass(chunk, at, stops.next(at));
      if (at < end) at = this.#read(chunk, at, chunk.indexOf(FEED, at) + 1);
    }
    if (at < chunk.length) this.#read(chunk, at, chunk.length);
    this.#recent.settle();
  }

  #read(chunk: Uint8Array, from: number, to: number): number {
    const isEnd = chunk[to - 1] === FEED;
    if (this.#isWithin || !isEnd || !this.#readWhole(chunk, from, to)) this.#reader.push(chunk.subarray(from, to));
    this.#isWithin = !isEnd;
    return to;
  }

  /** Reads a line by its bytes; false when only the reader can tell what it is. */
  #readWhole(chunk: Uint8Array, from: number, to: number): boolean {
    const line = this.#reader.isAtLine ? this.#readers.lines.open(chunk, from, to - 1) : null;
    if (!line) return false;
    const number = this.#reader.next;
    this.#reader.pass(to - from, 1);
    this.#readers.read(line, number);
    return true;
  }

  /** Passes over the lines before the one that holds `stop`, and before one that is too long to be matched whole. */
  #pass(chunk: Uint8Array, from: number, stop: number): number {
    let at = from;
    let count = 0;
    while (at < stop) {
      const feed = chunk.indexOf(FEED, at);
      if (feed >= stop || feed - at > LONGEST_LINE) break;
      at = feed + 1;
      count++;
    }
    if (count > 0) {
      this.#recent.pass(chunk, from, at, this.#reader.next, count);
      this.#reader.pass(at - from, count);
    }
    return at;
  }
}

/** The places of a chunk whose lines are to be read, each looked for once. */
class Stops {
  readonly #gate: Gate;
  readonly #wanted: Wanting;
  readonly #chunk: Uint8Array;
  readonly #end: number;
  readonly #hiding: number[];
  #hit = -1;

  constructor(wanted: Wanting, chunk: Uint8Array, end: number) {
    this.#wanted = wanted;
    this.#gate = wanted.gate;
    this.#chunk = chunk;
    this.#end = end;
    this.#hiding = HIDING.map(() => -1);
  }

  /** The first one from `at` on, or the end. */
  next(at: number): number {
    let first = this.#end;
    for (const [index, mark] of HIDING.entries()) {
      if ((this.#hiding[index] as number) < at) this.#hiding[index] = found(nextMark(this.#chunk, mark, at));
      first = Math.min(first, this.#hiding[index] as number);
    }
    if (this.#hit < at && at < first) this.#hit = found(this.#gate.next(this.#chunk, at, this.#end, undefined, this.#wanted.ignored));
    return this.#hit < at ? first : Math.min(first, this.#hit);
  }
}

function nextMark(chunk: Uint8Array, { byte, isMark }: (typeof HIDING)[number], from: number): number {
  let at = chunk.indexOf(byte, from);
  while (isMark && at >= 0 && !isMark(chunk, at)) at = chunk.indexOf(byte, at + 1);
  return at;
}

function found(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}
