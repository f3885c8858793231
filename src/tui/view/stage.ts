/** A state with its geometry: which document is laid out how wide, how many of its lines show, and what the keys move. */

import type { Block } from '../../core/markup/blocks.ts';
import type { LineMark } from '../../render/paint.ts';
import { modelOf } from '../screens/index.ts';
import { heading } from '../screens/rows.ts';
import type { Model, Row } from '../state/model.ts';
import { type State, type View, viewNow } from '../state/state.ts';
import type { World } from '../world.ts';
import { stringWidth } from './fit.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Paper } from './paper.ts';

/** What the moving keys act on. */
export type Active = 'rows' | 'text' | 'side' | 'overlay';

export interface Stage {
  layout: Layout;
  view: View;
  model: Model;
  /** Whether letters are text now. */
  isTyping: boolean;
  /** Lines of the panes, below the field. */
  height: number;
  /** The document in view, if any. */
  paper: Paper | null;
  /** Lines of it that show, and the furthest one can scroll. */
  textHeight: number;
  maxScroll: number;
  /** Lines of rows above the text, where both share a pane. */
  rowsHeight: number;
  /** Index of the chosen row. */
  selected: number;
  sideRows: Row[];
  sideSelected: number;
  overlayRows: Row[];
  active: Active;
}

const staged = new WeakMap<State, Stage>();

/** The stage of a state; made once for each. */
export function stageOf(state: State, world: World): Stage {
  let stage = staged.get(state);
  if (!stage) {
    stage = makeStage(state, world);
    staged.set(state, stage);
  }
  return stage;
}

function makeStage(state: State, world: World): Stage {
  const layout = layoutOf(state.size);
  const view = viewNow(state);
  const model = modelOf(view, world);
  const isTyping = view.overlay === null && (view.find?.isTyping === true || model.place === 'field');
  const height = Math.max(1, layout.bodyRows - fieldRows(layout, model));
  const selected = nearest(model.rows, view.selected);
  const blocks = readable(model, layout, selected);
  const paper = blocks.length === 0 || layout.kind === 'small' ? null : world.paper(blocks, layout.textWidth);
  const rowsHeight = model.arrangement === 'rows-then-text' && layout.sideWidth === 0 ? sharedRows(model, layout, height) : 0;
  const textHeight = height - (rowsHeight > 0 ? rowsHeight + (layout.kind === 'bare' ? 0 : 1) : 0);
  const sideRows = sideOf(model, layout, paper);
  return {
    layout,
    view,
    model,
    isTyping,
    height,
    paper,
    textHeight,
    maxScroll: Math.max(0, (paper?.lines.length ?? 0) - textHeight),
    rowsHeight,
    selected,
    sideRows,
    sideSelected: nearest(sideRows, view.sideSelected),
    overlayRows: overlayRowsOf(view, model, paper),
    active: activeOf(view, model, layout, sideRows),
  };
}

const NOTHING: readonly Block[] = [];

/** Lines that the field of a screen takes. */
export function fieldRows(layout: Layout, model: Model): number {
  if (model.prompt === '') return 0;
  return layout.kind === 'bare' ? 1 : 2;
}

function readable(model: Model, layout: Layout, selected: number): readonly Block[] {
  if (model.arrangement !== 'rows') return model.text;
  return layout.kind === 'two' ? (model.rows[selected]?.preview?.() ?? NOTHING) : NOTHING;
}

function sharedRows(model: Model, layout: Layout, height: number): number {
  if (layout.kind === 'bare') return 1;
  return Math.min(model.rows.length, Math.max(1, Math.floor(height / 3)));
}

function sideOf(model: Model, layout: Layout, paper: Paper | null): Row[] {
  if (layout.kind !== 'two') return [];
  if (model.arrangement === 'rows' || model.arrangement === 'rows-then-text') return model.rows;
  return [...outlineSide(model, paper), ...model.side];
}

function outlineSide(model: Model, paper: Paper | null): Row[] {
  if (model.arrangement !== 'text' || !paper || model.sideTitle !== 'On this page') return [];
  return [heading(model.sideTitle), ...outlineRows(paper)];
}

function outlineRows(paper: Paper): Row[] {
  return paper.headings
    .filter(({ depth }) => depth <= 3)
    .map(({ title, depth, line }) => ({ label: `${'  '.repeat(Math.max(0, depth - 2))}${title}`, target: { to: 'line', line } }));
}

function overlayRowsOf(view: View, model: Model, paper: Paper | null): Row[] {
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

function activeOf(view: View, model: Model, layout: Layout, sideRows: Row[]): Active {
  if (view.overlay) return 'overlay';
  const isAside = view.focus === 'side';
  if (model.arrangement === 'rows') return isAside && layout.kind === 'two' ? 'text' : 'rows';
  if (model.arrangement === 'rows-then-text') return isAside ? 'rows' : 'text';
  if (isAside && layout.kind === 'two' && sideRows.some((row) => row.target)) return 'side';
  return model.arrangement === 'text' ? 'text' : 'rows';
}

/** The row at `index`, or the next one that can be chosen. */
export function nearest(rows: Row[], index: number): number {
  for (let at = Math.max(0, index); at < rows.length; at++) if (rows[at]?.target) return at;
  for (let at = Math.min(rows.length - 1, index); at >= 0; at--) if (rows[at]?.target) return at;
  return 0;
}

/** The row `by` further, headings not counted. */
export function step(rows: Row[], from: number, by: number): number {
  const choosable = rows.flatMap((row, index) => (row.target ? [index] : []));
  const at = choosable.indexOf(nearest(rows, from));
  return choosable[Math.max(0, Math.min(choosable.length - 1, at + by))] ?? 0;
}

/** Every place where the search inside the text is right. */
export function findMarks({ paper, view }: Stage): LineMark[] {
  const query = view.find?.field.text.toLowerCase() ?? '';
  if (!paper || query.trim() === '') return [];
  return paper.plain.flatMap((line, index) => occurrences(line, query).map((at) => ({ line: index, ...columns(line, at, query.length) })));
}

function occurrences(line: string, query: string): number[] {
  const lower = line.toLowerCase();
  const found: number[] = [];
  for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, at + query.length)) found.push(at);
  return found;
}

function columns(line: string, at: number, length: number): { start: number; end: number } {
  const start = stringWidth(line.slice(0, at));
  return { start, end: start + stringWidth(line.slice(at, at + length)) };
}
