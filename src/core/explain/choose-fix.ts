/** Which fix of a page belongs to this text: the one that its pattern names, if it fits what the log shows. */
import type { Finding } from '../diagnose/diagnosis.ts';
import { holds, type Known } from '../library/condition.ts';
import type { ErrorEntry, Fix } from '../library/entry.ts';

/** How well a fix fits, best first: its pattern names it, all its conditions hold, it has none, they are unknown. */
type Fit = 0 | 1 | 2 | 3;

/** The fix to show first, and those that are left; a fix with a condition that is known to be false is not among them. */
export function chooseFix(entry: ErrorEntry, { pattern }: Pick<Finding, 'pattern'>, known: Known): { first: Fix | null; others: Fix[] } {
  const named = entry.signature.patterns[pattern]?.fixes ?? [];
  const fitting = entry.fixes
    .map((fix, order) => ({ fix, fit: fitOf(fix, named, known), order }))
    .filter((each): each is { fix: Fix; fit: Fit; order: number } => each.fit !== null)
    .sort((a, b) => a.fit - b.fit || rankIn(named, a.fix) - rankIn(named, b.fix) || a.order - b.order)
    .map(({ fix }) => fix);
  return { first: fitting[0] ?? null, others: fitting.slice(1) };
}

function fitOf({ name, when }: Fix, named: readonly string[], known: Known): Fit | null {
  const results = when.map((condition) => holds(condition, known));
  if (results.includes(false)) return null;
  if (named.includes(name)) return results.includes(null) && named.length > 1 ? 1 : 0;
  if (when.length === 0) return 2;
  return results.includes(null) ? 3 : 1;
}

function rankIn(named: readonly string[], { name }: Fix): number {
  const at = named.indexOf(name);
  return at < 0 ? named.length : at;
}
