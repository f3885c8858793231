/** What of a Space is Gradio: where it is launched, how its queue is set, its errors. */

import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import { type Body, callsIn } from '../program/reach.ts';
import { calledName, type Of } from '../python/tree.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import type { Value } from '../values/value.ts';

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

/** Whether an exception is Gradio's own, whose text reaches the visitor. */
export function isGradioError(evaluator: Evaluator, value: Value, at: At): boolean {
  if (value.is === 'external') return /^gradio\.(?:exceptions\.)?Error$/.test(value.path);
  if (value.is !== 'class') return false;
  return value.node.bases
    .flatMap((base) => evaluator.values(base, at))
    .some((base) => base !== value && isGradioError(evaluator, base, at));
}
