/** The end of a log while it is being read: its last lines, as they may be shown, and their numbers. */
import { neutralise, type SafeText } from '../text/neutralise.ts';
import { neutraliseAndMask } from '../text/neutralise-and-mask.ts';
import { unwrap } from './unwrap.ts';

export interface TailLine {
  /** Of the stream, from 1. */
  number: number;
  text: SafeText;
}

/** Lines that were kept, oldest first. */
export type Tail = readonly TailLine[];

/** More is for a pager: a window shows a tenth of it. */
const MOST_LINES = 400;
/** What so many lines have at most, nearly always; longer ones make fewer lines. */
const MOST_BYTES = 96 * 1024;
/** A longer line is cut where it is shown. */
const LONGEST_LINE = 400;
const LINE_FEED = 10;

/** Keeps the last bytes of a log; makes lines of them when somebody looks. */
export class LogTail {
  #chunks: Uint8Array[] = [];
  #kept = 0;
  /** Line feeds in what was pushed. */
  #feeds = 0;

  /** Takes the next bytes. They are copied: whoever reads a file uses its buffers again. */
  push(chunk: Uint8Array): void {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) this.#feeds++;
    // Not with slice: of a Buffer it is no copy.
    const end = new Uint8Array(chunk.subarray(Math.max(0, chunk.length - MOST_BYTES)));
    this.#chunks.push(end);
    this.#kept += end.length;
    while (this.#kept - (this.#chunks[0]?.length ?? 0) >= MOST_BYTES) this.#kept -= this.#chunks.shift()?.length ?? 0;
  }

  /** The last lines; one that has no end yet is the last of them. */
  lines(): Tail {
    const text = new TextDecoder().decode(joined(this.#chunks, this.#kept));
    const raw = text.split('\n');
    const isOpen = raw.at(-1) !== '';
    if (!isOpen) raw.pop();
    const last = this.#feeds + (isOpen ? 1 : 0);
    // What was cut off at the front is no whole line.
    const from = Math.max(raw.length === last ? 0 : 1, raw.length - MOST_LINES);
    return raw.slice(from).flatMap((line, index) => shown(line, last - raw.length + from + index + 1));
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function shown(line: string, number: number): TailLine[] {
  return unwrap(neutralise(line)).texts.map((text) => ({ number, text: neutraliseAndMask(text, LONGEST_LINE) }));
}
