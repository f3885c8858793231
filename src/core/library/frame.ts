/** Frames of libraries, and the versions that they belong to: a file, a line, a function and its source stand in a few releases only. */

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
  /** The name of the project on PyPI. */
  project: string;
  /** "5.5.0", "2.1.x", "4.41.0 to 4.44.1". */
  text: string;
  isExact: boolean;
  /** The oldest and the newest release that it can be; null where the table ends. */
  oldest: string | null;
  newest: string | null;
  /** The frame that settled it. */
  from: Frame;
}

/** Reads versions from frames. */
export type ReadFrames = (frames: readonly Frame[]) => FrameVersion[];
