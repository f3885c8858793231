/** Rows as lines: marker, label with its matched words, note at the right; a window of them around the chosen one. */
import type { Theme } from '../../render/theme.ts';
import type { Row } from '../state/model.ts';
import { cut, spread, stringWidth, toWidth, wrapText } from './fit.ts';

/** The lines of one row; folded instead of cut when `isWhole`. */
export function rowLines(row: Row, isSelected: boolean, isActive: boolean, width: number, theme: Theme, isWhole = false): string[] {
  if (!row.target) return [` ${theme.heading(cut(row.label, width - 1))}`];
  const marker = isSelected ? '› ' : '  ';
  if (isWhole) {
    const indent = /^\d /.test(row.label) ? '   ' : '';
    return wrapText(row.label, width - 3 - indent.length).map((line, index) =>
      isSelected
        ? paintRow(toWidth(index === 0 ? marker + line : `  ${indent}${line}`, width), isActive, theme)
        : toWidth(index === 0 ? marker + line : `  ${indent}${line}`, width),
    );
  }
  const room = width - 2;
  const note = row.note && isRoomFor(row.note, room) ? row.note : '';
  if (isSelected) return [paintRow(marker + spread(row.label, note, room), isActive, theme)];
  const label = cut(row.label, note ? room - stringWidth(note) - 1 : room);
  return [marker + spread(withMarks(label, row.marks ?? [], theme), theme.quiet(note), room)];
}

const LEAST_LABEL = 24;

function isRoomFor(note: string, room: number): boolean {
  return room - stringWidth(note) - 1 >= LEAST_LABEL;
}

function paintRow(line: string, isActive: boolean, theme: Theme): string {
  return isActive ? theme.marked(line) : theme.strong(line);
}

function withMarks(label: string, marks: [number, number][], theme: Theme): string {
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    if (start >= label.length) break;
    out += label.slice(at, start) + theme.link(label.slice(start, end));
    at = end;
  }
  return out + label.slice(at);
}

/** As many rows as fit into `height`, from `top` on, moved so that the chosen one shows. */
export function rowWindow(
  rows: Row[],
  selected: number,
  isActive: boolean,
  width: number,
  height: number,
  theme: Theme,
  top = 0,
): string[] {
  const start = keepInView(rows, top, selected, height);
  return rows
    .slice(start, start + height)
    .map((row, index) => rowLines(row, start + index === selected, isActive, width, theme)[0] as string);
}

/** The first row of a window that holds the chosen one, moved as little as possible; a heading just above shows as well. */
export function keepInView(rows: Row[], top: number, selected: number, height: number): number {
  const first = selected > 0 && height > 2 && !rows[selected - 1]?.target ? selected - 1 : selected;
  const start = Math.min(Math.max(top, selected - height + 1), Math.max(0, first));
  return Math.max(0, Math.min(start, rows.length - height));
}
