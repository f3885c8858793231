/**
 * The adapter around the Python parser, and the only file that imports it: text to a tied tree, or where Python would refuse it.
 * py-ast gives CPython's tree (compared node for node on 839 files), stops at the first error as CPython does, and takes 15 kB.
 */
import { parse } from 'py-ast';
import { type Tree, tie } from './tree.ts';

export interface Refusal {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  what: string;
}

/**
 * Deeper than any file that people write, and shallow enough for functions that call themselves. CPython refuses brackets 200 deep; a sum
 * of that many terms it would still take.
 */
const DEEPEST = 600;

export interface Parsed {
  tree: Tree;
  /** How many nodes it has, which is what it takes of memory. */
  nodes: number;
}

/** In: Python source with line feeds. Out: its tree, or the first place that Python does not understand. */
export function parsePython(text: string): Parsed | Refusal {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { ...placeAt(text, nul), what: 'a NUL character' };
  try {
    // A form feed between functions is blank to Python.
    const tree = parse(text.includes('\f') ? text.replaceAll('\f', '') : text);
    const { count, deepest } = tie(tree);
    return deepest > DEEPEST ? { line: 1, column: 1, what: TOO_DEEP } : { tree, nodes: count };
  } catch (error) {
    if (error instanceof RangeError) return { line: 1, column: 1, what: TOO_DEEP };
    return refusalOf(String((error as Error).message));
  }
}

/** Whether Python refuses the file. */
export function isRefusal(parsed: Parsed | Refusal): parsed is Refusal {
  return 'what' in parsed;
}

const TOO_DEEP = 'nested too deeply';

function refusalOf(message: string): Refusal {
  const place = /\bat line (\d{1,9})(?:, column (\d{1,9}))?/.exec(message);
  const what = message.slice(0, place?.index ?? message.length).trim();
  return { line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 0) + 1, what: what.slice(0, 120) || 'invalid syntax' };
}

function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}
