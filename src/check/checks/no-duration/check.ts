/** GPU functions that declare no duration, and so book the default, in one finding for all: the default may be right. */
import { bookedFactor, bookedSeconds } from '../../../core/plan/booking.ts';
import { type Figures, say } from '../../../core/plan/figures.ts';
import type { Check, Found } from '../../check.ts';
import { declaredBy } from '../../program/duration.ts';
import type { GpuFunction } from '../../program/gpu-functions.ts';
import { placeOf } from '../../program/module.ts';

export const check: Check = {
  level: 'consider',
  about: 'a GPU function declares no duration',
  see: ['explicit-duration', 'default-duration-60s', 'choose-duration'],
  find: (space) => {
    const { program, figures } = space;
    const bare = program.booking.filter((gpu) => declaredBy(program.evaluator, gpu, figures.booking).isDefault);
    // Where several files look like the app, each is a Space of its own.
    const groups = program.mains.length > 1 ? program.mains.map((main) => bare.filter(({ module }) => module === main)) : [bare];
    return groups.flatMap((group) => found(group, figures.booking) ?? []);
  },
};

function found(bare: GpuFunction[], figures: Figures): Found | null {
  const [first, ...others] = bare;
  if (!first) return null;
  const { defaultDuration, margin, largeFactor } = figures;
  const booked = bookedSeconds(defaultDuration.value, bookedFactor('large', 'shown', figures));
  const also = others.map((each) => placeOf(each.module, each.node)).map(({ file, line }) => `also ${file}:${line}`);
  return {
    place: placeOf(first.module, first.node),
    message: `${listed(bare.map(({ name }) => name))} declare${bare.length === 1 ? 's' : ''} no duration: every call books ${defaultDuration.text}. A shorter one is refused less often and waits less.`,
    because: [
      `${say(defaultDuration.value)} s × ${say(largeFactor.value)} on large = ${say(booked)} s (${largeFactor.cite})`,
      `a good duration is the slowest of three measured calls × ${say(margin.value)} (${margin.cite})`,
      ...new Set(also),
    ],
  };
}

const SHOWN = 4;

function listed(names: string[]): string {
  if (names.length > SHOWN) return `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
