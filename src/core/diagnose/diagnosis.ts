/** What a log shows, as plain data. */
import type { Environment } from '../environment/environment.ts';
import type { Role } from '../library/entry.ts';
import type { FailureKind } from '../library/failure.ts';
import type { Location } from '../log/traceback/traceback-line.ts';
import type { SafeText } from '../text/neutralise.ts';

export interface Finding {
  id: string;
  role: Role;
  /** How often it happened: a traceback counts once, however many of its lines match. */
  count: number;
  /** Name of the file that shows it first; null on standard input and for pasted text. */
  file: SafeText | null;
  /** Lines of that file. */
  firstLine: number;
  lastLine: number;
  /** Index of the pattern that found it, within the signature of its entry. */
  pattern: number;
  /** The finding that this one is a consequence of. */
  causedBy: string | null;
  /** It only follows from a failure that no entry knows. */
  isPassedOn: boolean;
  /** The line that shows it, cut around the match; `matched` are the offsets of the match within it. */
  evidence: SafeText;
  matched: [start: number, end: number];
  values: Record<string, number | SafeText>;
  /** What later texts captured, where it differs: the first few. */
  others: Record<string, number | SafeText>[];
  location: Location | null;
  /** The innermost frame of its traceback, whoever's code it is. */
  raisedIn: Location | null;
  /** The installed package that the user's own code called, or the first of all. */
  entered: string | null;
  /** Its traceback is that of a thread which somebody started himself. */
  isInThread: boolean;
}

/** Something that failed and that no entry knows. */
export interface Failure {
  kind: FailureKind;
  /** The exception's name; null where none is named. */
  type: SafeText | null;
  message: SafeText;
  /** Lines that belong to the message: what stood indented below it. */
  details: SafeText[];
  file: SafeText | null;
  line: number;
  /** The innermost frame of the user's own code. */
  location: Location | null;
  /** The innermost frame, whoever's code it is. */
  raisedIn: Location | null;
  /** The innermost frame of an installed package that the own code called. */
  inPackage: Location | null;
  /** The functions of the last frames, the outer ones first. */
  trail: readonly string[];
  /** It is the error in the JSON that a server answers. */
  isAnswer: boolean;
  /** Somebody tells of it in words: no program printed it. */
  isTold?: true;
  /** A traceback without its exception: the message is the last of it that is there. */
  isCut?: true;
  /** Another one of them is its reason. */
  isConsequence: boolean;
  /** What the message, or a line just behind it, says to do. */
  advice: SafeText | null;
}

export interface Diagnosis {
  lines: number;
  bytes: number;
  /** Lines that were too long to be matched whole. */
  cutLines: number;
  findings: Finding[];
  notices: Finding[];
  environment: Environment;
  /** The most important first. */
  failures: Failure[];
  /** Lines that report further failures, beyond those listed. */
  moreFailures: number;
  /** The last words of the text where something in it failed, or somebody tells so, and no finding says why; else null. */
  recent: SafeText | null;
  /** Whether it is a short text in which nothing was recognised, and which may be somebody's own words. */
  isProse: boolean;
  /** Ids of errors that a text only speaks of, as documentation does: nothing in it shows that one happened. */
  spokenOf: string[];
}
