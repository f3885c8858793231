/** What the texts of a log show, one after the other: tracebacks, signatures, failures, and the machine. */
import { withFrames } from '../environment/from-frames.ts';
import type { Library } from '../library/library.ts';
import type { KnownLines } from '../log/known-lines.ts';
import type { LogText } from '../log/log-text.ts';
import { Opening } from '../log/opening.ts';
import type { Level } from '../log/prefix.ts';
import { type Past, RecentTexts } from '../log/recent-texts.ts';
import { isQuotedAt } from '../log/speech/prose.ts';
import { LibraryFrames } from '../log/traceback/library-frames.ts';
import type { Part } from '../log/traceback/traceback.ts';
import { isBeingBuilt, type Location, packageFolderOf } from '../log/traceback/traceback-line.ts';
import { Tracebacks } from '../log/traceback/tracebacks.ts';
import type { Matcher } from '../match/match.ts';
import type { Passage } from '../text/fold.ts';
import type { SafeText } from '../text/neutralise.ts';
import { ChainLinks } from './chain-links.ts';
import type { Diagnosis } from './diagnosis.ts';
import { Announcement } from './failures/announcement.ts';
import { BrokenOff } from './failures/broken-off.ts';
import { ADVICE_WITHIN, Failures } from './failures/failures.ts';
import type { Link } from './failures/passed-on.ts';
import { Reports, type Seen } from './failures/reports.ts';
import { CLOSE, Findings } from './findings.ts';
import { type Found, LineMatches } from './line-matches.ts';
import { OwnFrame } from './own-frame.ts';
import { isReason, RecentOccurrences } from './recent-occurrences.ts';
import { verdictOn } from './verdict.ts';
import { type Kind, Watch } from './watch.ts';

/** Where a thread that somebody starts himself begins. */
const STARTS_THREADS = /[/\\](?:threading|concurrent[/\\]futures[/\\]thread)\.py$/;
/** Where what was found outside of a traceback stands. */
const NO_TRACEBACK = { joints: [], innermost: null, outermost: null, inPackage: null, entered: null };
/** Exceptions that repeat what a server said: below their own line, after a blank one. */
const REPEATS_ANSWER = /(?:HTTP|Http|Repo|NotFound|BadRequest|HTTPStatus)Error$/;
/** So many texts below its name the message of an exception still goes on, where it repeats an answer or has not begun. */
const ANSWER_WITHIN = 4;
const EMPTY_WITHIN = 2;

