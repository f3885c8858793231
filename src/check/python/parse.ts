/**
 * The adapter around the Python parser: text to a tied tree, or where Python would refuse it.
 * py-ast gives CPython's tree (compared node for node on 839 files), stops at the first error as CPython does, and takes 15 kB.
 */
import { Lexer, parse } from 'py-ast';
import { closeSequences, putBack, stepOf } from './open-sequences.ts';
import { type Tree, tie } from './tree.ts';

export interface Refusal {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  what: string;
  /** False where only our own reading stops, and Python may well go on. */
  isCertain: boolean;
}

/** Deeper than any file that people write, and shallow enough for functions that call themselves. */
const DEEPEST = 600;

/** CPython refuses brackets that are nested deeper. */
const DEEPEST_BRACKETS = 200;

export interface Parsed {
  tree: Tree;
  /** How many nodes it has, which is what it takes of memory. */
  nodes: number;
}

/** In: Python source with line feeds. Out: its tree, or the first place that is not understood. */
export function parsePython(text: string): Parsed | Refusal {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { ...placeAt(text, nul), what: 'a NUL character', isCertain: true };
  // A form feed between functions is blank to Python.
  const source = text.includes('\f') ? text.replaceAll('\f', '') : text;
  try {
    return tied(treeOf(source));
  } catch (error) {
    return error instanceof RangeError ? tooDeep(source) : refusalOf(String((error as Error).message), source);
  }
}

/** Whether the file could not be read. */
export function isRefusal(parsed: Parsed | Refusal): parsed is Refusal {
  return 'what' in parsed;
}

/** Only what the parser refuses is looked through for sequences that it does not know: they are rare. */
function treeOf(source: string): Tree {
  try {
    return parse(source);
  } catch (error) {
    const closed = error instanceof RangeError ? null : closeSequences(source);
    if (!closed) throw error;
    const tree = parse(closed.text);
    putBack(tree, closed);
    return tree;
  }
}

function tied(tree: Tree): Parsed | Refusal {
  const { count, deepest } = tie(tree);
  // A chain of that many sums Python would still take.
  return deepest > DEEPEST ? { line: 1, column: 1, what: TOO_DEEP, isCertain: false } : { tree, nodes: count };
}

const TOO_DEEP = 'nested too deeply';

function tooDeep(source: string): Refusal {
  let [depth, deepest] = [0, 0];
  for (const { type } of new Lexer(source).tokenize()) {
    depth += stepOf(type);
    deepest = Math.max(deepest, depth);
  }
  return { line: 1, column: 1, what: TOO_DEEP, isCertain: deepest > DEEPEST_BRACKETS };
}

function refusalOf(message: string, source: string): Refusal {
  const place = /\bat line (\d{1,9})(?:, column (\d{1,9}))?/.exec(message);
  const what = message.slice(0, place?.index ?? message.length).trim();
  const line = Number(place?.[1] ?? 1);
  const isKnownGap = GAPS.test(source.split('\n', line).at(-1) ?? '');
  return { line, column: Number(place?.[2] ?? 0) + 1, what: what.slice(0, 120) || 'invalid syntax', isCertain: !isKnownGap };
}

/** Lines of which the parser refuses what Python takes: names with letters beyond 16 bits, and `{… async for …}`. */
const GAPS = /(?=\p{ID_Continue})[\u{10000}-\u{10ffff}]|\basync[ \t]{1,9}for\b/u;

function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}
