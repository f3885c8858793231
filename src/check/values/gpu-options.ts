/** `spaces.GPU` before it decorates: the name itself, and what calls of it add. */
import { type Expr, keyword, type Node, type Of } from '../python/tree.ts';
import { constantOf } from './environment.ts';
import type { At, Evaluator } from './evaluate.ts';
import { type GpuOptions, onlyLiteral, onlyText, type Value } from './value.ts';

/** A name of an installed package: a constant of ZeroGPU, the decorator, or itself. */
export function externalValue(path: string, node: Expr, at: At): Value {
  if (path === 'spaces.GPU' || path === 'spaces.zero.decorator.GPU') return { is: 'gpu', options: bareOptions(node, at) };
  return constantOf(path) ?? { is: 'external', path };
}

function bareOptions(node: Node, { module, frame }: At): GpuOptions {
  return { node, module, frame, duration: null, size: null, starred: { duration: null, size: null }, unknown: [], isOpen: false };
}

const GPU_KEYWORDS = new Set(['duration', 'size', 'task']);

/** The options of a decorator with those that a call adds. */
export function withArguments(evaluator: Evaluator, options: GpuOptions, call: Of<'Call'>, at: At): GpuOptions {
  const stars = call.keywords.filter(({ arg }) => !arg).flatMap(({ value }) => evaluator.values(value, at));
  const duration = starred(stars, 'duration');
  return {
    ...options,
    node: call,
    module: at.module,
    frame: at.frame,
    duration: keyword(call, 'duration') ?? options.duration,
    size: keyword(call, 'size') ?? options.size,
    starred: { duration: duration.values ?? options.starred.duration, size: starred(stars, 'size').values ?? options.starred.size },
    unknown: [...options.unknown, ...call.keywords.filter(({ arg }) => arg && !GPU_KEYWORDS.has(arg))],
    isOpen: options.isOpen || duration.isOpen,
  };
}

/** What dictionaries behind `**` say under a key; open when one of them is not known well enough to tell whether it has it. */
function starred(dictionaries: Value[], name: string): { values: Value[] | null; isOpen: boolean } {
  let values: Value[] | null = null;
  for (const each of dictionaries) {
    if (each.is !== 'list' || !each.keys || each.keys.some((key) => !onlyLiteral(key))) return { values: null, isOpen: true };
    const at = each.keys.findIndex((key) => onlyText(key) === name);
    if (at >= 0) values = each.items[at] ?? null;
  }
  return { values, isOpen: false };
}
