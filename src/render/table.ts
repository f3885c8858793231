/** A table whose columns share the width; where they get too thin, each row becomes a small list. */
import type { Inline } from '../core/markup/blocks.ts';
import { plainInlines } from '../core/markup/read.ts';
import { columnsOf } from '../core/text/columns.ts';
import { flow } from './flow.ts';
import type { Paint, Theme } from './theme.ts';

const GAP = 2;
/** A thinner column would hold one word a line. */
const THINNEST = 9;

/** The lines of a table, none wider than `width`. */
export function tableLines(head: Inline[][], rows: Inline[][][], width: number, theme: Theme): string[] {
  const widths = columnWidths([head, ...rows], width);
  if (!widths) return rows.flatMap((row, index) => [...(index > 0 ? [''] : []), ...rowAsList(head, row, width, theme)]);
  const line = (row: Inline[][], paint?: Paint) => rowLines(row, widths, theme, paint);
  const rule = theme.quiet(widths.map((column) => '─'.repeat(column)).join(' '.repeat(GAP)));
  return [...line(head, theme.strong), rule, ...rows.flatMap((row) => line(row))];
}

function rowAsList(head: Inline[][], row: Inline[][], width: number, theme: Theme): string[] {
  return row.flatMap((cell, index) => flow([{ type: 'strong', inlines: [...(head[index] ?? []), ':'] }, ' ', ...cell], width, theme).lines);
}

function rowLines(row: Inline[][], widths: number[], theme: Theme, paint?: Paint): string[] {
  const cells = widths.map((width, index) => flow(row[index] ?? [], width, theme, paint).lines);
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((cell, index) => pad(cell[at] ?? '', widths[index] as number))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Columns that are small get what they need, the others share the rest; null when that is too little. */
function columnWidths(rows: Inline[][][], width: number): number[] | null {
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, index) => Math.max(1, ...rows.map((row) => columnsOf(plainInlines(row[index] ?? [])))));
  const room = width - GAP * (count - 1);
  if (sum(wanted) <= room) return wanted;
  const share = Math.floor(room / count);
  const large = wanted.filter((each) => each > share).length;
  const rest = Math.floor((room - sum(wanted.filter((each) => each <= share))) / Math.max(1, large));
  return rest < THINNEST ? null : wanted.map((each) => (each <= share ? each : rest));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}
