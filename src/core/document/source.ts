/** Lines of the user's own file, with their numbers and a mark at the one that a frame names. */
import type { SourceLines } from '../beside.ts';
import { drawing, type Snippet } from '../markup/blocks.ts';
import { clip } from '../text/neutralise.ts';

/** With the number and the indent it fits into 80 columns; what is read here is not copied. */
const WIDEST = 66;

/** So many lines (1 to 7) around the one of the frame; what is blank at both ends is left out. */
export function sourceSnippet({ line, from, lines }: SourceLines, rows: number): Snippet {
  const first = Math.max(from, line - Math.floor(rows / 2));
  const shown = lines.map((text, index) => ({ number: from + index, text })).slice(first - from, first - from + rows);
  const isBlank = (at: number) => shown.at(at)?.text.trim() === '' && shown.at(at)?.number !== line;
  while (isBlank(0)) shown.shift();
  while (isBlank(-1)) shown.pop();
  const width = String(shown.at(-1)?.number).length;
  return drawing(
    shown.map(({ number, text }) => `${number === line ? '>' : ' '} ${String(number).padStart(width)} │ ${clip(text, WIDEST)}`.trimEnd()),
  );
}
