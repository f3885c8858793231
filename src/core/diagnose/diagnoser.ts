/** The one way of a log to its diagnosis: bytes to lines, what each line is, what it matches, and what it tells of machine and failures. */

import { SILENT_ASKER } from '../environment/asker.ts';
import type { Environment } from '../environment/environment.ts';
import { withFrames } from '../environment/from-frames.ts';
import type { Library } from '../library/library.ts';
import { isOnlyAbout } from '../log/evidence.ts';
import { KnownLines } from '../log/known-lines.ts';
import { LibraryFrames } from '../log/library-frames.ts';
import { LineReader, type RawLine } from '../log/lines.ts';
import { type LogText, type OpenLine, openLine } from '../log/log-text.ts';
import type { Level } from '../log/prefix.ts';
import { isDocumentation, isProse, isQuotedAt, isReport } from '../log/prose.ts';
import { type Past, RecentTexts } from '../log/recent-texts.ts';
import { ReplayFilter } from '../log/replay.ts';
import type { Part } from '../log/traceback.ts';
import { Tracebacks } from '../log/tracebacks.ts';
import { Matcher } from '../match/match.ts';
import { onceFor } from '../once.ts';
import type { Passage } from '../text/fold.ts';
import { neutralise, own, type SafeText } from '../text/neutralise.ts';
import { remembering } from '../text/remembering.ts';
import { mask } from '../text/secrets.ts';
import { Announcement } from './announcement.ts';
import { ChainLinks } from './chain-links.ts';
import type { Diagnosis } from './diagnosis.ts';
import { ADVICE_WITHIN, Failures, placed, type Seen } from './failures.ts';
import { CLOSE, Findings } from './findings.ts';
import { toldInstead } from './instead.ts';
import { type Found, LineMatches } from './line-matches.ts';
import { OwnFrame } from './own-frame.ts';
import type { Link } from './passed-on.ts';
import { isReason, RecentOccurrences } from './recent-occurrences.ts';
import { Sieve } from './sieve.ts';
import { toldInWords } from './told-in-words.ts';
import { type Kind, marksOf, Watch } from './watch.ts';

/** Bytes that are read sooner than the sieve is made. */
const SHORT_LOG = 4096;

/** Nobody asks at greater length; and so many texts are kept. */
const LONGEST_PROSE = 40;

/** Characters that a search for near pages is given: the failure, and the words around it. */
const RECENT = 1200;

/** Where what was found outside of a traceback stands. */
const NO_TRACEBACK = { joints: [], innermost: null };
/** Lines and bytes of the files before this one. */
const NOTHING_READ = { lines: 0, bytes: 0 };

