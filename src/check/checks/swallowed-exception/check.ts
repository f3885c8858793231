/** `except Exception` that neither raises nor logs a traceback: the cause is gone when somebody looks for it. */
import type { Check, Found } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import type { Body } from '../../program/reach.ts';
import { allNodes, calledName, dottedName, isDef, keyword, type Of, ownNodes, parentOf } from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';

export const check: Check = {
  level: 'consider',
  about: 'an exception is swallowed inside a GPU call',
  see: ['surface-worker-errors', 'error-hidden'],
  find: ({ program: { evaluator, gpuCode } }) =>
    gpuCode
      .filter(({ chain }) => chain.length === 1)
      .flatMap((body) =>
        ownNodes(body.scope).flatMap((node) =>
          node.nodeType === 'ExceptHandler' && evaluator.live.isLive(node, body.module) && swallows(evaluator, node, body)
            ? [found(node, body)]
            : [],
        ),
      ),
};

function swallows(evaluator: Evaluator, handler: Of<'ExceptHandler'>, body: Body): boolean {
  return isBroad(handler) && !tells(evaluator, handler, body) && !isCleanUp(handler);
}

function found(handler: Of<'ExceptHandler'>, { module, gpu }: GpuBody): Found {
  return {
    place: placeOf(module, handler),
    message: `${gpu.name} catches every exception here and raises none: the log will have no traceback.`,
    because: ['the handler neither raises nor logs a traceback (logger.exception, traceback.print_exc, exc_info=True)'],
  };
}

function isBroad({ type }: Of<'ExceptHandler'>): boolean {
  const types = type?.nodeType === 'Tuple' ? type.elts : [type];
  return types.some((each) => !each || ['Exception', 'BaseException'].includes(dottedName(each)));
}

/** Whether the handler passes the exception on, itself or by a function that does, or writes where it came from. */
function tells(evaluator: Evaluator, handler: Of<'ExceptHandler'>, body: Body): boolean {
  return allNodes(handler).some((node) => {
    if (node.nodeType === 'Raise') return true;
    if (node.nodeType === 'Name' || node.nodeType === 'Attribute')
      return /^(?:traceback|tb)$/.test(dottedName(node).split('.')[0] as string);
    if (node.nodeType !== 'Call') return false;
    return WRITES.test(calledName(node)) || keyword(node, 'exc_info') !== undefined || raises(evaluator, node, body);
  });
}

const WRITES = /^(?:exception|(?:print|format)_(?:exc|exception|tb|stack)|exc_info|excepthook)$/;

/** A call of a function of the Space that raises where nothing is left open. */
function raises(evaluator: Evaluator, { func }: Of<'Call'>, { module, frame }: Body): boolean {
  return evaluator
    .values(func, { module, frame })
    .some((value) => value.is === 'function' && isDef(value.callable) && value.callable.body.some(({ nodeType }) => nodeType === 'Raise'));
}

/** What only tidies up, or tries an import or an optional setting, may fail in silence. */
function isCleanUp(handler: Of<'ExceptHandler'>): boolean {
  const around = parentOf(handler);
  if (around?.nodeType !== 'Try') return false;
  if (around.body.every(({ nodeType }) => nodeType === 'Import' || nodeType === 'ImportFrom')) return true;
  const calls = around.body.flatMap((each) => allNodes(each)).filter((node) => node.nodeType === 'Call');
  return calls.length > 0 && calls.every((call) => CLEANS.test(calledName(call)));
}

const CLEANS =
  /^(?:remove|unlink|rmtree|rmdir|close|release|empty_cache|ipc_collect|collect|cleanup|clear|delete|del_.{0,20}|kill|terminate|exists|isfile|join|synchronize|enable_\w{1,60}|disable_\w{1,60}|set_\w{1,60}|get|print)$/;
