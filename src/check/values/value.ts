/** What an expression may stand for, as far as reading tells. An expression has several values where the program decides at run time. */

import type { Module } from '../program/module.ts';
import type { Callable, Expr, Node, Of } from '../python/tree.ts';

/** The parameters of a function that is being looked through, and the function in which it was defined. */
export interface Frame {
  callable: Callable;
  parameters: ReadonlyMap<string, Value[]>;
  around: Frame | null;
}

export interface FunctionValue {
  is: 'function';
  callable: Callable;
  module: Module;
  frame: Frame | null;
  /** The object whose method it is. */
  self: Value | null;
}

/** What `spaces.GPU(…)` was told. */
export interface GpuOptions {
  /** The expression that says it: `spaces.GPU`, or the call. */
  node: Node;
  module: Module;
  frame: Frame | null;
  duration: Expr | null;
  size: Expr | null;
  /** What a `**dictionary` that is known says, where the call itself says nothing. */
  starred: { duration: Value[] | null; size: Value[] | null };
  /** Keywords that GPU does not know. */
  unknown: Of<'Keyword'>[];
  /** Some of it comes from a `**dictionary`. */
  isOpen: boolean;
}

export type Literal = string | number | boolean | null;

export type Value =
  | { is: 'literal'; literal: Literal; assumed: string }
  /** A list or a tuple; with keys a dictionary. */
  | { is: 'list'; items: Value[][]; keys: Value[][] | null }
  /** Something of an installed package, by its full name: `torch.cuda.is_available`. */
  | { is: 'external'; path: string }
  | { is: 'module'; module: Module }
  | FunctionValue
  | { is: 'class'; node: Of<'ClassDef'>; module: Module; frame: Frame | null }
  /** An object of a local class, with the call that made it; without one it is the object that a method is called on. */
  | { is: 'instance'; node: Of<'ClassDef'>; module: Module; call: Of<'Call'> | null }
  /** What a call of something installed gives. */
  | { is: 'result'; path: string; call: Of<'Call'>; module: Module }
  /** A part of such a result: `pipe.vae`. */
  | { is: 'part'; of: Value; name: string }
  | { is: 'gpu'; options: GpuOptions }
  | { is: 'wrapped'; task: Value; options: GpuOptions }
  | { is: 'unknown' };

export const UNKNOWN: Value = { is: 'unknown' };

/** The value of a literal; `assumed` says what was taken for granted to get it. */
export function literal(value: Literal, assumed = ''): Value {
  return { is: 'literal', literal: value, assumed };
}

/** True, false, or null when it cannot be told. Anything that is no literal counts as true, as it does in Python unless it says otherwise. */
export function truth(values: Value[]): boolean | null {
  if (values.length === 0) return null;
  let seen: boolean | null = null;
  for (const value of values) {
    const one = truthOf(value);
    if (one === null || (seen !== null && seen !== one)) return null;
    seen = one;
  }
  return seen;
}

function truthOf(value: Value): boolean | null {
  switch (value.is) {
    case 'literal':
      return Boolean(value.literal);
    case 'list':
      // What begins empty is filled later.
      return value.items.length > 0 || null;
    case 'function':
    case 'class':
    case 'module':
    case 'gpu':
    case 'wrapped':
      return true;
    default:
      return null;
  }
}

/** The one literal that all values agree on; undefined when they do not, or when one is unknown. */
export function onlyLiteral(values: Value[]): { literal: Literal; assumed: string } | undefined {
  const [first, ...others] = values;
  if (first?.is !== 'literal') return undefined;
  return others.every((each) => each.is === 'literal' && each.literal === first.literal) ? first : undefined;
}

/** The text that all values agree on. */
export function onlyText(values: Value[]): string | undefined {
  const found = onlyLiteral(values)?.literal;
  return typeof found === 'string' ? found : undefined;
}
