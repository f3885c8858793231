/** The functions of a Space that run on the GPU, however they were decorated, and what each was told about duration and size. */
import {
  type Callable,
  calledName,
  contentsOf,
  type Def,
  isCallable,
  isDef,
  type Node,
  type Of,
  parentOf,
  scopeOf,
} from '../python/tree.ts';
import { decorated } from '../values/calls.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import type { FunctionValue, GpuOptions, Value } from '../values/value.ts';
import { type Module, type Place, placeOf } from './module.ts';
import { nameOf } from './reach.ts';

export interface GpuFunction {
  name: string;
  /** The file of the declaration; the function itself may stand in another. */
  module: Module;
  /** The expression that declares it: the decorator, or the call of `spaces.GPU`. */
  node: Node;
  /** Where a reader looks for it: the decorator over the function, or that call. */
  place: Place;
  options: GpuOptions;
  /** Null when what is wrapped is not a function of this Space: a method of something installed. */
  task: FunctionValue | null;
}

/** All GPU functions of these modules, in the order of the source. */
export function gpuFunctionsOf(evaluator: Evaluator, modules: Module[]): GpuFunction[] {
  const found = modules.filter(mentionsGpu).flatMap((module) => inModule(evaluator, module));
  const seen = new Set<unknown>();
  // Decorated twice, the first counts: so does the package.
  return found.filter(({ task, node }) => {
    const key = task?.callable ?? node;
    return !seen.has(key) && seen.add(key);
  });
}

function mentionsGpu({ lines }: Module): boolean {
  return lines.some((line) => /gpu|spaces/i.test(line));
}

function inModule(evaluator: Evaluator, module: Module): GpuFunction[] {
  const { definitions, calls } = contentsOf(module.tree);
  const decorated = definitions.filter((node) => node.decorator_list.length > 0 && isLive(evaluator, node, module));
  const given = calls.filter(({ args, keywords }) => args.length + keywords.length > 0);
  const found = [
    ...decorated.flatMap((node) => ofDecorators(evaluator, node, module)),
    ...given.flatMap((node) => ofCall(evaluator, node, module)),
  ];
  return found.sort((one, other) => (one.node.lineno ?? 0) - (other.node.lineno ?? 0));
}

function isLive(evaluator: Evaluator, node: Node, module: Module): boolean {
  return evaluator.live.isLive(node, module);
}

function ofDecorators(evaluator: Evaluator, definition: Def, module: Module): GpuFunction[] {
  const at: At = { module, frame: null };
  const task: FunctionValue = { is: 'function', callable: definition, module, frame: null, self: null };
  for (const decorator of definition.decorator_list) {
    const options = evaluator.values(decorator, at).flatMap((value) => optionsOf(evaluator, value, task))[0];
    if (options)
      return [
        {
          name: definition.name,
          ...declaration(options, decorator, module),
          place: placeOf(module, decorator),
          options,
          task,
        },
      ];
  }
  return [];
}

/** A bare name is declared where it decorates, a call where it is written; a duration that a function of the Space passes on, where that one decorates. */
function declaration(options: GpuOptions, decorator: Node, own: Module): Pick<GpuFunction, 'module' | 'node'> {
  const { node, module, duration, starred } = options;
  const isWritten = node.nodeType === 'Call' && calledName(node) !== 'getattr';
  const isInner = isCallable(scopeOf(node)) && scopeOf(node) !== scopeOf(decorator);
  const isPassedOn = isInner && (starred.duration !== null || duration?.nodeType === 'Name');
  return isWritten && !isPassedOn ? { module, node } : { module: own, node: decorator };
}

function optionsOf(evaluator: Evaluator, decorator: Value, task: FunctionValue): GpuOptions[] {
  if (decorator.is === 'gpu') return [decorator.options];
  if (decorator.is !== 'function') return [];
  return decorated(evaluator, decorator, task).flatMap((value) => {
    if (value.is === 'wrapped') return [value.options];
    // A decorator whose inner function is the decorated one.
    if (value.is !== 'function' || value.callable === task.callable || !isDef(value.callable)) return [];
    const inner = { module: value.module, frame: value.frame };
    return value.callable.decorator_list
      .flatMap((each) => evaluator.values(each, inner))
      .flatMap((each) => (each.is === 'gpu' ? [each.options] : []));
  });
}

/** `spaces.GPU(fn)` anywhere: assigned, handed to Gradio, in a list. */
function ofCall(evaluator: Evaluator, call: Of<'Call'>, module: Module): GpuFunction[] {
  if (isDef(parentOf(call)) || !isLive(evaluator, call, module)) return [];
  const callee = evaluator.values(call.func, { module, frame: null });
  if (!callee.some(({ is }) => is === 'gpu')) return [];
  return evaluator.values(call, { module, frame: null }).flatMap((value) => {
    if (value.is !== 'wrapped' || value.task.is === 'unknown') return [];
    const task = value.task.is === 'function' ? value.task : null;
    return [
      { name: task ? nameOf(task.callable) : 'function', module, node: call, place: placeOf(module, call), options: value.options, task },
    ];
  });
}

/** Whether calling this value runs a GPU function. */
export function isGpuValue(value: Value, callables: ReadonlySet<Callable>): boolean {
  return value.is === 'wrapped' || (value.is === 'function' && callables.has(value.callable));
}
