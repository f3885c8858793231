/** Processes that a GPU call starts: the worker is a daemon, and a daemon may have no children. */
import type { Check, Edit, Found } from '../../check.ts';
import { replaceNode } from '../../edit.ts';
import { asksWhetherThere } from '../../program/liveness.ts';
import { placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import { callsIn } from '../../program/reach.ts';
import { allNodes, calledName, type Expr, keyword, type Node, type Of, parentOf } from '../../python/tree.ts';
import { pathOf } from '../../values/calls.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { onlyLiteral } from '../../values/value.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'a GPU call starts processes',
  see: ['threads-not-processes', 'daemonic-children'],
  find: ({ program: { evaluator, gpuCode } }) =>
    gpuCode.flatMap((body) => {
      const started = callsIn(evaluator, body).flatMap((call) => startedBy(evaluator, call, body) ?? []);
      const calls = new Set<Node>(started.map(({ call }) => call));
      // Where each way through a condition starts one, the condition is no switch.
      const isNoSwitch = (test: Expr) => asksWhetherThere(test) || startsInEachArm(parentOf(test), calls);
      return started
        .filter(({ call }) => body.isCertain && !evaluator.live.isSwitched(call, body.module, isNoSwitch))
        .map((each) => found(each, body));
    }),
};

const STARTS =
  /^(?:torch\.multiprocessing|multiprocessing|multiprocess|concurrent\.futures(?:\.process)?)\b.{0,80}\b(?:Process|Pool|ProcessPoolExecutor|spawn)$/;

interface Started {
  call: Of<'Call'>;
  /** As people say it: `Process`, `a DataLoader with num_workers=4`. */
  what: string;
  /** The number that a DataLoader is told. */
  workers: Expr | null;
}

/** What a call starts: null when it starts no processes. */
function startedBy(evaluator: Evaluator, call: Of<'Call'>, { module, frame }: GpuBody): Started | null {
  const at = { module, frame };
  const workers = calledName(call) === 'DataLoader' ? keyword(call, 'num_workers') : undefined;
  const count = workers && onlyLiteral(evaluator.values(workers, at))?.literal;
  if (workers && typeof count === 'number' && count > 0) return { call, what: `a DataLoader with num_workers=${count}`, workers };
  const path = evaluator
    .values(call.func, at)
    .map(pathOf)
    .find((each) => STARTS.test(each));
  return path === undefined ? null : { call, what: path.split('.').at(-1) as string, workers: null };
}

function startsInEachArm(condition: Node | undefined, calls: ReadonlySet<Node>): boolean {
  if (condition?.nodeType === 'IfExp') return [condition.body, condition.orelse].every((arm) => startsIn([arm], calls));
  return condition?.nodeType === 'If' && [condition.body, condition.orelse].every((arm) => startsIn(arm, calls));
}

function startsIn(arm: readonly Node[], calls: ReadonlySet<Node>): boolean {
  return arm.some((node) => (node.nodeType === 'If' ? startsInEachArm(node, calls) : allNodes(node).some((each) => calls.has(each))));
}

function found({ call, what, workers }: Started, { module, chain, gpu }: GpuBody): Found {
  const edit: Edit | null = workers && replaceNode(module, workers, '0');
  return {
    place: placeOf(module, call),
    message: `${gpu.name} starts ${what}: the GPU worker is a daemon process, which cannot have children.`,
    because: [[...chain, calledName(call)].join(' → '), 'Python raises "daemonic processes are not allowed to have children"'],
    fix: edit && { title: 'Load in the worker itself', edits: [edit] },
  };
}
