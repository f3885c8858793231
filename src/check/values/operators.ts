/** Arithmetic, comparison and text operators of Python on literals. */
import { type Literal, literal, UNKNOWN, type Value } from './value.ts';

/** Texts are not made longer than this: a program may ask for `"a" * 10**9`. */
const LONGEST = 10_000;

/** `left operator right`; unknown where Python would compute it and we do not, or refuse it. */
export function arithmetic(operator: string, left: Value, right: Value): Value {
  if (left.is !== 'literal' || right.is !== 'literal') return UNKNOWN;
  const result = compute(operator, left.literal, right.literal);
  return result === undefined ? UNKNOWN : literal(result, left.assumed || right.assumed);
}

function compute(operator: string, left: Literal, right: Literal): Literal | undefined {
  if (typeof left === 'string' && typeof right === 'string') return joined(operator, left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = NUMBERS[operator]?.(left, right);
  return result !== undefined && Number.isFinite(result) ? result : undefined;
}

function joined(operator: string, left: string, right: string): string | undefined {
  // A path is kept as its text: Path("a") / "b".
  const text = operator === 'Add' ? left + right : operator === 'Div' ? joinPath([left, right]) : undefined;
  return text !== undefined && text.length <= LONGEST ? text : undefined;
}

const NUMBERS: Record<string, (left: number, right: number) => number> = {
  Add: (left, right) => left + right,
  Sub: (left, right) => left - right,
  Mult: (left, right) => left * right,
  Div: (left, right) => left / right,
  FloorDiv: (left, right) => Math.floor(left / right),
  Mod: (left, right) => left - right * Math.floor(left / right),
  Pow: (left, right) => left ** right,
};

/** Parts of a path as `os.path.join` puts them together. */
export function joinPath(parts: string[]): string {
  return parts.reduce((path, part) => (part.startsWith('/') || path === '' ? part : `${path.replace(/\/$/, '')}/${part}`), '');
}

/** `left operator right` of a comparison as true, false, or null when it cannot be told. */
export function comparison(operator: string, left: Value, right: Value): boolean | null {
  if (left.is === 'unknown' || right.is === 'unknown') return null;
  if (operator === 'Is' || operator === 'IsNot') return sameObject(left, right, operator === 'Is');
  if (operator === 'In' || operator === 'NotIn') return contains(right, left, operator === 'In');
  if (left.is !== 'literal' || right.is !== 'literal') return null;
  const [one, other] = [left.literal, right.literal];
  if (operator === 'Eq' || operator === 'NotEq') return (one === other) === (operator === 'Eq');
  if (typeof one !== 'number' || typeof other !== 'number') return null;
  return ORDERS[operator]?.(one, other) ?? null;
}

const ORDERS: Record<string, (left: number, right: number) => boolean> = {
  Lt: (left, right) => left < right,
  LtE: (left, right) => left <= right,
  Gt: (left, right) => left > right,
  GtE: (left, right) => left >= right,
};

/** Only `is None`, `is True` and `is False` are decided. */
function sameObject(left: Value, right: Value, isSame: boolean): boolean | null {
  if (right.is !== 'literal') return null;
  if (left.is === 'literal') return (left.literal === right.literal) === isSame;
  if (left.is === 'part' || (left.is === 'result' && !GIVES_OBJECT.test(left.path))) return null;
  return right.literal === null ? !isSame : null;
}

/**
 * Calls that never give None: of a class, which has a capital letter, and of what loads a model. Others may: `re.search`, `shutil.which`,
 * `cv2.imread`. A variable of the environment that is set everywhere is no call at all.
 */
const GIVES_OBJECT =
  /(?:^|\.)(?:[A-Z]\w{0,100}|(?:from|load|restore|create|build|make)_\w{1,100}|load|compile|pipeline)$|^os\.environ\.[A-Z_]{1,60}$/;

function contains(list: Value, item: Value, isIn: boolean): boolean | null {
  if (item.is !== 'literal') return null;
  if (list.is === 'literal') {
    return typeof list.literal === 'string' && typeof item.literal === 'string' ? list.literal.includes(item.literal) === isIn : null;
  }
  // What begins empty is filled later.
  if (list.is !== 'list' || list.items.length === 0) return null;
  const items = (list.keys ?? list.items).flat();
  if (items.some((each) => each.is !== 'literal')) return null;
  return items.some((each) => each.is === 'literal' && each.literal === item.literal) === isIn;
}
