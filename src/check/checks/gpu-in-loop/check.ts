/** A GPU call in a loop of an undecorated function, or for each tick of a stream: every round queues and books anew. */
import type { Check, Found } from '../../check.ts';
import { isGpuValue } from '../../program/gpu-functions.ts';
import { type Module, placeOf } from '../../program/module.ts';
import type { Program } from '../../program/program.ts';
import { callsIn, nameOf } from '../../program/reach.ts';
import {
  blockOf,
  calledName,
  type Expr,
  isCallable,
  isLoop,
  keyword,
  type Node,
  type Of,
  parentOf,
  type Statement,
} from '../../python/tree.ts';
import { truth } from '../../values/value.ts';

export const check: Check = {
  level: 'costs',
  about: 'a GPU function is called in each round of a loop',
  see: ['decorate-outer-loop', 'queue-priority', 'explicit-duration'],
  find: ({ program }) => {
    const { evaluator, allCode, gpuCode, gpuCallables } = program;
    const onGpu = new Set(gpuCode.map(({ scope }) => scope));
    return allCode.flatMap((body): Found[] => {
      // Inside a GPU call another one runs at once, without a booking of its own.
      if (onGpu.has(body.scope)) return [];
      return callsIn(evaluator, body).flatMap((call) => {
        const callees = evaluator.values(call.func, { module: body.module, frame: body.frame });
        const name = callees.flatMap((each) => (isGpuValue(each, gpuCallables) ? [calledName(call)] : []))[0];
        if (name !== undefined) return looped(call) && isCallable(body.scope) ? [inLoop(call, name, nameOf(body.scope), body.module)] : [];
        const ticking = ticked(program, call, body.module);
        return ticking ? [ticking] : [];
      });
    });
  },
};

/** In the body of a loop or of a comprehension. What a loop goes over is called once, and so is what it returns. */
function looped(node: Node): boolean {
  let child = node;
  for (let parent = parentOf(node); parent && !isCallable(child); child = parent, parent = parentOf(parent)) {
    if (child.nodeType === 'Return') return false;
    if (isLoop(parent) && blockOf(child)?.list === parent.body) return !parent.body.some(endsLoop);
    if (COMPREHENSIONS.has(parent.nodeType) && child.nodeType !== 'Comprehension') return true;
  }
  return false;
}

/** A loop that is left in its first round is none. */
function endsLoop({ nodeType }: Statement): boolean {
  return nodeType === 'Return' || nodeType === 'Break' || nodeType === 'Raise';
}

const COMPREHENSIONS = new Set(['ListComp', 'SetComp', 'DictComp', 'GeneratorExp']);

function inLoop(call: Of<'Call'>, name: string, caller: string, module: Module): Found {
  return {
    place: placeOf(module, call),
    message: `${caller} calls ${name} in a loop: every round queues for a GPU and books the whole duration.`,
    because: [`${caller} is not decorated, ${name} is`, 'decorate the function with the loop: then one booking covers all rounds'],
  };
}

const EVENTS = new Set(['stream']);

/** `audio.stream(gpu_function, …)`, `gr.Interface(gpu_function, live=True)`, `demo.load(gpu_function, every=1)`. */
function ticked({ evaluator, gpuCallables }: Program, call: Of<'Call'>, module: Module): Found | null {
  const at = { module, frame: null };
  const handler: Expr | undefined = keyword(call, 'fn') ?? call.args[0];
  if (!handler || !['Name', 'Attribute', 'Call'].includes(handler.nodeType)) return null;
  const live = keyword(call, 'live');
  const every = keyword(call, 'every');
  const how = EVENTS.has(calledName(call))
    ? 'stream'
    : live && truth(evaluator.values(live, at)) === true
      ? 'live=True'
      : every
        ? 'every='
        : null;
  if (!how || !evaluator.values(handler, at).some((value) => isGpuValue(value, gpuCallables))) return null;
  const name = handler.nodeType === 'Name' ? handler.id : 'A GPU function';
  return {
    place: placeOf(module, call),
    message: `${name} is called on every tick (${how}): each one queues for a GPU and books the whole duration.`,
    because: ['a GPU call is booked before it runs, however short it is'],
  };
}
