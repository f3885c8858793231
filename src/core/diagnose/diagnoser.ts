/** The one way of a log to its diagnosis: bytes to lines, and lines to the texts that the programs printed. */
import type { Library } from '../library/library.ts';
import { KnownLines } from '../log/known-lines.ts';
import { LineReader, type RawLine } from '../log/lines.ts';
import { type OpenLine, openLine } from '../log/log-text.ts';
import { ReplayFilter } from '../log/replay.ts';
import { Matcher } from '../match/match.ts';
import { onceFor } from '../once.ts';
import type { SafeText } from '../text/neutralise.ts';
import { remembering } from '../text/remembering.ts';
import type { Diagnosis } from './diagnosis.ts';
import { SHORT_LOG, Sieve } from './sieve.ts';
import { TextReader } from './text-reader.ts';
import { marksOf } from './watch.ts';

/** Lines and bytes of the files before this one. */
const NOTHING_READ = { lines: 0, bytes: 0 };

/** Reads a log piece by piece and can tell at any time what it has found. Chunk boundaries do not matter. */
export class Diagnoser {
  readonly #matcher: Matcher;
  readonly #sievedAfter: number;
  readonly #lines: KnownLines;
  readonly #texts: TextReader;
  #reader = new LineReader((line) => this.#line(line));
  #readBefore = NOTHING_READ;
  #replay = new ReplayFilter();
  /** Passes over lines; null when that cannot be done. */
  #sieve: Sieve | null | undefined;
  #cutLines = 0;
  /** Whether the next text is the first of its file. */
  #isFirst = true;

  /**
   * @param sievedAfter bytes that are read in full before lines are passed over; without end: the same diagnosis, much later.
   * @param open opens a line; without a memory for lines that come again: the same, later.
   */
  constructor(library: Library, matcher = matcherOf(library), sievedAfter = SHORT_LOG, open = remembering(openLine)) {
    this.#matcher = matcher;
    this.#sievedAfter = sievedAfter;
    this.#lines = new KnownLines(open);
    this.#texts = new TextReader(library, matcher, this.#lines);
  }

  /** Begins a file: its lines are counted from 1, and nothing of the file before joins with it. `name` is null for standard input. */
  begin(name: SafeText | null): void {
    this.#reader.end();
    this.#readBefore = { lines: this.#readBefore.lines + this.#reader.lines, bytes: this.#readBefore.bytes + this.#reader.bytes };
    this.#texts.begin(name);
    this.#isFirst = true;
    this.#reader = new LineReader((line) => this.#line(line));
    this.#replay = new ReplayFilter();
    this.#sieve = undefined;
  }

  /** Takes the next bytes of the log. */
  push(chunk: Uint8Array): void {
    if (this.#sieve === undefined && this.#reader.bytes + chunk.length > this.#sievedAfter) this.#sieve = this.#newSieve();
    if (this.#sieve) this.#texts.watch.thin(this.#reader.bytes, this.#reader.next);
    (this.#sieve ?? this.#reader).push(chunk);
  }

  /** Ends the log and gives the final diagnosis. */
  end(): Diagnosis {
    this.#reader.end();
    return this.#verdict(true);
  }

  /** The diagnosis of what was read so far; changes nothing. */
  snapshot(): Diagnosis {
    return this.#verdict(false);
  }

  #verdict(isRead: boolean): Diagnosis {
    const counts = {
      lines: this.#readBefore.lines + this.#reader.lines,
      bytes: this.#readBefore.bytes + this.#reader.bytes,
      cutLines: this.#cutLines,
    };
    return this.#texts.verdict(counts, isRead);
  }

  #line(raw: RawLine): void {
    if (raw.cut > 0) this.#cutLines++;
    this.#read(this.#isFirst ? openLine(raw.text, true) : this.#lines.openText(raw.text), raw.number);
  }

  #read({ texts, event, level }: OpenLine, line: number): void {
    if (event && !this.#replay.isNew(event.timestamp, event.text)) return;
    if (texts.length > 0) this.#isFirst = false;
    for (const said of texts) this.#texts.take(said, line, level);
  }

  #newSieve(): Sieve | null {
    const readers = { reader: this.#reader, lines: this.#lines, read: (line: OpenLine, number: number) => this.#read(line, number) };
    return this.#matcher.gate && new Sieve(this.#texts.watch, readers, this.#texts.past, () => this.#texts.isIdle);
  }
}

/** The matcher of a library's errors, for a log; made once for a library, for each pattern is made ready when it is first needed. */
export const matcherOf = onceFor((library: Library) => new Matcher(library.errors(), library.table, marksOf(library)));
