/** Hits to findings: what happened again is counted, and of each the line that tells most is kept. */

import type { Library } from '../library/library.ts';
import type { Joint, Location } from '../log/traceback/traceback-line.ts';
import type { Match, Value } from '../match/match.ts';
import { clip, type SafeText, wholeBefore } from '../text/neutralise.ts';
import { neutraliseAndMask } from '../text/neutralise-and-mask.ts';
import { MASK, mask, maskAround } from '../text/secrets.ts';
import { causeOf, type Grown, isFromBuild, isNear } from './consequences.ts';
import type { Finding } from './diagnosis.ts';

/** A signature that one text showed. */
export interface Occurrence {
  match: Match;
  /** Counts texts, not physical lines: one line may carry several. */
  seq: number;
  file: SafeText | null;
  line: number;
  /** Number of the traceback that it stands in; 0 outside. */
  block: number;
  /** The chain of exceptions up to where it stands. */
  joints: readonly Joint[];
  text: SafeText;
  /** Where its chain of exceptions said the same first. */
  earlier: { line: number; text: SafeText } | null;
  location: Location | null;
  /** The innermost frame of its traceback, whoever's code it is. */
  raisedIn: Location | null;
  /** The installed package that the user's own code called, or the first of all. */
  entered: string | null;
  /** The traceback is that of a thread which somebody started himself. */
  isInThread: boolean;
  isDropped: boolean;
  /** It is the source that a traceback quotes: names of variables stand there where the message has their values. */
  isQuoted: boolean;
  /** It only follows from a failure that no entry knows. */
  isPassedOn: boolean;
}

/** Texts that stand this close are one event: a title and its text, a message that was wrapped. */
export const CLOSE = 3;
export const EVIDENCE_WIDTH = 300;
/** Of a longer line, so much is shown before the match: what it is about usually stands there. */
const BEFORE_MATCH = 60;

/** So many captures of a signature that was shown with others before are kept: three packages are missing at once. */
const MOST_OTHERS = 8;

/** A line that only announces the reason: that stands below it. */
const REASON_FOLLOWS = /\b(?:because of|following)\b.{0,60}:$/i;

/** Rank of what follows from something else. */
const FOLLOWS = 2;

/** Findings by id, growing with every occurrence. */
export class Findings {
  readonly #library: Library;
  readonly #byId: Map<string, Grown>;

  constructor(library: Library, byId = new Map<string, Grown>()) {
    this.#library = library;
    this.#byId = byId;
  }

