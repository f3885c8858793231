/** What a GPU function declares: its duration in seconds and its size, as far as reading tells, and what that books. */

import { bookedFactor, bookedSeconds, type Size } from '../../core/plan/booking.ts';
import type { Tier } from '../../core/plan/figures.ts';
import { type Figures, TIERS } from '../../core/plan/figures.ts';
import { textOf } from '../edit.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { onlyText, type Value } from '../values/value.ts';
import type { GpuFunction } from './gpu-functions.ts';

export interface Declared {
  /** Seconds; null when they are decided at run time. */
  seconds: number | null;
  /** How the source says it: `duration=MAX`, `get_duration`; empty when nothing is declared. */
  said: string;
  isDefault: boolean;
  /** Why a value is taken that the source does not fix, such as "GPU_SECONDS is not set". */
  assumed: string;
  /** A function decides it for each call. */
  isDynamic: boolean;
  size: Size | null;
}

/** Reads the declaration of a GPU function. A duration that a function decides counts with the least that it can return, where all its returns are plain. */
export function declaredBy(evaluator: Evaluator, { options }: GpuFunction, figures: Figures): Declared {
  const { duration, size, starred, module, frame, isOpen } = options;
  const at = { module, frame };
  const sizes = size ? evaluator.values(size, at) : starred.size;
  const given = sizes ? onlyText(sizes) : 'large';
  const known: Size | null = given === 'large' || given === 'xlarge' ? given : null;
  const values = duration ? evaluator.values(duration, at) : starred.duration;
  if (!values && isOpen) return { ...NOTHING, size: known, said: '**', isDefault: false };
  if (!values) return { ...NOTHING, seconds: figures.defaultDuration.value, size: known };
  const said = (duration && textOf(module, duration)) || 'duration';
  const isDynamic = values.some(({ is }) => is === 'function');
  const returned = isDynamic ? values.flatMap((value) => returnedBy(evaluator, value)) : values;
  // Without a value there is nothing to say; None is the default.
  if (returned.length === 1 && returned[0]?.is === 'literal' && returned[0].literal === null)
    return { ...NOTHING, seconds: figures.defaultDuration.value, size: known };
  const least = leastOf(returned, isDynamic);
  return { seconds: least?.seconds ?? null, said, isDefault: false, assumed: least?.assumed ?? '', isDynamic, size: known };
}

/** The one number that is declared, or the least that a function returns; null when one of them is not known. */
function leastOf(values: Value[], isDynamic: boolean): { seconds: number; assumed: string } | null {
  const numbers = values.flatMap((value) =>
    value.is === 'literal' && typeof value.literal === 'number' ? [{ seconds: value.literal, assumed: value.assumed }] : [],
  );
  if (numbers.length < values.length || (!isDynamic && numbers.length !== 1)) return null;
  return [...numbers].sort((one, other) => one.seconds - other.seconds)[0] ?? null;
}

const NOTHING: Declared = { seconds: null, said: '', isDefault: true, assumed: '', isDynamic: false, size: 'large' };

function returnedBy(evaluator: Evaluator, value: Value): Value[] {
  return value.is === 'function' ? evaluator.returnedBy(value) : [value];
}

/** The seconds that a call books; null when its duration or its size is decided at run time. The newest release of `spaces` counts: a Space gets it. */
export function bookedBy({ seconds, size }: Declared, figures: Figures): number | null {
  return seconds === null || size === null ? null : bookedSeconds(seconds, bookedFactor(size, 'shown', figures));
}

/** For whom a booking is refused even at the start of a day. */
export function refusedFor(booked: number | null, figures: Figures): Tier[] {
  return booked === null ? [] : TIERS.filter((tier) => booked > figures.day[tier].value);
}
