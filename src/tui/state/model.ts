/** What a screen shows, before it is known how wide: rows to choose from, a document to read, and where both lead. */

import type { Block } from '../../core/markup/blocks.ts';
import type { Place } from './places.ts';
import type { Subject } from './state.ts';

/** Where a row leads. */
export type Target =
  | { to: 'subject'; subject: Subject }
  /** A view of the history, as it was left. */
  | { to: 'view'; id: number }
  | { to: 'line'; line: number }
  | { to: 'copy'; text: string; what: string }
  | { to: 'answers'; answers: number[] }
  /** The diagnosis of a text that was typed. */
  | { to: 'diagnose'; text: string }
  | { to: 'nothing' };

export interface Row {
  label: string;
  /** The digit that goes to it, before the label; null: as far to the right as the others, without one. */
  number?: number | null;
  /** What the row is about, the same when the rows around it change. */
  key?: string;
  /** Said at the right end, or in lists beneath: the kind, the id. */
  note?: string;
  /** Other words for it: a filter finds it by them. */
  also?: string;
  /** Ranges of the label that the query matched, in UTF-16 offsets. */
  marks?: [start: number, end: number][];
  /** Of a live log, and nobody has looked at it yet. */
  isNew?: boolean;
  /** Null for a heading between rows. */
  target: Target | null;
  /** The document of the preview. */
  preview?: () => Block[];
}

/** How rows and text share one pane. */
type Arrangement = 'rows' | 'text' | 'text-then-rows' | 'rows-then-text';

export interface Model {
  title: string;
  arrangement: Arrangement;
  rows: Row[];
  /** What is read; empty when the screen has nothing to read. */
  text: Block[];
  /** The same where the left pane shows the rest beside it; null: no difference. */
  textBeside: Block[] | null;
  /** Rows of the left pane where the screen has something better there than its own rows. */
  side: Row[];
  /** Whether the left pane begins with the outline of the text. */
  hasOutline: boolean;
  /** Numbered as far as there are digits. */
  links: Row[];
  sources: Row[];
  /** What is copied as a whole. */
  whole: Block[];
  place: Place;
  /** What stands in front of the cursor, for screens with a field. */
  prompt: string;
  /** Said in an empty field. */
  placeholder: string;
  /** Said at the right of the header while a log comes: the whole sentence first, then shorter ones. */
  live: string[];
  /** The text is a log that is followed: its end shows. */
  isFollowed: boolean;
}

/** A model with nothing in it, to start from. */
export const EMPTY: Model = {
  title: '',
  arrangement: 'text',
  rows: [],
  text: [],
  textBeside: null,
  side: [],
  hasOutline: false,
  links: [],
  sources: [],
  whole: [],
  place: 'page',
  prompt: '',
  placeholder: '',
  live: [],
  isFollowed: false,
};
