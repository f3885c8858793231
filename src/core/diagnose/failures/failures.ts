/** Failures that no entry knows: exceptions, and lines that report one; each once, with its kind and its place. What is left out is counted. */
import type { FailureKind } from '../../library/failure.ts';
import { adviceIn } from '../../log/speech/advice.ts';
import { LONGEST_MESSAGE, quotedExceptionOf } from '../../log/traceback/exception.ts';
import type { TracebackState } from '../../log/traceback/traceback.ts';
import type { Location } from '../../log/traceback/traceback-line.ts';
import type { SafeText } from '../../text/neutralise.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import type { Failure } from '../diagnosis.ts';
import { CLOSE, EVIDENCE_WIDTH } from '../findings.ts';
import type { Cut } from './broken-off.ts';
import { followsFrom, type Held } from './order.ts';
import { isPassedOn, type Link } from './passed-on.ts';
import type { Reports, Seen } from './reports.ts';

const MOST_FAILURES = 20;
const TYPE_WIDTH = 120;
/** So many texts behind a failure may say what to do about it. */
export const ADVICE_WITHIN = 6;
/** With a blank line between. */
const ADJACENT = 2;
/** Lines of a message below its first one that tell where and what; the rest is a list of more of them. */
const MOST_DETAILS = 3;
/** An exception without a traceback may begin a chain, if the line that joins the next one to it comes at most so many texts below. */
const JOINED_WITHIN = 5;
/** A cause stands at most so many lines below what it caused: its frames are between them. */
const CAUSE_WITHIN = 20;
/** A frame, which is no part of a message. */
const FRAME_OF_JAVASCRIPT = /^at \S/;
/** A message that ends so goes on in the next line, indented or not. */
const GOES_ON = /:$|\bvalidation errors? for \S{1,80}$/;

/** As a program begins that reports an error; the title of a report has other words. */
const PRINTED = /^\W{0,9}\w{0,20}(?:error|fatal|critical|failed|failure)\b\W{0,3}[:\]]/i;

/** Where a failure stands. */
export interface Stands {
  file: SafeText | null;
  line: number;
  /** Counts texts. */
  seq: number;
  /** The traceback that it ends, and where this began; null outside. */
  traceback: (TracebackState & { begunAt: Begun }) | null;
}

/** Where a traceback begins: number of the text, and line of the file. */
export interface Begun {
  seq: number;
  line: number;
}

