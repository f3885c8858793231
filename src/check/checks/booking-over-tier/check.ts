/** A call that books more than a visitor without an account, or with a free one, has for a whole day. */
import { bookedFactor, largestDeclared } from '../../../core/plan/booking.ts';
import { type Figures, say, TIER_NAMES, type Tier } from '../../../core/plan/figures.ts';
import type { Check, Edit, Found } from '../../check.ts';
import { replaceNode } from '../../edit.ts';
import { bookedBy, type Declared, declaredBy, refusedFor } from '../../program/duration.ts';
import type { GpuFunction } from '../../program/gpu-functions.ts';
import { placeOf } from '../../program/module.ts';
import type { Space } from '../../space/space.ts';

export const check: Check = {
  level: 'costs',
  about: 'a call books more than some visitors have for a whole day',
  see: ['explicit-duration', 'dynamic-duration', 'quota-tiers', 'illegal-duration'],
  find: (space) => {
    const { booking, calledAtStartOnly } = space.program;
    // What is compiled at start-up is called once, by the Space itself.
    return booking.filter(({ task }) => !task || !calledAtStartOnly.has(task.callable)).flatMap((each) => found(each, space) ?? []);
  },
};

function found(gpu: GpuFunction, { program, figures: { booking: figures, cite } }: Space): Found | null {
  const declared = declaredBy(program.evaluator, gpu, figures);
  const booked = bookedBy(declared, figures);
  const refused = refusedFor(booked, figures);
  const [least] = refused;
  if (booked === null || declared.isDefault || least === undefined) return null;
  const whom = refused.map((tier) => TIER_NAMES[tier]).join(', ');
  return {
    place: placeOf(gpu.module, gpu.node),
    message: `Every call of ${gpu.name} books ${declared.isDynamic ? 'at least ' : ''}${say(booked)} s and is refused for ${whom}.`,
    because: [
      sum(declared, booked, figures),
      ...day(refused, figures, cite),
      ...(declared.assumed ? [`inferred: ${declared.assumed}`] : []),
    ],
    fix: smaller(gpu, declared, least, figures),
  };
}

function sum({ seconds, said, size, isDynamic }: Declared, booked: number, figures: Figures): string {
  const factor = bookedFactor(size ?? 'large', 'shown', figures);
  const { cite } = size === 'xlarge' ? figures.xlargeCost : figures.largeFactor;
  const named = said === say(seconds as number) ? '' : ` (${said}${isDynamic ? ' returns it' : ''})`;
  return `${say(seconds as number)} s${named} × ${say(factor)} on ${size} = ${say(booked)} s (${cite})`;
}

function day(refused: Tier[], figures: Figures, cite: (name: string) => string): string[] {
  return refused.map((tier) => `${TIER_NAMES[tier]} has ${figures.day[tier].text} a day (${cite(`quota-${tier}`)})`);
}

/** The largest duration that the least tier may still book, where the number stands in the declaration itself. */
function smaller({ options }: GpuFunction, { size }: Declared, tier: Tier, figures: Figures): Found['fix'] {
  const { duration, module } = options;
  if (duration?.nodeType !== 'Constant') return null;
  const most = largestDeclared(figures.day[tier].value, bookedFactor(size ?? 'large', 'shown', figures));
  const edit: Edit | null = replaceNode(module, duration, String(most));
  return edit && { title: `Book at most ${most} s, if the work fits: then ${TIER_NAMES[tier]} can call it`, edits: [edit] };
}
