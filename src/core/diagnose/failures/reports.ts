/** What a line reports that no entry knows: an exception, or words that say that something failed; and of what kind it is. */
import { type FailureKind, type FailureKnowledge, type FailureSign, kindOf } from '../../library/failure.ts';
import type { Level } from '../../log/prefix.ts';
import { type Exception, exceptionOf, inlineExceptionOf, wholeQuotationOf } from '../../log/traceback/exception.ts';
import { remembering } from '../../once.ts';
import type { Passage } from '../../text/fold.ts';

/** A single word is a status, or the name of something. */
const SOME_WORDS = /\S\s\S/;
/** What a logger of JSON says besides the message. */
const LEVEL = /^(?:error|critical|fatal|severe)$/i;

/** What a failure is, before its place. */
export interface Seen {
  type: string | null;
  message: string;
  sign: FailureSign | null;
  /** It is the reason of the failure just before it. */
  isReason?: boolean;
  /** It is all that a server answers. */
  isAnswer?: boolean;
}

/** A failure that says that another one is its reason. */
export interface Announcing {
  kind: FailureKind;
  line: number;
}

/** Tells failures from other lines, by what is known of them. */
export class Reports {
  readonly knowledge: FailureKnowledge;
  readonly #regexOf = remembering((source: string) => new RegExp(source, 'i'));

  constructor(knowledge: FailureKnowledge) {
    this.knowledge = knowledge;
  }

  /**
   * What a line reports; null when it reports nothing.
   * @param exception what a traceback ends with in this line.
   * @param level what a collector, or a key of JSON, says of the line.
   * @param signs numbers of the signs that may stand in it.
   */
  in({ text, shown }: Passage, exception: Exception | null, level: Level | null, signs: readonly number[]): Seen | null {
    const named = exception ?? exceptionOf(text, shown) ?? wholeQuotationOf(text);
    if (named) return this.knowledge.stops.includes(named.type) ? null : { ...named, sign: null };
    if (level === 'low' || LEVEL.test(text)) return null;
    const sign = signs.map((number) => this.knowledge.signs[number] as FailureSign).find(({ source }) => this.test(source, text));
    const inline = inlineExceptionOf(text);
    if (!sign && !inline && !((level === 'error' || level === 'answer') && SOME_WORDS.test(text))) return null;
    if (this.isHarmless(text)) return null;
    return inline && !sign?.isOutcome
      ? { ...inline, sign: null }
      : { type: null, message: shown, sign: sign ?? null, isAnswer: level === 'answer' };
  }

  /** Where a line begins to report what was seen in it. */
  placeOf({ message, sign }: Seen, line: string): number {
    return Math.max(0, sign ? line.search(this.#regexOf(sign.source)) : line.indexOf(message));
  }

  /** Whether a line only looks like a failure. */
  isHarmless(text: string): boolean {
    return this.knowledge.harmless.some((source) => this.test(source, text));
  }

  /** Whether it only relays that another program failed. */
  isRelayed(text: string): boolean {
    return this.knowledge.relayed.some((source) => this.test(source, text));
  }

  /**
   * @param isOwn it was raised in the user's own code.
   * @param before what announces it: on the same line it knows best of what kind this is, else where nothing else tells.
   */
  kindOf(type: string | null, text: string, isOwn: boolean, line?: number, before: Announcing | null = null): FailureKind {
    const kind = kindOf(this.knowledge, { type, text, isOwn }, (source, each) => this.test(source, each));
    return before && before.kind !== 'other' && (kind === 'other' || before.line === line) ? before.kind : kind;
  }

  /** Whether an expression of the knowledge finds something in a text. */
  test(source: string, text: string): boolean {
    return this.#regexOf(source).test(text);
  }
}
