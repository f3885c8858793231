/** The texts just before the line that is read: what `near` looks at and what a wrapped message began on. Kept as bytes until asked for. */

import type { KnownLines } from './known-lines.ts';
import { LineReader } from './lines.ts';
import type { LogText, OpenLine } from './log-text.ts';

/** A text that was read. */
export interface Past {
  said: LogText;
  line: number;
  /** Whether it holds a literal of some signature. */
  isCandidate: boolean;
  /** Whether it stood in a traceback. */
  isQuoted: boolean;
  /** Whether a traceback ended with it: it was raised, whatever it explains. */
  isRaised: boolean;
}

/** Whole lines that were passed over, none of them a candidate or part of a traceback. */
interface Passed {
  bytes: Uint8Array;
  from: number;
  to: number;
  /** Number of the line behind the last one. */
  next: number;
}

const MOST_TEXTS = 40;
export const MOST_LINES = 64;
const ROOM = 128;
const WIDTH = 400;
const FEED = 10;
/** Fewer may stand in an explanation. */
const SOME_STATEMENTS = 3;
/** Blank, or the marks under a quoted statement: the exception below them belongs to what stands above them. */
const SAYS_NOTHING = /^[\s^~]*$/;

/** The last 40 texts of the last 64 lines, blank ones not counted. */
export class RecentTexts {
  /** Whether the last text that is neither blank nor marks holds a literal. */
  isCandidate = false;
  readonly #lines: KnownLines;
  #items: (Past | Passed)[] = [];
  #line = 0;
  /** All as one text, until another one comes. */
  #joined: string | null = null;

  constructor(lines: KnownLines) {
    this.#lines = lines;
  }

  /** A text that was read. */
  add(past: Past): void {
    this.#items.push(past);
    this.#joined = null;
    this.#line = past.line;
    if (!SAYS_NOTHING.test(past.said.text)) this.isCandidate = past.isCandidate;
    if (this.#items.length > ROOM) this.#items = this.#texts();
  }

  /** Whole lines of bytes[from, to) that were passed over; the first has the number `line`. */
  pass(bytes: Uint8Array, from: number, to: number, line: number, count: number): void {
    this.#joined = null;
    this.#items.push({ bytes, from, to, next: line + count });
    this.#line = line + count - 1;
    if (this.#items.length > ROOM) this.#items = this.#texts();
  }

  /** Copies what is kept: the caller reuses the bytes that it handed in. */
  settle(): void {
    const oldest = this.#line - MOST_LINES;
    this.#items = this.#items
      .filter((item) => ('next' in item ? item.next - 1 : item.line) > oldest)
      .map((item) => ('next' in item ? owned(item, item.next - 1 - oldest) : item));
  }

  /** The last text that is neither blank nor marks. */
  last(): Past | null {
    for (let index = this.#items.length - 1; index >= 0; index--) {
      const item = this.#items[index] as Past | Passed;
      const found = 'next' in item ? this.#lastOf(item) : SAYS_NOTHING.test(item.said.text) ? null : item;
      if (found) return found;
    }
    return null;
  }

  /** Whether they are the lines of a program, with its docstrings. Source that a traceback quotes does not count. */
  isSource(): boolean {
    this.#items = this.#texts();
    const source = (this.#items as Past[]).filter(({ said, isQuoted }) => !isQuoted && said.isStatement);
    return source.length >= SOME_STATEMENTS;
  }

  /** The first of them for which this holds. */
  find(isMeant: (past: Past) => boolean): Past | null {
    this.#items = this.#texts();
    return (this.#items as Past[]).find(isMeant) ?? null;
  }

  /** All of them, as one text. */
  joined(): string {
    if (this.#joined !== null) return this.#joined;
    this.#items = this.#texts();
    this.#joined = (this.#items as Past[]).map(({ said }) => said.text.slice(0, WIDTH)).join('\n');
    return this.#joined;
  }

  /** The texts, from the last one back to the oldest that is still known; in the order of the log. */
  #texts(): Past[] {
    const oldest = this.#line - MOST_LINES;
    const texts: Past[] = [];
    let counted = 0;
    for (let index = this.#items.length - 1; index >= 0 && counted < MOST_TEXTS; index--) {
      const item = this.#items[index] as Past | Passed;
      const items = 'next' in item ? this.#readLast(item, item.next - 1 - oldest) : [item];
      for (const past of items.reverse()) {
        if (past.line <= oldest || counted === MOST_TEXTS) break;
        texts.push(past);
        if (past.said.text !== '') counted++;
      }
    }
    return texts.reverse();
  }

  #lastOf(passed: Passed): Past | null {
    const oldest = this.#line - MOST_LINES;
    let { to, next } = passed;
    while (to > passed.from && next - 1 > oldest) {
      const from = startOfLast({ ...passed, to }, 1);
      const found = this.#readLast({ ...passed, from, to, next }, 1).findLast(({ said }) => !SAYS_NOTHING.test(said.text));
      if (found) return found;
      to = from;
      next--;
    }
    return null;
  }

  /** The texts of the last `count` lines. */
  #readLast(passed: Passed, count: number): Past[] {
    const { bytes, to, next } = passed;
    const texts: Past[] = [];
    let at = startOfLast(passed, count);
    let line = next - linesIn(bytes, at, to);
    while (at < to) {
      const end = bytes.indexOf(FEED, at);
      for (const { texts: some } of this.#openAt(bytes, at, end, line))
        for (const said of some) texts.push({ said, line, isCandidate: false, isQuoted: false, isRaised: false });
      at = end + 1;
      line++;
    }
    return texts;
  }

  /** Opens the line bytes[from, to), whose number is known. */
  #openAt(bytes: Uint8Array, from: number, to: number, line: number): OpenLine[] {
    const known = this.#lines.open(bytes, from, to);
    if (known) return [known];
    const opened: OpenLine[] = [];
    const reader = new LineReader(({ text }) => opened.push(this.#lines.openText(text)), line);
    reader.push(bytes.subarray(from, to + 1));
    return opened;
  }
}

/** The same with bytes of its own, and no more of them than the last `count` lines. */
function owned(passed: Passed, count: number): Passed {
  const from = startOfLast(passed, count);
  // Not with slice: of a Buffer it is no copy.
  const bytes = new Uint8Array(passed.bytes.subarray(from, passed.to));
  return { ...passed, bytes, from: 0, to: bytes.length };
}

function startOfLast({ bytes, from, to }: Passed, count: number): number {
  let start = to;
  for (let line = 0; line < count && start > from; line++) {
    start--;
    while (start > from && bytes[start - 1] !== FEED) start--;
  }
  return start;
}

function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === FEED) count++;
  return count;
}
