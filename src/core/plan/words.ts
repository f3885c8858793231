/** The words of a plan: the sum step by step, with the date of every figure, and the answer in one line. */

import { bookedSeconds, FACTOR_SINCE, LAST_HIDDEN, type Range } from './booking.ts';
import { type Figures, say, TIER_NAMES } from './figures.ts';
import { billions, type Memory } from './memory.ts';
import { product } from './message.ts';
import type { Booking, PlanDraft, PlanInput, Verdict } from './shape.ts';

/** The steps of a booking, from the declared seconds to the charge. */
export function bookingSteps(booking: Booking, input: PlanInput, verdict: Verdict, figures: Figures): string[] {
  return [
    declaredStep(booking, figures),
    factorStep(booking, input, figures),
    ...roomSteps(booking, input, figures),
    checkStep(booking, input, verdict, figures),
    ...(verdict === 'quota-exceeded' || verdict === 'illegal-duration' ? [printedStep(booking)] : []),
    chargeStep(booking, input, figures),
    ...callsStep(booking),
    'Not in this sum, for nobody publishes them: the largest booking of one call, and the number of runs a day.',
  ];
}

function declaredStep({ declared, isDefault }: Booking, { defaultDuration }: Figures): string {
  if (isDefault) return `Declared: nothing, so ${defaultDuration.text} count (${defaultDuration.cite}).`;
  const cut = Number.isInteger(declared) ? '' : ' The client cuts fractions of a second, so up to a second less is booked.';
  return `Declared: ${say(declared)} s.${cut}`;
}

function factorStep({ declared, size, generation, factor }: Booking, { spaces }: PlanInput, { largeFactor, xlargeCost }: Figures): string {
  if (size === 'xlarge') {
    const not = generation === 'plain' ? '' : `; the factor of ${largeFactor.text} is not applied on xlarge`;
    return `Booked: xlarge counts ${xlargeCost.text} (${xlargeCost.cite}): ${product(declared, factor)} s${not}.`;
  }
  if (generation === 'plain')
    return `Booked: spaces ${spaces} is older than ${FACTOR_SINCE} and knows no factor on large: ${say(declared)} s.`;
  const which = spaces
    ? `spaces ${spaces}`
    : `spaces ${generation === 'hidden' ? `${FACTOR_SINCE} to ${LAST_HIDDEN}` : `${FACTOR_SINCE} and newer (taken for granted here)`}`;
  return `Booked: on Blackwell ${which} multiplies a large booking by ${largeFactor.text} (${largeFactor.cite}): ${product(declared, factor)} s.`;
}

function roomSteps({ room }: Booking, { tier }: PlanInput, figures: Figures): string[] {
  if (!room) return ['Left: not said. Give --left, or --tier for a whole day; the table shows a whole day of every tier.'];
  const day = tier ? figures.day[tier] : null;
  const whole = day && tier ? `a whole day of ${TIER_NAMES[tier]} is ${day.text} = ${say(day.value)} s (${day.cite})` : '';
  if (room.from === 'tier') {
    const { anonymousSeen } = figures;
    const seen =
      tier === 'anonymous'
        ? ` Balances of ${anonymousSeen.text} were seen too (${anonymousSeen.cite}); the documented figure counts here.`
        : '';
    return [`Left: not said, so the whole day counts; ${whole}.${seen}`];
  }
  const told = `Left: ${say(room.seconds)} s, as you say`;
  if (!day) return [`${told}.`];
  const beyond = room.seconds > day.value ? ' That is more than the documented day, so the balance counts here.' : '';
  return [`${told}; ${whole}.${beyond}`];
}

function checkStep({ booked, room, calls }: Booking, { tier }: PlanInput, verdict: Verdict, figures: Figures): string {
  if (!room) return `Check before the run: ${say(booked)} s against what is left, which is unknown here.`;
  const gap = say(Math.abs(room.seconds - booked));
  if (calls && calls.most > 0)
    return `Check before the run: ${say(booked)} s is within ${say(room.seconds)} s: admitted, ${gap} s to spare.`;
  const refused = `Check before the run: ${say(booked)} s is more than ${say(room.seconds)} s: refused, ${gap} s short.`;
  if (verdict === 'illegal-duration')
    return `${refused} It is more than the whole day, so no waiting helps: illegal duration, by the best reading of the evidence; the limit of one call is unpublished.`;
  const helps = tier ? 'Waiting helps' : 'Waiting helps, if a whole day of the tier holds the booking';
  return `${refused} ${helps}: the window ends ${figures.window.text} after the first use (${figures.window.cite}).`;
}

