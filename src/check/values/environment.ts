/** What a ZeroGPU Space finds at run time, so that branches on it can be decided: environment variables, platform, installed packages. */
import type { Value } from './value.ts';
import { literal, UNKNOWN } from './value.ts';

/** Set on every ZeroGPU Space. The values that differ from Space to Space stand for "not empty". */
const SET: ReadonlyMap<string, string> = new Map([
  ['SPACES_ZERO_GPU', 'true'],
  ['SYSTEM', 'spaces'],
  ...['SPACE_ID', 'SPACE_HOST', 'SPACE_TITLE', 'SPACE_AUTHOR_NAME', 'SPACE_REPO_NAME', 'SPACE_CREATOR_USER_ID'].map(
    (name): [string, string] => [name, 'set'],
  ),
]);

/** Names whose value is the same on every ZeroGPU Space. `torch.cuda.is_available()` is always true there. */
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['sys.platform', literal('linux')],
  ['os.name', literal('posix')],
  ['typing.TYPE_CHECKING', literal(false)],
  ['builtins.__debug__', literal(true)],
]);

const ANSWERS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['torch.cuda.is_available', literal(true)],
  ['torch.cuda.device_count', literal(1)],
  ['torch.cuda.is_bf16_supported', literal(true)],
  ['torch.backends.mps.is_available', literal(false)],
  ['torch.xpu.is_available', literal(false)],
  ['platform.system', literal('Linux')],
]);

/** Installed before the first line of the app runs: an `except ImportError` around their import never runs. */
const PREINSTALLED = new Set(['spaces', 'torch', 'gradio', 'huggingface_hub']);

/** The value of an environment variable; one that nobody sets has the default that the program gives. */
export function environmentValue(name: string | undefined, fallback: Value[]): Value[] {
  if (name === undefined) return [UNKNOWN];
  const known = SET.get(name);
  if (known !== undefined) return [known === 'set' ? { is: 'result', path: `os.environ.${name}`, ...NOWHERE } : literal(known)];
  return fallback.map((value) => (value.is === 'literal' ? { ...value, assumed: `${name} is not set` } : value));
}

/** Stands for a text that is not empty; nothing asks where it was called. */
const NOWHERE = {} as Pick<Extract<Value, { is: 'result' }>, 'call' | 'module'>;

/** `NAME in os.environ`; null for a variable of the Space's own, whose author may have set it. */
export function isInEnvironment(name: string): boolean | null {
  return SET.has(name) || null;
}

/** A name of an installed package that has one value on ZeroGPU. */
export function constantOf(path: string): Value | undefined {
  return CONSTANTS.get(path);
}

/** What a call without arguments that matter answers on ZeroGPU. */
export function answerOf(path: string): Value | undefined {
  return ANSWERS.get(path);
}

/** Whether this package is there on every ZeroGPU Space. */
export function isPreinstalled(name: string): boolean {
  return PREINSTALLED.has(name.split('.')[0] as string);
}
