/** `except Exception` that neither raises nor logs a traceback: the cause is gone when somebody looks for it. */
import type { Check } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import { allNodes, calledName, dottedName, keyword, type Of, ownNodes, parentOf } from '../../python/tree.ts';

export const check: Check = {
  level: 'consider',
  about: 'an exception is swallowed inside a GPU call',
  see: ['surface-worker-errors', 'error-hidden'],
  find: ({ program }) =>
    program.gpuCode
      .filter(({ chain }) => chain.length === 1)
      .flatMap(({ scope, module, gpu }) =>
        ownNodes(scope)
          .filter(
            (node) =>
              node.nodeType === 'ExceptHandler' &&
              isBroad(node) &&
              !tells(node) &&
              !isCleanUp(node) &&
              program.evaluator.live.isLive(node, module),
          )
          .map((node) => ({
            place: placeOf(module, node),
            message: `${gpu.name} catches every exception here and raises none: the log will hold no traceback.`,
            because: ['the handler has neither a raise nor a traceback (logger.exception, traceback.print_exc, exc_info=True)'],
          })),
      ),
};

function isBroad({ type }: Of<'ExceptHandler'>): boolean {
  const types = type?.nodeType === 'Tuple' ? type.elts : [type];
  return types.some((each) => !each || ['Exception', 'BaseException'].includes(dottedName(each)));
}

/** Whether the handler passes the exception on, or writes where it came from. */
function tells(handler: Of<'ExceptHandler'>): boolean {
  return allNodes(handler).some((node) => {
    if (node.nodeType === 'Raise') return true;
    if (node.nodeType === 'Name' || node.nodeType === 'Attribute')
      return /^(?:traceback|tb)$/.test(dottedName(node).split('.')[0] as string);
    return node.nodeType === 'Call' && (calledName(node) === 'exception' || keyword(node, 'exc_info') !== undefined);
  });
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
