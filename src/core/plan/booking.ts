/** What a call books, what it is charged, and which duration would have passed: the arithmetic, without words. */

import { compareVersions } from '../library/version-range.ts';
import { type Figures, tidy } from './figures.ts';

export const SIZES = ['large', 'xlarge'] as const;
export type Size = (typeof SIZES)[number];

/** Releases of `spaces` by what they book and print: `plain` no factor, `hidden` booked but not printed, `shown` both. */
export type Generation = 'plain' | 'hidden' | 'shown';
export const GENERATIONS: readonly Generation[] = ['plain', 'hidden', 'shown'];

export interface Range {
  least: number;
  most: number;
}

/** The release that first multiplies a large booking, and the one that first prints the product: every wheel was compared, 2026-11-21. */
export const FACTOR_SINCE = '0.49.2';
export const PRINTED_SINCE = '0.50.4';
/** The newest release that leaves the factor out of its message. */
export const LAST_HIDDEN = '0.50.2';
/** The release that names the limit on runs; since 0.34.1 it was printed as nothing left and nothing to wait. */
export const RUNS_NAMED_SINCE = '0.51.1';

/** The generation of a version; null when the version is unknown. */
export function generationOf(version: string | null | undefined): Generation | null {
  if (!version) return null;
  if (compareVersions(version, FACTOR_SINCE) < 0) return 'plain';
  return compareVersions(version, PRINTED_SINCE) < 0 ? 'hidden' : 'shown';
}

/** What the declared seconds are multiplied with when they are booked. */
export function bookedFactor(size: Size, generation: Generation, figures: Figures): number {
  if (size === 'xlarge') return figures.xlargeCost.value;
  return generation === 'plain' ? 1 : figures.largeFactor.value;
}

/** What the declared seconds are multiplied with in the text of a refusal. */
export function printedFactor(size: Size, generation: Generation, figures: Figures): number {
  return generation === 'hidden' && size === 'large' ? 1 : bookedFactor(size, generation, figures);
}

/** Seconds that a declared duration books. */
export function bookedSeconds(declared: number, factor: number): number {
  return tidy(declared * factor);
}

/** The largest whole number of declared seconds whose booking is within `room`; 0 when there is none. */
export function largestDeclared(room: number, factor: number): number {
  const guess = Math.max(0, Math.floor(tidy(room / factor)));
  return bookedSeconds(guess, factor) > room ? Math.max(0, guess - 1) : guess;
}

/** What a run of this length costs. On `large` nobody has verified whether the charge carries the factor: hence a range. */
export function chargeOf(seconds: number, size: Size, generation: Generation, figures: Figures): Range {
  const most = bookedSeconds(seconds, bookedFactor(size, generation, figures));
  return { least: size === 'large' ? seconds : most, most };
}

/** How many such calls fit one after the other: each must be admitted with its booking, then only its charge is gone. */
export function callsWithin(room: number, booked: number, charge: Range): Range {
  const calls = (cost: number) => (booked > room ? 0 : Math.floor(tidy((room - booked) / cost)) + 1);
  return { least: calls(charge.most), most: calls(charge.least) };
}
