/** Rows as lines: marker, number, label with its matched words, note at the right; a window of them around the chosen one. */
import type { Theme } from '../../render/theme.ts';
import type { Row } from '../state/model.ts';
import { spread, stringWidth, toWidth, wrapText } from './fit.ts';

/** How rows are drawn. */
export interface RowStyle {
  width: number;
  theme: Theme;
  /** Index of the chosen row; -1: none. */
  selected: number;
  /** Whether the keys move in these rows. */
  isActive: boolean;
}

const MARKER = 2;
const NUMBER = 2;

/** The columns in which a row needs one line. */
export function widthOf(row: Row): number {
  const note = row.note ? stringWidth(row.note) + 2 : 0;
  return MARKER + indentOf(row) + stringWidth(labelOf(row)) + note;
}

/** The lines of one row: a label that is too long is folded, never cut; the note gives way first. */
export function rowLines(row: Row, index: number, { width, theme, selected, isActive }: RowStyle): string[] {
  if (!row.target) return wrapText(row.label, width - 1).map((line) => ` ${theme.heading(line)}`);
  const room = width - MARKER - indentOf(row);
  const note = row.note && stringWidth(labelOf(row)) + stringWidth(row.note) + 2 <= room ? row.note : '';
  const lines = stringWidth(labelOf(row)) <= room ? [labelOf(row)] : wrapText(labelOf(row), room);
  const isSelected = index === selected;
  let at = 0;
  return lines.map((line, number) => {
    const head = `${isSelected && number === 0 ? '› ' : '  '}${number === 0 ? numberOf(row) : ' '.repeat(indentOf(row))}`;
    if (isSelected) return paintRow(head + spread(line, note, room), isActive, theme);
    const from = labelOf(row).indexOf(line, at);
    at = from + line.length;
    return head + spread(marked(line, from - shiftOf(row), row, theme), theme.quiet(note), room);
  });
}

/** Lines that a row takes. */
export function heightOf(row: Row, width: number): number {
  if (!row.target) return wrapText(row.label, width - 1).length;
  if (widthOf({ ...row, note: '' }) <= width) return 1;
  return wrapText(labelOf(row), width - MARKER - indentOf(row)).length;
}

const NEW = '● ';

function labelOf(row: Row): string {
  return row.isNew ? NEW + row.label : row.label;
}

function shiftOf(row: Row): number {
  return row.isNew ? NEW.length : 0;
}

function indentOf(row: Row): number {
  return row.number === undefined ? 0 : NUMBER;
}

function numberOf(row: Row): string {
  return row.number === undefined ? '' : `${row.number ?? ' '} `;
}

function paintRow(line: string, isActive: boolean, theme: Theme): string {
  return isActive ? theme.marked(line) : theme.strong(line);
}

/** A part of the label that begins at `from`, with what of the marks lies in it. */
function marked(line: string, from: number, { marks = [], isNew }: Row, theme: Theme): string {
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    const [first, last] = [Math.max(at, start - from), Math.min(line.length, end - from)];
    if (last <= first) continue;
    out += line.slice(at, first) + theme.match(line.slice(first, last));
    at = last;
  }
  const whole = out + line.slice(at);
  return isNew ? theme.strong(whole) : whole;
}

/** As many rows as fit into `height`, from `top` on, moved so that the chosen one shows. */
export function rowWindow(rows: readonly Row[], top: number, height: number, style: RowStyle): string[] {
  const lines: string[] = [];
  for (
    let index = keepInView(rows, top, Math.max(0, style.selected), height, style.width);
    index < rows.length && lines.length < height;
    index++
  )
    lines.push(...rowLines(rows[index] as Row, index, style).map((line) => toWidth(line, style.width)));
  return lines.slice(0, height);
}

/** The first row of a window that holds the chosen one, moved as little as possible; a heading just above shows as well. */
export function keepInView(rows: readonly Row[], top: number, selected: number, height: number, width: number): number {
  const last = lastTop(rows, height, width);
  let start = Math.min(top, selected, last);
  if (start === selected && selected > 0 && !rows[selected - 1]?.target && height > 2) start--;
  let used = 0;
  for (let index = start; index <= selected && index < rows.length; index++) used += heightOf(rows[index] as Row, width);
  while (used > height && start < selected) used -= heightOf(rows[start++] as Row, width);
  return Math.max(0, start);
}

/** The greatest top that leaves no line empty. */
function lastTop(rows: readonly Row[], height: number, width: number): number {
  let used = 0;
  for (let index = rows.length - 1; index >= 0; index--) {
    used += heightOf(rows[index] as Row, width);
    if (used > height) return index + 1;
  }
  return 0;
}
