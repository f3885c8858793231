/** What a question in plain words already says of a plan: "does a 13B bf16 model fit with 90 s calls as a free user". */

/** Flags of the plan by their names, as they would be typed. */
export type AskedFlags = Record<string, string>;

const NUMBER = '(\\d{1,5}(?:\\.\\d{1,3})?)';
const PARAMS = new RegExp(`\\b${NUMBER} ?(?:b|bn|billion)\\b`, 'i');
const SECONDS = `${NUMBER} ?(s|sec|secs|second|seconds|m|min|mins|minute|minutes)\\b`;
const LEFT = new RegExp(`\\b${SECONDS} {0,3}(?:of quota )?(?:is |are )?(?:left|remaining)`, 'i');
const DURATION = new RegExp(`\\b(?:duration ?=? ?${NUMBER}|${SECONDS})`, 'i');
const TIERS: [RegExp, string][] = [
  [/\b(?:anonymous|no account|without an account|not (?:logged|signed) in)\b/i, 'anonymous'],
  [/\bfree\b/i, 'free'],
  [/\bpro\b/i, 'pro'],
  [/\bteam\b/i, 'team'],
  [/\benterprise\b/i, 'enterprise'],
];
const DTYPES: [RegExp, string][] = [
  [/\b(?:fp32|float32)\b/i, 'fp32'],
  [/\b(?:bf16|bfloat16)\b/i, 'bf16'],
  [/\b(?:fp16|float16|half precision)\b/i, 'fp16'],
  [/\bfp8\b/i, 'fp8'],
  [/\b(?:int8|8[ -]?bit)\b/i, 'int8'],
  [/\b(?:nf4|4[ -]?bit)\b/i, 'nf4'],
];
const SIZES: [RegExp, string][] = [
  [/\bxlarge\b/i, 'xlarge'],
  [/\blarge\b/i, 'large'],
];
/** These words ask for the sum, whatever else is said. */
const ASKS = /\b(?:plan|fit|fits|fitting)\b/i;
/** The command, as it is being typed. */
const COMMAND = 'plan';
const SHORTEST_COMMAND = 3;
/** So many figures are a question about them. */
const ENOUGH = 2;

/** What the words say; null when they do not ask whether a call fits. A precision without parameters is left out. */
export function planAskedIn(words: string): AskedFlags | null {
  const text = words.slice(0, 400);
  const left = LEFT.exec(text);
  const rest = left ? text.replace(left[0], ' ') : text;
  const params = PARAMS.exec(rest);
  const duration = DURATION.exec(params ? rest.replace(params[0], ' ') : rest);
  const flags: [string, string | undefined][] = [
    ['duration', duration ? (duration[1] ?? secondsOf(duration[2], duration[3])) : undefined],
    ['size', firstOf(SIZES, rest)],
    ['tier', firstOf(TIERS, rest)],
    ['left', left ? secondsOf(left[1], left[2]) : undefined],
    ['params', params ? `${params[1]}b` : undefined],
    ['dtype', params ? firstOf(DTYPES, rest) : undefined],
  ];
  const said = flags.filter((flag): flag is [string, string] => flag[1] !== undefined);
  const typed = text.trim().toLowerCase();
  const isTyping = typed.length >= SHORTEST_COMMAND && COMMAND.startsWith(typed);
  return isTyping || ASKS.test(text) || said.length >= ENOUGH ? Object.fromEntries(said) : null;
}

function firstOf(table: readonly [RegExp, string][], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

const MINUTE = 60;

function secondsOf(number: string | undefined, unit: string | undefined): string {
  const seconds = Number(number) * (unit?.toLowerCase().startsWith('m') ? MINUTE : 1);
  return String(Math.round(seconds * 1000) / 1000);
}
