/** A document laid out for a width: painted lines, the same without colour, and where headings, snippets, links and marks stand. */
import { stripVTControlCharacters } from 'node:util';
import type { Block } from '../../core/markup/blocks.ts';
import { type Painted, paint } from '../../render/paint.ts';
import { cut } from './fit.ts';

export interface Paper extends Painted {
  plain: string[];
}

/** Lays out a document; a line of code that is wider than the screen is cut, and copied whole. */
export function paperOf(blocks: readonly Block[], width: number, color: boolean): Paper {
  const painted = paint(blocks, { width, color });
  const lines = painted.lines.map((line) => cut(line, width));
  return { ...painted, lines, plain: color ? lines.map(stripVTControlCharacters) : lines };
}
