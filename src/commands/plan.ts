/** `plan`: does this @spaces.GPU call fit, in quota and in memory? */

import type { Library } from '../core/library/library.ts';
import { SIZES, type Size } from '../core/plan/booking.ts';
import { figuresOf, TIERS, type Tier } from '../core/plan/figures.ts';
import { makePlan } from '../core/plan/make-plan.ts';
import { DTYPES, type Dtype, type MemoryInput, USUAL_DTYPE, USUAL_OVERHEAD } from '../core/plan/memory.ts';
import { PARAMS_FORMS, parseParams, parsePercent, parseSeconds, SECONDS_FORMS } from '../core/plan/quantities.ts';
import type { PlanInput } from '../core/plan/shape.ts';
import type { PlanResult, ProblemResult } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Command, Flag, FlagValues } from './command.ts';

const FLAGS: Flag[] = [
  { name: 'duration', value: 'S', about: 'declared seconds, as in @spaces.GPU(duration=S); without it the default counts' },
  { name: 'size', value: 'SIZE', choices: SIZES, about: 'size of the GPU' },
  { name: 'tier', value: 'TIER', choices: TIERS, about: 'who calls: the quota is the visitor’s' },
  { name: 'left', value: 'S', about: 'seconds of quota left; without it the tier’s whole day counts' },
  { name: 'takes', value: 'S', about: 'seconds a run really takes, for the charge' },
  { name: 'requested', value: 'S', about: 'seconds printed in a refusal: which multiplier was it?' },
  { name: 'spaces', value: 'VERSION', about: 'version of the spaces package, from the log' },
  { name: 'params', value: 'N', about: `parameters of the model: ${PARAMS_FORMS}` },
  { name: 'dtype', value: 'TYPE', choices: DTYPES, about: `precision it is loaded in (${USUAL_DTYPE})` },
  { name: 'overhead', value: 'PERCENT', about: `added to the weights for activations and KV cache (${USUAL_OVERHEAD}, a rule of thumb)` },
];

export const plan: Command = {
  name: 'plan',
  usage: '[FLAGS]',
  about: 'does this @spaces.GPU call fit? the sum step by step; without flags asked in the app',
  examples: [
    { line: 'zerogpu-advisor plan --duration 120 --tier free', about: 'can a free account call this?' },
    { line: 'zerogpu-advisor plan --duration 60 --size xlarge --left 100', about: 'against the quota that is left' },
    { line: 'zerogpu-advisor plan --params 13b --dtype bf16', about: 'does the model fit into VRAM?' },
    { line: 'zerogpu-advisor plan --duration 180 --requested 270', about: 'why does the message say 270?' },
  ],
  flags: FLAGS,
  run({ words, flags, library }) {
    if (words.length > 0)
      return problem(
        `plan takes flags, not "${neutraliseAndMask(words.join(' '), 40)}".`,
        'Write zerogpu-advisor plan --duration 120 --tier free',
      );
    if (!asksPlan(flags))
      return problem(
        'Without flags plan asks its questions in the app, which needs a terminal.',
        'Write zerogpu-advisor plan --duration 120 --tier free',
      );
    return planOf(flags, library);
  },
};

/** Whether any flag of the plan is given; without one the app asks. */
export function asksPlan(flags: FlagValues): boolean {
  return FLAGS.some(({ name }) => flags[name] !== undefined);
}

/** The plan for these flags (or a screen's answers, by the same names); what is not understood comes back as a problem. */
export function planOf(flags: FlagValues, library: Library): PlanResult | ProblemResult {
  for (const { name } of FLAGS) {
    const trouble = flagProblem(name, flags[name]);
    if (trouble) return trouble;
  }
  if (flags.params === undefined && (flags.dtype !== undefined || flags.overhead !== undefined)) {
    const name = flags.dtype === undefined ? 'overhead' : 'dtype';
    return problem(`--${name} needs --params.`, `Add the parameters of the model: ${PARAMS_FORMS}.`);
  }
  return { type: 'plan', plan: makePlan(inputOf(flags), figuresOf(library.facts)) };
}

/** What is wrong with the value of one flag; null when nothing is, or when it is not given. For a field that is being typed. */
export function flagProblem(name: string, value: FlagValues[string]): ProblemResult | null {
  if (value === undefined) return null;
  const text = String(value);
  const choices = FLAGS.find((flag) => flag.name === name)?.choices;
  const accepted = choices ? (choices.includes(text) ? null : `Use one of ${choices.join(', ')}.`) : refusal(name, text);
  return accepted === null ? null : problem(`--${name} does not take "${neutraliseAndMask(text, 40)}".`, accepted);
}

const DAY = 86_400;

function refusal(name: string, text: string): string | null {
  if (name === 'params') return parseParams(text) ? null : `Write ${PARAMS_FORMS}. For a mixture of experts write the total.`;
  if (name === 'overhead') return parsePercent(text) !== null ? null : 'Write a percentage from 0 to 500, like 20.';
  if (name === 'spaces') return /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/.test(text) ? null : 'Write a version, like 0.50.2.';
  const seconds = parseSeconds(text);
  if (name === 'left') return seconds !== null ? null : `Write seconds: ${SECONDS_FORMS}; a balance may be negative.`;
  // A day and more wraps around in the package: duration=86460 would book 60.
  return seconds !== null && seconds > 0 && seconds < DAY ? null : `Write seconds above 0 and below a day: ${SECONDS_FORMS}.`;
}

function inputOf(flags: FlagValues): PlanInput {
  const seconds = (name: string) => (flags[name] === undefined ? null : parseSeconds(String(flags[name])));
  return {
    duration: seconds('duration'),
    size: (flags.size as Size | undefined) ?? null,
    tier: (flags.tier as Tier | undefined) ?? null,
    left: seconds('left'),
    spaces: (flags.spaces as string | undefined) ?? null,
    takes: seconds('takes'),
    requested: seconds('requested'),
    memory: flags.params === undefined ? null : memoryOf(flags),
  };
}

function memoryOf({ params, dtype, overhead }: FlagValues): MemoryInput {
  return {
    params: parseParams(String(params)) ?? [],
    dtype: (dtype as Dtype | undefined) ?? USUAL_DTYPE,
    overhead: overhead === undefined ? USUAL_OVERHEAD : (parsePercent(String(overhead)) ?? USUAL_OVERHEAD),
  };
}

function problem(what: string, help: string): ProblemResult {
  return { type: 'problem', what, help };
}
