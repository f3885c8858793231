/** A text into lines, told as the places where they begin and end: nothing of the text is changed. */
import { columnsOf } from './columns.ts';

/** A line of a text. */
export interface Line {
  start: number;
  end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Lines between words. A word that is too long has lines of its own and is cut, unless it holds an address. */
export function wrapWords(text: string, width: number): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let columns = 0;
  for (const { 0: word, index } of text.matchAll(/[^ \n]+|\n/g)) {
    if (word === '\n') {
      lines.push(line ?? { start: index, end: index });
      line = null;
      continue;
    }
    const own = columnsOf(word);
    const gap = line ? index - line.end : 0;
    if (line && columns + gap + own <= width) {
      line.end = index + word.length;
      columns += gap + own;
      continue;
    }
    if (line) lines.push(line);
    line = null;
    if (own > width && !word.includes('://')) lines.push(...wrapAnywhere(word, width, index));
    else {
      line = { start: index, end: index + word.length };
      columns = own;
    }
  }
  if (line || lines.length === 0 || text.endsWith('\n')) lines.push(line ?? { start: text.length, end: text.length });
  return lines;
}

/** Lines that are full: what is seen as one character is kept together. `from` is where the text begins. */
export function wrapAnywhere(text: string, width: number, from = 0): Line[] {
  const lines: Line[] = [];
  let line: Line = { start: from, end: from };
  let columns = 0;
  for (const { segment } of SEGMENTER.segment(text)) {
    const own = columnsOf(segment);
    if (columns + own > width && line.end > line.start) {
      lines.push(line);
      line = { start: line.end, end: line.end };
      columns = 0;
    }
    line.end += segment.length;
    columns += own;
  }
  return [...lines, line];
}

/** The lines as texts. */
export function wrapped(text: string, width: number): string[] {
  return wrapWords(text, Math.max(1, width)).map(({ start, end }) => text.slice(start, end));
}
