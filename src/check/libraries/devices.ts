/** Where a model is put: `.to("cuda")`, `.cuda()`, and what the device turns out to be. */

import { type Expr, isCallable, keyword, type Of, scopeOf } from '../python/tree.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import { scopeFor } from '../values/scope.ts';
import { onlyLiteral, onlyText } from '../values/value.ts';

export type Device = 'cuda' | 'other' | 'unknown';

/** What is moved, and where to; null when the call moves nothing. */
export function moveOf(evaluator: Evaluator, call: Of<'Call'>, at: At): { what: Expr; to: Device } | null {
  const { func } = call;
  if (func.nodeType !== 'Attribute') return null;
  if (func.attr === 'cuda') return { what: func.value, to: 'cuda' };
  if (func.attr !== 'to') return null;
  const devices = [keyword(call, 'device'), ...call.args.slice(0, 1)].flatMap((each) => (each ? [deviceOf(evaluator, each, at)] : []));
  return { what: func.value, to: devices.find((each) => each !== 'other') ?? 'other' };
}

/** Whether an expression names a CUDA device. */
export function deviceOf(evaluator: Evaluator, expr: Expr, at: At): Device {
  const text = onlyText(evaluator.values(expr, at)) ?? defaultOf(evaluator, expr, at);
  if (text === undefined) return 'unknown';
  return /^cuda(?::\d{1,2})?$/.test(text) ? 'cuda' : 'other';
}

/** Whether a call that makes a model puts it on the GPU by itself: `device_map="auto"`, `device="cuda"`, `device=0`. */
export function isMadeOnCuda(evaluator: Evaluator, call: Of<'Call'>, at: At): boolean {
  return ['device_map', 'device'].some((name) => {
    const given = keyword(call, name);
    const value = given && onlyLiteral(evaluator.values(given, at))?.literal;
    return typeof value === 'number' || (typeof value === 'string' && !/^(?:cpu|meta|mps|disk)\b/.test(value));
  });
}

/** The model of `model.load_state_dict(weights, assign=True)` where the weights were read onto the GPU: it is there from then on. */
export function assignedOnCuda(evaluator: Evaluator, call: Of<'Call'>, at: At): Expr | null {
  const { func, args } = call;
  const [isAssigned, weights] = [keyword(call, 'assign'), args[0] ?? keyword(call, 'state_dict')];
  if (func.nodeType !== 'Attribute' || func.attr !== 'load_state_dict' || !isAssigned || !weights) return null;
  if (onlyLiteral(evaluator.values(isAssigned, at))?.literal !== true) return null;
  return evaluator.values(weights, at).some((value) => value.is === 'result' && readsOntoCuda(evaluator, value.call, at))
    ? func.value
    : null;
}

/** `load_file(path, device="cuda")`, `torch.load(path, map_location="cuda")`. */
function readsOntoCuda(evaluator: Evaluator, call: Of<'Call'>, at: At): boolean {
  const device = keyword(call, 'device') ?? keyword(call, 'map_location') ?? call.args[1];
  return device !== undefined && deviceOf(evaluator, device, at) === 'cuda';
}

/** A parameter that nobody gave has its default. */
function defaultOf(evaluator: Evaluator, expr: Expr, at: At): string | undefined {
  if (expr.nodeType !== 'Name') return undefined;
  const scope = scopeOf(expr);
  const binding = isCallable(scope) ? scopeFor(scope).bindings.get(expr.id)?.[0] : undefined;
  return binding?.how === 'parameter' && binding.default ? onlyText(evaluator.values(binding.default, at)) : undefined;
}
