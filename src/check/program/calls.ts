/** What a call gives: an object of a local class, what a local function returns, an answer that ZeroGPU always gives, the decorator. */
import { type Callable, type Expr, keyword, type Of, ownNodes } from '../python/tree.ts';
import { answerOf, environmentValue, isPreinstalled } from './environment.ts';
import { type At, type Evaluator, externalValue } from './evaluate.ts';
import { joinPath } from './operators.ts';
import { scopeFor } from './scope.ts';
import {
  type Frame,
  type FunctionValue,
  type GpuOptions,
  type Literal,
  literal,
  onlyLiteral,
  onlyText,
  UNKNOWN,
  type Value,
} from './value.ts';

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
  const literalMethod = func.nodeType === 'Attribute' ? textMethod(evaluator, call, func, at) : null;
  if (literalMethod) return literalMethod;
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

const GPU_KEYWORDS = new Set(['duration', 'size', 'task']);

/** `spaces.GPU(fn)` wraps; without a function it is the decorator with options: `spaces.GPU(duration=60)`, `spaces.GPU(60)`. */
function gpuCall(evaluator: Evaluator, options: GpuOptions, call: Of<'Call'>, at: At): Value[] {
  const told = withArguments(evaluator, options, call, at);
  const task = call.args[0] ?? keyword(call, 'task');
  if (!task || task.nodeType === 'Starred') return [{ is: 'gpu', options: told }];
  return evaluator.values(task, at).map((value): Value => {
    if (value.is === 'literal')
      return { is: 'gpu', options: typeof value.literal === 'string' ? { ...told, size: task } : { ...told, duration: task } };
    return { is: 'wrapped', task: value, options: told };
  });
}

function withArguments(evaluator: Evaluator, options: GpuOptions, call: Of<'Call'>, at: At): GpuOptions {
  const given = { ...options, node: call, module: at.module, frame: at.frame };
  const stars = call.keywords.filter(({ arg }) => !arg);
  const dictionaries = stars.flatMap(({ value }) => evaluator.values(value, at));
  const fromStars = (name: string) => starred(dictionaries, name);
  return {
    ...given,
    duration: keyword(call, 'duration') ?? options.duration,
    size: keyword(call, 'size') ?? options.size,
    unknown: [...options.unknown, ...call.keywords.filter(({ arg }) => arg && !GPU_KEYWORDS.has(arg))],
    isOpen: options.isOpen || (stars.length > 0 && fromStars('duration') !== false),
  };
}

/** Whether a `**dictionary` may hold this key: false when it is known and does not. */
function starred(dictionaries: Value[], name: string): boolean {
  return dictionaries.some(
    (each) => each.is !== 'list' || !each.keys || each.keys.some((key) => onlyText(key) === name || !onlyLiteral(key)),
  );
}

