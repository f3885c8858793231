/** What a check is: a level, a title, the pages that tell more, and a function from a Space to what it found. */
import type { CheckLevel } from '../core/check-report.ts';
import type { Place } from './program/module.ts';
import type { Space } from './space/space.ts';

/** Lines of a file that are replaced: `count` of them from `line` on, by these. */
export interface Edit {
  file: string;
  line: number;
  count: number;
  lines: string[];
}

export interface Found {
  place: Place;
  /** What is wrong, in the user's own names. */
  message: string;
  /** How it is known: the chain of calls, the sum, the version that a pin names, source and day. */
  because: string[];
  fix?: { title: string; edits: Edit[] } | null;
  /** Where it weighs less than the check usually does. */
  level?: CheckLevel;
}

export interface Check {
  level: CheckLevel;
  /** For a check that fails: the Space starts all the same, and a call in it fails. */
  stops?: 'call';
  /** What it is about, as a title. */
  about: string;
  /** Ids of the pages that tell more, best first. */
  see: readonly string[];
  find: (space: Space) => Found[];
}
