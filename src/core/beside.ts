/** What a Space's own source adds to what a log shows: the lines around a frame, and the fix as a change of them. */
import type { SafeText } from './text/neutralise.ts';

/** Lines around a frame. All of it comes from the user's files: neutralised and masked. */
export interface SourceLines {
  /** Below the folder of the Space. */
  file: SafeText;
  /** The line of the frame, and the first that is shown, from 1. */
  line: number;
  from: number;
  lines: SafeText[];
}

/** A change that is not made, only shown. */
export interface OwnChange {
  title: string;
  file: SafeText;
  line: number;
  /** A unified diff of the user's own lines. */
  diff: SafeText;
}

export interface Beside {
  /** Null where the frame names no file of the folder. */
  source: SourceLines | null;
  /** Null where no edit is known for the error. */
  change: OwnChange | null;
}
