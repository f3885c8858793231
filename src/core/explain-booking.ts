/** The sum behind a refusal, as notes of its diagnosis: how the printed number relates to the source, and what would have passed. */
import type { Finding } from './diagnose/diagnosis.ts';
import type { Library } from './library/library.ts';
import type { Versions } from './log/versions.ts';
import type { Value } from './match/match.ts';
import { figuresOf, type Tier } from './plan/figures.ts';
import { planFromMessage } from './plan/message.ts';

const REFUSALS = ['quota-exceeded', 'illegal-duration'];

/** Plain sentences; none for other findings, and none when the message gave no number. */
export function bookingNotes(library: Library, { id, values }: Finding, { spaces }: Versions): string[] {
  const requested = secondsOf(values.requested);
  if (!REFUSALS.includes(id) || requested === undefined) return [];
  const left = secondsOf(values.left);
  const wait = values.wait === undefined ? undefined : String(values.wait);
  return planFromMessage({ requested, left, wait, tier: tierOf(values.plan), spaces }, figuresOf(library.facts)).said;
}

/** The message says "free" or "Pro", or nothing to a visitor without account and to organisations. */
function tierOf(plan: Value | undefined): Tier | undefined {
  const name = String(plan).toLowerCase();
  return name === 'free' || name === 'pro' ? name : undefined;
}

/** Translated messages may write a decimal comma. */
function secondsOf(value: Value | undefined): number | undefined {
  const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
  return Number.isNaN(number) ? undefined : number;
}
