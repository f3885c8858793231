/** Matches to a diagnosis: what stands close together is one event, what repeats is counted, causes come before symptoms. */

import type { Library } from '../library/library.ts';
import { LineReader, type RawLine } from '../log/lines.ts';
import { isMention } from '../log/mention.ts';
import { type Past, RecentTexts } from '../log/recent-texts.ts';
import { ReplayFilter } from '../log/replay.ts';
import { bare, exceptionOf, isFrame, type Location, type Part, TracebackTracker } from '../log/traceback.ts';
import { unwrap } from '../log/unwrap.ts';
import { type Match, Matcher } from '../match/match.ts';
import { fold } from '../text/fold.ts';
import { neutralise, type SafeText } from '../text/neutralise.ts';
import type { Diagnosis } from './diagnosis.ts';
import { CLOSE, Findings, type Hit } from './findings.ts';
import { Sieve } from './sieve.ts';
import { Unknowns } from './unknowns.ts';
import { marksOf, Watch } from './watch.ts';

/** In one traceback; an endless one must not fill the memory. The oldest are counted early. */
const MOST_RECENT = 200;
/** Bytes that are read sooner than the sieve is made. */
const SHORT_LOG = 4096;
/** A line that was wrapped hard, within a word, is at least this long. */
const WRAPPED_AT = 72;

/** Before the title of an issue that was copied whole; further down such a line is a comment. */
const TITLE_MARK = /^#{1,6} (?=.{0,300}\b\w{2,60}(?:Error|Exception): \S)/;

interface Found {
  match: Match;
  text: SafeText;
  line: number;
}

/** Lines and bytes of the files before this one. */
const NOTHING_READ = { lines: 0, bytes: 0 };

/** Reads a log piece by piece and can tell at any time what it has found. Chunk boundaries do not matter. */
export class Diagnoser {
  readonly #library: Library;
  readonly #matcher: Matcher;
  #reader = new LineReader((line) => this.#line(line));
  #before = NOTHING_READ;
  #file: SafeText | null = null;
  readonly #tracker = new TracebackTracker();
  #replay = new ReplayFilter();
  readonly #watch: Watch;
  readonly #settled: Findings;
  readonly #unknowns = new Unknowns();
  #recent: Hit[] = [];
  #past = new RecentTexts();
  readonly #sievedAfter: number;
  /** Passes over lines; null when that cannot be done. */
  #sieve: Sieve | null | undefined;
  #seq = 0;
  #cutLines = 0;
  /** Whether the next text is the first of its file. */
  #isFirst = true;
  /** Innermost own frame of the traceback that is being read. */
  #frame: { block: number; location: Location | null } = { block: 0, location: null };

  /** @param sievedAfter bytes that are read in full before lines are passed over; without end: the same diagnosis, much later. */
  constructor(library: Library, matcher = matcherOf(library), sievedAfter = SHORT_LOG) {
    this.#library = library;
    this.#matcher = matcher;
    this.#watch = new Watch(matcher, library.places);
    this.#settled = new Findings(library);
    this.#sievedAfter = sievedAfter;
  }

  /** Begins a file: its lines are counted from 1, and nothing of the file before joins with it. `name` is null for standard input. */
  begin(name: SafeText | null): void {
    this.#reader.end();
    this.#before = { lines: this.#before.lines + this.#reader.lines, bytes: this.#before.bytes + this.#reader.bytes };
    this.#tracker.close();
    this.#place();
    this.#settle(true);
    this.#watch.begin();
    this.#seq += CLOSE;
    this.#isFirst = true;
    this.#file = name;
    this.#reader = new LineReader((line) => this.#line(line));
    this.#past = new RecentTexts();
    this.#replay = new ReplayFilter();
    this.#sieve = undefined;
  }

