/** `async def` under the decorator: spaces raises NotImplementedError when it decorates. */
import type { Check, Found } from '../../check.ts';
import type { GpuFunction } from '../../program/gpu-functions.ts';
import { placeOf } from '../../program/module.ts';
import { ownNodes } from '../../python/tree.ts';

export const check: Check = {
  level: 'fails',
  about: 'a GPU function is async',
  see: ['async-functions', 'async-function'],
  find: ({ program }) => program.gpu.flatMap((gpu) => found(gpu) ?? []),
};

function found({ name, task }: GpuFunction): Found | null {
  if (task?.callable.nodeType !== 'AsyncFunctionDef') return null;
  const { callable, module } = task;
  const line = module.lines[callable.lineno - 1] ?? '';
  const waits = ownNodes(callable).some(({ nodeType }) => nodeType === 'Await' || nodeType === 'AsyncFor' || nodeType === 'AsyncWith');
  const edit = { file: module.path, line: callable.lineno, count: 1, lines: [line.replace(/\basync\s{1,20}def\b/, 'def')] };
  return {
    place: placeOf(module, callable),
    message: `${name} is async, but spaces.GPU takes only plain functions and generators: the app stops at the decorator.`,
    because: ['the decorator raises NotImplementedError for a coroutine function (source of spaces 0.51.3)'],
    fix: waits || edit.lines[0] === line ? null : { title: 'It awaits nothing: make it a plain function', edits: [edit] },
  };
}
