/** A state → the lines of a screen, each exactly as wide as it may be. What the eye sees is decided here, in plain text. */
import type { LineMark } from '../../render/paint.ts';
import type { Paint, Theme } from '../../render/theme.ts';
import type { State } from '../state/state.ts';
import type { World } from '../world.ts';
import { fieldLine } from './field-line.ts';
import { slice, toWidth, wrapText } from './fit.ts';
import { footerLines } from './footer.ts';
import { chosenSnippet, findMarks } from './found.ts';
import { headerLines } from './header.ts';
import { type RowStyle, rowLines, rowWindow } from './row-lines.ts';
import { type Scene, sceneOf } from './scene.ts';

export interface Frame {
  columns: number;
  rows: number;
  /** Above the panes: header, rule, field. */
  top: string[];
  /** Left pane; empty when there is one pane. */
  side: string[];
  main: string[];
  bottom: string[];
  cursor: { x: number; y: number } | null;
}

/** The frame of a state. */
export function frameOf(state: State, world: World): Frame {
  const scene = sceneOf(state, world);
  const { columns, rows } = scene.layout;
  if (scene.layout.kind === 'small') return smallFrame(columns, rows);
  const header = headerLines(scene, world.theme);
  const field = scene.model.prompt === '' ? null : fieldLine(scene, columns);
  const fieldLines = field ? [field.line, ...(scene.layout.kind === 'bare' ? [] : [''])] : [];
  const top = [...header, ...fieldLines];
  const foot = footerLines(state, scene, world.theme);
  // A sentence that is longer than the footer stands over the last lines until the next key.
  const room = Math.max(0, rows - top.length - foot.lines.length);
  return {
    columns,
    rows,
    top,
    side: scene.layout.kind === 'two' ? sideLines(scene, world).slice(0, room) : [],
    main: mainLines(scene, world).slice(0, room),
    bottom: foot.lines,
    cursor: cursorOf(scene, field?.x ?? 0, header.length, foot.x, rows),
  };
}

function smallFrame(columns: number, rows: number): Frame {
  const text = wrapText(`This window is ${columns}×${rows}. The app needs 40×10: make it larger, or press q and use --plain.`, columns - 1);
  return { columns, rows, top: [], side: [], main: text.slice(0, Math.max(1, rows - 1)), bottom: [], cursor: null };
}

function cursorOf(scene: Scene, fieldX: number, fieldY: number, findX: number | null, rows: number): Frame['cursor'] {
  if (!scene.isTyping) return null;
  if (scene.view.find?.isTyping) return findX === null ? null : { x: findX, y: rows - 1 };
  return { x: fieldX, y: fieldY };
}

const NO_ROW = 'No row matches. Enter searches all pages, Esc shows the list again.';

function mainLines(scene: Scene, world: World): string[] {
  const { layout, model, height, view } = scene;
  if (scene.active === 'overlay') return overlayLines(scene, world.theme, layout.textWidth + 1);
  const rows = (lines: number): string[] => rowWindow(scene.rows, view.rowTop, lines, rowStyle(scene, world.theme));
  switch (model.arrangement) {
    case 'rows':
      if (scene.rows.length === 0) return wrapText(NO_ROW, layout.textWidth - 1).map((line) => ` ${line}`);
      return layout.kind === 'two' ? textLines(scene, world, height) : rows(height);
    case 'text':
      return textLines(scene, world, height);
    case 'text-then-rows':
      return askLines(scene, world.theme, layout.textWidth + 1);
    case 'rows-then-text': {
      if (layout.kind === 'two') return textLines(scene, world, height);
      const rule = layout.kind === 'bare' ? [] : [world.theme.quiet('─'.repeat(layout.columns))];
      const above = rows(scene.rowsHeight);
      return [...above, ...rule, ...textLines(scene, world, height - above.length - rule.length)];
    }
  }
}

function rowStyle(scene: Scene, theme: Theme): RowStyle {
  return { width: scene.rowsWidth, theme, selected: scene.selected, isActive: scene.active === 'rows' };
}

const OVERLAY_TITLES = { outline: 'Outline', links: 'Links', sources: 'Sources: Enter copies the address' };

function overlayLines({ view, overlayRows, height }: Scene, theme: Theme, width: number): string[] {
  const { kind, selected } = view.overlay ?? { kind: 'links', selected: 0 };
  return [` ${theme.heading(OVERLAY_TITLES[kind])}`, ...rowWindow(overlayRows, 0, height - 1, { width, theme, selected, isActive: true })];
}

/** The question with its options below; scrolled only when the window is too low for both. */
function askLines(scene: Scene, theme: Theme, width: number): string[] {
  const { rows, paper, selected, height } = scene;
  const text = (paper?.lines ?? []).map((line) => ` ${line}`);
  const style = { width, theme, selected, isActive: scene.active === 'rows' };
  const options = rows.map((row, index) => rowLines(row, index, style).map((line) => toWidth(line, width)));
  const all = [...text, '', ...options.flat()];
  if (all.length <= height) return all;
  const last = text.length + 1 + options.slice(0, selected + 1).flat().length;
  const start = selected === options.length - 1 ? all.length - height : Math.max(0, last - height);
  return all.slice(Math.max(0, start), start + height);
}

/** A window of the text. In the margin stand the bar of the snippet that y takes and the signs of what was found: colour is never the only sign. */
function textLines(scene: Scene, world: World, height: number): string[] {
  const { paper, view, scroll } = scene;
  if (!paper) return [];
  const found = findMarks(scene);
  const current = found[view.find?.current ?? 0];
  const snippet = chosenSnippet(scene);
  const marks = [...paper.marks, ...found];
  return paper.lines.slice(scroll, scroll + height).map((line, offset) => {
    const at = scroll + offset;
    const own = marks.filter((mark) => mark.line === at);
    const isTaken = snippet !== null && at >= snippet.line && at < snippet.line + snippet.height;
    const margin = current?.line === at ? '»' : own.length > 0 ? '›' : isTaken ? world.theme.fix('▌') : ' ';
    return `${margin}${markRanges(line, own, world.theme.marked)}`;
  });
}

/** A painted line with ranges of columns painted over. */
function markRanges(line: string, ranges: Pick<LineMark, 'start' | 'end'>[], paint: Paint): string {
  if (ranges.length === 0) return line;
  let out = '';
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += slice(line, at, start) + paint(slice(line, start, end));
    at = end;
  }
  return out + slice(line, at);
}

function sideLines(scene: Scene, world: World): string[] {
  const { model, sideRows, layout, height, view } = scene;
  const isOwn = model.arrangement === 'rows' || model.arrangement === 'rows-then-text';
  if (isOwn) return rowWindow(sideRows, view.rowTop, height, rowStyle(scene, world.theme));
  const isActive = scene.active === 'side';
  const style = { width: layout.sideWidth, theme: world.theme, selected: isActive ? scene.sideSelected : -1, isActive };
  return rowWindow(sideRows, 0, height, style);
}