  /** Takes the next bytes of the log. */
  push(chunk: Uint8Array): void {
    if (this.#sieve === undefined && this.#reader.bytes + chunk.length > this.#sievedAfter) this.#sieve = this.#newSieve();
    if (this.#sieve) this.#watch.thin(this.#reader.bytes, this.#reader.next);
    (this.#sieve ?? this.#reader).push(chunk);
  }

  /** Ends the log and gives the final diagnosis. */
  end(): Diagnosis {
    this.#reader.end();
    return this.snapshot();
  }

  /** The diagnosis of what was read so far; changes nothing. */
  snapshot(): Diagnosis {
    const findings = this.#settled.copy();
    for (const hit of this.#recent) if (!hit.isDropped) findings.add({ ...hit, location: hit.location ?? this.#locationOf(hit.block) });
    const all = findings.list();
    return {
      lines: this.#before.lines + this.#reader.lines,
      bytes: this.#before.bytes + this.#reader.bytes,
      cutLines: this.#cutLines,
      findings: all.filter((finding) => finding.role !== 'notice'),
      notices: all.filter((finding) => finding.role === 'notice'),
      environment: this.#watch.inventory.environment,
      unrecognised: this.#unknowns.list(),
      moreUnrecognised: this.#unknowns.more,
    };
  }

  #line(raw: RawLine): void {
    if (raw.cut > 0) this.#cutLines++;
    const { texts, timestamp } = unwrap(neutralise(raw.text));
    if (timestamp !== undefined && !this.#replay.isNew(timestamp, texts.join('\n'))) return;
    for (const text of texts) this.#text(neutralise(text), raw.number);
  }

  #text(text: SafeText, line: number): void {
    this.#seq++;
    const content = bare(fold(text));
    const part = this.#tracker.feed(content);
    this.#locate(part);
    // Parts of a safe text are safe.
    const trimmed = (this.#isFirst ? content.replace(TITLE_MARK, '') : content).trim() as SafeText;
    this.#isFirst = false;
    const isPlace = isFrame(content);
    if (part !== 'inside' || isPlace) this.#watch.read(trimmed, { file: this.#file, line }, isPlace);
    const past = { text: trimmed, line, isCandidate: trimmed !== '' && this.#matcher.isCandidate(trimmed), isQuoted: part === 'inside' };
    const found = this.#match(past);
    const block = this.#blockOf(part);
    for (const each of found) this.#add({ ...each, file: this.#file, seq: this.#seq, block, location: null, isDropped: false });
    this.#unknown(trimmed, part, line, found.length > 0);
    if (part === 'end') this.#place();
    this.#past.add(past);
    this.#settle();
  }

  #newSieve(): Sieve | null {
    return this.#matcher.gate && new Sieve(this.#watch, this.#reader, this.#past, () => this.#isIdle());
  }

  /** Whether nothing that was read can have to do with the next line, whatever it is. */
  #isIdle(): boolean {
    return this.#recent.length === 0 && !this.#tracker.isOpen && !this.#watch.inventory.isOpen && !this.#past.isCandidate;
  }

  /** Matches of the line alone, and those that began on the line before it (wrapped text, a title and its text). */
  #match({ text, line, isCandidate, isQuoted }: Past): Found[] {
    if (text === '' || (!isCandidate && !this.#past.isCandidate) || isMention(text, isQuoted, this.#past)) return [];
    const context = () => this.#past.joined();
    const alone = isCandidate ? this.#matcher.match(text, context).map((match) => ({ match, text, line })) : [];
    const crossing = this.#crossing(text);
    for (const { match } of crossing) this.#replace(match.id);
    return [...crossing, ...alone.filter(({ match }) => !crossing.some((other) => other.match.id === match.id))];
  }

  #crossing(text: SafeText): Found[] {
    const before = this.#past.last();
    if (!before || isMention(before.text, before.isQuoted)) return [];
    const blank = this.#across(before, text, ' ');
    return blank.length === 0 && before.text.length >= WRAPPED_AT ? this.#across(before, text, '') : blank;
  }

  /** Matches that begin on the line before and end on this one, the two joined like this. */
  #across(before: Past, text: SafeText, glue: string): Found[] {
    // Parts of a safe text are safe, and so is what joins them.
    const joined = `${before.text}${glue}${text}` as SafeText;
    return this.#matcher
      .match(joined, () => this.#past.joined())
      .filter((match) => match.start < before.text.length && match.end > before.text.length + glue.length)
      .map((match) => ({ match, text: joined, line: before.line }));
  }

  /** What the line before showed alone is shown again, and whole, by the two lines joined. */
  #replace(id: string): void {
    for (const hit of this.#recent) if (hit.match.id === id && hit.seq === this.#seq - 1) hit.isDropped = true;
  }

  /** Number of the traceback that a line stands in; 0 outside. */
  #blockOf(part: Part): number {
    return part === 'outside' ? 0 : this.#tracker.block;
  }

  /** Adds a hit; of two that stand close together the weaker or less specific one is dropped. */
  #add(hit: Hit): void {
    for (const other of this.#recent) {
      if (other.isDropped || !isClose(hit, other)) continue;
      if (this.#beats(other, hit)) hit.isDropped = true;
      else if (this.#beats(hit, other)) other.isDropped = true;
    }
    this.#recent.push(hit);
    if (hit.block > 0 && this.#library.error(hit.match.id).role !== 'notice') this.#unknowns.forget(hit.block);
  }

  #beats(strong: Hit, other: Hit): boolean {
    if (strong.match.id === other.match.id) return false;
    const entry = this.#library.error(strong.match.id);
    if (entry.signature.overrides.includes(other.match.id)) return true;
    return other.match.weak && !strong.match.weak && entry.role !== 'notice';
  }

  #unknown(text: string, part: Part, line: number, isKnown: boolean): void {
    if (isKnown || (part !== 'end' && part !== 'outside')) return;
    const exception = part === 'end' ? this.#tracker.exception : exceptionOf(text);
    if (!exception || (part === 'outside' && isMention(text, false))) return;
    const block = this.#blockOf(part);
    if (this.#recent.some((hit) => !hit.isDropped && (block > 0 ? hit.block === block : this.#seq - hit.seq <= CLOSE))) return;
    this.#unknowns.add(exception, { file: this.#file, line }, block, block > 0 ? this.#tracker.location : null);
  }

  /** Follows the frames; a traceback that breaks off without its exception is placed when the next one begins. */
  #locate(part: Part): void {
    if (part === 'outside') return;
    const { block, location } = this.#tracker;
    if (block !== this.#frame.block) this.#place();
    this.#frame = { block, location: location ?? (block === this.#frame.block ? this.#frame.location : null) };
  }

  /** What was found in the traceback stands where the user's own code is, not where a library raised. */
  #place(): void {
    const { block, location } = this.#frame;
    if (!location) return;
    for (const hit of this.#recent) if (hit.block === block) hit.location ??= location;
    this.#settled.locate(block, location);
    this.#unknowns.locate(block, location);
  }

  #locationOf(block: number): Location | null {
    return block > 0 && block === this.#frame.block ? this.#frame.location : null;
  }

  /** Moves hits out of reach of overrides into the findings: those that are far behind, or all of them. */
  #settle(isEnd = false): void {
    const isLoose = (hit: Hit) => isEnd || (this.#seq - hit.seq > CLOSE && !(this.#tracker.isOpen && hit.block === this.#tracker.block));
    const tooMany = this.#recent.length - MOST_RECENT;
    if (tooMany <= 0 && !this.#recent.some(isLoose)) return;
    const [done, kept] = [[] as Hit[], [] as Hit[]];
    for (const [index, hit] of this.#recent.entries()) (index < tooMany || isLoose(hit) ? done : kept).push(hit);
    for (const hit of done) if (!hit.isDropped) this.#settled.add(hit);
    this.#recent = kept;
  }
}

/** The matcher of a library's errors, for a log. */
export function matcherOf(library: Library): Matcher {
  return new Matcher(library.errors(), library.table, marksOf(library.places));
}

function isClose(a: Hit, b: Hit): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}
