/** What a log shows, as plain data. */
import type { Environment } from '../environment/environment.ts';
import type { Role } from '../library/entry.ts';
import type { Location } from '../log/traceback.ts';
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
  /** The line that shows it, cut around the match; `matched` are the offsets of the match within it. */
  evidence: SafeText;
  matched: [start: number, end: number];
  values: Record<string, number | SafeText>;
  location: Location | null;
}

export interface Unrecognised {
  type: SafeText;
  message: SafeText;
  file: SafeText | null;
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
  environment: Environment;
  unrecognised: Unrecognised[];
  /** Lines with further exceptions that no signature knows, beyond those listed. */
  moreUnrecognised: number;
}
