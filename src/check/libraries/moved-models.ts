/** Models of the module, known by the calls that made them while the Space started, and which code moves them to the GPU. */
import type { Program } from '../program/program.ts';
import { type Body, callsIn } from '../program/reach.ts';
import { type Of, scopeOf } from '../python/tree.ts';
import type { Value } from '../values/value.ts';
import { assignedOnCuda, moveOf } from './devices.ts';

/** The call that made a model while the Space started; nothing for a tensor or an object that is made in the call. */
export function modelOf(program: Program, value: Value): Of<'Call'>[] {
  if (value.is === 'part') return modelOf(program, value.of);
  const call = value.is === 'result' || value.is === 'instance' ? value.call : null;
  if (!call || !program.startScopes.has(scopeOf(call))) return [];
  return value.is === 'instance' || (value.is === 'result' && !TENSOR.test(value.path)) ? [call] : [];
}

/** `torch.zeros(…)` makes a tensor, `torch.load(…)` may make a model. */
const TENSOR = /^(?:numpy|torch\.(?:[A-Za-z]{0,20}Tensor$|(?!load\b|hub\b|jit\b|export\b|nn\b)[a-z]))/;

/** The models that this code puts on the GPU: of the start, those that are there when the first call comes. */
export function movedIn(program: Program, bodies: readonly Body[]): Set<Of<'Call'>> {
  const { evaluator } = program;
  const moved = bodies.flatMap((body) =>
    callsIn(evaluator, body).flatMap((call) => {
      const move = moveOf(evaluator, call, body);
      const what = move?.to === 'cuda' ? move.what : assignedOnCuda(evaluator, call, body);
      return what ? evaluator.values(what, body).flatMap((value) => modelOf(program, value)) : [];
    }),
  );
  return new Set(moved);
}
