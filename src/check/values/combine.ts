/** Values made of values: an operator on every combination, each value once, truth as a value. */
import type { Of } from '../python/tree.ts';
import { isInEnvironment } from './environment.ts';
import { literal, UNKNOWN, type Value } from './value.ts';

/** More values than this are as good as unknown. */
const MOST_VALUES = 24;

/** The value of a constant as it is written. */
export function constantValue({ value }: Of<'Constant'>): Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? literal(value) : UNKNOWN;
}

/** `"SPACE_ID" in os.environ`. */
export function environmental(operator: string, name: Value, container: Value): boolean | null {
  if (container.is !== 'external' || container.path !== 'os.environ' || name.is !== 'literal') return null;
  const isThere = isInEnvironment(String(name.literal));
  return isThere === null ? null : isThere === (operator === 'In');
}

/** True, false or unknown as a value; `isNegated` turns it round. */
export function truthValue(isTrue: boolean | null, isNegated = false): Value {
  return isTrue === null ? UNKNOWN : literal(isTrue !== isNegated);
}

/** The operator on every combination. */
export function pairs(left: Value[], right: Value[], of: (left: Value, right: Value) => Value): Value[] {
  if (left.length * right.length > MOST_VALUES) return [UNKNOWN];
  return left.flatMap((one) => right.map((other) => of(one, other)));
}

/** The values without repetitions. */
export function distinct(values: Value[]): Value[] {
  const found: Value[] = [];
  for (const value of values) {
    const isKnown = found.some((each) =>
      value.is === 'literal'
        ? each.is === 'literal' && each.literal === value.literal
        : value.is === 'unknown'
          ? each.is === 'unknown'
          : each === value,
    );
    if (!isKnown) found.push(value);
    if (found.length > MOST_VALUES) return [...found.slice(0, MOST_VALUES), UNKNOWN];
  }
  return found.length > 0 ? found : [UNKNOWN];
}
