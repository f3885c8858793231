/** A state with its geometry: which document is laid out how wide, how many of its lines show, and what the keys move. */

import type { Block } from '../../core/markup/blocks.ts';
import { modelOf } from '../screens/index.ts';
import { lastDiagnosis } from '../state/history.ts';
import type { Model, Row } from '../state/model.ts';
import { FIELDS, type Place } from '../state/places.ts';
import { type State, type View, viewNow } from '../state/state.ts';
import type { World } from '../world.ts';
import { filterRows } from './filter.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Paper } from './paper.ts';
import { nearest, overlayRowsOf, sideOf, wishOf } from './scene-rows.ts';

/** What the moving keys act on. */
type Active = 'rows' | 'text' | 'side' | 'overlay';

export interface Scene {
  layout: Layout;
  view: View;
  model: Model;
  /** Where the keys go. */
  place: Place;
  /** Whether letters are text now. */
  isTyping: boolean;
  /** Lines of the panes, below the field. */
  height: number;
  /** The document in view, if any. */
  paper: Paper | null;
  /** Lines of it that show, the first of them, and the furthest one can scroll. */
  textHeight: number;
  scroll: number;
  maxScroll: number;
  /** The rows of the model, those that a filter leaves. */
  rows: Row[];
  /** Columns of the rows, and lines of them above the text, where both share a pane. */
  rowsWidth: number;
  rowsHeight: number;
  /** Index of the chosen row. */
  selected: number;
  sideRows: Row[];
  sideSelected: number;
  overlayRows: Row[];
  active: Active;
}

const scenes = new WeakMap<State, Scene>();

/** The scene of a state; made once for each. */
export function sceneOf(state: State, world: World): Scene {
  let scene = scenes.get(state);
  if (!scene) {
    scene = makeScene(state, world);
    scenes.set(state, scene);
  }
  return scene;
}

function makeScene(state: State, world: World): Scene {
  const view = viewNow(state);
  const model = modelOf(view, world, lastDiagnosis(state));
  const layout = layoutOf(state.size, wishOf(model));
  const place = placeOf(view, model);
  const rows = rowsOf(view, model, place);
  const height = Math.max(1, layout.bodyRows - fieldRows(layout, model));
  const selected = nearest(rows, view.selected);
  const blocks = readable(model, rows, layout, selected);
  const paper = blocks.length === 0 || layout.kind === 'small' ? null : world.paper(blocks, layout.textWidth);
  const rowsHeight = model.arrangement === 'rows-then-text' && layout.sideWidth === 0 ? sharedRows(rows, layout, height) : 0;
  const textHeight = height - (rowsHeight > 0 ? rowsHeight + (layout.kind === 'bare' ? 0 : 1) : 0);
  const sideRows = sideOf(model, rows, layout, paper);
  const maxScroll = Math.max(0, (paper?.lines.length ?? 0) - textHeight);
  return {
    layout,
    view,
    model,
    place,
    isTyping: FIELDS.includes(place),
    height,
    paper,
    textHeight,
    scroll: model.isFollowed ? maxScroll : Math.min(view.scroll, maxScroll),
    maxScroll,
    rows,
    rowsWidth: layout.sideWidth > 0 ? layout.sideWidth : layout.columns - 1,
    rowsHeight,
    selected,
    sideRows,
    sideSelected: nearest(sideRows, view.sideSelected),
    overlayRows: overlayRowsOf(view, model, paper),
    active: activeOf(view, model, layout, sideRows),
  };
}

function placeOf(view: View, model: Model): Place {
  if (view.overlay) return 'overlay';
  if (view.find?.isTyping) return model.arrangement === 'rows' ? 'filter' : 'find';
  return model.place;
}

/** What one types letters into. */
export function typedIn({ place, view }: Scene): string {
  return (place === 'find' || place === 'filter' ? view.find?.field.text : view.field?.text) ?? '';
}

/** In a list the first nine bear the digits that open them, unless digits are text. */
function rowsOf({ find }: View, { rows, place: own }: Model, place: Place): Row[] {
  const left = own === 'list' && find ? filterRows(rows, find.field.text) : rows;
  if (place !== 'list') return left;
  let number = 0;
  return left.map((row) => (row.target ? { ...row, number: number < 9 ? ++number : null } : row));
}

const NOTHING: readonly Block[] = [];

/** Lines that the field of a screen takes. */
function fieldRows(layout: Layout, model: Model): number {
  if (model.prompt === '') return 0;
  return layout.kind === 'bare' ? 1 : 2;
}

function readable(model: Model, rows: Row[], layout: Layout, selected: number): readonly Block[] {
  if (model.arrangement !== 'rows') return layout.kind === 'two' && model.textBeside ? model.textBeside : model.text;
  return layout.kind === 'two' ? (rows[selected]?.preview?.() ?? NOTHING) : NOTHING;
}

function sharedRows(rows: Row[], layout: Layout, height: number): number {
  if (layout.kind === 'bare') return 1;
  return Math.min(rows.length, Math.max(1, Math.floor(height / 3)));
}

function activeOf(view: View, model: Model, layout: Layout, sideRows: Row[]): Active {
  if (view.overlay) return 'overlay';
  const isAside = view.focus === 'side';
  if (model.arrangement === 'rows') return isAside && layout.kind === 'two' && !view.find?.isTyping ? 'text' : 'rows';
  if (model.arrangement === 'rows-then-text') return isAside ? 'rows' : 'text';
  if (isAside && layout.kind === 'two' && sideRows.some((row) => row.target)) return 'side';
  return model.arrangement === 'text' ? 'text' : 'rows';
}
