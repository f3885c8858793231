/** How much the weights weigh that a call loads, from the size in their id and the type that they are loaded in. */
import type { Figures } from '../../core/plan/figures.ts';
import { bytesOf, type Dtype } from '../../core/plan/memory.ts';
import { type Body, callsIn } from '../program/reach.ts';
import { calledName, type Expr, keyword, type Of } from '../python/tree.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import { onlyLiteral, onlyText, type Value } from '../values/value.ts';
import { deviceOf } from './devices.ts';
import { loaderOf } from './loaders.ts';

export interface Load {
  id: string;
  params: number;
  dtype: Dtype;
  isAssumed: boolean;
  gigabytes: number;
  call: Of<'Call'>;
  body: Body;
}

/** The models that `quantize_(model, …)` of torchao or optimum-quanto makes smaller once they are loaded, by the call that loads them. */
export function quantisedIn(evaluator: Evaluator, body: Body): Of<'Call'>[] {
  return callsIn(evaluator, body)
    .filter((call) => /^quantize_?(?:model)?$/.test(calledName(call)))
    .flatMap(({ args: [model] }) => (model ? evaluator.values(model, body).flatMap(madeBy) : []));
}

function madeBy(value: Value): Of<'Call'>[] {
  if (value.is === 'part') return madeBy(value.of);
  return value.is === 'result' ? [value.call] : [];
}

/** The loads of weights with a readable size that certainly run when this body runs, and are not kept on the CPU. */
export function loadsIn(evaluator: Evaluator, body: Body, figures: Figures): Load[] {
  return callsIn(evaluator, body).flatMap((call) => {
    const at = { module: body.module, frame: body.frame };
    const [first] = call.args;
    const named = first ?? keyword(call, 'pretrained_model_name_or_path') ?? keyword(call, 'model') ?? keyword(call, 'model_id');
    if (!named || !body.isCertain || evaluator.live.isSwitched(call, body.module) || !loaderOf(evaluator, call, at)?.isKnown) return [];
    const id = idOf(evaluator, call, named, at);
    const params = id === undefined ? null : paramsIn(id);
    if (id === undefined || params === null || isElsewhere(evaluator, call, id, at)) return [];
    const said = dtypeOf(evaluator, call, at);
    const dtype = said ?? 'bf16';
    return [{ id, params, dtype, isAssumed: said === null, gigabytes: (params * bytesOf(dtype, figures)) / 1e9, call, body }];
  });
}

/** The task of `pipeline("text-generation", model=…)` is no id. */
function idOf(evaluator: Evaluator, call: Of<'Call'>, named: Expr, at: At): string | undefined {
  const model = keyword(call, 'model');
  return onlyText(evaluator.values(model ?? named, at));
}

const COUNT = /(?:^|[-_/. ])(?:(\d{1,2})x)?(\d{1,4}(?:\.\d{1,3})?)b(?![a-z0-9])/i;

/** Parameters that an id such as `Qwen2.5-VL-32B-Instruct` or `Mixtral-8x7B` names; of a mixture of experts all of them. */
function paramsIn(id: string): number | null {
  const [whole, experts, billions] = COUNT.exec(id.slice(id.indexOf('/') + 1, 200)) ?? [];
  return whole === undefined ? null : Number(experts ?? 1) * Number(billions) * 1e9;
}

const QUANTISED =
  /awq|gptq|int4|int8|4-?bit|8-?bit|bnb|nf4|gguf|fp8|fp4|[aw][48][aw]|quant|exl\d|hqq|svdq|mlx|bitnet|gpt-oss|lora|adapter/i;

/** Smaller than its name says, or not put on the GPU. */
function isElsewhere(evaluator: Evaluator, call: Of<'Call'>, id: string, at: At): boolean {
  if (QUANTISED.test(id)) return true;
  const quantised = ['quantization_config', 'load_in_4bit', 'load_in_8bit'].some((name) => {
    const given = keyword(call, name);
    return (
      given && onlyLiteral(evaluator.values(given, at))?.literal !== null && onlyLiteral(evaluator.values(given, at))?.literal !== false
    );
  });
  return (
    quantised ||
    ['device_map', 'device'].some((name) => {
      const given = keyword(call, name);
      return given && onlyText(evaluator.values(given, at)) === 'cpu' && deviceOf(evaluator, given, at) === 'other';
    })
  );
}

const DTYPES: Record<string, Dtype> = {
  float32: 'fp32',
  float: 'fp32',
  float16: 'fp16',
  half: 'fp16',
  bfloat16: 'bf16',
  float8_e4m3fn: 'fp8',
};

function dtypeOf(evaluator: Evaluator, call: Of<'Call'>, at: At): Dtype | null {
  const given = keyword(call, 'torch_dtype') ?? keyword(call, 'dtype');
  const [value] = given ? evaluator.values(given, at) : [];
  const name = value?.is === 'external' ? value.path.replace(/^torch\./, '') : value?.is === 'literal' ? String(value.literal) : '';
  return Object.hasOwn(DTYPES, name) ? (DTYPES[name] as Dtype) : null;
}
