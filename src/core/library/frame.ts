/** Frames of libraries, and the versions that they belong to: a file, a line, a function and its source stand in a few releases only. */

/** More different frames tell nothing more; a hostile text must not keep the reader busy. */
export const MOST_FRAMES = 200;
/** A quoted line that is longer is a whole traceback on one line, or made up. */
export const LONGEST_QUOTE = 400;

/** A frame of a Python traceback. */
export interface Frame {
  file: string;
  line: number;
  function: string;
  /** The source line under it, where the log shows it. */
  quote?: string | undefined;
}

/** What the frames of one library tell of its version. */
export interface FrameVersion {
  /** The project as the package index names it: "huggingface-hub". */
  project: string;
  /** "5.5.0", "2.1.x", "4.41.0 to 4.44.1", "2.0.0 to 2.0.1 or 2.3.x", "6.31.0 or newer". */
  text: string;
  /** Whether it can only be one release. */
  isExact: boolean;
  /** The oldest release that it can be; null where it may be older than all that the table knows. */
  oldest: string | null;
  /** The newest release that it can be; null where it may be newer than all that the table knows. */
  newest: string | null;
  /** The frame that narrows it most. */
  from: Frame;
}

/** Reads versions from frames. */
export type ReadFrames = (frames: readonly Frame[]) => FrameVersion[];
