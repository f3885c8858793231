/** A decision tree drawn as a tree: branches with their answers, each question once; a second way to it is named. */
import { isQuestion, type TreeEntry } from '../library/entry.ts';
import { plainInlines } from '../markup/read.ts';
import { columnsOf } from '../text/columns.ts';
import { wrapped } from '../text/wrap.ts';

/** The lines of the drawing, none wider than `width`. */
export function drawTree(tree: TreeEntry, width: number): string[] {
  const lines: string[] = [];
  const drawn = new Map<string, string>();
  const write = (first: string, rest: string, text: string): void => {
    const room = Math.max(12, width - columnsOf(first));
    for (const [index, line] of wrapped(text, room).entries()) lines.push((index === 0 ? first : rest) + line);
  };
  const draw = (id: string, indent: string, way: string): void => {
    const node = tree.nodes[id];
    if (!node) return;
    const before = drawn.get(id);
    if (before !== undefined) {
      write(
        `${indent}=> `,
        `${indent}   `,
        `${before === '' ? 'from the start' : `as after ${before}`}: ${plainInlines(isQuestion(node) ? node.ask : node.answer)}`,
      );
      return;
    }
    drawn.set(id, way);
    if (!isQuestion(node)) {
      write(`${indent}=> `, `${indent}   `, plainInlines(node.answer));
      return;
    }
    write(`${indent}? `, `${indent}  `, plainInlines(node.ask));
    for (const [index, option] of node.options.entries()) {
      const isLast = index === node.options.length - 1;
      const next = `${indent}${isLast ? '   ' : '│  '}`;
      write(`${indent}${isLast ? '└─ ' : '├─ '}`, next, `${index + 1} ${plainInlines(option.say)}`);
      draw(option.to, next, way ? `${way},${index + 1}` : String(index + 1));
    }
  };
  draw(tree.start, '', '');
  return lines;
}
