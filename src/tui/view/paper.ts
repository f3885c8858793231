/** A document laid out for a width: painted lines, the same without colour, and where headings, snippets, links and marks stand. */
import { stripVTControlCharacters } from 'node:util';
import type { Block } from '../../core/markup/blocks.ts';
import { type Painted, paint } from '../../render/paint.ts';
import type { Colour } from '../../render/theme.ts';
import { slice, stringWidth } from './fit.ts';

export interface Paper extends Painted {
  plain: string[];
}

/** Stands before what did not fit into the line above. */
const FOLDED = '↪ ';

/** Lays out a document. A line of code or an address that is wider than the screen is folded, and copied as it was. */
export function paperOf(blocks: readonly Block[], width: number, color: Colour): Paper {
  const painted = paint(blocks, { width, color });
  const lines: string[] = [];
  /** Where each painted line begins. */
  const starts: number[] = [];
  for (const line of painted.lines) {
    starts.push(lines.length);
    lines.push(...folded(line, width));
  }
  const at = (line: number): number => starts[line] ?? lines.length;
  const moved = <T extends { line: number }>(places: readonly T[]): T[] => places.map((place) => ({ ...place, line: at(place.line) }));
  return {
    lines,
    plain: color ? lines.map(stripVTControlCharacters) : lines,
    headings: moved(painted.headings),
    links: moved(painted.links),
    marks: moved(painted.marks),
    snippets: painted.snippets.map((place) => ({ ...place, line: at(place.line), height: at(place.line + place.height) - at(place.line) })),
  };
}

function folded(line: string, width: number): string[] {
  if (stringWidth(line) <= width) return [line];
  const out = [slice(line, 0, width)];
  let left = slice(line, stringWidth(out[0] as string));
  while (left !== '' && stringWidth(left) > 0) {
    const part = slice(left, 0, Math.max(1, width - FOLDED.length));
    out.push(width > FOLDED.length ? FOLDED + part : part);
    if (stringWidth(part) === 0) break;
    left = slice(left, stringWidth(part));
  }
  return out;
}
