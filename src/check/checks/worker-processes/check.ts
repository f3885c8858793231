/** Processes that a GPU call starts: the worker is a daemon, and a daemon may have no children. */
import type { Check, Edit, Found } from '../../check.ts';
import { replaceNode } from '../../edit.ts';
import { placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import { callsIn } from '../../program/reach.ts';
import { calledName, keyword, type Of } from '../../python/tree.ts';
import { pathOf } from '../../values/calls.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { onlyLiteral } from '../../values/value.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'a GPU call starts processes',
  see: ['threads-not-processes', 'daemonic-children'],
  find: ({ program: { evaluator, gpuCode } }) =>
    gpuCode.flatMap((body) => callsIn(evaluator, body).flatMap((call) => found(evaluator, call, body) ?? [])),
};

const STARTS =
  /^(?:torch\.multiprocessing|multiprocessing|multiprocess|concurrent\.futures(?:\.process)?)\b.{0,80}\b(?:Process|Pool|ProcessPoolExecutor|spawn)$/;

function found(evaluator: Evaluator, call: Of<'Call'>, { module, frame, chain, gpu, isCertain }: GpuBody): Found | null {
  const at = { module, frame };
  const path = evaluator
    .values(call.func, at)
    .map(pathOf)
    .find((each) => STARTS.test(each));
  const workers = keyword(call, 'num_workers');
  const count = workers && calledName(call) === 'DataLoader' ? onlyLiteral(evaluator.values(workers, at))?.literal : undefined;
  const loads = typeof count === 'number' && count > 0;
  if ((!path && !loads) || !isCertain || evaluator.live.isSwitched(call, module)) return null;
  const edit: Edit | null = loads && workers ? replaceNode(module, workers, '0') : null;
  const what = loads ? `a DataLoader with num_workers=${count}` : (path?.split('.').at(-1) as string);
  return {
    place: placeOf(module, call),
    message: `${gpu.name} starts ${what}: the GPU worker is a daemon process, which may have no children.`,
    because: [[...chain, calledName(call)].join(' → '), 'Python raises "daemonic processes are not allowed to have children"'],
    fix: edit && { title: 'Load in the worker itself', edits: [edit] },
  };
}
