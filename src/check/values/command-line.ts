/** Options of a command line: a Space starts its app without any, so each has its default. */
import { contentsOf, type Expr, keyword, type Of } from '../python/tree.ts';
import type { Evaluator } from './evaluate.ts';
import { literal, onlyText, type Value } from './value.ts';

const PARSED = /^argparse\.ArgumentParser\(\)\.parse(?:_known)?_args$/;

/** In: a value and the name of an attribute. Out: the default of that option, where the value is what argparse made; null where it is not. */
export function optionOf(evaluator: Evaluator, value: Value, name: string): Value[] | null {
  const parsed = value.is === 'part' && value.name === '[]' ? value.of : value;
  if (parsed.is !== 'result' || !PARSED.test(parsed.path)) return null;
  const at = { module: parsed.module, frame: null };
  const added = contentsOf(parsed.module.tree).calls.find(
    (call) => call.func.nodeType === 'Attribute' && call.func.attr === 'add_argument' && destinationOf(evaluator, call, at) === name,
  );
  return added ? defaultOf(evaluator, added, at) : null;
}

type At = Parameters<Evaluator['values']>[1];

/** `--enable-model-cpu-offload` is stored as `enable_model_cpu_offload`; of several names the first long one counts. Empty for a positional one. */
function destinationOf(evaluator: Evaluator, call: Of<'Call'>, at: At): string {
  const said = textOf(evaluator, keyword(call, 'dest'), at);
  if (said) return said;
  const names = call.args.map((each) => textOf(evaluator, each, at));
  const long = names.find((each) => each.startsWith('--')) ?? names.find((each) => each.startsWith('-')) ?? '';
  return long.replace(/^-{1,2}/, '').replaceAll('-', '_');
}

function defaultOf(evaluator: Evaluator, call: Of<'Call'>, at: At): Value[] {
  const given = keyword(call, 'default');
  const values = given ? evaluator.values(given, at) : [literal(DEFAULTS[textOf(evaluator, keyword(call, 'action'), at)] ?? null)];
  return values.map((value) =>
    value.is === 'literal' ? { ...value, assumed: value.assumed || 'a Space starts its app without options' } : value,
  );
}

const DEFAULTS: Record<string, boolean> = { store_true: false, store_false: true };

function textOf(evaluator: Evaluator, expr: Expr | undefined, at: At): string {
  return (expr && onlyText(evaluator.values(expr, at))) ?? '';
}
