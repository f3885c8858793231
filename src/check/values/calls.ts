/** What a call gives: an object of a local class, what a local function returns, an answer that ZeroGPU always gives, the decorator. */
import { type Callable, type Expr, keyword, type Of, ownNodes } from '../python/tree.ts';
import type { At, Evaluator } from './evaluate.ts';
import { withArguments } from './gpu-options.ts';
import { externalCall, literalMethod } from './known-calls.ts';
import { scopeFor } from './scope.ts';
import { type Frame, type FunctionValue, type GpuOptions, type Literal, literal, UNKNOWN, type Value } from './value.ts';

/** Methods that give the object itself: `model.to("cuda").eval()` is still the model. */
const GIVES_ITSELF = new Set('to cuda cpu eval train half float double bfloat16 requires_grad_ share_memory queue'.split(' '));

/** Calls through which a function returns are followed to this depth. */
const DEEPEST_CALL = 6;

/** The values of a call. */
export function callValues(evaluator: Evaluator, call: Of<'Call'>, at: At): Value[] {
  const { func } = call;
  if (func.nodeType === 'Attribute' && GIVES_ITSELF.has(func.attr)) {
    const self = evaluator.values(func.value, at);
    if (self.every((each) => each.is !== 'external' && each.is !== 'class' && each.is !== 'module')) return self;
  }
  const ofLiteral = func.nodeType === 'Attribute' ? literalMethod(evaluator, call, func, at) : null;
  if (ofLiteral) return ofLiteral;
  return evaluator.values(func, at).flatMap((callee) => callOf(evaluator, callee, call, at));
}

function callOf(evaluator: Evaluator, callee: Value, call: Of<'Call'>, at: At): Value[] {
  switch (callee.is) {
    case 'gpu':
      return gpuCall(evaluator, callee.options, call, at);
    case 'external':
      return externalCall(evaluator, callee.path, call, at);
    case 'class':
      return [{ is: 'instance', node: callee.node, module: callee.module, call }];
    case 'function':
      return returned(evaluator, callee, functionFrame(evaluator, callee, call, at));
    case 'wrapped':
      return callOf(evaluator, callee.task, call, at);
    case 'result':
    case 'part':
      return [{ is: 'result', path: pathOf(callee), call, module: at.module }];
    default:
      return [UNKNOWN];
  }
}

/** The full name of something installed, or of a part of what it gave. */
export function pathOf(value: Value): string {
  if (value.is === 'external' || value.is === 'result') return value.path;
  return value.is === 'part' ? `${pathOf(value.of)}().${value.name}` : '';
}

/** `spaces.GPU(fn)` wraps; without a function it is the decorator with options: `spaces.GPU(duration=60)`, `spaces.GPU(60)`. */
function gpuCall(evaluator: Evaluator, options: GpuOptions, call: Of<'Call'>, at: At): Value[] {
  const told = withArguments(evaluator, options, call, at);
  const task = call.args[0] ?? keyword(call, 'task');
  const tasks = task ? (task.nodeType === 'Starred' ? firstOf(evaluator.values(task.value, at)) : evaluator.values(task, at)) : [];
  if (!task || tasks.length === 0) return [{ is: 'gpu', options: told }];
  return tasks.map((value): Value => {
    if (value.is === 'literal')
      return { is: 'gpu', options: typeof value.literal === 'string' ? { ...told, size: task } : { ...told, duration: task } };
    return { is: 'wrapped', task: value, options: told };
  });
}

/** The first item of what stands behind `*`; nothing when that is empty or not known. */
function firstOf(lists: Value[]): Value[] {
  return lists.flatMap((list) => (list.is === 'list' && !list.keys ? (list.items[0] ?? []) : []));
}

/** Stands for the names behind a `**` in a call. */
const STARS = '**';

function namedOf(evaluator: Evaluator, call: Of<'Call'>, at: At): Map<string, Value[]> {
  return new Map(call.keywords.map(({ arg, value }) => (arg ? [arg, evaluator.values(value, at)] : [STARS, [UNKNOWN]])));
}

/** What a decorator that is a local function makes of `task`. */
export function decorated(evaluator: Evaluator, decorator: FunctionValue, task: FunctionValue): Value[] {
  const parameters = parametersOf(decorator, [[task]], new Map());
  return returned(evaluator, decorator, { callable: decorator.callable, parameters, around: decorator.frame });
}

/** The arguments of a call as the called function sees them. */
export function functionFrame(evaluator: Evaluator, callee: FunctionValue, call: Of<'Call'>, at: At): Frame {
  const given = call.args.map((each) => (each.nodeType === 'Starred' ? [UNKNOWN] : evaluator.values(each, at)));
  return { callable: callee.callable, parameters: parametersOf(callee, given, namedOf(evaluator, call, at)), around: callee.frame };
}

/** What a local function returns for these arguments. */
export function returned(evaluator: Evaluator, { callable, module }: FunctionValue, frame: Frame): Value[] {
  if (depthOf(frame) > DEEPEST_CALL) return [UNKNOWN];
  if (callable.nodeType === 'Lambda') return evaluator.values(callable.body, { module, frame });
  return returnsOf(callable)
    .filter((each) => evaluator.live.isLive(each, module))
    .flatMap(({ value }) => (value ? evaluator.values(value, { module, frame }) : [literal(null)]));
}

function returnsOf(callable: Callable): Of<'Return'>[] {
  return ownNodes(callable).filter((node) => node.nodeType === 'Return');
}

/** The parameters that the arguments, or else the defaults, bind. */
function parametersOf({ callable, self }: FunctionValue, given: Value[][], named: Map<string, Value[]>): Map<string, Value[]> {
  const parameters = new Map<string, Value[]>();
  const positional = self ? [[self], ...given] : given;
  for (const [name, bindings] of scopeFor(callable).bindings) {
    const [binding] = bindings;
    if (binding?.how !== 'parameter') continue;
    const value = named.get(name) ?? positional[binding.position] ?? (binding.default ? constantDefault(binding.default) : undefined);
    if (value) parameters.set(name, value);
  }
  const { vararg, kwarg } = callable.args;
  if (vararg) parameters.set(vararg.arg, [{ is: 'list', items: positional.slice(positionsOf(callable)), keys: null }]);
  if (kwarg) parameters.set(kwarg.arg, [remaining(callable, named)]);
  return parameters;
}

function positionsOf({ args }: Callable): number {
  return args.posonlyargs.length + args.args.length;
}

/** What `**kwargs` holds: the named arguments that no parameter takes. */
function remaining(callable: Callable, named: Map<string, Value[]>): Value {
  const bindings = scopeFor(callable).bindings;
  const rest = [...named].filter(([name]) => bindings.get(name)?.[0]?.how !== 'parameter');
  return { is: 'list', items: rest.map(([, values]) => values), keys: rest.map(([name]) => [name === STARS ? UNKNOWN : literal(name)]) };
}

/** A default is followed only where it is plain; a name in it may belong to another place. */
function constantDefault(node: Expr): Value[] | undefined {
  if (node.nodeType !== 'Constant') return undefined;
  const { value } = node;
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? [literal(value as Literal)] : undefined;
}

function depthOf(frame: Frame | null): number {
  let depth = 0;
  for (let at = frame; at; at = at.around) depth++;
  return depth;
}
