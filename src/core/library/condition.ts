/** Conditions of fixes and notes: what must hold of a log, as far as the log tells. */
import { compareVersions } from './version-range.ts';

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
type Operator = (typeof OPERATORS)[number];

/** `torch < 2.8`, `where = space|caller`, or `has module` (then there is no operator). */
export interface Condition {
  name: string;
  operator: Operator | null;
  /** Alternatives; for < and > exactly one version. */
  values: string[];
}

/** What is known by name: captures, versions, the place. What is not known is not in it. */
export type Known = Readonly<Record<string, string | number | undefined>>;

const WRITTEN = /^(?:has (?<has>[a-z][\w-]{0,40})|(?<name>[a-z][\w-]{0,40}) (?<operator>=|!=|<=|<|>=|>) (?<values>[\w.+|-]{1,200}))$/;

/** Reads a condition as it is written in content; null when it is none. */
export function parseCondition(text: string): Condition | null {
  const groups = WRITTEN.exec(text)?.groups;
  if (!groups) return null;
  if (groups.has) return { name: groups.has, operator: null, values: [] };
  return { name: groups.name as string, operator: groups.operator as Operator, values: (groups.values as string).split('|') };
}

/** Whether it holds; null when nobody knows. */
export function holds({ name, operator, values }: Condition, known: Known): boolean | null {
  const value = known[name];
  if (operator === null) return value !== undefined;
  if (value === undefined) return null;
  if (operator === '=') return values.some((each) => isSame(String(value), each));
  if (operator === '!=') return !values.some((each) => isSame(String(value), each));
  const order = compareVersions(String(value), values[0] as string);
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}

/** The same word in any case, or a version within the one that is asked for: 2.8.0+cu128 is 2.8. */
function isSame(value: string, wanted: string): boolean {
  if (value.toLowerCase() === wanted.toLowerCase()) return true;
  const isVersion = /^\d{1,4}(?:\.\d{1,4}){0,3}$/.test(wanted) && /^\d{1,4}\./.test(value);
  return isVersion && `${value.split('+')[0]}.`.startsWith(`${wanted}.`);
}
