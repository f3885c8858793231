/** Lines that were read not long ago, by their bytes: a log repeats its lines, and those need not become texts again. */
import { LONGEST_LINE } from './lines.ts';
import type { OpenLine } from './log-text.ts';

/** Of one generation; two are kept. More different lines than the logs of most programs have. */
const MOST_LINES = 4096;
const MOST_BYTES = 512 * 1024;
/** Longer ones are opened anew: they seldom come again, and leave no room for the others. */
const LONGEST_KEPT = 4096;
/** A power of two, some more than there are lines. */
const SLOTS = 8192;
/** Looked at for one line. Only forged lines are so many in a row; they are opened anew. */
const MOST_TRIES = 32;

/** What stands within a line and is treated apart. */
const SPLITTING = /[\r\0]/;
/** A mark of the byte order within a text is a character. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Opens lines of a text in which each byte stands for itself, and remembers them. */
export class KnownLines {
  readonly #open: (raw: string) => OpenLine;
  /** Half a megabyte each, so they are made for lines that come: those of a short log are opened as texts. */
  #recent: Generation | undefined;
  #older: Generation | undefined;

  /** @param open opens a line that is not known. */
  constructor(open: (raw: string) => OpenLine) {
    this.#open = open;
  }

  /** Opens bytes[from, to), a line without its line feed; null when it is too long, or holds what parts a line. */
  open(bytes: Uint8Array, from: number, to: number): OpenLine | null {
    if (to - from > LONGEST_KEPT) return this.#read(bytes, from, to);
    const hash = hashOf(bytes, from, to);
    const known = this.#recent?.find(hash, bytes, from, to);
    if (known) return known;
    const line = this.#older?.find(hash, bytes, from, to) ?? this.#read(bytes, from, to);
    if (line) this.#keep(hash, bytes.subarray(from, to), line);
    return line;
  }

  /** Opens a line that is a text already. */
  openText(raw: string): OpenLine {
    return this.#open(raw);
  }

  #read(bytes: Uint8Array, from: number, to: number): OpenLine | null {
    const text = DECODER.decode(bytes.subarray(from, to));
    return text.length > LONGEST_LINE || SPLITTING.test(text) ? null : this.#open(text);
  }

  #keep(hash: number, bytes: Uint8Array, line: OpenLine): void {
    if (!this.#recent?.hasRoomFor(bytes.length)) {
      this.#older = this.#recent;
      this.#recent = new Generation();
    }
    this.#recent.add(hash, bytes, line);
  }
}

/** A table of lines by their hashes, with the bytes of all of them one behind the other. */
class Generation {
  /** Number of a line and one; 0 where there is none. */
  readonly #slots = new Uint16Array(SLOTS);
  readonly #hashes = new Int32Array(MOST_LINES);
  /** Where the bytes of each line begin, and those of the next one. */
  readonly #starts = new Int32Array(MOST_LINES + 1);
  readonly #bytes = new Uint8Array(MOST_BYTES);
  readonly #lines: OpenLine[] = [];

  hasRoomFor(bytes: number): boolean {
    return this.#lines.length < MOST_LINES && (this.#starts[this.#lines.length] as number) + bytes <= MOST_BYTES;
  }

  find(hash: number, bytes: Uint8Array, from: number, to: number): OpenLine | undefined {
    for (let at = 0; at < MOST_TRIES; at++) {
      const number = (this.#slots[(hash + at) & (SLOTS - 1)] as number) - 1;
      if (number < 0) return undefined;
      if (this.#hashes[number] === hash && this.#isSame(number, bytes, from, to)) return this.#lines[number];
    }
    return undefined;
  }

  add(hash: number, bytes: Uint8Array, line: OpenLine): void {
    for (let at = 0; at < MOST_TRIES; at++) {
      const slot = (hash + at) & (SLOTS - 1);
      if (this.#slots[slot] !== 0) continue;
      const start = this.#starts[this.#lines.length] as number;
      this.#hashes[this.#lines.length] = hash;
      this.#bytes.set(bytes, start);
      this.#slots[slot] = this.#lines.push(line);
      this.#starts[this.#lines.length] = start + bytes.length;
      return;
    }
  }

  #isSame(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - start !== to - from) return false;
    const own = this.#bytes;
    const shift = start - from;
    for (let at = from; at < to; at++) if (bytes[at] !== own[at + shift]) return false;
    return true;
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash;
}
