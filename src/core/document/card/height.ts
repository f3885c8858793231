/** How large a card may be: how wide and long, and how many lines something takes on it in a window of 80 columns. */
import type { Block } from '../../markup/blocks.ts';
import { plainInlines } from '../../markup/read.ts';
import { wrapWords } from '../../text/wrap.ts';

/** A card is seen at once in the smallest usual window. */
export const MOST_LINES = 20;
/** With the bar and the indent a line of the log fits into 80 columns. */
export const EVIDENCE_WIDTH = 74;
/** Of the user's source: the line of the frame, and one on each side. */
export const MOST_OWN_LINES = 3;
/** What the indent of a card leaves of 80 columns. */
const CARD_WIDTH = 78;
/** The bar before a line of the log. */
const BAR = 2;

/** Lines that blocks take, blank ones between them left out; code keeps its own. `width`: the columns that there are for them. */
export function heightOf(blocks: readonly Block[], width = CARD_WIDTH): number {
  return blocks.reduce((sum, block) => sum + linesOf(block, width), 0);
}

/** The first blocks that fit into so many lines. */
export function fitting<T extends Block>(blocks: readonly T[], room: number): T[] {
  const tooMuch = blocks.findIndex((_, index) => heightOf(blocks.slice(0, index + 1)) > room);
  return blocks.slice(0, tooMuch < 0 ? blocks.length : tooMuch);
}

function linesOf(block: Block, width: number): number {
  if (block.type === 'group') return heightOf(block.blocks, width - block.indent);
  if (block.type === 'snippet') return block.as === 'evidence' ? wrapWords(block.code, width - BAR).length : block.code.split('\n').length;
  return 'inlines' in block ? wrapWords(plainInlines(block.inlines), width).length : 1;
}