/** Gathers them; the first of each kind and message stays. */
export class Failures {
  /** How many lines were left out because there were too many different ones. */
  more = 0;
  readonly #reports: Reports;
  readonly #held = new Map<string, Held>();
  /** Number of the text that the last one stands in. */
  #addedAt = Number.NEGATIVE_INFINITY;

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  /** Takes what was seen. */
  add({ type, message, sign, isReason = sign?.isCause ?? false, isAnswer = false }: Seen, { file, line, seq, traceback }: Stands): void {
    const whole = type === null ? message : `${type}: ${message}`;
    if (this.#held.has(whole)) return;
    if (this.#held.size >= MOST_FAILURES) {
      this.more++;
      return;
    }
    const before = isReason ? this.#demote(seq, file, line) : null;
    if (traceback?.isOriginal) this.#demoteLinks(traceback.block);
    const kind = sign?.kind ?? this.#reports.kindOf(type, whole, Boolean(traceback?.location), line, before);
    if (type !== null) this.#demoteAnnouncement(traceback?.begunAt ?? { seq, line }, kind);
    this.#addedAt = seq;
    this.#held.set(whole, {
      kind,
      type: type === null ? null : neutraliseAndMask(type, TYPE_WIDTH),
      message: neutraliseAndMask(withoutHalfWord(message), EVIDENCE_WIDTH),
      details: [],
      file,
      line,
      location: traceback?.location ?? null,
      raisedIn: traceback?.innermost ?? null,
      inPackage: traceback?.inPackage ?? null,
      trail: traceback?.trail ?? [],
      isAnswer,
      isConsequence: false,
      advice: safeAdvice(adviceIn(message)),
      block: traceback?.block ?? 0,
      joints: traceback?.joints ?? [],
      seq,
      isOutcome: sign?.isOutcome ?? false,
      isRelayed: this.#reports.isRelayed(whole),
      link: type === null || traceback === null ? null : { ...traceback, exception: { type, message } },
      isKept: false,
    });
  }

  /** Whether what is raised now only follows from the last exception before it in its chain; if so, that one is kept. */
  keepReason(block: number, outer: Link): boolean {
    const before = [...this.#held.values()].findLast((held) => held.block === block && held.joints.length < outer.joints.length);
    if (!before?.link || !isPassedOn(before.link, outer, this.#reports.knowledge, (source, text) => this.#reports.test(source, text)))
      return false;
    before.isKept = true;
    return true;
  }

  /** What failed last, of all that is kept. */
  get #last(): Held | undefined {
    return [...this.#held.values()].at(-1);
  }

  /** The exception outside of any traceback that the next one is joined to, unless it is part of the message of one that `ended`. */
  leadAt(seq: number, ended: number): Held | null {
    const last = this.#last;
    const isLead = last && last.type !== null && last.block === 0 && seq - last.seq <= JOINED_WITHIN && last.seq - ended > CLOSE;
    return isLead ? last : null;
  }

  /** The text just below an exception: indented, or after a message that goes on, it belongs to it. */
  goOn(text: string, isIndented: boolean, seq: number): void {
    const last = this.#last;
    if (
      !last ||
      last.type === null ||
      FRAME_OF_JAVASCRIPT.test(text) ||
      seq !== last.seq + last.details.length + 1 ||
      last.details.length >= MOST_DETAILS
    )
      return;
    if (isIndented || (last.details.length === 0 && GOES_ON.test(last.message))) last.details.push(neutraliseAndMask(text, EVIDENCE_WIDTH));
  }

  /** Another text, that may say what to do about the failure just before it; after a colon what is to be typed follows. */
  advise(text: string, seq: number): void {
    if (text === '' || seq - this.#addedAt > ADVICE_WITHIN) return;
    const last = this.#last;
    if (!last || seq === last.seq || seq - last.seq > ADVICE_WITHIN) return;
    if (last.advice === null) last.advice = safeAdvice(adviceIn(text));
    else if (/:$/.test(last.advice) || /^(?:>>>|\$) /.test(text)) last.advice = safeAdvice(`${last.advice} ${text}`);
  }

  /** Something was recognised: what stands in the same traceback, or, outside of any, just before and after it, is part of it. */
  forget(block: number, seq: number, begunAt: number): void {
    for (const [key, held] of this.#held) {
      if (held.isKept) continue;
      const isNear = Math.abs(seq - held.seq) <= CLOSE || Math.abs(begunAt - held.seq) <= CLOSE;
      if (held.block === 0 ? isNear && (block === 0 || held.type === null) : held.block === block) this.#held.delete(key);
    }
  }

  /** A symptom was recognised: a line just above it that only says that something failed, or that it follows, announced it. */
  forgetAnnounced(seq: number): void {
    for (const [key, { type, block, isOutcome, message, seq: at }] of this.#held) {
      const isAbove = at < seq && seq - at <= CLOSE;
      if (isAbove && type === null && block === 0 && (isOutcome || GOES_ON.test(message))) this.#held.delete(key);
    }
  }

  /** What somebody tells of in words, as a failure. */
  told(words: SafeText, file: SafeText | null, line: number): Failure {
    const quoted = quotedExceptionOf(words);
    return {
      kind: this.#reports.kindOf(quoted?.type ?? null, words, false),
      type: quoted && neutraliseAndMask(quoted.type, TYPE_WIDTH),
      message: neutraliseAndMask(quoted?.message ?? words, EVIDENCE_WIDTH),
      details: [],
      file,
      line,
      location: null,
      raisedIn: null,
      inPackage: null,
      trail: [],
      isAnswer: false,
      ...(quoted ? {} : { isTold: true }),
      isConsequence: false,
      advice: null,
    };
  }

  /** A traceback that breaks off, as a failure: what is left of it ends with the statement of its last frame. */
  cut({ file, line, said, location, innermost, inPackage, trail }: Cut): Failure {
    const message = innermost?.quoted || said;
    return {
      kind: this.#reports.kindOf(null, message, location !== null),
      type: null,
      message: neutraliseAndMask(message, EVIDENCE_WIDTH),
      details: [],
      file,
      line,
      location,
      raisedIn: innermost,
      inPackage,
      trail,
      isAnswer: false,
      isCut: true,
      isConsequence: false,
      advice: null,
    };
  }

  /** The own frame of a traceback, when a later link of its chain has one. */
  locate(block: number, location: Location): void {
    for (const held of this.#held.values()) {
      if (held.block !== block || held.location) continue;
      held.location = location;
      held.kind = this.#reports.kindOf(held.type, `${held.type}: ${held.message}`, true);
    }
  }

  /**
   * All of them, the most important first: reasons in the order of the log, of which a raised one tells more than a line of a logger that
   * says nothing of its kind; then what follows from them.
   * @param hasCause a finding says why: what only tells that something failed is its consequence, and left out.
   * @param isFound there is a finding: the title of a report tells nothing more, and is left out as well.
   */
  list(hasCause: boolean, isFound = hasCause): Failure[] {
    const all = [...this.#held.values()].filter((held) => !((hasCause && held.isOutcome) || (isFound && isTitle(held))));
    const told = all.map((held) => ({ held, isConsequence: held.isConsequence || followsFrom(held, all, this.#reports.knowledge) }));
    const isRaised = told.some(({ held, isConsequence }) => held.block > 0 && !isConsequence);
    const rank = ({ held, isConsequence }: (typeof told)[number]): number => {
      if (isConsequence) return 2;
      return Number(isRaised && held.type === null && held.kind === 'other');
    };
    return told
      .sort((a, b) => rank(a) - rank(b) || a.held.seq - b.held.seq)
      .map(({ held, isConsequence }) => {
        const { block: _1, joints: _2, seq: _3, isOutcome: _4, isRelayed: _5, link: _6, isKept: _7, ...failure } = held;
        return { ...failure, isConsequence };
      });
  }

  /** "Caused by" and its like: what stands just before is the consequence. Out: the last of those. */
  #demote(seq: number, file: string | null, line: number): Held | null {
    const all = [...this.#held.values()];
    const close = all.filter((held) => seq - held.seq <= CLOSE);
    // Node and Java print the frames of what was raised between it and its cause. Lines are counted, for frames may be passed over.
    const before =
      close.length > 0 ? close : all.filter((held) => held.type !== null && held.file === file && line - held.line <= CAUSE_WITHIN);
    for (const held of before) held.isConsequence = true;
    return before.at(-1) ?? null;
  }

  /** The exceptions of a chain that pass on what is raised now. */
  #demoteLinks(block: number): void {
    for (const held of this.#held.values()) if (held.block === block) held.isConsequence = true;
  }

  /**
   * A line that names no exception, directly above one that does, or above its traceback, only announces it. What a server refused is no
   * announcement of something else: the program goes on without the answer, and fails by that.
   */
  #demoteAnnouncement({ seq, line }: Begun, kind: FailureKind): void {
    for (const held of this.#held.values()) {
      if (held.type !== null || held.seq !== seq - 1 || line - held.line > ADJACENT) continue;
      if (held.kind === 'network' && kind !== 'network') held.isRelayed = false;
      else held.isConsequence = true;
    }
  }
}

/** The only failure, where it was told without a place, stands where a traceback broke off before its exception; others stay as they are. */
export function placed(failures: Failure[], { unfinished }: { unfinished: TracebackState | null }): Failure[] {
  const [only] = failures;
  if (!only || failures.length > 1 || only.raisedIn || !unfinished) return failures;
  return [
    { ...only, location: unfinished.location, raisedIn: unfinished.innermost, inPackage: unfinished.inPackage, trail: unfinished.trail },
  ];
}

/** A message that was cut may end in half a secret. */
function withoutHalfWord(message: string): string {
  return message.length < LONGEST_MESSAGE ? message : message.slice(0, message.lastIndexOf(' ') + 1);
}

function safeAdvice(advice: string | null): SafeText | null {
  return advice === null ? null : neutraliseAndMask(advice, EVIDENCE_WIDTH);
}

/** What a report begins with, said in its title. */
function isTitle(held: Held): boolean {
  return held.line === 1 && isOnlySaid(held);
}

/** Whether somebody says that something fails, in words that tell nothing of its kind, and as no program prints it. */
export function isOnlySaid({ type, kind, message }: Failure): boolean {
  return type === null && kind === 'other' && !PRINTED.test(message);
}
