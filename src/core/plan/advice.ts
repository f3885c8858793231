/** What to change so that a call fits, likeliest first, with the line of code. */

import { bookedFactor, bookedSeconds, callsWithin, chargeOf, largestDeclared } from './booking.ts';
import { type Figures, say, TIER_NAMES, TIERS, type Tier } from './figures.ts';
import { memoryAdvice } from './memory-advice.ts';
import type { Advice, Booking, PlanDraft } from './shape.ts';
import { decorator } from './words.ts';

/** In this order: memory first when the card is too small; then duration, dynamic, split, sign in, size, tier, credits, waiting. */
export function adviceFor(draft: PlanDraft, figures: Figures): Advice[] {
  const { memory, booking } = draft;
  const forMemory = memory ? memoryAdvice(memory, draft, figures) : [];
  return [...forMemory, ...(booking ? bookingAdvice(booking, draft, figures) : [])];
}

function bookingAdvice(booking: Booking, draft: PlanDraft, figures: Figures): Advice[] {
  const { verdict, input } = draft;
  if (verdict === 'fits' || (verdict === 'unknown' && booking.room)) return whenAdmitted(booking, input.takes, figures);
  if (!booking.room) return [...whenAdmitted(booking, input.takes, figures), ...otherSize(booking, draft, figures)];
  // Above the whole day what is left today does not matter most: plan for a fresh day.
  const isIllegal = Boolean(input.tier) && verdict === 'illegal-duration';
  const day = input.tier && isIllegal ? figures.day[input.tier].value : booking.room.seconds;
  const most = largestDeclared(day, booking.factor);
  return [
    ...smaller(booking, most, input.takes),
    ...split(booking, most, day, draft, figures),
    ...signIn(booking, draft, figures),
    ...otherSize(booking, draft, figures),
    ...higherTier(booking, draft, figures),
    ...credits(draft, figures),
    ...waiting(draft, figures),
  ];
}

function whenAdmitted({ declared, isDefault, size }: Booking, takes: number | null, { margin }: Figures): Advice[] {
  if (takes !== null) {
    const enough = Math.ceil(takes * margin.value);
    const why = `${say(takes)} s × ${say(margin.value)} (${margin.cite})`;
    if (enough > declared)
      return [
        {
          say: `Declare more, or the run may be aborted: ${enough} s is ${why}.`,
          code: decorator(enough, size),
          see: ['gpu-task-aborted'],
        },
      ];
    if (enough < declared)
      return [
        {
          say: `Declare less: ${enough} s is ${why}. It passes more often and queues better.`,
          code: decorator(enough, size),
          see: ['explicit-duration'],
        },
      ];
    return [];
  }
  const what = isDefault ? 'Declare the duration' : 'Declare no more than the work needs';
  const code = isDefault ? decorator(20, size) : '';
  return [
    {
      say: `${what}: the slowest of three measured calls × ${say(margin.value)} (${margin.cite}). A smaller booking passes more often and queues better.`,
      code,
      see: ['explicit-duration', 'choose-duration'],
    },
  ];
}

function smaller({ size, declared, largest, room }: Booking, most: number, takes: number | null): Advice[] {
  if (most < 1) return [];
  const today =
    room?.from === 'left' && largest !== null && largest < most ? ` on a fresh day (with ${say(room.seconds)} s left: ${largest} s)` : '';
  const short = takes !== null && takes > most ? ` The ${say(takes)} s that a run takes do not fit into it.` : '';
  const dynamic = `def seconds(prompt, steps, *args, **kwargs):\n    return min(${most}, 5 + steps * 0.4)\n\n${decorator('seconds', size)}`;
  return [
    {
      say: `Declare at most ${most} s instead of ${say(declared)}${today}.${short}`,
      code: decorator(most, size),
      see: ['explicit-duration'],
    },
    {
      say: `Let the inputs decide, with ${most} s as the cap: light calls then book little and pass.`,
      code: dynamic,
      see: ['dynamic-duration'],
    },
  ];
}

