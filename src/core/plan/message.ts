/** Backward: from the numbers of a refusal to the durations that the source may declare, and those that would have passed. */

import { compareVersions } from '../library/version-range.ts';
import {
  bookedFactor,
  bookedSeconds,
  FACTOR_SINCE,
  GENERATIONS,
  type Generation,
  generationOf,
  LAST_HIDDEN,
  largestDeclared,
  PRINTED_SINCE,
  printedFactor,
  RUNS_NAMED_SINCE,
  SIZES,
  type Size,
} from './booking.ts';
import { type Figures, say, TIER_NAMES, TIERS, type Tier, tidy } from './figures.ts';

/** What a refusal and its log say; all but `requested` may be missing. */
export interface MessageValues {
  requested: number;
  left?: number | undefined;
  /** When to try again, as it stands in the message: "3:12:00", "-1 day, 23:59:59". */
  wait?: string | undefined;
  tier?: Tier | undefined;
  /** The declared duration and size, when the source is known. */
  declared?: number | undefined;
  size?: Size | undefined;
  /** The version of `spaces`. */
  spaces?: string | null | undefined;
}

/** One way in which the number in the message can have come about. */
export interface Reading {
  declared: number;
  size: Size;
  generation: Generation;
  /** declared × printed = the number in the message; declared × factor = what was booked. */
  printed: number;
  factor: number;
  booked: number;
}

export interface MessagePlan {
  readings: Reading[];
  /** The largest declared durations that would have passed; null when the message does not say what was left. */
  passes: { large: number; xlarge: number } | null;
  /** Plain sentences: the sum, then what would have passed. */
  said: string[];
}

/** Reads a refusal. A number that is not above 0 tells nothing: no readings, no sentences. */
export function planFromMessage(values: MessageValues, figures: Figures): MessagePlan {
  if (!(values.requested > 0)) return { readings: [], passes: null, said: [] };
  const readings = readingsOf(values, figures);
  const generation = generationOf(values.spaces);
  const passes = values.left === undefined ? null : passesWithin(values.left, generation ?? 'shown', figures);
  const limits = passes
    ? [passesText(values, passes, generation ?? 'shown', figures)]
    : limitsText(readings, generation ?? 'shown', figures);
  return { readings, passes, said: [sumText(values, readings, figures), ...limits, ...waitText(values, readings, figures)] };
}

/** Every generation and size that explains the number, and the refusal itself where the seconds left are known. */
function readingsOf({ requested, left, declared, size, spaces }: MessageValues, figures: Figures): Reading[] {
  const known = generationOf(spaces);
  const generations = known ? [known] : GENERATIONS;
  const all = SIZES.filter((each) => !size || each === size).flatMap((each) =>
    (each === 'xlarge' ? generations.slice(-1) : generations).map((generation) =>
      readingOf(requested, each, generation, figures, declared),
    ),
  );
  return all.filter(
    (reading) =>
      // The client cuts fractions of a second before it prints.
      Math.abs(reading.declared * reading.printed - requested) < 1 && (left === undefined || reading.booked > left),
  );
}

function readingOf(requested: number, size: Size, generation: Generation, figures: Figures, known?: number): Reading {
  const printed = printedFactor(size, generation, figures);
  const factor = bookedFactor(size, generation, figures);
  const declared = known ?? declaredFrom(requested, printed);
  return { declared, size, generation, printed, factor, booked: bookedSeconds(declared, factor) };
}

/** Whole seconds where they give that number (cut after the multiplication), else the fraction that a callable may have returned. */
function declaredFrom(requested: number, printed: number): number {
  const whole = Math.ceil(tidy(requested / printed));
  return Math.floor(tidy(whole * printed)) === Math.floor(requested) ? whole : tidy(requested / printed);
}

function passesWithin(left: number, generation: Generation, figures: Figures): { large: number; xlarge: number } {
  return {
    large: largestDeclared(left, bookedFactor('large', generation, figures)),
    xlarge: largestDeclared(left, bookedFactor('xlarge', generation, figures)),
  };
}

function sumText(values: MessageValues, readings: Reading[], figures: Figures): string {
  const { requested, left } = values;
  if (readings.length === 0) return unexplained(values, figures);
  const hidden = readings.find(({ generation, size }) => generation === 'hidden' && size === 'large');
  if (left !== undefined && requested <= left && hidden)
    return `${say(requested)} s would have fitted into the ${say(left)} s left, so it is not what was booked: spaces ${FACTOR_SINCE} to ${LAST_HIDDEN} prints a large duration without its factor and books ${product(hidden.declared, hidden.factor)} s.`;
  const about = values.spaces ? `With spaces ${values.spaces}, ` : '';
  const ways = readings.flatMap((reading) => readingText(reading, readings, values, figures));
  if (ways.length === 1) return `${about}${say(requested)} s in the message is ${ways[0]}.`;
  return `${about}${say(requested)} s in the message is one of these: ${ways.join('; ')}. Compare with your source.`;
}