  /** The same findings, to grow on their own. */
  copy(): Findings {
    return new Findings(this.#library, new Map([...this.#byId].map(([id, finding]) => [id, { ...finding, others: [...finding.others] }])));
  }

  /** All findings, most important first. */
  list(): Finding[] {
    const known = [...this.#byId.values()];
    const all = withoutEmptyTitles(known.filter((grown) => !known.some((other) => this.#tellsMore(other, grown))));
    const causes = new Map(all.map((grown) => [grown.id, causeOf(grown, all) ?? this.#reasonFor(grown, all)]));
    const rank = (grown: Grown): number => (causes.get(grown.id) ? FOLLOWS : this.#rank(grown));
    return all.sort((a, b) => rank(a) - rank(b) || byPlace(a, b)).map((grown) => toFinding(grown, causes.get(grown.id)));
  }

  /** Counts an occurrence in. */
  add(occurrence: Occurrence): void {
    const { id, values, pattern, weak } = occurrence.match;
    const known = this.#byId.get(id);
    if (!known) {
      this.#byId.set(id, this.#seed(occurrence));
      return;
    }
    const isSame = isSameEvent(occurrence, known);
    // What was only announced so far is counted and stands where it is told.
    const isToldNow = known.isWeak && !weak;
    const isPrintedNow = isSame && known.isQuoted && !occurrence.isQuoted && pattern <= known.pattern;
    if (!isSame && !isToldNow) known.count++;
    if (!isPrintedNow && isOther(values, known)) known.others.push(maskValues(values, occurrence.text));
    const tellsMore = Object.keys(values).length > Object.keys(known.values).length;
    const isFirstNumber = tellsMore && Object.keys(known.values).length === 0;
    const isFarBelow = occurrence.line - known.firstLine > CLOSE;
    if (isToldNow && (!isSame || isFarBelow || REASON_FOLLOWS.test(known.evidence))) known.firstLine = occurrence.line;
    if (isPrintedNow && known.count === 1) known.firstLine = occurrence.line;
    if ((isSame && tellsMore) || isFirstNumber || isToldNow || isPrintedNow) {
      // Another line of the same message may name what this one does not.
      if (isSame && known.others.length < MOST_OTHERS && Object.keys(known.values).some((name) => !(name in values)))
        known.others.push(known.values);
      Object.assign(known, evidenceOf(occurrence), { values: maskValues(values, occurrence.text), pattern, isWeak: weak });
    }
    known.isQuoted &&= occurrence.isQuoted;
    known.isPassedOn &&= occurrence.isPassedOn;
    if (occurrence.file === known.file) known.lastLine = occurrence.line;
    known.lastSeq = occurrence.seq;
    known.lastPattern = pattern;
    known.location ??= occurrence.location;
    known.raisedIn ??= occurrence.raisedIn;
    known.entered ??= occurrence.entered;
    known.isInThread ||= occurrence.isInThread;
    if (occurrence.block > 0) Object.assign(known, { block: occurrence.block, joints: occurrence.joints });
  }

  /** The own frame of a traceback that ended after its occurrences were counted. */
  locate(block: number, location: Location): void {
    for (const finding of this.#byId.values()) if (finding.block === block) finding.location ??= location;
  }

  /** Whether this page says more of a failure that the other one only announces, or that a build script raised, many lines above or below. */
  #tellsMore(grown: Grown, announced: Grown): boolean {
    const isPart = announced.isWeak || isFromBuild(announced);
    return isPart && isNear(grown, announced) && this.#library.error(grown.id).signature.overrides.includes(announced.id);
  }

  /** A page that says of itself that it is why this happens, wherever in the text it stands. */
  #reasonFor(grown: Grown, all: readonly Grown[]): Grown | undefined {
    return all.find(({ id, role, mild }) => role === 'cause' && !mild && this.#library.error(id).signature.explains.includes(grown.id));
  }

  /** Causes, then warnings that seldom stop an app, then symptoms. */
  #rank({ id, role, mild, isPassedOn }: Grown): number {
    if (role === 'symptom' || isPassedOn) return FOLLOWS;
    return mild && !this.#library.error(id).signature.explains.some((other) => this.#byId.has(other)) ? 1 : 0;
  }

  #seed(occurrence: Occurrence): Grown {
    const { id, role, mild, wraps } = this.#library.error(occurrence.match.id);
    return {
      id,
      role,
      mild,
      wraps,
      count: 1,
      file: occurrence.file,
      firstLine: occurrence.earlier?.line ?? occurrence.line,
      lastLine: occurrence.line,
      pattern: occurrence.match.pattern,
      causedBy: null,
      isPassedOn: occurrence.isPassedOn,
      isQuoted: occurrence.isQuoted,
      ...evidenceOf(occurrence),
      values: maskValues(occurrence.match.values, occurrence.text),
      others: [],
      location: occurrence.location,
      raisedIn: occurrence.raisedIn,
      entered: occurrence.entered,
      isInThread: occurrence.isInThread,
      block: occurrence.block,
      joints: occurrence.joints,
      firstSeq: occurrence.seq,
      firstAt: [occurrence.match.start, occurrence.match.end],
      lastSeq: occurrence.seq,
      lastPattern: occurrence.match.pattern,
      isWeak: occurrence.match.weak,
    };
  }
}

/** The title of what only passes a reason on, and follows from none here, says nothing beside anything that does, however far away that stands. */
function withoutEmptyTitles(all: Grown[]): Grown[] {
  const isEmpty = (grown: Grown) => grown.isWeak && grown.wraps && !causeOf(grown, all);
  return all.some((grown) => grown.role !== 'notice' && !isEmpty(grown)) ? all.filter((grown) => !isEmpty(grown)) : all;
}

/** Whether these captures were not seen yet. */
function isOther(values: Record<string, Value>, { values: first, others }: Grown): boolean {
  if (others.length >= MOST_OTHERS) return false;
  const isSame = (seen: Finding['values']): boolean => {
    for (const name in values) if (seen[name] !== values[name]) return false;
    return true;
  };
  return !isSame(first) && !others.some(isSame);
}

/** A traceback is one event; outside, different wordings that stand close together are. */
function isSameEvent(occurrence: Occurrence, known: Grown): boolean {
  if (occurrence.block > 0) return occurrence.block === known.block;
  return occurrence.seq - known.lastSeq <= CLOSE && (occurrence.match.pattern !== known.lastPattern || occurrence.seq === known.lastSeq);
}

/** The matched line, cut to a readable length around the match; of a chain of exceptions the line that said it first. */
function evidenceOf(occurrence: Occurrence): Pick<Finding, 'evidence' | 'matched'> {
  if (occurrence.earlier) {
    const evidence = neutraliseAndMask(occurrence.earlier.text, EVIDENCE_WIDTH);
    return { evidence, matched: [0, evidence.length] };
  }
  const masked = maskAround(occurrence.text, [occurrence.match.start, occurrence.match.end]);
  const [start = 0, end = 0] = masked.offsets;
  // In front there is the sign that something is left out, and half a character at the most.
  const latest = masked.text.length - EVIDENCE_WIDTH + 2;
  const isWhole = masked.text.length <= EVIDENCE_WIDTH;
  const from = isWhole ? 0 : wholeBefore(masked.text, Math.max(0, Math.min(start - BEFORE_MATCH, latest)));
  const text = `${from > 0 ? '…' : ''}${masked.text.slice(from)}`;
  const evidence = clip(text as SafeText, EVIDENCE_WIDTH);
  const shift = from > 0 ? 1 - from : 0;
  const limit = (offset: number) => Math.max(0, Math.min(evidence.length, offset + shift));
  return { evidence, matched: [limit(start), limit(end)] };
}

/** A capture may be a part of a secret, which shows only in the whole text. */
function maskValues(values: Record<string, Value>, text: SafeText): Finding['values'] {
  const masked = mask(text);
  const maskValue = (value: string): SafeText => {
    const own = neutraliseAndMask(value);
    return masked !== text && own === value && !masked.includes(value) ? MASK : own;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? maskValue(value) : value]));
}

/** The first in the log, and what is certain before what is not. */
function byPlace(a: Grown, b: Grown): number {
  return Number(a.isWeak) - Number(b.isWeak) || a.firstSeq - b.firstSeq || byPart(a.firstAt, b.firstAt) || a.lastSeq - b.lastSeq;
}

/** Parts of one text that do not overlap, in their order. */
function byPart([start, end]: Grown['firstAt'], [otherStart, otherEnd]: Grown['firstAt']): number {
  return Number(otherEnd <= start) - Number(end <= otherStart);
}

/** In this text a cause that follows from another one is a symptom. */
function toFinding(grown: Grown, cause: Grown | undefined): Finding {
  const {
    mild: _1,
    wraps: _2,
    block: _3,
    joints: _4,
    firstSeq: _5,
    firstAt: _6,
    lastSeq: _7,
    lastPattern: _8,
    isWeak: _9,
    isQuoted: _10,
    ...finding
  } = grown;
  const follows = cause !== undefined || grown.isPassedOn;
  return { ...finding, role: follows && grown.role === 'cause' ? 'symptom' : grown.role, causedBy: cause?.id ?? null };
}
