/** Failures that no entry knows: their kinds, and how they are recognised as failures at all. */

import type { Inline } from '../markup/blocks.ts';
import type { Condition } from './condition.ts';

export const FAILURE_KINDS = [
  'import',
  'file',
  'network',
  'permission',
  'memory',
  'compile',
  'version',
  'assertion',
  'own-code',
  'exit-code',
  'other',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Of what kind a failure is: by the name of its exception, or by its words. */
export interface KindRule {
  kind: FailureKind;
  types: string[];
  /** A regular expression, ignoring case; null when only the names count. */
  source: string | null;
  /** Only where the user's own code stands in the traceback. */
  own: boolean;
}

/** A line that reports a failure without naming an exception. */
export interface FailureSign {
  source: string;
  /** Lower-case runs of which every match holds one. */
  literals: string[];
  kind: FailureKind | null;
  /** Says only that something failed. */
  isOutcome: boolean;
  /** Is the reason of the failure just before it. */
  isCause: boolean;
}

/** What a message says was asked of an expression that the quoted statement spells. */
export const ASKED = ['attribute', 'item', 'call', 'key', 'length', 'each', 'values', 'condition', 'side'] as const;
export type Asked = (typeof ASKED)[number];

/** Whose code raises it: one's own, one's own in a library that one calls, or a library that nobody of us calls in sight. */
export const RAISERS = ['own', 'called', 'library'] as const;
export type Raiser = (typeof RAISERS)[number];

/** What will be seen next, and what is done then. */
export interface NextStep {
  see: Inline[];
  do: Inline[];
}

/** What a message means that many programs print. */
export interface FailureReading {
  /** A regular expression, ignoring case, on the exception with its message. */
  source: string;
  /** Another one, on the statement that was quoted where it was raised. */
  statement?: string | undefined;
  /** Only of a traceback that breaks off: on the statement of its last frame. */
  cut?: boolean | undefined;
  /** Only what a server answers in JSON. */
  answer?: boolean | undefined;
  /** Only of these kinds. */
  kinds?: FailureKind[] | undefined;
  /** A third one, on the functions that led there, blanks between. */
  trail?: string | undefined;
  /** Only where it was raised so; `library` counts for a called one, too. */
  raised?: Raiser | undefined;
  asks?: Asked | undefined;
  /** In the place of what its kind is called. */
  title?: string | undefined;
  look: Inline[];
  code?: string | undefined;
  steps: NextStep[];
  /** The page that tells more of such failures, by its id. */
  page?: string | undefined;
}

/** What is done about whose code raised it, whatever the message means. */
export interface FailureWay {
  raised: Raiser;
  when: Condition[];
  do: Inline[];
  code?: string | undefined;
  steps: NextStep[];
}

export interface FailureKnowledge {
  /** What each kind is called, and what is looked at first. */
  kinds: Record<FailureKind, { title: string; look: Inline[] }>;
  /** The first that fits counts. */
  rules: KindRule[];
  signs: FailureSign[];
  /** Expressions for lines that look like a sign and report nothing. */
  harmless: string[];
  /** Exceptions that only pass on another one. */
  wrappers: string[];
  /** Expressions for exceptions by which who catches everything says that something failed, and not why. */
  vague: string[];
  /** Expressions for what only relays that another program failed. */
  relayed: string[];
  /** Exceptions that programs catch to go another way. */
  routine: string[];
  /** Exceptions by which somebody stops a program. */
  stops: string[];
  /** The first that fits, and whose values are known, says what is looked at first. */
  readings: FailureReading[];
  /** The first that fits, and whose values are known, follows it. */
  ways: FailureWay[];
  /** What an answer of a server with this status means, by its number. */
  statuses: Readonly<Record<string, string>>;
  /** What an output of Gradio takes, in words and as the end of a `return`, by its class. */
  components: Readonly<Record<string, { takes: string; returns: string }>>;
}

/** Names of exceptions within a text. */
const NAMES = /\b[A-Za-z_]\w{1,80}(?:Error|Exception|Timeout)\b/g;

/** Of what kind a failure is. `type` is null where no exception is named; `text` is the message with its type. */
export function kindOf(
  { rules }: Pick<FailureKnowledge, 'rules'>,
  { type, text, isOwn }: { type: string | null; text: string; isOwn: boolean },
  test = (source: string, line: string): boolean => new RegExp(source, 'i').test(line),
): FailureKind {
  // An exception may be passed on within the message of another one.
  const named = new Set([...(type === null ? [] : [type]), ...(text.match(NAMES) ?? [])]);
  const fits = ({ types, source, own }: KindRule): boolean =>
    (!own || isOwn) && (types.some((each) => (own ? each === type : named.has(each))) || (source !== null && test(source, text)));
  return rules.find(fits)?.kind ?? 'other';
}
