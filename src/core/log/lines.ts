/** Bytes to lines: any chunking, any line ending, any length, and always the same lines. */

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
  /** The first byte: only with the second does it tell the encoding. */
  #start: Uint8Array = NOTHING;
  #head = '';
  #tail = '';
  #cut = 0;
  #number = 1;
  #afterReturn = false;
  #open = false;
  readonly #emit: (line: RawLine) => void;

  constructor(emit: (line: RawLine) => void, first = 1) {
    this.#emit = emit;
    this.#number = first;
  }

  /** Number of the line that comes next, or is open. */
  get next(): number {
    return this.#number;
  }

  /** Whether characters take two bytes, so that a byte says nothing. */
  get isWide(): boolean {
    return this.#decoder !== undefined && this.#decoder.encoding !== 'utf-8';
  }

  /** Whole lines that somebody has passed over: they only count. */
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
      this.#split(this.#decoder.decode(chunk, { stream: true }));
      return;
    }
    const start = joined(this.#start, chunk);
    const isHalf = start.length === 1 && start[0] !== FEED;
    this.#start = isHalf ? start.slice() : NOTHING;
    if (isHalf) return;
    this.#decoder = new TextDecoder(this.#number === 1 ? encodingOf(start) : 'utf-8');
    this.#split(this.#decoder.decode(start, { stream: true }));
  }

  /** Ends the input: a last line without line feed is emitted. */
  end(): void {
    this.#decoder ??= new TextDecoder();
    this.#split(this.#decoder.decode(this.#start));
    if (this.#open) this.#finish();
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
    if (text.length <= room && !this.#tail) {
      this.#head += text;
      return;
    }
    this.#head += text.slice(0, room);
    this.#tail += text.slice(Math.max(0, room));
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

  /** Half a word at the cut goes with the middle: it may be half a secret, that nobody would know for one. */
  #gathered(): RawLine {
    const number = this.#number;
    if (!this.#tail) return { number, text: this.#head, cut: 0 };
    const whole = this.#head.length + this.#tail.length + this.#cut;
    const head = this.#head.slice(0, HALF);
    const tail = (this.#head + this.#tail).slice(-HALF);
    const text = head.slice(0, head.length - wordAtEnd(head)) + tail.slice(wordAtStart(tail));
    return { number, text, cut: whole - text.length };
  }
}

const FEED = 0x0a;
/** What secrets are made of, and credentials in front of a host. */
const OF_A_WORD = /[\w.+/=:@%~-]/;
/** A longer run is no word but data, and stays. */
const LONGEST_WORD = 1024;

function wordAtStart(text: string): number {
  let at = 0;
  while (at < text.length && OF_A_WORD.test(text[at] as string)) at++;
  return at > LONGEST_WORD ? 0 : at;
}

function wordAtEnd(text: string): number {
  let at = text.length;
  while (at > 0 && OF_A_WORD.test(text[at - 1] as string)) at--;
  return text.length - at > LONGEST_WORD ? 0 : text.length - at;
}

const NOTHING: Uint8Array = new Uint8Array();

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** By the byte-order mark; without one, a letter beside a zero is half of UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) return 'utf-16be';
  return 'utf-8';
}

/** Whether these first bytes are no text at all: one character in ten is a control. A hole of zeros, as log rotation leaves, is one. */
export function looksBinary(first: Uint8Array): boolean {
  const probe = first.subarray(0, LONGEST_LINE);
  const text = new TextDecoder(encodingOf(probe)).decode(probe).replace(/\0{1,9000}/g, '\0');
  let odd = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 7 || (code > 13 && code < 27) || (code > 27 && code < 32)) odd++;
  }
  return odd / Math.max(1, text.length) > 0.1;
}
