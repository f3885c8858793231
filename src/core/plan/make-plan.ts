/** Does this `@spaces.GPU` call fit? What it books, whether it is admitted, what it is charged, whether the model fits. */
import { adviceFor } from './advice.ts';
import {
  bookedFactor,
  bookedSeconds,
  callsWithin,
  chargeOf,
  type Generation,
  generationOf,
  largestDeclared,
  type Range,
  type Size,
} from './booking.ts';
import { type Figures, TIERS, type Tier } from './figures.ts';
import { planMemory } from './memory.ts';
import { type MessagePlan, planFromMessage } from './message.ts';
import type { Booking, Plan, PlanInput, TierRow, Verdict } from './shape.ts';
import { bookingSteps, headlineOf, memorySteps, unreadableSteps } from './words.ts';

/** The plan of a call. Pure: the same input and figures give the same plan. */
export function makePlan(input: PlanInput, figures: Figures): Plan {
  const memory = input.memory ? planMemory(input.memory, figures) : null;
  const message = messageOf(input, figures);
  const reading = message?.readings.length === 1 ? message.readings[0] : undefined;
  const size = input.size ?? reading?.size ?? (memory?.size === 'xlarge' ? 'xlarge' : 'large');
  const duration = input.duration ?? reading?.declared ?? null;
  const isReadable = !message || duration !== null;
  // Spaces get the newest release, and an old one can hardly be pinned: without a version the newest generation counts.
  const generation = reading?.generation ?? generationOf(input.spaces) ?? 'shown';
  const booking = asksBooking(input) && isReadable ? bookingOf({ ...input, duration, size }, generation, figures) : null;
  const isCrowded = memory !== null && !isWithin(memory.size, size);
  // Several readings: each of them is more than what was left, or it would not be one.
  const isRefused = message !== null && input.left !== null && message.readings.length > 0;
  const verdict = booking ? verdictOf(booking, input, figures, isCrowded) : isRefused ? 'quota-exceeded' : 'unknown';
  const because = [
    ...(message?.said.slice(0, booking ? 1 : undefined) ?? []),
    ...(booking ? bookingSteps(booking, input, verdict, figures) : isReadable ? [] : unreadableSteps()),
    ...(memory ? memorySteps(memory, size, Boolean(booking), isCrowded) : []),
  ];
  const draft = { input: { ...input, size: booking ? size : null }, booking, verdict, because, memory };
  return { ...draft, headline: headlineOf(draft, isCrowded, figures), advice: adviceFor(draft, figures) };
}

function messageOf({ requested, left, duration, size, spaces }: PlanInput, figures: Figures): MessagePlan | null {
  if (requested === null) return null;
  return planFromMessage({ requested, left: left ?? undefined, declared: duration ?? undefined, size: size ?? undefined, spaces }, figures);
}

/** Memory alone is asked with --params and nothing of a booking. */
function asksBooking({ duration, size, tier, left, spaces, takes, requested, memory }: PlanInput): boolean {
  return !memory || [duration, size, tier, left, spaces, takes, requested].some((each) => each !== null);
}

function isWithin(needed: Size | 'none', size: Size): boolean {
  return needed === 'large' || needed === size;
}

function bookingOf(input: PlanInput & { size: Size }, generation: Generation, figures: Figures): Booking {
  const { size, left, tier, takes } = input;
  const declared = input.duration ?? figures.defaultDuration.value;
  const factor = bookedFactor(size, generation, figures);
  const booked = bookedSeconds(declared, factor);
  const room =
    left !== null ? { seconds: left, from: 'left' as const } : tier ? { seconds: figures.day[tier].value, from: 'tier' as const } : null;
  const charge = chargeOf(takes ?? declared, size, generation, figures);
  return {
    declared,
    isDefault: input.duration === null,
    size,
    generation,
    factor,
    booked,
    room,
    charge,
    calls: room && callsWithin(room.seconds, booked, charge),
    largest: room && largestDeclared(room.seconds, factor),
    tiers: TIERS.map((each) => tierRow(each, booked, charge, factor, figures)),
  };
}

function tierRow(tier: Tier, booked: number, charge: Range, factor: number, figures: Figures): TierRow {
  const day = figures.day[tier].value;
  const verdict = booked > day ? 'illegal-duration' : 'fits';
  return { tier, day, verdict, calls: callsWithin(day, booked, charge), largest: largestDeclared(day, factor) };
}

/**
 * Admission compares the booking with what is left. Above the whole day of the tier no waiting helps: by the best reading
 * that is the illegal duration. A balance above the documented day contradicts the document, and then only the balance counts.
 */
function verdictOf({ booked, room }: Booking, { tier }: PlanInput, figures: Figures, isCrowded: boolean): Verdict {
  if (!room) return 'unknown';
  if (booked <= room.seconds) return isCrowded ? 'unknown' : 'fits';
  if (tier && booked > figures.day[tier].value && room.seconds <= figures.day[tier].value) return 'illegal-duration';
  return 'quota-exceeded';
}
