/** What a screen shows, before it is known how wide: rows to choose from, a document to read, and where both lead. */

import type { Block } from '../../core/markup/blocks.ts';
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
  /** The document of the preview. */
  preview?: () => Block[];
}

/** How rows and text share one pane. */
export type Arrangement = 'rows' | 'text' | 'text-then-rows' | 'rows-then-text';

export interface Model {
  title: string;
  arrangement: Arrangement;
  rows: Row[];
  /** What is read; empty when the screen has nothing to read. */
  text: Block[];
  /** Rows of the left pane where the screen has something better there than its own rows. */
  side: Row[];
  sideTitle: string;
  /** Numbered, 1 to 9, and more. */
  links: Row[];
  sources: Row[];
  /** What is copied as a whole. */
  whole: Block[];
  place: Place;
  /** What stands in front of the cursor, for screens with a field. */
  prompt: string;
  /** Said in an empty field. */
  placeholder: string;
}

/** A model with nothing in it, to start from. */
export const EMPTY: Model = {
  title: '',
  arrangement: 'text',
  rows: [],
  text: [],
  side: [],
  sideTitle: '',
  links: [],
  sources: [],
  whole: [],
  place: 'read',
  prompt: '',
  placeholder: '',
};
