/** What a screen shows, before it is known how wide: rows to choose from, a document to read, and where both lead. */

import type { Paper } from '../view/paper.ts';
import type { Place } from './keys.ts';
import type { Subject } from './state.ts';

/** Where a row leads. */
export type Target =
  | { to: 'subject'; subject: Subject }
  | { to: 'line'; line: number }
  | { to: 'copy'; text: string; what: string }
  | { to: 'answers'; answers: number[] }
  | { to: 'nothing' };

export interface Row {
  label: string;
  /** Said at the right end, or in lists beneath: the kind, the id. */
  note?: string;
  /** Ranges of the label that the query matched, in UTF-16 offsets. */
  marks?: [start: number, end: number][];
  /** Null for a heading between rows. */
  target: Target | null;
  /** Markdown of the preview. */
  preview?: () => string;
}

/** How rows and text share one pane. */
export type Arrangement = 'rows' | 'text' | 'text-then-rows' | 'rows-then-text';

export interface Model {
  title: string;
  arrangement: Arrangement;
  rows: Row[];
  /** Markdown to read; empty when the screen has none. */
  text: string;
  /** Rows of the left pane where the screen has something better there than its own rows. */
  side: Row[];
  sideTitle: string;
  /** Numbered, 1 to 9, and more. */
  links: Row[];
  sources: Row[];
  /** The whole as Markdown, for the clipboard. */
  markdown: string;
  place: Place;
  /** What stands in front of the cursor, for screens with a field. */
  prompt: string;
  /** Said in an empty field. */
  placeholder: string;
  /** Ranges of the text to mark, found after layout. */
  marksOf?: (paper: Paper) => LineMark[];
}

/** Columns of one line of text to mark. */
export interface LineMark {
  line: number;
  start: number;
  end: number;
}

/** A model with nothing in it, to start from. */
export const EMPTY: Model = {
  title: '',
  arrangement: 'text',
  rows: [],
  text: '',
  side: [],
  sideTitle: '',
  links: [],
  sources: [],
  markdown: '',
  place: 'read',
  prompt: '',
  placeholder: '',
};
