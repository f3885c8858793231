/** Which fix of a page belongs to this text: the one that its pattern names, if it fits what the log shows and what the asker says. */
import { type Condition, holds, isSeveral, type Known } from '../../library/condition.ts';
import type { ErrorEntry, Fix } from '../../library/entry.ts';

/**
 * How well a fix fits, best first: 0 its pattern names it and no condition is unknown; 1 named with an unknown one, or unnamed and all hold;
 * 2 named for a system or package that nothing shows; 3 unnamed without conditions; 4 unnamed with an unknown one.
 */
type Fit = 0 | 1 | 2 | 3 | 4;

/** What only the asker's own words tell. */
const OF_ASKER = ['did', 'changed', 'keeps', 'who', 'sdk', 'hardware'];

/** What speaks against a fix. `try-next`: it was done, or is not for the asker to do, and the next of the page is tried. `unfit`: anything else. */
export type Against = 'try-next' | 'unfit' | null;

export interface Chosen {
  first: Fix | null;
  others: Fix[];
  /** What would be first, if the asker had not said what speaks against it. */
  instead: Fix | null;
}

/**
 * The fix to show first, and those that are left; a fix with a condition that is known to be false is not among them.
 * @param named the fixes that belong to this text, the first that fits is meant.
 * @param againstFix what the asker says that speaks against a fix: then the next one that is for this text comes first.
 */
export function chooseFix(
  entry: ErrorEntry,
  named: readonly string[],
  known: Known,
  againstFix: (fix: Fix) => Against = () => null,
): Chosen {
  const fitting = entry.fixes
    .map((fix) => ({ fix, fit: fitOf(fix, named, known) }))
    .filter((each): each is { fix: Fix; fit: Fit } => each.fit !== null)
    .sort((a, b) => a.fit - b.fit || rankIn(named, a.fix) - rankIn(named, b.fix))
    .map(({ fix }) => fix);
  const [usual = null, ...others] = fitting;
  const against = usual && againstFix(usual);
  if (!against) return { first: usual, others, instead: null };
  const left = others.filter((fix) => !againstFix(fix));
  const other =
    left.find((fix) => isNext(fix, known)) ??
    (usual.who === 'visitor' ? undefined : left.find((fix) => isForVisitor(fix, known))) ??
    left.find(({ name }) => named.includes(name)) ??
    (against === 'try-next' ? left.find((fix) => isForAll(entry, fix)) : undefined);
  if (!other) return { first: usual, others, instead: usual };
  return { first: other, others: fitting.filter((fix) => fix !== other), instead: usual };
}

/** It comes after what was tried, or a condition of it speaks of what the asker says. */
function isNext({ after, when }: Fix, known: Known): boolean {
  const { did } = known;
  if (isSeveral(did) && after.some((act) => did.includes(act))) return true;
  return when.some((condition) => isOfAsker(condition) && holds(condition, known) === true);
}

function isForVisitor({ who }: Fix, known: Known): boolean {
  return known.who === 'visitor' && who === 'visitor';
}

/** Named by no pattern: what another pattern names is for other texts. */
function isForAll({ signature }: ErrorEntry, { name }: Fix): boolean {
  return !signature.patterns.some(({ fixes }) => fixes.includes(name));
}

/** Whether one of its conditions is known not to hold. */
export function isRuledOut({ when, limits }: Fix, known: Known): boolean {
  return [...when, ...limits].some((condition) => holds(condition, known) === false);
}

function fitOf(fix: Fix, named: readonly string[], known: Known): Fit | null {
  if (isRuledOut(fix, known)) return null;
  const { name, when } = fix;
  const open = when.filter((condition) => holds(condition, known) === null);
  if (named.includes(name)) return open.some(isBet) ? 2 : open.length > 0 ? 1 : 0;
  if (when.length === 0) return 3;
  return open.length > 0 ? 4 : 1;
}

/** A fix for one system, or one package, is a bet where none is known: what helps the others as well comes first. */
function isBet({ name, operator }: Condition): boolean {
  return (name === 'os' || name === 'building-name') && operator !== '!=';
}

function isOfAsker({ name, operator }: Condition): boolean {
  return OF_ASKER.includes(name) && operator !== '!=';
}

function rankIn(named: readonly string[], { name }: Fix): number {
  const at = named.indexOf(name);
  return at < 0 ? named.length : at;
}
