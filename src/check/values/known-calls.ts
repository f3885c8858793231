/** What calls of Python's own functions and of some libraries give: environment variables, conversions, sums, paths, partial. */
import { type Expr, keyword, type Of } from '../python/tree.ts';
import { answerOf, environmentValue, isPreinstalled } from './environment.ts';
import type { At, Evaluator } from './evaluate.ts';
import { externalValue, withArguments } from './gpu-options.ts';
import { joinPath } from './operators.ts';
import { type Literal, literal, onlyLiteral, onlyText, UNKNOWN, type Value } from './value.ts';

/** The values of a call of something installed. */
export function externalCall(evaluator: Evaluator, path: string, call: Of<'Call'>, at: At): Value[] {
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
  'builtins.min': numeric((numbers) => numbers.reduce((one, other) => Math.min(one, other))),
  'builtins.max': numeric((numbers) => numbers.reduce((one, other) => Math.max(one, other))),
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

/** A method of a text or of a dictionary that is written out; null for any other. */
export function literalMethod(evaluator: Evaluator, { args }: Of<'Call'>, { value, attr }: Of<'Attribute'>, at: At): Value[] | null {
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
  if (found.length !== 1 || only?.is !== 'list' || !only.keys?.length || !args[0]) return null;
  const key = onlyLiteral(evaluator.values(args[0], at))?.literal;
  const index = only.keys.findIndex((each) => onlyLiteral(each)?.literal === key);
  if (key !== undefined && index >= 0) return only.items[index] as Value[];
  const fallback = args[1] ? evaluator.values(args[1], at) : [literal(null)];
  const isKnown = key !== undefined && only.keys.every((each) => onlyLiteral(each) !== undefined);
  return isKnown ? fallback : [...only.items.flat(), ...fallback];
}