const MOST_PARTS = 20;

function split(booking: Booking, most: number, day: number, { input }: PlanDraft, figures: Figures): Advice[] {
  const { declared, size, generation, factor } = booking;
  const parts = Math.ceil(declared / most);
  if (most < 5 || parts < 2 || parts > MOST_PARTS) return [];
  const each = Math.ceil(declared / parts);
  const charge = chargeOf(Math.min((input.takes ?? declared) / parts, each), size, generation, figures);
  const { least } = callsWithin(day, bookedSeconds(each, factor), charge);
  const pass = least >= parts ? 'all of them fit' : least === 1 ? 'at least one fits' : `at least ${least} fit`;
  return [
    {
      say: `Split the work into ${parts} calls of ${each} s: each is checked by itself, and ${pass} into ${say(day)} s. Together they are charged like one long call.`,
      code: `${decorator(each, size)}\ndef render_part(prompt, part): ...\n\ndef render(prompt):\n    return join([render_part(prompt, part) for part in range(${parts})])`,
      see: ['decorate-outer-loop'],
    },
  ];
}

function signIn({ booked }: Booking, { input }: PlanDraft, figures: Figures): Advice[] {
  if (input.tier !== 'anonymous' && input.tier !== null) return [];
  const { text, value, cite } = figures.day.free;
  const holds = booked <= value ? `which holds ${say(booked)} s` : `still less than ${say(booked)} s`;
  return [
    {
      say: `Sign in${input.tier ? '' : ', if you have not'}: a free account has ${text} a day (${cite}), ${holds}. From code, send a token.`,
      code: 'Client("USER/SPACE", token="hf_...")',
      see: ['visitor-token-quota'],
    },
  ];
}

function otherSize({ size, declared, booked, generation, room }: Booking, { memory }: PlanDraft, figures: Figures): Advice[] {
  if (size !== 'xlarge' || memory?.size === 'xlarge' || memory?.size === 'none') return [];
  const onLarge = bookedSeconds(declared, bookedFactor('large', generation, figures));
  const passes = room && onLarge <= room.seconds ? ', which passes' : '';
  return [
    {
      say: `Leave xlarge, if the model fits into ${figures.largeVram.text}: large books ${say(onLarge)} s instead of ${say(booked)}${passes}.`,
      code: decorator(say(declared), 'large'),
      see: ['size-large-vs-xlarge', 'large-or-xlarge'],
    },
  ];
}

function higherTier({ booked }: Booking, { input }: PlanDraft, figures: Figures): Advice[] {
  // After "without an account" comes "sign in", which is its own advice.
  const next = TIERS.slice(2).find(
    (tier: Tier) => figures.day[tier].value >= booked && (!input.tier || figures.day[tier].value > figures.day[input.tier].value),
  );
  if (!next) return [];
  const { text, cite } = figures.day[next];
  return [
    {
      say: `A higher tier: ${TIER_NAMES[next]} has ${text} a day (${cite}). The quota is the visitor's, not the author's.`,
      code: '',
      see: ['quota-tiers'],
    },
  ];
}

function credits({ input }: PlanDraft, figures: Figures): Advice[] {
  if (input.tier === 'anonymous' || input.tier === 'free') return [];
  const { text, cite } = figures.credits;
  return [
    {
      say: `Credits: PRO, Team and Enterprise go on at ${text} (${cite}). Whether they are drawn while a rest of the free time is left is unverified.`,
      code: '',
      see: ['credits'],
    },
  ];
}

function waiting({ verdict }: PlanDraft, { window }: Figures): Advice[] {
  if (verdict !== 'quota-exceeded') return [];
  return [
    {
      say: `Or wait: the window ends ${window.text} after the first use, not at midnight (${window.cite}).`,
      code: '',
      see: ['quota-reset'],
    },
  ];
}
