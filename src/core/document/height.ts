/** How many lines something takes in a window of 80 columns. */
import type { Block } from '../markup/blocks.ts';
import { plainInlines } from '../markup/read.ts';

/** What words have of 80 columns, a little left for breaking between them. */
const LINE_WIDTH = 74;

/** Lines that blocks take in a window of 80 columns, blank ones left out. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.type === 'group') return sum + heightOf(block.blocks);
    if (block.type === 'snippet') return sum + block.code.split('\n').length;
    return sum + ('inlines' in block ? Math.ceil(plainInlines(block.inlines).length / LINE_WIDTH) : 1);
  }, 0);
}
