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
  return { node, module, frame, duration: null, size: null, unknown: [], isOpen: false };
}

const GPU_KEYWORDS = new Set(['duration', 'size', 'task']);

/** The options of a decorator with those that a call adds. */
export function withArguments(evaluator: Evaluator, options: GpuOptions, call: Of<'Call'>, at: At): GpuOptions {
  const given = { ...options, node: call, module: at.module, frame: at.frame };
  const stars = call.keywords.filter(({ arg }) => !arg);
  const dictionaries = stars.flatMap(({ value }) => evaluator.values(value, at));
  const fromStars = (name: string) => starred(dictionaries, name);
  return {
    ...given,
    duration: keyword(call, 'duration') ?? options.duration,
    size: keyword(call, 'size') ?? options.size,
    unknown: [...options.unknown, ...call.keywords.filter(({ arg }) => arg && !GPU_KEYWORDS.has(arg))],
    isOpen: options.isOpen || (stars.length > 0 && fromStars('duration') !== false),
  };
}

/** Whether a `**dictionary` may hold this key: false when it is known and does not. */
function starred(dictionaries: Value[], name: string): boolean {
  return dictionaries.some(
    (each) => each.is !== 'list' || !each.keys || each.keys.some((key) => onlyText(key) === name || !onlyLiteral(key)),
  );
}
