/** The sum behind a refusal: how the printed number relates to the source, and what would have passed. */
import type { Finding } from '../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../environment/environment.ts';
import type { Library } from '../library/library.ts';
import type { Value } from '../match/match.ts';
import { figuresOf, type Tier } from '../plan/figures.ts';
import { type MessageValues, planFromMessage } from '../plan/message.ts';

const REFUSALS = ['quota-exceeded', 'illegal-duration'];

/** Plain sentences; none for other findings, and none when the message gave no number. */
export function bookingNotes(library: Library, finding: Finding, environment: Environment): string[] {
  const values = messageValuesOf(finding, environment);
  return values ? planFromMessage(values, figuresOf(library.facts)).said : [];
}

/** What a refusal says in numbers; null for other findings, and when it gave none. */
export function messageValuesOf({ id, values }: Finding, environment: Environment): MessageValues | null {
  const requested = secondsOf(values.requested);
  if (!REFUSALS.includes(id) || requested === undefined) return null;
  const wait = values.wait === undefined ? undefined : String(values.wait);
  return { requested, left: secondsOf(values.left), wait, tier: tierOf(values.plan), spaces: versionOf(environment, 'spaces') };
}

/** The message says "free" or "Pro", or nothing to a visitor without an account and to organisations. */
function tierOf(plan: Value | undefined): Tier | undefined {
  const name = String(plan).toLowerCase();
  return name === 'free' || name === 'pro' ? name : undefined;
}

/** Translated messages may write a decimal comma. */
function secondsOf(value: Value | undefined): number | undefined {
  const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
  return Number.isNaN(number) ? undefined : number;
}