/** Reads texts in their order and can tell at any time what it has found. */
export class TextReader {
  readonly watch: Watch;
  /** The texts that were read last. */
  past: RecentTexts;
  readonly #library: Library;
  readonly #matcher: Matcher;
  readonly #lines: KnownLines;
  #file: SafeText | null = null;
  #opening = new Opening();
  readonly #tracebacks = new Tracebacks();
  readonly #libraryFrames = new LibraryFrames();
  readonly #findings: Findings;
  readonly #matches: LineMatches;
  readonly #occurrences: RecentOccurrences;
  readonly #reports: Reports;
  readonly #failures: Failures;
  readonly #announcement = new Announcement();
  readonly #brokenOff = new BrokenOff();
  readonly #links = new ChainLinks();
  readonly #isOpen = (block: number): boolean => this.#tracebacks.has(block);
  /** Counts texts that were read. */
  #seq = 0;
  /** Number of the text that says that the traceback below it changes nothing. */
  #ignoredAt = Number.NEGATIVE_INFINITY;
  /** The traceback that ended last, and up to where its message may go on. */
  #ended = { block: 0, seq: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
  /** The first line in which something was seen that is more than quoted in a sentence. */
  #shownAt: number | null = null;
  /** What was found in a traceback stands where the user's own code is, not where a library raised. */
  readonly #frame = new OwnFrame((block, location) => {
    this.#occurrences.locate(block, location);
    this.#findings.locate(block, location);
    this.#failures.locate(block, location);
  });

  constructor(library: Library, matcher: Matcher, lines: KnownLines) {
    this.#library = library;
    this.#matcher = matcher;
    this.#lines = lines;
    this.#matches = new LineMatches(matcher);
    this.watch = new Watch(matcher, library);
    this.#findings = new Findings(library);
    this.#occurrences = new RecentOccurrences(library, this.#findings);
    this.#reports = new Reports(library.failures);
    this.#failures = new Failures(this.#reports);
    this.past = new RecentTexts(lines);
  }

  /** Begins a file: nothing of the one before joins with it. `name` is null for standard input. */
  begin(name: SafeText | null): void {
    this.#tracebacks.close();
    this.#frame.place();
    this.#occurrences.settle(this.#seq, this.#isOpen, true);
    this.watch.begin();
    this.#seq += CLOSE + 1;
    this.#file = name;
    this.#opening = new Opening();
    this.past = new RecentTexts(this.#lines);
  }

  /** Whether nothing that was read can have to do with the next line, whatever it is. */
  get isIdle(): boolean {
    const isAlone = this.#occurrences.isEmpty && this.#seq - this.#announcement.at > ADVICE_WITHIN && !this.past.isCandidate;
    return isAlone && !this.#tracebacks.isOpen && !this.watch.inventory.isOpen;
  }

  /** The diagnosis of what was read so far, which is all where it `isRead`; changes nothing. */
  verdict(counts: Pick<Diagnosis, 'lines' | 'bytes' | 'cutLines'>, isRead: boolean): Diagnosis {
    const findings = this.#findings.copy();
    for (const occurrence of this.#occurrences.standing)
      findings.add({ ...occurrence, location: occurrence.location ?? this.#frame.locationOf(occurrence.block) });
    return verdictOn(this.#library, {
      ...counts,
      environment: withFrames(this.watch.inventory.environment, this.#library.readFrames(this.#libraryFrames.list)),
      findings: findings.list(),
      failures: this.#failures,
      reports: this.#reports,
      past: this.past,
      opening: this.#opening,
      traceback: this.#tracebacks.current,
      cut: this.#brokenOff.at(isRead),
      file: this.#file,
      shownAt: this.#shownAt,
      isIgnoring: this.#ignoredAt >= 0,
    });
  }

  /** Takes the next text, which stands in this line; `level` is what the collector of the log says of it. */
  take(said: LogText, line: number, level: Level | null): void {
    this.#seq++;
    const part = this.#tracebacks.feed(said.line, said.stream);
    this.#opening.add(said.text, part !== 'outside');
    if (said.line.joint) this.#lead();
    if (part !== 'outside') this.#frame.follow(this.#tracebacks.current, { seq: this.#seq, line });
    if (said.line.isIgnored) this.#ignoredAt = this.#seq;
    if (!this.#isIgnored) this.#brokenOff.follow(said, part, this.#tracebacks.current, this.#file, line);
    const kind: Kind = isFrame(said, part) ? 'frame' : part === 'inside' ? 'source' : 'plain';
    this.#frames(said, kind, line);
    this.watch.read(said.told, { file: this.#file, line }, kind);
    const isCandidate = said.text !== '' && this.#matcher.isCandidate(said);
    const past = { said, line, isCandidate, isQuoted: part === 'inside', isRaised: part === 'end' };
    const found = part !== 'outside' && this.#isIgnored ? [] : this.#match(past);
    const isTail = part === 'outside' && this.#isTail;
    const block = part === 'outside' && !isTail ? 0 : this.#tracebacks.current.block;
    for (const each of found) this.#take(each, block, past.isQuoted);
    if (isTail && found.some(({ match }) => isReason(this.#library, match.id))) this.#forget(block);
    if (found.length === 0) this.#fail(past, part, level ?? said.level);
    if (part === 'end') this.#end(said, line);
    this.past.add(past);
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
    const within = REPEATS_ANSWER.test(exception.type) ? ANSWER_WITHIN : exception.message === '' ? EMPTY_WITHIN : 0;
    this.#ended = { block, seq: this.#seq, until: this.#seq + within };
    this.#links.note(block, exception, line, said.shown);
    if (state.joints.length > 0) this.#endLink({ ...state, exception }, block);
  }

  /** Whether a text outside of a traceback still belongs to the message of the last one. */
  get #isTail(): boolean {
    return this.#seq <= this.#ended.until && this.#tracebacks.current.block === this.#ended.block;
  }

  /** An exception that was never raised has no traceback: where another one is joined to it, it is the first of that chain. */
  #lead(): void {
    const lead = this.#failures.leadAt(this.#seq, this.#ended.seq);
    if (lead) lead.block = this.#tracebacks.current.lead();
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

  /** What a text shows; what it shows together with the one before it is shown once, and whole. */
  #match(past: Past): readonly Found[] {
    const { alone, crossing } = this.#matches.of(past, this.past);
    if (crossing.length === 0) return alone;
    for (const { match } of crossing) this.#occurrences.replace(match.id, this.#seq);
    return [...crossing, ...alone.filter(({ match }) => !crossing.some((other) => other.match.id === match.id))];
  }

  /** A signature was found: what it explains is no failure of its own. */
  #take(found: Found, block: number, isQuoted: boolean): void {
    if (this.#shownAt === null && !isQuotedAt(found.text, found.match.start)) this.#shownAt = found.line;
    const { joints, innermost, outermost, inPackage, entered } = block > 0 ? this.#tracebacks.current : NO_TRACEBACK;
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
      raisedIn: frameThatRaised(innermost, inPackage),
      entered,
      isInThread: outermost !== null && STARTS_THREADS.test(outermost.file),
      isDropped: false,
      isQuoted,
      isPassedOn: false,
    });
    // In a chain its end tells.
    if (joints.length > 0) return;
    if (isReason(this.#library, match.id)) this.#forget(block);
    else if (this.#library.error(match.id).role === 'symptom') this.#failures.forgetAnnounced(this.#seq);
  }

  /** What was recognised explains the failures beside it. */
  #forget(block: number): void {
    this.#failures.forget(block, this.#seq, block > 0 ? this.#frame.begunAt.seq : this.#seq);
  }

  #reasonIn(said: Passage): Seen | null {
    const reason = this.#announcement.reasonIn(said, this.#seq);
    return reason && !this.#reports.isHarmless(said.text) ? reason : null;
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
    const found = this.#reports.in(said, isEnd ? current.exception : null, level, this.watch.signsIn(said));
    const seen = found && !found.sign?.isOutcome ? found : (this.#reasonIn(said) ?? found);
    if (!seen || (!isEnd && this.#matches.isMention(said, false, this.past))) return;
    if (seen.type === null && this.past.isSource()) return;
    const block = isEnd ? current.block : 0;
    if (this.#occurrences.hasNear(block, this.#seq, seen.type !== null)) return;
    const traceback = isEnd ? { ...current.state, begunAt: this.#frame.begunAt } : null;
    if (this.#shownAt === null && !isQuotedAt(said.shown, this.#reports.placeOf(seen, said.shown))) this.#shownAt = line;
    this.#failures.add(seen, { file: this.#file, line, seq: this.#seq, traceback });
    this.#announcement.note(seen, this.#seq);
  }
}

function isFrame({ line }: LogText, part: Part): boolean {
  return line.place !== null || (part === 'inside' && line.prettyPlace !== null);
}

/** The innermost frame; where a module of Python itself raised it, that of the package which called it. */
function frameThatRaised(innermost: Location | null, inPackage: Location | null): Location | null {
  if (!innermost || !inPackage || isBeingBuilt(innermost.file)) return innermost;
  return packageFolderOf(innermost.file) === null ? inPackage : innermost;
}
