/** A tree drawn with branches: every way is there, what is reached twice is drawn once, and no line is too wide. */
import { describe, expect, it } from 'vitest';
import { drawTree } from '../../../src/core/document/tree-drawing.ts';
import { isQuestion, type TreeEntry, type TreeNode } from '../../../src/core/library/entry.ts';
import { plainInlines } from '../../../src/core/markup/read.ts';
import { columnsOf } from '../../../src/core/text/columns.ts';
import { library } from '../../library.ts';

const question = (ask: string, ...options: [say: string, to: string][]): TreeNode => ({
  ask: [ask],
  why: [],
  options: options.map(([say, to]) => ({ say: [say], to })),
});
const answer = (words: string): TreeNode => ({ answer: [words], blocks: [], see: [] }) as unknown as TreeNode;

function drawn(nodes: Record<string, TreeNode>, width = 60): string[] {
  return drawTree({ start: 'first', nodes } as TreeEntry, width);
}

describe('a drawing', () => {
  it('names the way to what was drawn before, instead of drawing it again', () => {
    const lines = drawn({
      first: question('Is it slow?', ['yes', 'second'], ['no', 'fine'], ['not sure', 'first']),
      second: question('Since when?', ['always', 'fine'], ['today', 'wait']),
      fine: answer('Leave it.'),
      wait: answer('Wait.'),
    });
    expect(lines).toEqual([
      '? Is it slow?',
      '├─ 1 yes',
      '│  ? Since when?',
      '│  ├─ 1 always',
      '│  │  => Leave it.',
      '│  └─ 2 today',
      '│     => Wait.',
      '├─ 2 no',
      '│  => as after 1,1: Leave it.',
      '└─ 3 not sure',
      '   => from the start: Is it slow?',
    ]);
  });

  it('goes on below the words of its branch where they are too long', () => {
    const lines = drawn(
      { first: question('Which?', ['one of the many', 'end'], ['x', 'end']), end: answer('It is the first of them.') },
      16,
    );
    expect(lines.slice(0, 6)).toEqual(['? Which?', '├─ 1 one of the', '│  many', '│  => It is the', '│     first of', '│     them.']);
  });

  it.each(library.list('tree') as TreeEntry[])('of $id has every answer, within its width', (tree) => {
    const lines = drawTree(tree, 76);
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(76);
    const text = lines.map((line) => line.replace(/^[│ ]{0,80}/, '')).join(' ');
    for (const node of Object.values(tree.nodes)) expect(text).toContain(plainInlines(isQuestion(node) ? node.ask : node.answer));
  });
});
