/** A model of the module that is moved to the GPU in every call, instead of once at start. */
import type { Check, Found } from '../../check.ts';
import { isMadeOnCuda, moveOf } from '../../libraries/devices.ts';
import { readsSmallFile } from '../../libraries/loaders.ts';
import { placeOf } from '../../program/module.ts';
import type { Program } from '../../program/program.ts';
import { callsIn, functionsOf } from '../../program/reach.ts';
import { dottedName, type Expr, isCallable, type Of, scopeOf } from '../../python/tree.ts';
import type { At, Evaluator } from '../../values/evaluate.ts';
import { scopeFor } from '../../values/scope.ts';
import type { Value } from '../../values/value.ts';

export const check: Check = {
  level: 'costs',
  about: 'a model of the module is moved to the GPU inside a call',
  see: ['module-scope-loading', 'string-cuda-device', 'cold-start-lifecycle'],
  find: ({ program }) => {
    const { evaluator, gpuCode, startScopes } = program;
    const atStart = movedAtStart(program);
    return gpuCode.flatMap((body): Found[] => {
      if (startScopes.has(body.scope)) return [];
      return callsIn(evaluator, body).flatMap((call) => {
        const at = { module: body.module, frame: body.frame };
        const move = moveOf(evaluator, call, at);
        if (move?.to !== 'cuda' || !dottedName(move.what) || isOfThisCall(program, move.what, at)) return [];
        const models = evaluator.values(move.what, at).flatMap((value) => modelOf(program, value));
        if (models.length === 0 || models.some((each) => atStart.has(each) || isSettled(evaluator, each, at))) return [];
        return [
          {
            place: placeOf(body.module, call),
            message: `${dottedName(move.what)} is moved to the GPU inside the call of ${body.gpu.name}: whoever meets a new worker pays for the copy.`,
            because: [
              [...body.chain, `${dottedName(move.what)}.${call.func.nodeType === 'Attribute' ? call.func.attr : 'to'}`].join(' → '),
              WHY,
            ],
          },
        ];
      });
    });
  },
};

const WHY = 'what is put on cuda at start is packed once, and streamed into each worker faster than it is copied';

/** On the GPU since it was made, or a few kilobytes of tensors. */
function isSettled(evaluator: Evaluator, call: Of<'Call'>, { module }: At): boolean {
  const at = { module, frame: null };
  return isMadeOnCuda(evaluator, call, at) || readsSmallFile(evaluator, call, at);
}

/** The call that made a model while the Space started; nothing for a tensor or an object that is made in the call. */
function modelOf(program: Program, value: Value): Of<'Call'>[] {
  if (value.is === 'part') return modelOf(program, value.of);
  const call = value.is === 'result' || value.is === 'instance' ? value.call : null;
  if (!call || !program.startScopes.has(scopeOf(call))) return [];
  return value.is === 'instance' || (value.is === 'result' && !TENSOR.test(value.path)) ? [call] : [];
}

/** `torch.zeros(…)` makes a tensor, `torch.load(…)` may make a model. */
const TENSOR = /^(?:numpy|torch\.(?:[A-Za-z]{0,20}Tensor$|(?!load\b|hub\b|jit\b|export\b|nn\b)[a-z]))/;

/** A parameter, or what a function gives that runs in the call alone: it may be made in the call. */
function isOfThisCall({ evaluator, startScopes }: Program, what: Expr, at: At): boolean {
  let root: Expr = what;
  while (root.nodeType === 'Attribute') root = root.value;
  const scope = scopeOf(what);
  if (root.nodeType !== 'Name' || !isCallable(scope)) return true;
  return (scopeFor(scope).bindings.get(root.id) ?? []).some((binding) => {
    if (binding.how !== 'value' || binding.value.nodeType !== 'Call') return binding.how === 'parameter';
    const makers = evaluator.values(binding.value.func, at).flatMap((value) => functionsOf(evaluator, value));
    return makers.length > 0 && makers.every(({ callable }) => !startScopes.has(callable));
  });
}

/** The models that are on the GPU already when the first call comes. */
function movedAtStart(program: Program): Set<Of<'Call'>> {
  const { evaluator, startCode } = program;
  const moved = startCode.flatMap((body) =>
    callsIn(evaluator, body).flatMap((call) => {
      const at = { module: body.module, frame: body.frame };
      const move = moveOf(evaluator, call, at);
      return move?.to === 'cuda' ? evaluator.values(move.what, at).flatMap((value) => modelOf(program, value)) : [];
    }),
  );
  return new Set(moved);
}