function printedStep({ booked, declared, generation, size }: Booking): string {
  if (size === 'xlarge' || generation === 'plain') return `The message prints ${say(booked)} s.`;
  const hidden = `spaces ${FACTOR_SINCE} to ${LAST_HIDDEN} leaves the factor out`;
  if (generation === 'hidden') return `The message prints ${say(declared)} s: ${hidden}.`;
  return `The message prints ${say(booked)} s; ${hidden} and prints ${say(declared)} s.`;
}

function chargeStep({ charge, declared, size }: Booking, { takes }: PlanInput, { xlargeCost }: Figures): string {
  const seconds = takes ?? declared;
  const cost = size === 'xlarge' ? product(seconds, xlargeCost.value) : say(charge.least);
  const run = takes === null ? `at most ${cost} s, for a run of all ${say(seconds)} s` : `a run of ${say(seconds)} s costs ${cost} s`;
  const double = size === 'xlarge' ? `, ${xlargeCost.text} on xlarge` : '';
  const unsure =
    charge.least === charge.most
      ? ''
      : ` Whether the charge carries the factor of the booking is unverified; then it is ${say(charge.most)} s.`;
  const over = takes !== null && takes > declared ? ' That is longer than declared: such a run may be aborted.' : '';
  return `Charged after the run is the time used${double}: ${run}.${unsure}${over}`;
}

function callsStep({ calls, room }: Booking): string[] {
  if (!calls || !room || calls.most === 0) return [];
  return [`Such calls, one after the other: ${rangeText(calls)} within ${say(room.seconds)} s, counted in seconds only.`];
}

/** "2 to 4": it depends on whether the charge carries the factor. */
export function rangeText({ least, most }: Range): string {
  return least === most ? String(least) : `${least} to ${most}`;
}

/** Said when a message has several readings and no duration was given. */
export function unreadableSteps(): string[] {
  return ['Give --duration as it stands in your source, or --size and --spaces: then one reading is left to calculate with.'];
}

/** The steps of the memory, and what they mean for the call. */
export function memorySteps(memory: Memory, size: 'large' | 'xlarge', hasBooking: boolean, isCrowded: boolean): string[] {
  const tight = memory.isTight ? [`That is tight: measure a call with your largest input before you rely on it.`] : [];
  const crowded =
    hasBooking && isCrowded ? [`So on ${size} the call would most likely run out of memory, whether it is admitted or not.`] : [];
  return [...memory.because, ...tight, ...crowded];
}

/** The answer in one line. */
export function headlineOf(plan: PlanDraft, isCrowded: boolean, figures: Figures): string {
  const { booking, memory, input, verdict } = plan;
  const model = memory && input.memory ? memoryHeadline(memory, billions(input.memory.params.reduce((sum, each) => sum + each, 0))) : '';
  if (!booking) return model || `A refusal that names ${say(input.requested ?? 0)} s has several readings`;
  const books = `${say(booking.declared)} s on ${booking.size} books ${say(bookedSeconds(booking.declared, booking.factor))} s`;
  const room = booking.room ? roomText(booking.room, input, figures) : '';
  const heads: Record<Verdict, string> = {
    fits: `It fits: ${books}, ${room}`,
    'quota-exceeded': `Refused, quota exceeded: ${books}, ${room}`,
    'illegal-duration': `Refused, illegal duration: ${books}, ${room}`,
    unknown: booking.room ? `Admitted, but the memory is not enough: ${books}, ${room}` : books[0]?.toUpperCase() + books.slice(1),
  };
  return model && !(verdict === 'unknown' && isCrowded && booking.room) ? `${heads[verdict]}; ${model}` : heads[verdict];
}

function roomText({ seconds, from }: { seconds: number; from: 'left' | 'tier' }, { tier }: PlanInput, figures: Figures): string {
  if (from === 'left') return `${say(seconds)} s are left`;
  return tier ? `a whole day of ${TIER_NAMES[tier]} has ${say(figures.day[tier].value)} s` : '';
}

function memoryHeadline({ size, dtype, needGB, isTight }: Memory, params: string): string {
  const need = `${params} in ${dtype} needs about ${say(needGB)} GB`;
  if (size === 'none') return `${need}: more than a whole card`;
  return `${need}: ${size}${isTight ? ', tightly' : ''}`;
}

/** `@spaces.GPU(duration=80, size="xlarge")` */
export function decorator(duration: number | string, size: string): string {
  return `@spaces.GPU(duration=${duration}${size === 'xlarge' ? ', size="xlarge"' : ''})`;
}
