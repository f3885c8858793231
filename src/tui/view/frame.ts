/** A state → the lines of a screen, each exactly as wide as it may be. What the eye sees is decided here, in plain text. */
import type { SafeText } from '../../core/text/neutralise.ts';
import { quoted } from '../../core/text/quoted.ts';
import { maskAround } from '../../core/text/secrets.ts';
import type { LineMark } from '../../render/paint.ts';
import type { Paint, Theme } from '../../render/theme.ts';
import { fieldOf } from '../state/field.ts';
import { BINDINGS } from '../state/keys.ts';
import type { State } from '../state/state.ts';
import { graphemes } from '../terminal/key-names.ts';
import type { World } from '../world.ts';
import { cut, slice, spread, stringWidth, wrapText } from './fit.ts';
import { rowLines, rowWindow } from './row-lines.ts';
import { findMarks, type Stage, stageOf } from './stage.ts';

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
  const stage = stageOf(state, world);
  const { columns, rows } = stage.layout;
  if (stage.layout.kind === 'small') return smallFrame(columns, rows);
  const top = topLines(stage, world.theme);
  const field = stage.model.prompt === '' ? null : fieldLine(stage, columns);
  const fieldLines = field ? [field.line, ...(stage.layout.kind === 'bare' ? [] : [''])] : [];
  const foot = bottomLines(state, stage, world.theme);
  return {
    columns,
    rows,
    top: [...top, ...fieldLines],
    side: stage.layout.kind === 'two' ? sideLines(stage, world) : [],
    main: mainLines(stage, world),
    bottom: foot.lines,
    cursor: cursorOf(stage, field?.x ?? 0, top.length, foot.x, rows),
  };
}

function smallFrame(columns: number, rows: number): Frame {
  const text = wrapText(`This window is ${columns}×${rows}. The app needs 40×10: make it larger, or press q and use --plain.`, columns - 1);
  return { columns, rows, top: [], side: [], main: text.slice(0, Math.max(1, rows - 1)), bottom: [], cursor: null };
}

function cursorOf(stage: Stage, fieldX: number, fieldY: number, findX: number | null, rows: number): Frame['cursor'] {
  if (!stage.isTyping) return null;
  if (stage.view.find?.isTyping) return findX === null ? null : { x: findX, y: rows - 1 };
  return { x: fieldX, y: fieldY };
}

function topLines(stage: Stage, theme: Theme): string[] {
  const { layout, model } = stage;
  if (layout.kind === 'bare') return [];
  const name = theme.title('zerogpu-advisor');
  const left = model.title
    ? `${name} ${theme.quiet('›')} ${model.title}`
    : `${name}${theme.quiet(': why does my ZeroGPU Space not do what it should?')}`;
  const line = ` ${spread(left, theme.quiet(`${readingSign(stage)}${positionOf(stage)}`), layout.columns - 2)}`;
  return [line, theme.quiet('─'.repeat(layout.columns))];
}

/** A quiet sign that a log is still being read. */
function readingSign({ view: { subject } }: Stage): string {
  if (subject.screen !== 'diagnosis' || !subject.origin.isReading) return '';
  return `reading… ${subject.result.diagnosis.lines.toLocaleString('en')} lines  `;
}

function positionOf({ active, model, selected, view, maxScroll, paper, overlayRows }: Stage): string {
  if (active === 'overlay') return `${(view.overlay?.selected ?? 0) + 1}/${overlayRows.length}`;
  if (active === 'rows') {
    const choosable = model.rows.flatMap((row, index) => (row.target ? [index] : []));
    return choosable.length > 0 ? `${choosable.indexOf(selected) + 1}/${choosable.length}` : '';
  }
  if (!paper || maxScroll === 0) return '';
  return `${Math.round((Math.min(view.scroll, maxScroll) / maxScroll) * 100)} %`;
}

function fieldLine({ model, view }: Stage, columns: number): { line: string; x: number } {
  const prompt = ` ${model.prompt}`;
  const room = columns - stringWidth(prompt) - 1;
  const { text, cursor } = view.field ?? fieldOf('');
  if (text === '') return { line: prompt + cut(model.placeholder, room), x: stringWidth(prompt) };
  const window = fieldWindow(text, cursor, room);
  return { line: prompt + window.text, x: stringWidth(prompt) + window.x };
}

/** The part of a text that shows in a field of `room` columns, with the cursor in it. A secret that was pasted is not shown. */
export function fieldWindow(text: SafeText, cursor: number, room: number): { text: string; x: number } {
  const place = graphemes(text).slice(0, cursor).join('').length;
  const { text: open, offsets } = maskAround(text, [place]);
  const before = stringWidth(open.slice(0, offsets[0]));
  const hidden = Math.max(0, before - room + 1);
  const shown = hidden > 0 ? slice(open, hidden, hidden + room) : cut(open, room);
  return { text: shown, x: Math.min(before - hidden, room - 1) };
}

function mainLines(stage: Stage, world: World): string[] {
  const { layout, model, height } = stage;
  const width = layout.textWidth + 1;
  if (stage.active === 'overlay') return overlayLines(stage, world.theme, width);
  if (layout.kind === 'two' && model.arrangement === 'rows') return textLines(stage, world, height, stage.active === 'text');
  if (model.arrangement === 'rows')
    return rowWindow(model.rows, stage.selected, true, layout.columns - 1, height, world.theme, stage.view.rowTop);
  if (model.arrangement === 'text') return textLines(stage, world, height, true);
  if (model.arrangement === 'text-then-rows') return askLines(stage, world.theme, width);
  if (layout.kind === 'two') return textLines(stage, world, height, true);
  const rows = rowWindow(
    model.rows,
    stage.selected,
    stage.active === 'rows',
    layout.columns - 1,
    stage.rowsHeight,
    world.theme,
    stage.view.rowTop,
  );
  const rule = layout.kind === 'bare' ? [] : [world.theme.quiet('─'.repeat(layout.columns))];
  return [...rows, ...rule, ...textLines(stage, world, stage.textHeight, true)];
}

