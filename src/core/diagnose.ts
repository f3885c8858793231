/** Matches to a diagnosis: what stands close together is one event, what repeats is counted, causes come before symptoms. */
import type { Role } from './entry.ts';
import type { Library } from './library.ts';
import { LineReader, type RawLine } from './lines.ts';
import { type Match, Matcher, type Value } from './match.ts';
import { isMention } from './mention.ts';
import { type Past, RecentTexts } from './recent.ts';
import { MASK, mask, maskAround } from './secrets.ts';
import { Sieve } from './sieve.ts';
import { clip, neutralise, type SafeText } from './text.ts';
import { bare, exceptionOf, LONGEST_MESSAGE, type Location, type Part, TracebackTracker } from './traceback.ts';
import { ReplayFilter, unwrap } from './unwrap.ts';
import { VERSION_MARKS, VersionReader, type Versions } from './versions.ts';

export interface Finding {
  id: string;
  role: Role;
  /** How often it happened: a traceback counts once, however many of its lines match. */
  count: number;
  firstLine: number;
  lastLine: number;
  /** The line that shows it, cut around the match; `matched` are the offsets of the match within it. */
  evidence: SafeText;
  matched: [start: number, end: number];
  values: Record<string, number | SafeText>;
  location: Location | null;
}

export interface Unrecognised {
  type: SafeText;
  message: SafeText;
  line: number;
  location: Location | null;
}

export interface Diagnosis {
  lines: number;
  bytes: number;
  /** Lines that were too long to be matched whole. */
  cutLines: number;
  findings: Finding[];
  notices: Finding[];
  versions: Versions;
  unrecognised: Unrecognised[];
  /** Lines with further exceptions that no signature knows, beyond those listed. */
  moreUnrecognised: number;
}

interface Hit {
  match: Match;
  /** Counts texts, not physical lines: one line may carry several. */
  seq: number;
  line: number;
  block: number;
  text: SafeText;
  isDropped: boolean;
}

/** Texts that stand this close are one event: a title and its text, a message that was wrapped. */
const CLOSE = 3;
const EVIDENCE_WIDTH = 300;
const MOST_UNRECOGNISED = 20;
/** In one traceback; an endless one must not fill the memory. The oldest are counted early. */
const MOST_RECENT = 200;

interface Found {
  match: Match;
  text: SafeText;
  line: number;
}

interface Grown extends Finding {
  mild: boolean;
  block: number;
  lastSeq: number;
  lastPattern: number;
  isWeak: boolean;
}

/** Reads a log piece by piece and can tell at any time what it has found. Chunk boundaries do not matter. */
export class Diagnoser {
  readonly #library: Library;
  readonly #matcher: Matcher;
  readonly #reader = new LineReader((line) => this.#line(line));
  readonly #tracker = new TracebackTracker();
  readonly #replay = new ReplayFilter();
  readonly #versions = new VersionReader();
  readonly #settled = new Map<string, Grown>();
  readonly #unrecognised = new Map<string, Unrecognised & { block: number }>();
  #recent: Hit[] = [];
  readonly #past = new RecentTexts();
  readonly #sieve: Sieve | null;
  #ignored: ReadonlySet<number> = new Set();
  #settledAt = 0;
  #seq = 0;
  #cutLines = 0;
  #moreUnrecognised = 0;

  /** @param readsAll reads every line in full: the same diagnosis, much later. */
  constructor(library: Library, matcher = new Matcher(library.errors(), library.windows), readsAll = false) {
    this.#library = library;
    this.#matcher = matcher;
    this.#sieve =
      matcher.gate && !readsAll
        ? new Sieve(
            matcher.gate,
            this.#reader,
            this.#past,
            () => this.#isIdle(),
            () => this.#settledVersions(),
          )
        : null;
  }

