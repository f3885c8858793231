/** Matches to a diagnosis: what stands close together is one event, what repeats is counted, causes come before symptoms. */

import type { Library } from '../library/library.ts';
import { LineReader, type RawLine } from '../log/lines.ts';
import { FIRST_VERSION_MARK, LOG_MARKS } from '../log/marks.ts';
import { isMention } from '../log/mention.ts';
import { type Past, RecentTexts } from '../log/recent-texts.ts';
import { ReplayFilter } from '../log/replay.ts';
import { bare, exceptionOf, type Location, type Part, TracebackTracker } from '../log/traceback.ts';
import { unwrap } from '../log/unwrap.ts';
import { VERSION_MARKS, VersionReader } from '../log/versions.ts';
import { type Match, Matcher } from '../match/match.ts';
import { fold, joined, type Passage, partOf, placeIn } from '../text/fold.ts';
import { neutralise, type SafeText } from '../text/neutralise.ts';
import type { Diagnosis } from './diagnosis.ts';
import { CLOSE, Findings, type Hit } from './findings.ts';
import { Sieve } from './sieve.ts';
import { Unknowns } from './unknowns.ts';

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
  readonly #versions = new VersionReader();
  readonly #settled: Findings;
  readonly #unknowns = new Unknowns();
  #recent: Hit[] = [];
  #past = new RecentTexts();
  readonly #sievedAfter: number;
  /** Passes over lines; null when that cannot be done. */
  #sieve: Sieve | null | undefined;
  #ignored: ReadonlySet<number> = new Set();
  #settledAt = 0;
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
      versions: this.#versions.versions,
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
    const whole = fold(text);
    const content = bare(whole.text);
    const part = this.#tracker.feed(content, bare(text));
    this.#locate(part);
    this.#versions.read(content);
    const passage = partOf(whole, (this.#isFirst ? content.replace(TITLE_MARK, '') : content).trim());
    this.#isFirst = false;
    const isCandidate = passage.text !== '' && this.#matcher.isCandidate(passage.text);
    // Each part named, for a spread takes as long as all else that is done for a line that tells nothing.
    const past = {
      text: passage.text,
      shown: passage.shown,
      places: passage.places,
      line,
      isCandidate,
      isQuoted: part === 'inside',
    };
    const found = this.#match(past);
    const block = this.#blockOf(part);
    for (const each of found) this.#add({ ...each, file: this.#file, seq: this.#seq, block, location: null, isDropped: false });
    this.#unknown(passage, part, line, found.length > 0);
    if (part === 'end') this.#place();
    this.#past.add(past);
    this.#settle();
  }

  #newSieve(): Sieve | null {
    const { gate } = this.#matcher;
    const isIdle = (): boolean => this.#isIdle();
    return gate && new Sieve(gate, this.#reader, this.#past, isIdle, () => this.#settledVersions());
  }

  /** Whether nothing that was read can have to do with the next line, whatever it is. */
  #isIdle(): boolean {
    return this.#recent.length === 0 && !this.#tracker.isOpen && !this.#past.isCandidate;
  }

  /** Marks of versions that are known as well as they can be: paths of Python stand in every other line. */
  #settledVersions(): ReadonlySet<number> {
    if (this.#versions.changes !== this.#settledAt) {
      this.#settledAt = this.#versions.changes;
      this.#ignored = new Set(
        this.#versions.settled.map((mark) => this.#matcher.firstAlsoWanted + FIRST_VERSION_MARK + VERSION_MARKS.indexOf(mark)),
      );
    }
    return this.#ignored;
  }

  /** Matches of the line alone, and those that began on the line before it (wrapped text, a title and its text). */
  #match(past: Past): Found[] {
    const { text, line, isCandidate, isQuoted } = past;
    if (text === '' || (!isCandidate && !this.#past.isCandidate) || isMention(text, isQuoted, this.#past)) return [];
    const context = () => this.#past.joined();
    const alone = isCandidate ? this.#matcher.match(text, context).map((match) => found(match, past, line)) : [];
    const crossing = this.#crossing(past);
    for (const { match } of crossing) this.#replace(match.id);
    return [...crossing, ...alone.filter(({ match }) => !crossing.some((other) => other.match.id === match.id))];
  }

  #crossing(now: Passage): Found[] {
    const before = this.#past.last();
    if (!before || isMention(before.text, before.isQuoted)) return [];
    const blank = this.#across(before, now, ' ');
    return blank.length === 0 && before.text.length >= WRAPPED_AT ? this.#across(before, now, '') : blank;
  }

  /** Matches that begin on the line before and end on this one, the two joined like this. */
  #across(before: Past, now: Passage, glue: '' | ' '): Found[] {
    const both = joined(before, now, glue);
    return this.#matcher
      .match(both.text, () => this.#past.joined())
      .filter((match) => match.start < before.text.length && match.end > before.text.length + glue.length)
      .map((match) => found(match, both, before.line));
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

  #unknown({ text, shown }: Passage, part: Part, line: number, isKnown: boolean): void {
    if (isKnown || (part !== 'end' && part !== 'outside')) return;
    const exception = part === 'end' ? this.#tracker.exception : exceptionOf(text, shown);
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
  return new Matcher(library.errors(), library.table, LOG_MARKS);
}

/** What was matched, where it stands in the text as the log has it. */
function found(match: Match, passage: Passage, line: number): Found {
  if (!passage.places) return { match, text: passage.shown, line };
  return { match: { ...match, start: placeIn(passage, match.start), end: placeIn(passage, match.end) }, text: passage.shown, line };
}

function isClose(a: Hit, b: Hit): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}