/** Reads a log piece by piece and can tell at any time what it has found. Chunk boundaries do not matter. */
export class Diagnoser {
  readonly #library: Library;
  readonly #matcher: Matcher;
  #reader = new LineReader((line) => this.#line(line));
  #readBefore = NOTHING_READ;
  #file: SafeText | null = null;
  readonly #tracebacks = new Tracebacks();
  readonly #libraryFrames = new LibraryFrames();
  #replay = new ReplayFilter();
  readonly #watch: Watch;
  readonly #findings: Findings;
  readonly #matches: LineMatches;
  readonly #occurrences: RecentOccurrences;
  readonly #failures: Failures;
  readonly #announcement = new Announcement();
  readonly #links = new ChainLinks();
  readonly #lines: KnownLines;
  #past: RecentTexts;
  readonly #isOpen = (block: number): boolean => this.#tracebacks.has(block);
  readonly #sievedAfter: number;
  /** Passes over lines; null when that cannot be done. */
  #sieve: Sieve | null | undefined;
  /** Counts texts that were read. */
  #seq = 0;
  /** Number of the text that says that the traceback below it changes nothing. */
  #ignoredAt = Number.NEGATIVE_INFINITY;
  /** The first line in which something was seen that is more than quoted in a sentence. */
  #shownAt: number | null = null;
  #cutLines = 0;
  /** Whether the next text is the first of its file. */
  #isFirst = true;
  /** What was found in a traceback stands where the user's own code is, not where a library raised. */
  readonly #frame = new OwnFrame((block, location) => {
    this.#occurrences.locate(block, location);
    this.#findings.locate(block, location);
    this.#failures.locate(block, location);
  });

  /**
   * @param sievedAfter bytes that are read in full before lines are passed over; without end: the same diagnosis, much later.
   * @param open opens a line; without a memory for lines that come again: the same, later.
   */
  constructor(library: Library, matcher = matcherOf(library), sievedAfter = SHORT_LOG, open = remembering(openLine)) {
    this.#library = library;
    this.#matcher = matcher;
    this.#matches = new LineMatches(matcher);
    this.#watch = new Watch(matcher, library);
    this.#findings = new Findings(library);
    this.#occurrences = new RecentOccurrences(library, this.#findings);
    this.#failures = new Failures(library.failures);
    this.#sievedAfter = sievedAfter;
    this.#lines = new KnownLines(open);
    this.#past = new RecentTexts(this.#lines);
  }

  /** Begins a file: its lines are counted from 1, and nothing of the file before joins with it. `name` is null for standard input. */
  begin(name: SafeText | null): void {
    this.#reader.end();
    this.#readBefore = { lines: this.#readBefore.lines + this.#reader.lines, bytes: this.#readBefore.bytes + this.#reader.bytes };
    this.#tracebacks.close();
    this.#frame.place();
    this.#occurrences.settle(this.#seq, this.#isOpen, true);
    this.#watch.begin();
    this.#seq += CLOSE + 1;
    this.#isFirst = true;
    this.#file = name;
    this.#reader = new LineReader((line) => this.#line(line));
    this.#past = new RecentTexts(this.#lines);
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
    const text = this.#isShort ? this.#past.joined() : null;
    const isPage = text !== null && isDocumentation(text);
    let about: boolean | null = null;
    // Asked only where there is something to tell: to prepare its expressions takes longer than to read a short log.
    const isAbout = () => (about ??= text !== null && isOnlyAbout(text, this.#shownAt));
    const findings = this.#findings.copy();
    for (const occurrence of this.#occurrences.standing)
      findings.add({ ...occurrence, location: occurrence.location ?? this.#frame.locationOf(occurrence.block) });
    const environment = withFrames(this.#watch.inventory.environment, this.#library.readFrames(this.#libraryFrames.list));
    const found = findings.list();
    const all = found.length > 0 && isAbout() ? [] : toldInstead(this.#library, found, environment);
    const told = all.filter(({ role }) => role !== 'notice');
    const hasCause = told.some(({ role }) => role === 'cause');
    const isTold = told.length === 0 && text !== null && !isPage && !this.#isOnlySource(text) && isProse(text);
    const failed = this.#failures.list(hasCause);
    const listed = failed.length > 0 && isAbout() ? [] : failed;
    const isInWords = listed.length === 0 && isTold && this.#ignoredAt < 0 && !isAbout();
    const words = isInWords ? toldInWords(this.#past, text as string, environment.where, (line) => this.#failures.isHarmless(line)) : null;
    const failures = placed(words ? [this.#failures.told(words.said.shown, this.#file, words.line)] : listed, this.#tracebacks.current);
    return {
      lines: this.#readBefore.lines + this.#reader.lines,
      bytes: this.#readBefore.bytes + this.#reader.bytes,
      cutLines: this.#cutLines,
      findings: told,
      notices: all.filter(({ role }) => role === 'notice'),
      environment: this.#asRead(environment, isPage, text !== null && told.length + failures.length === 0),
      failures,
      moreFailures: this.#failures.more,
      recent: !hasCause && (isTold || failures.length > 0) ? lastWordsOf(text ?? this.#past.joined()) : null,
      isProse: isTold,
    };
  }

  /** Whether a short text is source, and nobody in it reports anything. */
  #isOnlySource(text: string): boolean {
    return this.#past.isSource() && !isReport(text);
  }

  /**
   * In a page of documentation nobody speaks of himself. Where a short text tells of nothing that happened, and is such a page or source,
   * the place that it speaks of is not where its reader is either.
   */
  #asRead(environment: Environment, isPage: boolean, isSilent: boolean): Environment {
    const isOfOthers = isSilent && (isPage || this.#past.isSource());
    if (isOfOthers) return { ...environment, where: 'unknown', os: null, asker: SILENT_ASKER };
    return isPage ? { ...environment, asker: SILENT_ASKER } : environment;
  }

  get #isShort(): boolean {
    return this.#readBefore.lines + this.#reader.lines <= LONGEST_PROSE;
  }

  #line(raw: RawLine): void {
    if (raw.cut > 0) this.#cutLines++;
    this.#read(this.#isFirst ? openLine(raw.text, true) : this.#lines.openText(raw.text), raw.number);
  }

  #read({ texts, event, level }: OpenLine, line: number): void {
    if (event && !this.#replay.isNew(event.timestamp, event.text)) return;
    for (const said of texts) this.#text(said, line, level);
  }

  #text(said: LogText, line: number, level: Level | null): void {
    this.#seq++;
    this.#isFirst = false;
    const part = this.#tracebacks.feed(said.line, said.stream);
    if (part !== 'outside') this.#frame.follow(this.#tracebacks.current, { seq: this.#seq, line });
    if (said.line.isIgnored) this.#ignoredAt = this.#seq;
    const kind: Kind = isFrame(said, part) ? 'frame' : part === 'inside' ? 'source' : 'plain';
    this.#frames(said, kind, line);
    this.#watch.read(said.told, { file: this.#file, line }, kind);
    const isCandidate = said.text !== '' && this.#matcher.isCandidate(said);
    const past = { said, line, isCandidate, isQuoted: part === 'inside', isRaised: part === 'end' };
    const found = part !== 'outside' && this.#isIgnored ? [] : this.#match(past);
    const block = part === 'outside' ? 0 : this.#tracebacks.current.block;
    for (const each of found) this.#take(each, block, past.isQuoted);
    if (found.length === 0) this.#fail(past, part, level ?? said.level);
    if (part === 'end') this.#end(said, line);
    this.#past.add(past);
    this.#occurrences.settle(this.#seq, this.#isOpen);
  }

  /** Whether the traceback that is read stands below a line that says that it changes nothing: it was raised while something was tidied up. */
  get #isIgnored(): boolean {
    return this.#frame.begunAt.seq === this.#ignoredAt + 1;
  }

  /** A traceback ended. */
  #end(said: LogText, line: number): void {
    const { exception, block, state } = this.#tracebacks.current;
    this.#frame.place();
    if (!exception) return;
    this.#links.note(block, exception, line, said.shown);
    if (state.joints.length > 0) this.#endLink({ ...state, exception }, block);
  }

  /** A link of a chain ended in which something was recognised: it explains the exceptions before it, unless it only follows from them. */
  #endLink(link: Link, block: number): void {
    const reasons = this.#occurrences.reasonsIn(block, link.joints);
    if (reasons.length === 0) return;
    const isPassedOn = this.#failures.keepReason(block, link);
    for (const reason of reasons) reason.isPassedOn = isPassedOn;
    if (!isPassedOn) this.#forget(block);
  }

  #frames({ line: place, text: source }: LogText, kind: Kind, line: number): void {
    if (kind === 'frame') this.#libraryFrames.takeFrame(place.frames, this.#file, line);
    else if (kind === 'source') this.#libraryFrames.takeSource(source);
  }

  #newSieve(): Sieve | null {
    const readers = { reader: this.#reader, lines: this.#lines, read: (line: OpenLine, number: number) => this.#read(line, number) };
    return this.#matcher.gate && new Sieve(this.#watch, readers, this.#past, () => this.#isIdle());
  }

  /** Whether nothing that was read can have to do with the next line, whatever it is. */
  #isIdle(): boolean {
    const isAlone = this.#occurrences.isEmpty && this.#seq - this.#announcement.at > ADVICE_WITHIN && !this.#past.isCandidate;
    return isAlone && !this.#tracebacks.isOpen && !this.#watch.inventory.isOpen;
  }

  /** What a text shows; what it shows together with the one before it is shown once, and whole. */
  #match(past: Past): readonly Found[] {
    const { alone, crossing } = this.#matches.of(past, this.#past);
    if (crossing.length === 0) return alone;
    for (const { match } of crossing) this.#occurrences.replace(match.id, this.#seq);
    return [...crossing, ...alone.filter(({ match }) => !crossing.some((other) => other.match.id === match.id))];
  }

  /** A signature was found: what it explains is no failure of its own. */
  #take(found: Found, block: number, isQuoted: boolean): void {
    if (this.#shownAt === null && !isQuotedAt(found.text, found.match.start)) this.#shownAt = found.line;
    const { joints, innermost: raisedIn } = block > 0 ? this.#tracebacks.current : NO_TRACEBACK;
    // Written out: a spread takes ten times as long, and a crash loop comes here with every other line.
    const { match, text, line } = found;
    this.#occurrences.add({
      match,
      text,
      line,
      earlier: joints.length > 0 && !isQuoted ? this.#links.repeatedBy(block, text) : null,
      file: this.#file,
      seq: this.#seq,
      block,
      joints,
      location: null,
      raisedIn,
      isDropped: false,
      isPassedOn: false,
    });
    // In a chain its end tells.
    if (joints.length === 0 && isReason(this.#library, match.id)) this.#forget(block);
  }

  /** What was recognised explains the failures beside it. */
  #forget(block: number): void {
    this.#failures.forget(block, this.#seq, block > 0 ? this.#frame.begunAt.seq : this.#seq);
  }

  #reasonIn(said: Passage): Seen | null {
    const reason = this.#announcement.reasonIn(said, this.#seq);
    return reason && !this.#failures.isHarmless(said.text) ? reason : null;
  }

  /** What no signature knows may be a failure all the same. */
  #fail(past: Past, part: Part, level: Level | null): void {
    const { said, line } = past;
    if (part === 'inside' || said.text === '') return;
    this.#failures.goOn(said.shown, said.line.indent > 0, this.#seq);
    this.#failures.advise(said.shown, this.#seq);
    const { current } = this.#tracebacks;
    const isEnd = part === 'end';
    if (isEnd && this.#isIgnored) return;
    const found = this.#failures.see(said, isEnd ? current.exception : null, level, this.#watch.signsIn(said));
    const seen = found && !found.sign?.isOutcome ? found : (this.#reasonIn(said) ?? found);
    if (!seen || (!isEnd && this.#matches.isMention(said, false, this.#past))) return;
    if (seen.type === null && this.#past.isSource()) return;
    const block = isEnd ? current.block : 0;
    if (this.#occurrences.hasNear(block, this.#seq, seen.type !== null)) return;
    const traceback = isEnd ? { ...current.state, begunAt: this.#frame.begunAt } : null;
    if (this.#shownAt === null && !isQuotedAt(said.shown, this.#failures.placeOf(seen, said.shown))) this.#shownAt = line;
    this.#failures.add(seen, { file: this.#file, line, seq: this.#seq, traceback });
    this.#announcement.note(seen, this.#seq);
  }
}

function isFrame({ line }: LogText, part: Part): boolean {
  return line.place !== null || (part === 'inside' && line.prettyPlace !== null);
}

/** What stands last in a text, without secrets. */
function lastWordsOf(text: string): SafeText {
  return own(mask(neutralise(text.replaceAll('\n', ' '))).slice(-RECENT));
}

/** The matcher of a library's errors, for a log; made once for a library, for each pattern is made ready when it is first needed. */
export const matcherOf = onceFor((library: Library) => new Matcher(library.errors(), library.table, marksOf(library)));
