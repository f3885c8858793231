/** One Python file of a Space, read and parsed. */
import { isRefusal, parsePython, type Refusal } from '../python/parse.ts';
import { emptyTree, type Node, type Tree } from '../python/tree.ts';

export interface Module {
  /** Below the Space's folder, with slashes. */
  path: string;
  lines: readonly string[];
  tree: Tree;
  /** How many nodes the tree has. */
  nodes: number;
  /** Where Python would stop, or reading did; the tree is then empty. */
  refusal: Refusal | null;
  /** The file that the Space runs, where `__name__` is `__main__`. */
  isMain: boolean;
}

/** A place in a file, line and column from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Parses a file; one that cannot be read has an empty tree and says why. */
export function makeModule(path: string, text: string | Refusal, isMain: boolean): Module {
  const parsed = typeof text === 'string' ? parsePython(text) : text;
  const lines = typeof text === 'string' ? text.split('\n') : [];
  return isRefusal(parsed)
    ? { path, lines, tree: emptyTree(), nodes: 0, refusal: parsed, isMain }
    : { path, lines, ...parsed, refusal: null, isMain };
}

/** Where a node begins. The parser counts bytes, people count characters. */
export function placeOf({ path, lines }: Module, node: Node): Place {
  const line = node.lineno ?? 1;
  return { file: path, line, column: columnOf(lines[line - 1] ?? '', node.col_offset ?? 0) + 1 };
}

/** The index in a line of the byte at `offset` of its UTF-8 form. */
export function columnOf(line: string, offset: number): number {
  let bytes = 0;
  for (let at = 0; at < line.length; at++) {
    if (bytes >= offset) return at;
    const code = line.codePointAt(at) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) at++;
  }
  return line.length;
}