function namedOf(evaluator: Evaluator, call: Of<'Call'>, at: At): Map<string, Value[]> {
  return new Map(call.keywords.flatMap(({ arg, value }) => (arg ? [[arg, evaluator.values(value, at)] as const] : [])));
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
  return parameters;
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

function externalCall(evaluator: Evaluator, path: string, call: Of<'Call'>, at: At): Value[] {
  const answer = answerOf(path);
  if (answer) return [answer];
  const known = Object.hasOwn(KNOWN, path) ? KNOWN[path] : undefined;
  return known?.(evaluator, call, at) ?? [{ is: 'result', path, call, module: at.module }];
}

/** The value of `os.environ[NAME]` and its likes. */
export function environmentItem(evaluator: Evaluator, name: Expr, fallback: Value[], at: At): Value[] {
  return environmentValue(onlyText(evaluator.values(name, at)), fallback);
}

type Known = (evaluator: Evaluator, call: Of<'Call'>, at: At) => Value[] | null;

const getenv: Known = (evaluator, call, at) => {
  const [name, fallback] = [call.args[0] ?? keyword(call, 'key'), call.args[1] ?? keyword(call, 'default')];
  return name ? environmentItem(evaluator, name, fallback ? evaluator.values(fallback, at) : [literal(null)], at) : [UNKNOWN];
};

/** A conversion or a sum over literals; unknown as soon as one argument is. */
function onLiterals(of: (given: Literal[]) => Literal | undefined): Known {
  return (evaluator, call, at) => {
    if (call.keywords.length > 0) return [UNKNOWN];
    const given = call.args.map((each) => onlyLiteral(evaluator.values(each, at)));
    if (given.some((each) => each === undefined)) return [UNKNOWN];
    const result = of(given.map((each) => (each as { literal: Literal }).literal));
    return [result === undefined ? UNKNOWN : literal(result, given.find((each) => each?.assumed)?.assumed)];
  };
}

function numeric(of: (numbers: number[]) => number): Known {
  return onLiterals((given) => (given.length > 0 && given.every((each) => typeof each === 'number') ? of(given) : undefined));
}

function converted(of: (text: string) => number): Known {
  return onLiterals(([value]) => {
    const number = typeof value === 'string' ? of(value) : Number(value);
    return value === null || value === undefined || !Number.isFinite(number) ? undefined : number;
  });
}

const texts = (of: (parts: string[]) => string): Known =>
  onLiterals((given) => (given.every((each) => typeof each === 'string') ? of(given) : undefined));

const firstArgument: Known = (evaluator, call, at) => (call.args[0] ? evaluator.values(call.args[0], at) : [UNKNOWN]);

const SECONDS: ReadonlyMap<string, number> = new Map(
  Object.entries({ days: 86_400, hours: 3600, minutes: 60, seconds: 1, weeks: 604_800 }),
);

/** A timedelta is kept as its seconds, which is what the decorator makes of it. */
const timedelta: Known = (evaluator, call, at) => {
  const parts = call.keywords.map(({ arg, value }) => ({
    unit: SECONDS.get(arg ?? ''),
    amount: onlyLiteral(evaluator.values(value, at))?.literal,
  }));
  if (call.args.length > 0 || parts.some(({ unit, amount }) => unit === undefined || typeof amount !== 'number')) return [UNKNOWN];
  return [literal(parts.reduce((sum, { unit, amount }) => sum + (unit as number) * (amount as number), 0))];
};

/** `partial(spaces.GPU, duration=60)` is the decorator, `partial(fn, x)` is still the function. */
const partial: Known = (evaluator, call, at) => {
  const [first] = call.args;
  if (!first) return [UNKNOWN];
  const rest: Of<'Call'> = { ...call, args: call.args.slice(1) };
  return evaluator
    .values(first, at)
    .map((value) =>
      value.is === 'gpu' ? { is: 'gpu', options: { ...withArguments(evaluator, value.options, rest, at), node: call } } : value,
    );
};

/** `getattr(spaces, "GPU", fallback)`. */
const getattr: Known = (evaluator, call, at) => {
  const [object, name, fallback] = call.args;
  const text = name && onlyText(evaluator.values(name, at));
  if (!object || text === undefined) return [UNKNOWN];
  const found = evaluator.values(object, at).flatMap((value) => evaluator.attribute(value, text, call, at));
  return found.length > 0 || !fallback ? found : evaluator.values(fallback, at);
};

const findSpec: Known = (evaluator, call, at) => {
  const name = call.args[0] && onlyText(evaluator.values(call.args[0], at));
  return [name && isPreinstalled(name) ? literal(true) : UNKNOWN];
};

const importModule: Known = (evaluator, call, at) => {
  const name = call.args[0] && onlyText(evaluator.values(call.args[0], at));
  return [name ? externalValue(name, call, at) : UNKNOWN];
};

const KNOWN: Record<string, Known> = {
  'os.getenv': getenv,
  'os.environ.get': getenv,
  'builtins.int': converted((text) => Math.trunc(Number(text))),
  'builtins.float': converted(Number),
  'builtins.str': onLiterals(([value]) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)),
  'builtins.bool': onLiterals(([value]) => Boolean(value)),
  'builtins.min': numeric((numbers) => Math.min(...numbers)),
  'builtins.max': numeric((numbers) => Math.max(...numbers)),
  'builtins.round': numeric(([first]) => Math.round(first as number)),
  'builtins.abs': numeric(([first]) => Math.abs(first as number)),
  'math.ceil': numeric(([first]) => Math.ceil(first as number)),
  'math.floor': numeric(([first]) => Math.floor(first as number)),
  'datetime.timedelta': timedelta,
  'torch.device': firstArgument,
  'typing.cast': (evaluator, call, at) => (call.args[1] ? evaluator.values(call.args[1], at) : [UNKNOWN]),
  'pathlib.Path': texts(joinPath),
  'os.path.join': texts(joinPath),
  'os.path.abspath': texts(([path]) => path ?? ''),
  'os.path.realpath': texts(([path]) => path ?? ''),
  'functools.partial': partial,
  'builtins.getattr': getattr,
  'importlib.util.find_spec': findSpec,
  'importlib.import_module': importModule,
  'builtins.__import__': importModule,
};

const TEXT_METHODS: Record<string, (text: string) => Literal> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
  title: (text) => text,
  as_posix: (text) => text,
  resolve: (text) => text,
};

function textMethod(evaluator: Evaluator, { args }: Of<'Call'>, { value, attr }: Of<'Attribute'>, at: At): Value[] | null {
  const own = Object.hasOwn(TEXT_METHODS, attr) && args.length === 0;
  const isTest = attr === 'startswith' || attr === 'endswith';
  if (!own && !isTest && attr !== 'get') return null;
  const found = evaluator.values(value, at);
  if (attr === 'get') return dictionaryItem(evaluator, found, args, at);
  const text = onlyLiteral(found);
  if (typeof text?.literal !== 'string') return null;
  if (own) return [literal((TEXT_METHODS[attr] as (text: string) => Literal)(text.literal), text.assumed)];
  const part = args[0] && onlyText(evaluator.values(args[0], at));
  if (part === undefined) return [UNKNOWN];
  return [literal(attr === 'startswith' ? text.literal.startsWith(part) : text.literal.endsWith(part), text.assumed)];
}

/** `dictionary.get(key, default)` of a dictionary that is written out. */
function dictionaryItem(evaluator: Evaluator, found: Value[], args: Expr[], at: At): Value[] | null {
  const [only] = found;
  if (found.length !== 1 || only?.is !== 'list' || !only.keys || !args[0]) return null;
  const key = onlyLiteral(evaluator.values(args[0], at))?.literal;
  const index = only.keys.findIndex((each) => onlyLiteral(each)?.literal === key);
  if (key !== undefined && index >= 0) return only.items[index] as Value[];
  const fallback = args[1] ? evaluator.values(args[1], at) : [];
  return key === undefined ? [...only.items.flat(), ...fallback] : fallback.length > 0 ? fallback : [literal(null)];
}
