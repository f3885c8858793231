/** A figure of the bench. */
export interface Row {
  what: string;
  measured: number;
  unit: '×' | 'MB' | 'kB' | 'ms';
  /** What the ratio is to, in words. */
  against: string;
  /** At most this; at least this when `atLeast` is set; null: for comparison. */
  target: number | null;
  atLeast?: boolean;
}

/** What the measurements run, and where they may write. */
export interface Bench {
  node: string;
  bin: string;
  folder: string;
  /** A file with the literals of all signatures, a line each. */
  literals: string;
}
