/** A model of the module that is moved to the GPU in every call, instead of once at start. */
import type { Check, Found } from '../../check.ts';
import { isMadeOnCuda, moveOf } from '../../libraries/devices.ts';
import { readsSmallFile } from '../../libraries/loaders.ts';
import { modelOf, movedIn } from '../../libraries/moved-models.ts';
import { placeOf } from '../../program/module.ts';
import type { Program } from '../../program/program.ts';
import { callsIn, functionsOf } from '../../program/reach.ts';
import { dottedName, type Expr, isCallable, type Of, scopeOf } from '../../python/tree.ts';
import type { At, Evaluator } from '../../values/evaluate.ts';
import { scopeFor } from '../../values/scope.ts';

export const check: Check = {
  level: 'costs',
  about: 'a module-level model is moved to the GPU inside a call',
  see: ['module-scope-loading', 'string-cuda-device', 'cold-start-lifecycle'],
  find: ({ program }) => {
    const { evaluator, gpuCode, startScopes } = program;
    const atStart = movedIn(program, program.startCode);
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
            message: `${dottedName(move.what)} is moved to the GPU inside the call of ${body.gpu.name}: in each new worker the visitor pays for the copy.`,
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

const WHY = 'what is on cuda at start is packed once and streamed into each worker, faster than a copy';

/** On the GPU since it was made, or a few kilobytes of tensors. */
function isSettled(evaluator: Evaluator, call: Of<'Call'>, { module }: At): boolean {
  const at = { module, frame: null };
  return isMadeOnCuda(evaluator, call, at) || readsSmallFile(evaluator, call, at);
}

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
