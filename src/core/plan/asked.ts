/** A question in plain words → the plan that it asks for: "does a 13B bf16 model fit with 90 s calls as a free user". */
import { TIERS } from './figures.ts';
import type { DTYPES } from './memory.ts';

export interface AskedPlan {
  /** The flags of `plan`, by name; empty when the words give no figure. */
  flags: Record<string, string>;
  /** The command that calculates it. */
  command: string;
}

/** A question of nothing else asks for the plan itself. */
const BARE = /^(?:(?:does|will|would) )?(?:(?:it|my (?:call|model)) )?(?:plan|fits?|calculator|calculate)\??$/;
/** Figures stand in many questions; with one of these words they are to be calculated with. */
const PLANNING = /\b(?:plan|fits?|fitting|enough|allowed|afford|calculate|how many|how much|needs?|vram|book(?:s|ed|ing)?)\b/;

const PARAMS = /(?<![\w.])(\d{1,4}(?:\.\d{1,2})?) ?(?:b|bn|billion)(?![\w-])/;
const SECONDS = /(?<![\w.])(\d{1,5}(?:\.\d{1,2})?) ?(?:s|sec|secs|seconds?)\b(?! ?(?:left|remaining))/;
const MINUTES = /(?<![\w.])(\d{1,3}) ?(?:m|min|mins|minutes?)\b(?! ?(?:left|remaining|a day|per day))/;
const LEFT = /(?<![\w.])(\d{1,5}) ?(?:s|sec|secs|seconds?) ?(?:left|remaining)\b/;
const SIZE = /\b(xlarge|large)\b/;
const TIER =
  /\b(anonymous|free|pro|team|enterprise)\b(?=.{0,12}\b(?:users?|accounts?|tier|plan|visitors?|quota|member)\b)|\b(?:as|on|with) (?:an? )?(pro|team|enterprise)\b/;

/** As people write what `--dtype` takes by one name. */
const DTYPE_NAMES: [RegExp, (typeof DTYPES)[number]][] = [
  [/\b(?:nf4|int4|4[- ]?bit)\b/, 'nf4'],
  [/\b(?:int8|8[- ]?bit)\b/, 'int8'],
  [/\b(?:fp8|float8)\b/, 'fp8'],
  [/\b(?:bf16|bfloat16)\b/, 'bf16'],
  [/\b(?:fp16|float16|half precision)\b/, 'fp16'],
  [/\b(?:fp32|float32|full precision)\b/, 'fp32'],
];

/** What the words of a question say about a call or a model; null when they ask for something else. */
export function askedPlan(question: string): AskedPlan | null {
  const text = question.slice(0, 300).toLowerCase().replace(/\s+/g, ' ').trim();
  if (BARE.test(text)) return planned({});
  if (!PLANNING.test(text)) return null;
  const flags = flagsIn(text);
  return flags.params || flags.duration ? planned(flags) : null;
}

function flagsIn(text: string): Record<string, string> {
  const minutes = MINUTES.exec(text)?.[1];
  const params = PARAMS.exec(text)?.[1];
  const tier = TIER.exec(text);
  return given({
    duration: SECONDS.exec(text)?.[1] ?? (minutes === undefined ? undefined : `${minutes}m`),
    size: SIZE.exec(text)?.[1],
    tier: TIERS.find((each) => each === (tier?.[1] ?? tier?.[2])),
    left: LEFT.exec(text)?.[1],
    params: params && `${params}b`,
    // A precision alone says nothing that could be calculated.
    dtype: params && DTYPE_NAMES.find(([names]) => names.test(text))?.[1],
  });
}

function given(flags: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(flags).filter((flag): flag is [string, string] => flag[1] !== undefined));
}

function planned(flags: Record<string, string>): AskedPlan {
  return { flags, command: ['zerogpu-advisor plan', ...Object.entries(flags).map(([name, value]) => `--${name} ${value}`)].join(' ') };
}
