/** Conditions of fixes and notes: what must hold of a log, as far as the log tells. */
import { compareVersions } from './version-range.ts';

const OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
type Operator = (typeof OPERATORS)[number];

/** `torch < 2.8`, `where = space|caller`, `function = <module>`, or `has module` (then there is no operator). */
export interface Condition {
  name: string;
  operator: Operator | null;
  /** Alternatives; for < and > exactly one version. */
  values: string[];
}

/** A version that is known only so far; null where an end is open. */
export interface VersionRange {
  /** "2.1.x". */
  text: string;
  oldest: string | null;
  newest: string | null;
}

/** What is known by name: captures, versions, the place. What is not known is not in it. */
export type Known = Readonly<Record<string, KnownValue | undefined>>;
export type KnownValue = string | number | VersionRange | Several;

/** Several words, of which somebody said these and may have left out others. */
export type Several = readonly string[];

const WRITTEN = /^(?:has (?<has>[a-z][\w-]{0,40})|(?<name>[a-z][\w-]{0,40}) (?<operator>=|!=|<=|<|>=|>) (?<values>[\w.+|<>-]{1,200}))$/;

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
  if (isSeveral(value)) return holdsOfSeveral(value, operator, values);
  if (typeof value === 'object') return holdsOfRange(value, operator, values);
  if (operator === '=') return values.some((each) => isSame(String(value), each));
  if (operator === '!=') return !values.some((each) => isSame(String(value), each));
  const order = compareVersions(String(value), values[0] as string);
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}

/** Tells several words from other values. */
export function isSeveral(value: KnownValue | undefined): value is Several {
  return Array.isArray(value);
}

/** What was said holds; what was not said may hold all the same. */
function holdsOfSeveral(said: Several, operator: Operator, values: readonly string[]): boolean | null {
  const isSaid = values.some((each) => said.includes(each));
  if (operator === '=') return isSaid || null;
  return operator === '!=' ? !isSaid : null;
}

/** The same word in any case, or a version within the one that is asked for: 2.8.0+cu128 is 2.8. */
function isSame(value: string, wanted: string): boolean {
  if (value.toLowerCase() === wanted.toLowerCase()) return true;
  const isVersion = /^\d{1,4}(?:\.\d{1,4}){0,3}$/.test(wanted) && /^\d{1,4}\./.test(value);
  return isVersion && `${value.split('+')[0]}.`.startsWith(`${wanted}.`);
}

/** What holds of every version of the range, of none, or of some only. */
function holdsOfRange({ oldest, newest }: VersionRange, operator: Operator, values: readonly string[]): boolean | null {
  const [first = ''] = values;
  const below = (end: string | null): number | null => (end === null ? null : compareVersions(end, first));
  const [low, high] = [below(oldest), below(newest)];
  switch (operator) {
    case '<':
      return high !== null && high < 0 ? true : low !== null && low >= 0 ? false : null;
    case '<=':
      return high !== null && high <= 0 ? true : low !== null && low > 0 ? false : null;
    case '>':
      return low !== null && low > 0 ? true : high !== null && high <= 0 ? false : null;
    case '>=':
      return low !== null && low >= 0 ? true : high !== null && high < 0 ? false : null;
    case '=':
    case '!=': {
      const isAll = values.some((each) => oldest !== null && newest !== null && isSame(oldest, each) && isSame(newest, each));
      const isNone = values.every((each) => isOutside(each, oldest, newest));
      const isEqual = isAll ? true : isNone ? false : null;
      return isEqual === null || operator === '=' ? isEqual : !isEqual;
    }
  }
}

/** 2.1 is outside of 2.2.0 to 2.3.1, and within 2.0.0 to 2.1.2. */
function isOutside(wanted: string, oldest: string | null, newest: string | null): boolean {
  if ([oldest, newest].some((end) => end !== null && isSame(end, wanted))) return false;
  return (oldest !== null && compareVersions(wanted, oldest) < 0) || (newest !== null && compareVersions(wanted, newest) > 0);
}
