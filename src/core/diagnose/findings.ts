/** Hits to findings: what happened again is counted, and of each the line that tells most is kept. */

import type { Library } from '../library/library.ts';
import type { Joint, Location } from '../log/traceback-line.ts';
import type { Match, Value } from '../match/match.ts';
import { clip, neutralise, type SafeText, wholeBefore } from '../text/neutralise.ts';
import { MASK, mask, maskAround } from '../text/secrets.ts';
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
  isDropped: boolean;
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

interface Grown extends Finding {
  mild: boolean;
  wraps: boolean;
  block: number;
  joints: readonly Joint[];
  firstSeq: number;
  lastSeq: number;
  lastPattern: number;
  isWeak: boolean;
}

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
    const all = withoutEmptyTitles([...this.#byId.values()]);
    const causes = new Map(all.map((grown) => [grown.id, causeOf(grown, all)]));
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
    if (!isSame) known.count++;
    if (isOther(values, known)) known.others.push(maskValues(values, occurrence.text));
    const tellsMore = Object.keys(values).length > Object.keys(known.values).length;
    const isFirstNumber = tellsMore && Object.keys(known.values).length === 0;
    if (isSame && known.isWeak && !weak && REASON_FOLLOWS.test(known.evidence)) known.firstLine = occurrence.line;
    if ((isSame && tellsMore) || isFirstNumber || (known.isWeak && !weak))
      Object.assign(known, evidenceOf(occurrence), { values: maskValues(values, occurrence.text), pattern, isWeak: weak });
    known.isPassedOn &&= occurrence.isPassedOn;
    if (occurrence.file === known.file) known.lastLine = occurrence.line;
    known.lastSeq = occurrence.seq;
    known.lastPattern = pattern;
    known.location ??= occurrence.location;
    known.raisedIn ??= occurrence.raisedIn;
    if (occurrence.block > 0) Object.assign(known, { block: occurrence.block, joints: occurrence.joints });
  }

  /** The own frame of a traceback that ended after its occurrences were counted. */
  locate(block: number, location: Location): void {
    for (const finding of this.#byId.values()) if (finding.block === block) finding.location ??= location;
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
      ...evidenceOf(occurrence),
      values: maskValues(occurrence.match.values, occurrence.text),
      others: [],
      location: occurrence.location,
      raisedIn: occurrence.raisedIn,
      block: occurrence.block,
      joints: occurrence.joints,
      firstSeq: occurrence.seq,
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
    const evidence = clip(mask(neutralise(occurrence.earlier.text)), EVIDENCE_WIDTH);
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
    const own = mask(neutralise(value));
    return masked !== text && own === value && !masked.includes(value) ? MASK : own;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? maskValue(value) : value]));
}

/** The first in the log, and what is certain before what is not. */
function byPlace(a: Grown, b: Grown): number {
  return Number(a.isWeak) - Number(b.isWeak) || a.firstSeq - b.firstSeq || a.lastSeq - b.lastSeq;
}

/** In this text a cause that follows from another one is a symptom. */
function toFinding(grown: Grown, cause: Grown | undefined): Finding {
  const { mild: _1, wraps: _2, block: _3, joints: _4, firstSeq: _5, lastSeq: _6, lastPattern: _7, isWeak: _8, ...finding } = grown;
  const follows = cause !== undefined || grown.isPassedOn;
  return { ...finding, role: follows && grown.role === 'cause' ? 'symptom' : grown.role, causedBy: cause?.id ?? null };
}

/** What a finding is a consequence of: a symptom of some cause, a wrapper of a reason near by, an exception of the one that it was raised from. */
function causeOf(finding: Grown, all: readonly Grown[]): Grown | undefined {
  const causes = all.filter(({ role, wraps, isPassedOn }) => role === 'cause' && !wraps && !isPassedOn);
  if (finding.role === 'symptom')
    return (
      nearest(finding, causes) ??
      nearest(
        finding,
        all.filter(({ role }) => role === 'cause'),
      )
    );
  if (finding.role !== 'cause') return undefined;
  if (finding.wraps)
    return nearest(
      finding,
      causes.filter((cause) => isNear(cause, finding)),
    );
  return causes.find((cause) => isRaisedFrom(finding, cause));
}

/** The cause in its own traceback, else the last one before it, else the first one after. */
function nearest(finding: Grown, causes: readonly Grown[]): Grown | undefined {
  const own = causes.find(({ block }) => block > 0 && block === finding.block);
  const before = causes.filter(({ firstSeq }) => firstSeq <= finding.lastSeq).sort((a, b) => b.firstSeq - a.firstSeq)[0];
  return own ?? before ?? [...causes].sort((a, b) => a.firstSeq - b.firstSeq)[0];
}

/** A reason stands before what passes it on, within the output of one step; or just below, as part of the message. */
const LINES_BEFORE = 120;
const LINES_AFTER = 40;
/** What a traceback passes on is raised within it: before it stands the life of the program. */
const LINES_BEFORE_TRACEBACK = 5;

function isNear(cause: Grown, finding: Grown): boolean {
  if (cause.block > 0 && cause.block === finding.block) return true;
  if (cause.file !== finding.file || cause.mild) return false;
  const before = finding.firstLine - cause.lastLine;
  const after = cause.firstLine - finding.lastLine;
  return (before >= 0 && before <= (finding.block > 0 ? LINES_BEFORE_TRACEBACK : LINES_BEFORE)) || (after >= 0 && after <= LINES_AFTER);
}

/** Whether an exception says of itself that it was raised from another one. */
function isRaisedFrom(outer: Grown, inner: Grown): boolean {
  const isLater = inner.block > 0 && inner.block === outer.block && inner.joints.length < outer.joints.length;
  return isLater && outer.joints.slice(inner.joints.length).every((joint) => joint === 'direct');
}
