/** What of a Space is Gradio: where it is launched, how its queue is set, its errors. */

import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import { type Body, callsIn } from '../program/reach.ts';
import { calledName, contentsOf, dottedName, type Of, ownNodes } from '../python/tree.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import { onlyText, type Value } from '../values/value.ts';

export interface Located {
  call: Of<'Call'>;
  body: Body;
}

/** The calls of `.launch()` or `.queue()` on a Gradio app, in the order in which they are reached. */
export function appCalls({ evaluator, allCode }: Program, method: 'launch' | 'queue'): Located[] {
  return allCode.flatMap((body) =>
    callsIn(evaluator, body)
      .filter((call) => call.func.nodeType === 'Attribute' && call.func.attr === method && isApp(evaluator, call.func, body))
      .map((call) => ({ call, body })),
  );
}

function isApp(evaluator: Evaluator, { value }: Of<'Attribute'>, { module, frame }: Body): boolean {
  const values = evaluator.values(value, { module, frame });
  if (values.some(isGradioApp)) return true;
  return values.every(({ is }) => is === 'unknown' || is === 'part' || is === 'instance') && importsGradio(module);
}

function isGradioApp(value: Value): boolean {
  return value.is === 'result' && value.path.startsWith('gradio.');
}

function importsGradio({ tree }: Module): boolean {
  return tree.body.some((node) => node.nodeType === 'Import' && node.names.some(({ name }) => name.split('.')[0] === 'gradio'));
}

/** Whether somewhere the app is handed to FastAPI instead of being launched. */
export function isMounted({ evaluator, allCode }: Program): boolean {
  return allCode.some((body) => callsIn(evaluator, body).some((call) => calledName(call) === 'mount_gradio_app'));
}

/** Whether anything in these files serves an app, reached or not. */
export function isServed({ modules }: Program): boolean {
  return modules.some(({ tree }) =>
    contentsOf(tree).calls.some((call) => SERVES.has(calledName(call)) || dottedName(call.func) === 'uvicorn.run'),
  );
}

const SERVES = new Set(['launch', 'mount_gradio_app']);

/** Whether what is launched is `gradio.Server()`: a FastAPI app, whose queue nobody can set. */
export function isServer({ evaluator }: Program, { call, body }: Located): boolean {
  const values = call.func.nodeType === 'Attribute' ? evaluator.values(call.func.value, body) : [];
  return values.some((value) => value.is === 'result' && /^gradio\.(?:server\.)?Server$/.test(value.path));
}

/** Whether the app writes another word into the variable by which Gradio knows ZeroGPU: it compares with "true". */
export function hidesZeroGpu({ evaluator, startCode }: Program): boolean {
  return startCode.some((body) =>
    ownNodes(body.scope).some((node) => {
      const [target] = node.nodeType === 'Assign' ? node.targets : [];
      if (node.nodeType !== 'Assign' || target?.nodeType !== 'Subscript' || dottedName(target.value) !== 'os.environ') return false;
      if (onlyText(evaluator.values(target.slice, body)) !== 'SPACES_ZERO_GPU' || !evaluator.live.isLive(node, body.module)) return false;
      return (onlyText(evaluator.values(node.value, body)) ?? 'true') !== 'true';
    }),
  );
}

/** Whether an exception is Gradio's own, whose text reaches the visitor. */
export function isGradioError(evaluator: Evaluator, value: Value, at: At): boolean {
  if (value.is === 'external') return /^gradio\.(?:exceptions\.)?Error$/.test(value.path);
  if (value.is !== 'class') return false;
  return value.node.bases
    .flatMap((base) => evaluator.values(base, at))
    .some((base) => base !== value && isGradioError(evaluator, base, at));
}
