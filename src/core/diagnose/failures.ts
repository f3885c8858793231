/** Failures that no entry knows: exceptions, and lines that report one; each once, with its kind and its place. What is left out is counted. */
import { type FailureKnowledge, type FailureKind, type FailureSign, kindOf } from '../library/failure.ts';
import { type Exception, exceptionOf, inlineExceptionOf, type Joint, LONGEST_MESSAGE, type Location, type TracebackState } from '../log/traceback.ts';
import type { Level } from '../log/prefix.ts';
import { clip, neutralise, type SafeText } from '../text/neutralise.ts';
import { mask } from '../text/secrets.ts';
import type { Failure } from './diagnosis.ts';
import { CLOSE, EVIDENCE_WIDTH } from './findings.ts';

const MOST = 20;
const TYPE_WIDTH = 120;

/** Where a failure stands. */
export interface Stands {
  file: SafeText | null;
  line: number;
  /** Counts texts. */
  seq: number;
  /** The traceback that it ends, and the number of the text that this began with; null outside. */
  traceback: (TracebackState & { begunAt: number }) | null;
}

/** What a failure is, before its place. */
export interface Seen {
  type: string | null;
  message: string;
  sign: FailureSign | null;
}

interface Held extends Failure {
  block: number;
  joints: readonly Joint[];
  seq: number;
  isOutcome: boolean;
}

/** Gathers them; the first of each kind and message stays. */
export class Failures {
  /** How many lines were left out because there were too many different ones. */
  more = 0;
  readonly #knowledge: FailureKnowledge;
  readonly #regexes = new Map<string, RegExp>();
  readonly #held = new Map<string, Held>();

  constructor(knowledge: FailureKnowledge) {
    this.#knowledge = knowledge;
  }

  /**
   * What a line reports; null when it reports nothing.
   * @param exception what a traceback ends with in this line.
   * @param level what a collector, or a key of JSON, says of the line.
   * @param signs numbers of the signs that may stand in it.
   */
  see(text: SafeText, exception: Exception | null, level: Level | null, signs: readonly number[]): Seen | null {
    const named = exception ?? exceptionOf(text);
    if (named) return { ...named, sign: null };
    if (level === 'low') return null;
    const sign = signs.map((number) => this.#knowledge.signs[number] as FailureSign).find(({ source }) => this.#test(source, text));
    const inline = inlineExceptionOf(text);
    if (!sign && !inline && level !== 'error') return null;
    if (this.#knowledge.harmless.some((source) => this.#test(source, text))) return null;
    return inline && !sign?.isOutcome ? { ...inline, sign: null } : { type: null, message: text, sign: sign ?? null };
  }

  /** Takes what was seen. */
  add({ type, message, sign }: Seen, { file, line, seq, traceback }: Stands): void {
    const whole = type === null ? message : `${type}: ${message}`;
    if (this.#held.has(whole)) return;
    if (this.#held.size >= MOST) {
      this.more++;
      return;
    }
    if (sign?.isCause) this.#demote(seq, false);
    if (traceback) this.#demote(traceback.begunAt, true);
    this.#held.set(whole, {
      kind: sign?.kind ?? this.#kindOf(type, whole, Boolean(traceback?.location)),
      type: type === null ? null : clip(mask(neutralise(type)), TYPE_WIDTH),
      message: clip(mask(neutralise(withoutHalfWord(message))), EVIDENCE_WIDTH),
      file,
      line,
      location: traceback?.location ?? null,
      raisedIn: traceback?.innermost ?? null,
      isConsequence: false,
      block: traceback?.block ?? 0,
      joints: traceback?.joints ?? [],
      seq,
      isOutcome: sign?.isOutcome ?? false,
    });
  }

  /** Something in this traceback, or just before this text, was recognised. */
  forget(block: number, seq: number): void {
    for (const [key, held] of this.#held) {
      const isNear = held.block === 0 && Math.abs(seq - held.seq) <= CLOSE;
      if (block > 0 ? held.block === block : isNear) this.#held.delete(key);
    }
  }

  /** The own frame of a traceback, when a later link of its chain has one. */
  locate(block: number, location: Location): void {
    for (const held of this.#held.values()) {
      if (held.block !== block || held.location) continue;
      held.location = location;
      held.kind = this.#kindOf(held.type, `${held.type}: ${held.message}`, true);
    }
  }

  /**
   * All of them, the most important first: reasons in the order of the log, then what follows from them.
   * @param hasCause a finding says why: what only tells that something failed is its consequence, and left out.
   */
  list(hasCause: boolean): Failure[] {
    const all = [...this.#held.values()].filter(({ isOutcome }) => !(hasCause && isOutcome));
    const told = all.map((held) => ({ held, isConsequence: held.isConsequence || this.#followsFrom(held, all) }));
    return told
      .sort((a, b) => Number(a.isConsequence) - Number(b.isConsequence) || a.held.seq - b.held.seq)
      .map(({ held, isConsequence }) => {
        const { block: _1, joints: _2, seq: _3, isOutcome: _4, ...failure } = held;
        return { ...failure, isConsequence };
      });
  }

  /** Whether another failure is the reason of this one. */
  #followsFrom(held: Held, all: readonly Held[]): boolean {
    if (held.isOutcome) return all.some(({ isOutcome }) => !isOutcome) || all.some((other) => other.seq < held.seq);
    const links = all.filter(({ block }) => block > 0 && block === held.block);
    if (links.some((other) => other.joints.length < held.joints.length && !this.#isPassedOver(other, links))) return true;
    if (this.#isPassedOver(held, links)) return true;
    return this.#knowledge.wrappers.includes(held.type ?? '') && all.some((other) => other !== held && !other.isOutcome && !this.#isWrapper(other));
  }

  /** An exception that was caught to go another way, on which the reason was raised. */
  #isPassedOver({ type, joints }: Held, links: readonly Held[]): boolean {
    const next = links.find((other) => other.joints.length === joints.length + 1);
    return next?.joints.at(-1) === 'during' && this.#knowledge.routine.includes(type ?? '') && next.type !== type;
  }

  #isWrapper({ type }: Held): boolean {
    return this.#knowledge.wrappers.includes(type ?? '');
  }

  /** What stands just before a reason ("Caused by", a traceback) only announces it. */
  #demote(seq: number, isAnnounced: boolean): void {
    for (const held of this.#held.values()) {
      const isBefore = held.seq <= seq && seq - held.seq <= CLOSE;
      if (isBefore && !(isAnnounced && held.type !== null)) held.isConsequence = true;
    }
  }

  #kindOf(type: string | null, text: string, isOwn: boolean): FailureKind {
    return kindOf(this.#knowledge, { type, text, isOwn }, (source, line) => this.#test(source, line));
  }

  #test(source: string, text: string): boolean {
    const known = this.#regexes.get(source) ?? new RegExp(source, 'i');
    this.#regexes.set(source, known);
    return known.test(text);
  }
}

/** A message that was cut may end in half a secret. */
function withoutHalfWord(message: string): string {
  return message.length < LONGEST_MESSAGE ? message : message.slice(0, message.lastIndexOf(' ') + 1);
}