  /** Takes the next bytes of the log. */
  push(chunk: Uint8Array): void {
    if (this.#sieve) this.#sieve.push(chunk);
    else this.#reader.push(chunk);
  }

  /** Ends the log and gives the final diagnosis. */
  end(): Diagnosis {
    this.#reader.end();
    return this.snapshot();
  }

  /** The diagnosis of what was read so far; changes nothing. */
  snapshot(): Diagnosis {
    const grown = new Map([...this.#settled].map(([id, finding]) => [id, { ...finding }]));
    for (const hit of this.#recent) if (!hit.isDropped) this.#grow(grown, hit);
    const all = [...grown.values()].sort(byImportance);
    return {
      lines: this.#reader.lines,
      bytes: this.#reader.bytes,
      cutLines: this.#cutLines,
      findings: all.filter((finding) => finding.role !== 'notice').map(toFinding),
      notices: all.filter((finding) => finding.role === 'notice').map(toFinding),
      versions: this.#versions.versions,
      unrecognised: [...this.#unrecognised.values()].map(({ block: _, ...rest }) => rest),
      moreUnrecognised: this.#moreUnrecognised,
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
    const content = bare(text);
    const part = this.#tracker.feed(content);
    this.#versions.read(content);
    // Parts of a safe text are safe.
    const trimmed = content.trim() as SafeText;
    const past = { text: trimmed, line, isCandidate: trimmed !== '' && this.#matcher.isCandidate(trimmed), isQuoted: part === 'inside' };
    const found = this.#match(past);
    const block = this.#blockOf(part);
    for (const each of found) this.#add({ ...each, seq: this.#seq, block, isDropped: false });
    this.#unknown(trimmed, part, line, found.length > 0);
    this.#locate(part);
    this.#past.add(past);
    this.#settle();
  }

  /** Whether nothing that was read can have to do with the next line, whatever it is. */
  #isIdle(): boolean {
    return this.#recent.length === 0 && !this.#tracker.isOpen && !this.#past.isCandidate;
  }

  /** Marks of versions that are known as well as they can be: paths of Python stand in every other line. */
  #settledVersions(): ReadonlySet<number> {
    if (this.#versions.changes !== this.#settledAt) {
      this.#settledAt = this.#versions.changes;
      this.#ignored = new Set(this.#versions.settled.map((mark) => this.#matcher.versionMarks + VERSION_MARKS.indexOf(mark)));
    }
    return this.#ignored;
  }

  /** Matches of the line alone, and those that began on the line before it (wrapped text, a title and its text). */
  #match({ text, line, isCandidate, isQuoted }: Past): Found[] {
    if (text === '' || (!isCandidate && !this.#past.isCandidate) || isMention(text, isQuoted)) return [];
    const context = () => this.#past.joined();
    const alone = isCandidate ? this.#matcher.match(text, context).map((match) => ({ match, text, line })) : [];
    const crossing = this.#crossing(text);
    for (const { match } of crossing) this.#replace(match.id);
    return [...crossing, ...alone.filter(({ match }) => !crossing.some((other) => other.match.id === match.id))];
  }

  #crossing(text: SafeText): Found[] {
    const before = this.#past.last();
    if (!before || isMention(before.text, before.isQuoted)) return [];
    // Parts of a safe text are safe, and so is what joins them.
    const joined = `${before.text} ${text}` as SafeText;
    return this.#matcher
      .match(joined, () => this.#past.joined())
      .filter((match) => match.start < before.text.length && match.end > before.text.length + 1)
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
    if (hit.block > 0 && this.#library.error(hit.match.id).role !== 'notice') this.#forgetUnknown(hit.block);
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
    const key = `${exception.type}: ${exception.message}`;
    if (this.#unrecognised.has(key)) return;
    if (this.#unrecognised.size >= MOST_UNRECOGNISED) {
      this.#moreUnrecognised++;
      return;
    }
    const location = block > 0 ? this.#tracker.location : null;
    this.#unrecognised.set(key, {
      type: clip(mask(neutralise(exception.type)), 120),
      message: clip(mask(neutralise(withoutHalfWord(exception.message))), EVIDENCE_WIDTH),
      line,
      location,
      block,
    });
  }

  #forgetUnknown(block: number): void {
    for (const [key, unknown] of this.#unrecognised) if (unknown.block === block) this.#unrecognised.delete(key);
  }

  /** At the end of a traceback: its innermost own frame is where its findings stand. */
  #locate(part: Part): void {
    const { location, block } = this.#tracker;
    if (part === 'outside' || !location) return;
    for (const finding of this.#settled.values()) if (finding.block === block) finding.location ??= location;
    for (const unknown of this.#unrecognised.values()) if (unknown.block === block) unknown.location ??= location;
  }

  /** Hits that nothing can change any more are counted. */
  #settle(): void {
    const isLoose = (hit: Hit) => this.#seq - hit.seq > CLOSE && !(this.#tracker.isOpen && hit.block === this.#tracker.block);
    const tooMany = this.#recent.length - MOST_RECENT;
    if (tooMany <= 0 && !this.#recent.some(isLoose)) return;
    const [done, kept] = [[] as Hit[], [] as Hit[]];
    for (const [index, hit] of this.#recent.entries()) (index < tooMany || isLoose(hit) ? done : kept).push(hit);
    for (const hit of done) if (!hit.isDropped) this.#grow(this.#settled, hit);
    this.#recent = kept;
  }

  #grow(findings: Map<string, Grown>, hit: Hit): void {
    const { id, values, pattern, weak } = hit.match;
    const known = findings.get(id);
    if (!known) {
      findings.set(id, this.#seed(hit));
      return;
    }
    const isSame =
      hit.block > 0
        ? hit.block === known.block
        : hit.seq - known.lastSeq <= CLOSE && (pattern !== known.lastPattern || hit.seq === known.lastSeq);
    if (!isSame) known.count++;
    const tellsMore = Object.keys(values).length > Object.keys(known.values).length;
    const isFirstNumber = tellsMore && Object.keys(known.values).length === 0;
    if ((isSame && tellsMore) || isFirstNumber || (known.isWeak && !weak))
      Object.assign(known, evidenceOf(hit), { values: maskValues(values, hit.text), isWeak: weak });
    known.lastLine = hit.line;
    known.lastSeq = hit.seq;
    known.lastPattern = pattern;
    if (!known.location) known.location = this.#locationOf(hit);
    if (hit.block > 0) known.block = hit.block;
  }

  #seed(hit: Hit): Grown {
    const entry = this.#library.error(hit.match.id);
    return {
      id: entry.id,
      role: entry.role,
      mild: entry.mild,
      count: 1,
      firstLine: hit.line,
      lastLine: hit.line,
      ...evidenceOf(hit),
      values: maskValues(hit.match.values, hit.text),
      location: this.#locationOf(hit),
      block: hit.block,
      lastSeq: hit.seq,
      lastPattern: hit.match.pattern,
      isWeak: hit.match.weak,
    };
  }

  #locationOf(hit: Hit): Location | null {
    return hit.block > 0 && hit.block === this.#tracker.block ? this.#tracker.location : null;
  }
}

function isClose(a: Hit, b: Hit): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}

/** The matched line, cut to a readable length around the match. */
function evidenceOf(hit: Hit): Pick<Finding, 'evidence' | 'matched'> {
  const masked = maskAround(hit.text, [hit.match.start, hit.match.end]);
  const [start = 0, end = 0] = masked.offsets;
  const from = masked.text.length <= EVIDENCE_WIDTH ? 0 : Math.max(0, Math.min(start - 60, masked.text.length - EVIDENCE_WIDTH));
  const text = `${from > 0 ? '…' : ''}${masked.text.slice(from)}`;
  const evidence = clip(text as SafeText, EVIDENCE_WIDTH);
  const shift = from > 0 ? 1 - from : 0;
  const limit = (offset: number) => Math.max(0, Math.min(evidence.length, offset + shift));
  return { evidence, matched: [limit(start), limit(end)] };
}

/** A message that was cut may end in half a secret. */
function withoutHalfWord(message: string): string {
  return message.length < LONGEST_MESSAGE ? message : message.slice(0, message.lastIndexOf(' ') + 1);
}

/** A capture may be a part of a secret, which shows only in the whole text. */
function maskValues(values: Record<string, Value>, text: SafeText): Finding['values'] {
  const masked = mask(text);
  const maskValue = (value: string): SafeText => {
    const own = mask(neutralise(value));
    return masked !== text && own === value && !masked.includes(value) ? MASK : own;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? maskValue(value) : value]));
}

/** Causes, then warnings that seldom stop an app, then symptoms; within each the first in the log. */
function byImportance(a: Grown, b: Grown): number {
  return rank(a) - rank(b) || Number(a.isWeak) - Number(b.isWeak) || a.firstLine - b.firstLine || a.lastSeq - b.lastSeq;
}

function rank(finding: Grown): number {
  if (finding.role === 'symptom') return 2;
  return finding.mild ? 1 : 0;
}

function toFinding(grown: Grown): Finding {
  const { mild: _1, block: _2, lastSeq: _3, lastPattern: _4, isWeak: _5, ...finding } = grown;
  return finding;
}
