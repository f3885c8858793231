/** How the window is divided: from its size, and of two panes from what stands in the left one. */
import type { WindowSize } from '../state/state.ts';

export type LayoutKind = 'small' | 'bare' | 'one' | 'two';

export interface Layout {
  kind: LayoutKind;
  columns: number;
  rows: number;
  /** Lines between header and footer. */
  bodyRows: number;
  /** Columns of the text or the only pane. */
  textWidth: number;
  /** Columns of the left pane; 0 when there is one pane. */
  sideWidth: number;
}

const SMALLEST = { columns: 40, rows: 10 };
const BARE = { columns: 60, rows: 15 };
const TWO = 110;
/** Longer lines are hard to read. */
const WIDEST_TEXT = 100;
/** A preview beside a list still reads well in so many columns; a text that is read has room for the widest snippets. */
export const LEAST_PREVIEW = 64;
export const LEAST_TEXT = 79;
const NARROWEST_SIDE = 26;
/** A blank, the line between the panes, a blank. */
export const GUTTER = 3;
/** Header and the rule below it; the rule above the footer and the footer. */
const FRAME_ROWS = 4;

/** What stands in the two panes, if there is room for two. */
export interface Wish {
  /** Columns in which no row of the left pane is folded; 0 when there is nothing for it. */
  side: number;
  /** Columns that the text has at least. */
  text: number;
}

/** The layout of a window. */
export function layoutOf({ columns, rows }: WindowSize, wish: Wish): Layout {
  if (columns < SMALLEST.columns || rows < SMALLEST.rows)
    return { kind: 'small', columns, rows, bodyRows: rows, textWidth: columns, sideWidth: 0 };
  if (columns < BARE.columns || rows < BARE.rows)
    return { kind: 'bare', columns, rows, bodyRows: rows - 1, textWidth: Math.min(columns - 1, WIDEST_TEXT), sideWidth: 0 };
  const bodyRows = rows - FRAME_ROWS;
  if (columns < TWO || wish.side === 0)
    return { kind: 'one', columns, rows, bodyRows, textWidth: Math.min(columns - 2, WIDEST_TEXT), sideWidth: 0 };
  const room = columns - 2 - GUTTER;
  const sideWidth = Math.min(room - wish.text, Math.max(NARROWEST_SIDE, wish.side));
  return { kind: 'two', columns, rows, bodyRows, textWidth: Math.min(WIDEST_TEXT, room - sideWidth), sideWidth };
}
