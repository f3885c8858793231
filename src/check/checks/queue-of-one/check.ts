/** An app whose queue has no length: on ZeroGPU Gradio makes it one, and the second who waits is refused. */
import type { Check, Edit, Found } from '../../check.ts';
import { insertBehind } from '../../edit.ts';
import { appCalls, hidesZeroGpu, isMounted, isServer, type Located } from '../../libraries/gradio.ts';
import { placeOf } from '../../program/module.ts';
import { hasDoubleStar, keyword } from '../../python/tree.ts';
import type { Space } from '../../space/space.ts';

/** Long enough for a demo, short enough that a visitor's token lives through it. */
const LENGTH = 20;

export const check: Check = {
  level: 'costs',
  about: 'the queue holds one visitor',
  see: ['queue-length-one', 'queue-full', 'concurrency-by-default'],
  find: (space) => {
    const { program } = space;
    const launches = appCalls(program, 'launch').filter((each) => !isServer(program, each));
    const queues = appCalls(program, 'queue');
    if (isMounted(program) || hidesZeroGpu(program) || queues.some((each) => setsLength(each, space))) return [];
    // Where several files are apps, each has a queue of its own.
    return program.mains.flatMap((main) => {
      const own = (all: Located[]) => all.filter(({ body }) => body.module === main || program.mains.length === 1);
      const [launch] = own(launches);
      return launch ? [found(launch, own(queues).at(-1))] : [];
    });
  },
};

function setsLength({ call, body }: Located, { program: { evaluator } }: Space): boolean {
  const given = keyword(call, 'max_size');
  const values = given ? evaluator.values(given, { module: body.module, frame: body.frame }) : [];
  return hasDoubleStar(call) || (given !== undefined && !values.every((each) => each.is === 'literal' && each.literal === null));
}

function found(launch: Located, queue: Located | undefined): Found {
  const { call, body } = queue ?? launch;
  const edit = queue ? lengthened(queue) : queued(launch);
  return {
    place: placeOf(body.module, call.func.nodeType === 'Attribute' ? lastPart(call) : call),
    message: `${queue ? 'queue() sets no max_size' : 'The app is launched without queue(max_size=…)'}: on ZeroGPU one visitor may wait, the next is refused.`,
    because: ['when max_size is not set, Gradio sets it to 1 on ZeroGPU (Gradio, since 3.40)'],
    fix: edit && { title: `Let ${LENGTH} visitors wait`, edits: [edit] },
  };
}

/** The place of `.launch` in a chain that goes over several lines. */
function lastPart(call: Located['call']): Located['call']['func'] {
  const { func } = call;
  return func.nodeType === 'Attribute' && func.value.end_lineno !== func.end_lineno
    ? { ...func, lineno: func.end_lineno ?? func.lineno, col_offset: Math.max(0, (func.end_col_offset ?? 0) - func.attr.length) }
    : func;
}

function lengthened({ call, body }: Located): Edit | null {
  const isEmpty = call.args.length + call.keywords.length === 0;
  return insertBehind(body.module, call.func, `max_size=${LENGTH}${isEmpty ? '' : ', '}`, 1);
}

function queued({ call, body }: Located): Edit | null {
  return call.func.nodeType === 'Attribute' ? insertBehind(body.module, call.func.value, `.queue(max_size=${LENGTH})`) : null;
}