const OVERLAY_TITLES = { outline: 'Outline', links: 'Links', sources: 'Sources: Enter copies the address' };

function overlayLines({ view, overlayRows, height }: Stage, theme: Theme, width: number): string[] {
  const { kind, selected } = view.overlay ?? { kind: 'links', selected: 0 };
  const rows = overlayRows.map((row, index) => ({ ...row, label: `${index < 9 ? index + 1 : ' '} ${row.label}` }));
  return [` ${theme.heading(OVERLAY_TITLES[kind])}`, ...rowWindow(rows, selected, true, width, height - 1, theme)];
}

/** The question with its options below; scrolled only when the window is too low for both. */
function askLines(stage: Stage, theme: Theme, width: number): string[] {
  const { model, paper, selected, height } = stage;
  const text = (paper?.lines ?? []).map((line) => ` ${line}`);
  const options = model.rows.map((row, index) => rowLines(row, index === selected, stage.active === 'rows', width, theme, true));
  const all = [...text, '', ...options.flat()];
  if (all.length <= height) return all;
  const last = text.length + 1 + options.slice(0, selected + 1).flat().length;
  const start = selected === options.length - 1 ? all.length - height : Math.max(0, last - height);
  return all.slice(Math.max(0, start), start + height);
}

/** A window of the text, what is found in it marked, also in the margin, for colour is never the only sign. */
function textLines(stage: Stage, world: World, height: number, isActive: boolean): string[] {
  const { paper, view, maxScroll, model } = stage;
  if (!paper) return [];
  const top = isActive || model.arrangement !== 'rows' ? Math.min(view.scroll, maxScroll) : 0;
  const found = findMarks(stage);
  const current = found[view.find?.current ?? 0];
  const marks = [...paper.marks, ...found];
  return paper.lines.slice(top, top + height).map((line, offset) => {
    const own = marks.filter((mark) => mark.line === top + offset);
    const margin = current?.line === top + offset ? '»' : own.length > 0 ? '›' : ' ';
    return `${margin}${markRanges(line, own, world.theme.marked)}`;
  });
}

/** A painted line with ranges of columns painted over. */
export function markRanges(line: string, ranges: Pick<LineMark, 'start' | 'end'>[], paint: Paint): string {
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

function sideLines(stage: Stage, world: World): string[] {
  const { model, sideRows, layout, height } = stage;
  const isOwn = model.arrangement === 'rows' || model.arrangement === 'rows-then-text';
  const selected = isOwn ? stage.selected : stage.sideSelected;
  const isActive = isOwn ? stage.active === 'rows' : stage.active === 'side';
  const marks = isOwn || isActive;
  return rowWindow(sideRows, marks ? selected : -1, isActive, layout.sideWidth, height, world.theme, isOwn ? stage.view.rowTop : 0);
}

function bottomLines(state: State, stage: Stage, theme: Theme): { lines: string[]; x: number | null } {
  const { layout, view } = stage;
  const rule = layout.kind === 'bare' ? [] : [theme.quiet('─'.repeat(layout.columns))];
  if (view.find?.isTyping) {
    const room = layout.columns - 2;
    const window = fieldWindow(view.find.field.text, view.find.field.cursor, room);
    return { lines: [...rule, `/${window.text}`], x: 1 + window.x };
  }
  if (state.status !== null) return { lines: [...rule, ` ${cut(state.status, layout.columns - 2)}`], x: null };
  return { lines: [...rule, ` ${hints(stage, theme, layout.columns - 2)}`], x: null };
}

/** The keys that matter here; the narrower, the fewer, and never none. */
function hints(stage: Stage, theme: Theme, room: number): string {
  const { layout, model } = stage;
  const place = stage.active === 'overlay' ? 'overlay' : model.place;
  const named = BINDINGS.filter(({ hint, places, isWide }) => hint && places?.includes(place) && (!isWide || layout.kind === 'two'));
  let out = '';
  let used = 0;
  const found = findCount(stage);
  const isRoot = stage.view.subject.screen === 'home';
  const all = [
    ...found,
    ...named.map(({ command, shown, hint }) => ({ key: shortKey(shown), hint: isRoot && command === 'back' ? 'quit' : (hint as string) })),
  ];
  for (const [index, { key, hint }] of all.entries()) {
    if (layout.kind === 'bare' && index > 1) break;
    const width = stringWidth(key) + 1 + stringWidth(hint) + (used > 0 ? 3 : 0);
    if (used + width > room) break;
    out += `${used > 0 ? theme.quiet(' · ') : ''}${theme.strong(key)} ${hint}`;
    used += width;
  }
  return out;
}

function findCount(stage: Stage): { key: string; hint: string }[] {
  if (!stage.view.find) return [];
  const total = findMarks(stage).length;
  return [
    {
      key: 'n N',
      hint: total === 0 ? `"${quoted(stage.view.find.field.text, 20)}" is not here` : `${stage.view.find.current + 1} of ${total}`,
    },
  ];
}

/** The first of several keys is enough in the footer. */
function shortKey(shown: string): string {
  return shown.split(' ')[0] as string;
}
