/** Small changes to the user's own lines: an expression replaced, text put in, a line taken out. */
import type { Edit } from './check.ts';
import { columnOf, type Module } from './program/module.ts';
import type { Node } from './python/tree.ts';

/** The line with this expression replaced; null when it goes over several lines. */
export function replaceNode({ path, lines }: Module, node: Node, by: string): Edit | null {
  const line = lines[(node.lineno ?? 0) - 1];
  if (line === undefined || !node.lineno || node.lineno !== node.end_lineno) return null;
  const [from, to] = [columnOf(line, node.col_offset ?? 0), columnOf(line, node.end_col_offset ?? 0)];
  return { file: path, line: node.lineno, count: 1, lines: [line.slice(0, from) + by + line.slice(to)] };
}

/** The line with text put in right behind an expression; `skip` characters further on, such as an opening bracket. */
export function insertBehind({ path, lines }: Module, node: Node, text: string, skip = 0): Edit | null {
  const line = lines[(node.end_lineno ?? 0) - 1];
  if (line === undefined || !node.end_lineno) return null;
  const at = columnOf(line, node.end_col_offset ?? 0) + skip;
  return at > line.length ? null : { file: path, line: node.end_lineno, count: 1, lines: [line.slice(0, at) + text + line.slice(at)] };
}

/** A call with one more argument by keyword, or what is no call with it alone; null when it goes over several lines. */
export function withKeyword(module: Module, node: Node, argument: string): Edit | null {
  const written = textOf(module, node);
  if (written === '') return null;
  if (node.nodeType !== 'Call') return replaceNode(module, node, `${written}(${argument})`);
  const given = written.slice(0, -1).trimEnd().replace(/,$/, '');
  return replaceNode(module, node, `${given}${given.endsWith('(') ? '' : ', '}${argument})`);
}

/** The expression as it is written; empty when it goes over several lines. */
export function textOf({ lines }: Module, node: Node): string {
  const line = lines[(node.lineno ?? 0) - 1] ?? '';
  if (node.lineno !== node.end_lineno) return '';
  return line.slice(columnOf(line, node.col_offset ?? 0), columnOf(line, node.end_col_offset ?? 0));
}
