/** The weights that are put on the GPU at start, summed from the sizes in their ids, against the memory of the card. */
import { compareVersions } from '../../../core/library/version-range.ts';
import { type Figures, say } from '../../../core/plan/figures.ts';
import { bytesOf, type Dtype } from '../../../core/plan/memory.ts';
import type { Check, Found } from '../../check.ts';
import { deviceOf } from '../../libraries/devices.ts';
import { loaderOf } from '../../libraries/loaders.ts';
import { declaredBy } from '../../program/duration.ts';
import type { At, Evaluator } from '../../program/evaluate.ts';
import { placeOf } from '../../program/module.ts';
import { type Body, callsIn } from '../../program/reach.ts';
import { onlyLiteral, onlyText } from '../../program/value.ts';
import { type Expr, keyword, type Of } from '../../python/tree.ts';
import { requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'the weights do not fit into the card',
  see: ['size-large-vs-xlarge', 'vram-sizing', 'large-or-xlarge'],
  find: (space) => {
    const { program, figures } = space;
    const loads = program.startCode.flatMap((body) => loadsIn(program.evaluator, body, figures.booking)).filter(firstOfId());
    const total = loads.reduce((sum, { gigabytes }) => sum + gigabytes, 0);
    const room = roomOf(space);
    const [largest] = [...loads].sort((one, other) => other.gigabytes - one.gigabytes);
    if (!largest || !room || total <= room.gigabytes) return [];
    return [found(largest, loads, total, room, isEnlarged(space, total) ? figures.booking.xlargeCost.cite : null)];
  },
};

interface Load {
  id: string;
  params: number;
  dtype: Dtype;
  isAssumed: boolean;
  gigabytes: number;
  call: Of<'Call'>;
  body: Body;
}

interface Room {
  size: string;
  text: string;
  gigabytes: number;
  cite: string;
}

/** The card that every GPU function has; null when one of them decides it at run time. */
function roomOf({ program, figures: { booking: figures } }: Space): Room | null {
  const sizes = program.gpu.map((gpu) => declaredBy(program.evaluator, gpu, figures).size);
  if (sizes.length === 0 || sizes.includes(null)) return null;
  const size = sizes.every((each) => each === 'xlarge') ? 'xlarge' : 'large';
  const { text, value, cite } = size === 'xlarge' ? figures.xlargeVram : figures.largeVram;
  return { size, text, gigabytes: value, cite };
}

/** Newer releases take xlarge by themselves for Spaces that declare no size. */
const ENLARGING = '0.50.2';

function isEnlarged(space: Space, gigabytes: number): boolean {
  const { program, figures } = space;
  const isPinnedOlder = requirementsOf(space, 'spaces').some(({ specifier }) => {
    const [, version] = /^={2,3}([\d.]{1,20})/.exec(specifier) ?? [];
    return version !== undefined && compareVersions(version, ENLARGING) < 0;
  });
  return !isPinnedOlder && program.gpu.every(({ options }) => options.size === null) && gigabytes <= figures.booking.xlargeVram.value;
}

function loadsIn(evaluator: Evaluator, body: Body, figures: Figures): Load[] {
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
export function paramsIn(id: string): number | null {
  const [whole, experts, billions] = COUNT.exec(id.slice(id.indexOf('/') + 1, 200)) ?? [];
  return whole === undefined ? null : Number(experts ?? 1) * Number(billions) * 1e9;
}

const QUANTISED = /awq|gptq|int4|int8|4-?bit|8-?bit|bnb|nf4|gguf|fp8|fp4|w4a|quant|exl2|svdq|mlx|lora|adapter/i;

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

function firstOfId(): (load: Load) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id));
}

function found({ call, body, id }: Load, loads: Load[], total: number, room: Room, enlarged: string | null): Found {
  const sum = loads.map(({ id: each, params, dtype, gigabytes }) => `${each}: ${say(params / 1e9)}B in ${dtype} = ${say(gigabytes)} GB`);
  const isAssumed = loads.some((each) => each.isAssumed);
  return {
    place: placeOf(body.module, call),
    message: `About ${say(total)} GB of weights are loaded at start${loads.length > 1 ? `, most of them by ${id}` : ` by ${id}`}: ${room.size} has ${room.text}.`,
    because: [
      ...sum.slice(0, SHOWN),
      `${room.size} has ${room.text} (${room.cite}); activations come on top`,
      ...(isAssumed ? ['inferred: bf16, where no dtype is given'] : []),
      ...(enlarged
        ? [`no size is declared: spaces ${ENLARGING} and newer take xlarge for so much, which is charged double (${enlarged})`]
        : []),
    ],
    ...(enlarged ? { level: 'costs' as const } : {}),
  };
}

const SHOWN = 6;
