/** How the window is divided, from its size alone. */
import type { Size } from '../state/state.ts';

export type Kind = 'small' | 'bare' | 'one' | 'two';

export interface Layout {
  kind: Kind;
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
export const WIDEST_TEXT = 100;
const NARROWEST_SIDE = 38;
const WIDEST_SIDE = 60;
/** A blank, the line between the panes, a blank. */
export const GUTTER = 3;
/** Header and the rule below it; the rule above the footer and the footer. */
const FRAME_ROWS = 4;

/** The layout of a window. */
export function layoutOf({ columns, rows }: Size): Layout {
  if (columns < SMALLEST.columns || rows < SMALLEST.rows)
    return { kind: 'small', columns, rows, bodyRows: rows, textWidth: columns, sideWidth: 0 };
  if (columns < BARE.columns || rows < BARE.rows)
    return { kind: 'bare', columns, rows, bodyRows: rows - 1, textWidth: Math.min(columns - 1, WIDEST_TEXT), sideWidth: 0 };
  const bodyRows = rows - FRAME_ROWS;
  if (columns < TWO) return { kind: 'one', columns, rows, bodyRows, textWidth: Math.min(columns - 2, WIDEST_TEXT), sideWidth: 0 };
  const room = columns - 2 - GUTTER;
  const sideWidth = Math.min(WIDEST_SIDE, Math.max(NARROWEST_SIDE, room - WIDEST_TEXT));
  return { kind: 'two', columns, rows, bodyRows, textWidth: Math.min(WIDEST_TEXT, room - sideWidth), sideWidth };
}
