/** torch.compile where it is reached: ZeroGPU does not support it, for the worker that compiled is gone at the next call. */
import type { Check, Found } from '../../check.ts';
import { type Module, placeOf } from '../../program/module.ts';
import { type Body, callsIn, nameOf } from '../../program/reach.ts';
import { isTried } from '../../program/tried.ts';
import { isDef, type Node, parentOf } from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'torch.compile is called',
  see: ['no-torch-compile', 'torch-compile', 'aoti-workflow'],
  find: ({ program: { evaluator, allCode } }) => allCode.flatMap((body) => [...calls(evaluator, body), ...decorators(evaluator, body)]),
};

function calls(evaluator: Evaluator, body: Body): Found[] {
  return callsIn(evaluator, body).flatMap((call) => {
    if (isDecorator(call) || !isCompile(evaluator, call.func, body)) return [];
    return isReached(evaluator, call, body) ? [found(call, body.module, body.chain)] : [];
  });
}

/** `@torch.compile` on a function that runs. */
function decorators(evaluator: Evaluator, body: Body): Found[] {
  const { scope, module, chain } = body;
  if (!isDef(scope)) return [];
  const compiled = scope.decorator_list.find((each) => isCompile(evaluator, each.nodeType === 'Call' ? each.func : each, body));
  return compiled && isReached(evaluator, scope, body) ? [found(compiled, module, chain.slice(0, -1).concat(nameOf(scope)))] : [];
}

function isCompile(evaluator: Evaluator, func: Parameters<Evaluator['values']>[0], { module, frame }: Body): boolean {
  return evaluator.values(func, { module, frame }).some((value) => value.is === 'external' && value.path === 'torch.compile');
}

function isDecorator(node: Node): boolean {
  const parent = parentOf(node);
  return isDef(parent) && parent.decorator_list.some((each) => each === node);
}

/** Not behind a switch, and not where a failure is caught. */
function isReached({ live }: Evaluator, node: Node, { module, isCertain }: Body): boolean {
  return isCertain && !live.isSwitched(node, module) && !isTried(node);
}

function found(node: Node, module: Module, chain: string[]): Found {
  return {
    place: placeOf(module, node),
    message: 'torch.compile does not work on ZeroGPU: compile ahead of time (AoTI), or run eagerly.',
    because: [
      ...(chain.length > 0 ? [[...chain, 'torch.compile'].join(' → ')] : []),
      'workers live for one or a few calls and start without what others compiled (Hub docs)',
    ],
  };
}