/** `duration=40 on large with a newer spaces (40 × 1.5 = 60)`; what two generations have in common is said once. */
function readingText(reading: Reading, all: Reading[], { spaces }: MessageValues, { defaultDuration }: Figures): string[] {
  const { declared, size, generation, printed, factor } = reading;
  const isShared =
    size === 'large' && ['plain', 'hidden'].every((each) => all.some((other) => other.generation === each && other.size === 'large'));
  if (isShared && generation === 'plain') return [];
  const versions: Record<Generation, string> = {
    plain: `before ${FACTOR_SINCE}`,
    hidden: isShared ? `up to ${LAST_HIDDEN}` : `${FACTOR_SINCE} to ${LAST_HIDDEN}`,
    shown: `from ${PRINTED_SINCE} on`,
  };
  const version = spaces || size === 'xlarge' ? '' : ` with spaces ${versions[generation]}`;
  const sum =
    printed === factor ? product(declared, factor) : `${isShared ? `from ${FACTOR_SINCE} on it ` : ''}books ${product(declared, factor)} s`;
  const none = declared === defaultDuration.value ? ' (or none declared)' : '';
  return [`duration=${say(declared)}${none} on ${size}${version}${factor === 1 ? '' : ` (${sum})`}`];
}

function unexplained({ requested, left, declared, size, spaces }: MessageValues, figures: Figures): string {
  const { largeFactor, xlargeCost } = figures;
  if (declared !== undefined)
    return `${say(requested)} s is not what duration=${say(declared)} prints${size ? ` on ${size}` : ''}${spaces ? ` with spaces ${spaces}` : ''} (×1 or ×${say(largeFactor.value)} on large, ×${say(xlargeCost.value)} on xlarge${left === undefined ? '' : `, and more than the ${say(left)} s left`}): another function, a callable or an older deployment made the call.`;
  const isPrinted = bookedSeconds(requested, largeFactor.value) > (left ?? 0);
  if (isPrinted && spaces)
    return `spaces ${spaces} prints what is booked, and ${say(requested)} s is not more than the ${say(left ?? 0)} s left: the seconds alone do not explain this refusal. Is that the version which made the call?`;
  return `Neither ${say(requested)} s nor ${product(requested, largeFactor.value)} s is more than the ${say(left ?? 0)} s left: the seconds alone do not explain this refusal. The number of runs a day is limited too, and unpublished.`;
}

function passesText(
  { left = 0 }: MessageValues,
  { large, xlarge }: { large: number; xlarge: number },
  generation: Generation,
  figures: Figures,
): string {
  const window = `wait for the window of ${figures.window.text} from the first use to end, or call from a higher tier`;
  if (large < 1) return `With ${say(left)} s left no duration passes: ${window}.`;
  const sums = { large: product(large, bookedFactor('large', generation, figures)), xlarge: product(xlarge, figures.xlargeCost.value) };
  const onXlarge = xlarge < 1 ? 'none passes on xlarge' : `${xlarge} s on xlarge (${sums.xlarge})`;
  return `With ${say(left)} s left, the largest duration that would have passed is ${large} s on large (${sums.large})${xlarge < 1 ? '; ' : ' or '}${onXlarge}.`;
}

/** What the wait in the message tells. */
function waitText({ left, wait, tier, spaces }: MessageValues, readings: Reading[], figures: Figures): string[] {
  const seconds = wait === undefined ? null : parseWait(wait);
  if (seconds !== null && seconds < 0)
    return [`A negative wait (${wait}) means that no reset makes room: the booking is more than the whole day, by the best reading.`];
  if (seconds === 0 && left === 0 && !(spaces && compareVersions(spaces, RUNS_NAMED_SINCE) >= 0))
    return [
      `Nothing left and nothing to wait is most likely the limit on runs a day, which spaces before ${RUNS_NAMED_SINCE} prints like this.`,
    ];
  const day = tier && figures.day[tier];
  if (!day || readings.length === 0 || readings.some(({ booked }) => booked <= day.value)) return [];
  return [`Waiting does not help either: a whole day of ${TIER_NAMES[tier]} is ${say(day.value)} s (${day.cite}).`];
}

/** Seconds of "3:12:00" or "-1 day, 23:59:59" (which is one second ago). */
function parseWait(text: string): number | null {
  const found = /^(?:(-?\d{1,3}) days?,? {0,2})?(\d{1,3}):(\d\d):(\d\d)$/.exec(text.trim());
  if (!found) return null;
  const [, days = 0, hours, minutes, seconds] = found;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** An illegal duration names no limit. What the best reading of the evidence makes of it, and only for tiers that it concerns. */
function limitsText(readings: Reading[], generation: Generation, figures: Figures): string[] {
  const most = Math.max(0, ...readings.map(({ booked }) => booked));
  const rows = TIERS.filter((tier) => figures.day[tier].value < most).map((tier) => {
    const { large, xlarge } = passesWithin(figures.day[tier].value, generation, figures);
    return `${TIER_NAMES[tier]} (${figures.day[tier].text} a day) ${large} s on large, ${xlarge} s on xlarge`;
  });
  if (rows.length === 0) return [];
  const reading =
    'The limit of one call is unpublished. By the best reading of the evidence, which is not documented, it is the whole day of the tier';
  return [`${reading}; the largest duration is then: ${rows.join('; ')}.`];
}

/** `40 × 1.5 = 60` */
export function product(seconds: number, factor: number): string {
  return `${say(seconds)} × ${say(factor)} = ${say(bookedSeconds(seconds, factor))}`;
}
