/** The rows beside and above the text: the left pane, the overlays, and the steps from one row to the next. */
import { plainInlines } from '../../core/markup/read.ts';
import { heading } from '../screens/rows.ts';
import type { Model, Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import { stringWidth } from './fit.ts';
import { type Layout, LEAST_PREVIEW, LEAST_TEXT, type Wish } from './layout.ts';
import type { Paper } from './paper.ts';
import { widthOf } from './row-lines.ts';

/** Headings of this depth and above stand in the outline. */
const DEEPEST = 3;
const INDENT = 2;
/** Beside a page the outline is not what one came for. */
const WIDEST_OUTLINE = 44;

/** What the panes of a screen could use. */
export function wishOf(model: Model): Wish {
  if (model.arrangement === 'rows') return { side: widest(model.rows.map(widthOf)), text: LEAST_PREVIEW };
  if (model.arrangement === 'rows-then-text') return { side: widest(model.rows.map(widthOf)), text: LEAST_TEXT };
  const outline = model.hasOutline ? outlineWidths(model) : [];
  return { side: Math.min(WIDEST_OUTLINE, widest([...outline, ...model.side.map(widthOf)])), text: LEAST_TEXT };
}

function widest(widths: number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function outlineWidths({ text }: Model): number[] {
  return text.flatMap((block) =>
    block.type === 'heading' && block.depth <= DEEPEST ? [stringWidth(plainInlines(block.inlines)) + INDENT + levelOf(block.depth)] : [],
  );
}

function levelOf(depth: number): number {
  return INDENT * Math.max(0, depth - 2);
}

/** The rows of the left pane. */
export function sideOf(model: Model, rows: Row[], layout: Layout, paper: Paper | null): Row[] {
  if (layout.kind !== 'two') return [];
  if (model.arrangement === 'rows' || model.arrangement === 'rows-then-text') return rows;
  return model.hasOutline && paper ? [heading('On this page'), ...outlineRows(paper), ...model.side] : model.side;
}

function outlineRows(paper: Paper): Row[] {
  return paper.headings
    .filter(({ depth }) => depth <= DEEPEST)
    .map(({ title, depth, line }) => ({ label: `${' '.repeat(levelOf(depth))}${title}`, target: { to: 'line', line } }));
}

/** The rows of the list that is laid over the screen, with the digits that open them. */
export function overlayRowsOf(view: View, model: Model, paper: Paper | null): Row[] {
  return listed(view, model, paper).map((row, index) => ({ ...row, number: index < 9 ? index + 1 : null }));
}

function listed(view: View, model: Model, paper: Paper | null): Row[] {
  switch (view.overlay?.kind) {
    case 'links':
      return model.links;
    case 'sources':
      return model.sources;
    case 'outline':
      if (view.subject.screen === 'tree' || view.subject.screen === 'plan') return model.side.filter(({ note }) => note === 'change');
      return paper ? outlineRows(paper) : [];
    default:
      return [];
  }
}

/** The row at `index`, or the next one that can be chosen. */
export function nearest(rows: readonly Row[], index: number): number {
  for (let at = Math.max(0, index); at < rows.length; at++) if (rows[at]?.target) return at;
  for (let at = Math.min(rows.length - 1, index); at >= 0; at--) if (rows[at]?.target) return at;
  return 0;
}

/** The row `by` further, headings not counted. */
export function step(rows: readonly Row[], from: number, by: number): number {
  const choosable = rows.flatMap((row, index) => (row.target ? [index] : []));
  const at = choosable.indexOf(nearest(rows, from));
  return choosable[Math.max(0, Math.min(choosable.length - 1, at + by))] ?? 0;
}
