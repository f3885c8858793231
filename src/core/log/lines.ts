/** Bytes to lines: any chunking, any line ending, any length, and always the same lines. */
import { encodingOf, isWide } from './encoding.ts';

export interface RawLine {
  /** Number of the physical line, from 1. A carriage return starts a new text on the same number (progress bars). */
  number: number;
  text: string;
  /** Characters left out of the middle of an overlong line. */
  cut: number;
}

/** Longest text that is matched; of a longer one head and tail are kept. */
export const LONGEST_LINE = 8192;
const HALF = LONGEST_LINE / 2;

/** Splits a stream of bytes (UTF-8, or UTF-16 with or without a byte-order mark) into lines and hands each to `emit`. */
export class LineReader {
  bytes = 0;
  lines = 0;
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  /** The first bytes, until they tell the encoding. */
  #start: Uint8Array = NOTHING;
  /** Zeros since the last character. */
  #zeros = 0;
  #head = '';
  #tail = '';
  #cut = 0;
  #number = 1;
  #afterReturn = false;
  #open = false;
  readonly #emit: (line: RawLine) => void;
  readonly #isContinued: boolean;

  /** @param first number of the first line; of a later one the encoding is known: a text is read on, byte by byte. */
  constructor(emit: (line: RawLine) => void, first = 1) {
    this.#emit = emit;
    this.#number = first;
    this.#isContinued = first > 1;
  }

  /** Number of the line that comes next, or is open. */
  get next(): number {
    return this.#number;
  }

  /** Whether each byte stands for itself: not before the encoding is known, and not in UTF-16. */
  get isBytewise(): boolean {
    return this.#decoder !== undefined && !isWide(this.#decoder.encoding);
  }

  /** Whether a whole line that comes now stands for itself: nothing before it is still to be joined with it. */
  get isAtLine(): boolean {
    return this.isBytewise && !this.#open && this.#zeros === 0 && !this.#afterReturn;
  }

  /** Whole lines that somebody else has read, or passed over: they only count. */
  pass(bytes: number, lines: number): void {
    this.bytes += bytes;
    this.#number += lines;
    this.lines = this.#number - 1;
  }

  /** Takes the next bytes; lines that they complete are emitted before it returns. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.bytes += chunk.length;
    if (this.#decoder) {
      this.#take(this.#decoder.decode(chunk, { stream: true }));
      return;
    }
    const start = joined(this.#start, chunk);
    const encoding = this.#isContinued ? 'utf-8' : encodingOf(start);
    this.#start = encoding === null ? new Uint8Array(start) : NOTHING;
    if (encoding === null) return;
    this.#decoder = new TextDecoder(encoding);
    this.#take(this.#decoder.decode(start, { stream: true }));
  }

  /** Ends the input: a last line without line feed is emitted. */
  end(): void {
    this.#decoder ??= new TextDecoder(encodingOf(this.#start, true) as string);
    this.#take(this.#decoder.decode(this.#start));
    this.#start = NOTHING;
    this.#zeros = 0;
    if (this.#open) this.#finish();
  }

  /**
   * Zeros are holes, such as log rotation leaves: at either end of a text they are dropped, and several within it part two texts
   * of the same line. One alone is a character, so that it cannot hide what it stands in.
   */
  #take(text: string): void {
    if (this.#zeros === 0 && !text.includes('\0')) {
      this.#split(text);
      return;
    }
    for (let at = 0; at < text.length; ) {
      const isHole = text[at] === '\0';
      const end = isHole ? endOfZeros(text, at) : before(text.indexOf('\0', at), text.length);
      if (isHole) {
        this.#zeros += end - at;
        this.lines = this.#number;
      } else {
        this.#closeHole(text[at] as string);
        this.#split(text.slice(at, end));
      }
      at = end;
    }
  }

  #closeHole(next: string): void {
    const zeros = this.#zeros;
    this.#zeros = 0;
    if (zeros === 0 || !this.#open || next === '\n' || next === '\r') return;
    if (zeros === 1) this.#add('\0');
    else this.#finish();
  }

  #split(text: string): void {
    let start = 0;
    let feed = text.indexOf('\n');
    let back = text.indexOf('\r');
    while (feed >= 0 || back >= 0) {
      const isReturn = back >= 0 && (feed < 0 || back < feed);
      const index = isReturn ? back : feed;
      if (index > start || !this.#afterReturn || isReturn) {
        this.#add(text.slice(start, index));
        this.#finish();
      }
      if (!isReturn) {
        this.lines = this.#number;
        this.#number++;
      }
      this.#afterReturn = isReturn;
      start = index + 1;
      if (isReturn) back = text.indexOf('\r', start);
      else feed = text.indexOf('\n', start);
    }
    if (start < text.length) {
      this.#afterReturn = false;
      this.#add(text.slice(start));
    }
  }

  #add(text: string): void {
    this.#open = true;
    this.lines = this.#number;
    const room = LONGEST_LINE - this.#head.length;
    this.#head += text.slice(0, room);
    this.#tail += text.slice(room);
    // Cut now and then, not for every piece: a line may come byte by byte.
    if (this.#tail.length <= LONGEST_LINE * 4) return;
    this.#cut += this.#tail.length - HALF;
    this.#tail = this.#tail.slice(-HALF);
  }

  /** Emits what has been gathered, cut in the middle when it is too long. */
  #finish(): void {
    const line = this.#gathered();
    this.#head = '';
    this.#tail = '';
    this.#cut = 0;
    this.#open = false;
    this.#emit(line);
  }

  /** The word at the cut goes with the middle: it may be half a secret, that nobody would know for one. */
  #gathered(): RawLine {
    const number = this.#number;
    if (!this.#tail) return { number, text: this.#head, cut: 0 };
    const whole = this.#head.length + this.#tail.length + this.#cut;
    const head = withoutLastWord(this.#head.slice(0, HALF - CUT.length));
    const tail = withoutFirstWord((this.#head + this.#tail).slice(-HALF));
    return { number, text: `${head}${CUT}${tail}`, cut: whole - head.length - tail.length };
  }
}

/** Stands where the middle of a line was, so that its two ends say nothing together that neither says alone. */
const CUT = '…';
/** What secrets are made of, and credentials in front of a host. */
const OF_A_WORD = /[\w.+/=:@%~-]/;

function withoutFirstWord(text: string): string {
  let at = 0;
  while (at < text.length && OF_A_WORD.test(text[at] as string)) at++;
  return text.slice(at);
}

function withoutLastWord(text: string): string {
  let at = text.length;
  while (at > 0 && OF_A_WORD.test(text[at - 1] as string)) at--;
  return text.slice(0, at);
}

const NOTHING: Uint8Array = new Uint8Array();

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function endOfZeros(text: string, from: number): number {
  let at = from;
  while (text[at] === '\0') at++;
  return at;
}

function before(index: number, end: number): number {
  return index < 0 ? end : index;
}
