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

/** Splits a stream of bytes (UTF-8, or UTF-16 with a byte-order mark) into lines and hands each to `emit`. */
export class LineReader {
  bytes = 0;
  lines = 0;
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #head = '';
  #tail = '';
  #cut = 0;
  #number = 1;
  #afterReturn = false;
  #open = false;
  readonly #emit: (line: RawLine) => void;

  constructor(emit: (line: RawLine) => void) {
    this.#emit = emit;
  }

  /** Takes the next bytes; lines that they complete are emitted before it returns. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.bytes += chunk.length;
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#split(this.#decoder.decode(chunk, { stream: true }));
  }

  /** Ends the input: a last line without line feed is emitted. */
  end(): void {
    if (this.#decoder) this.#split(this.#decoder.decode());
    if (this.#open) this.#finish();
  }

  #split(text: string): void {
    let start = 0;
    for (let index = nextBreak(text, 0); index >= 0; index = nextBreak(text, start)) {
      const isReturn = text.charCodeAt(index) === 13;
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
    const tail = this.#tail + text.slice(Math.max(0, room));
    this.#tail = tail.slice(-HALF);
    this.#cut += tail.length - this.#tail.length;
  }

  /** Emits what has been gathered, cut in the middle when it is too long. */
  #finish(): void {
    const { number, text, cut } = this.#gathered();
    this.#head = '';
    this.#tail = '';
    this.#cut = 0;
    this.#open = false;
    this.#emit({ number, text, cut });
  }

  #gathered(): RawLine {
    const number = this.#number;
    if (!this.#tail) return { number, text: this.#head, cut: 0 };
    const over = this.#head.length + this.#tail.length + this.#cut - LONGEST_LINE;
    const tail = (this.#head + this.#tail).slice(-HALF);
    return { number, text: `${this.#head.slice(0, HALF)}${tail}`, cut: over };
  }
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  for (let index = from; index < end; index++) if (text.charCodeAt(index) === 13) return index;
  return feed;
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Whether these first bytes are no text at all: many control bytes, and not UTF-16. */
export function looksBinary(first: Uint8Array): boolean {
  if (encodingOf(first) !== 'utf-8') return false;
  const probe = first.subarray(0, LONGEST_LINE);
  let odd = 0;
  for (const byte of probe) if (byte < 7 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++;
  return probe.length > 0 && odd / probe.length > 0.1;
}
