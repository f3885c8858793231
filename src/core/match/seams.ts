/** Which literals stand across the seam of two texts: told by the characters on both sides, for few are split at just those. */

interface Split {
  /** Number of the literal. */
  number: number;
  left: string;
  right: string;
}

/** What glues two texts. */
export const GLUES = ['', ' '] as const;
export type Glue = (typeof GLUES)[number];

/** So many seams are searched for each literal before the splits are listed, which takes longer than that. */
const FEW = 64;

/** Literals in small letters, and where a seam may part them. */
export class Seams {
  readonly #literals: readonly string[];
  readonly #reach: number;
  readonly #splits = new Map<string, ReadonlyMap<string, readonly Split[]>>();
  #asked = 0;

  constructor(literals: readonly string[]) {
    this.#literals = literals;
    this.#reach = Math.max(...literals.map(({ length }) => length));
  }

  /** Numbers of those that begin in the first text, or in the glue, and do not end there. In small letters; at first it may find too much. */
  standingAt(before: string, glue: Glue, after: string): number[] {
    const [left, right] = [before.slice(-this.#reach), after.slice(0, this.#reach)];
    if (this.#asked++ < FEW) {
      const both = left + glue + right;
      return this.#literals.flatMap((literal, number) => (both.includes(literal) ? [number] : []));
    }
    const splits = this.#splitsAt(glue);
    const standing: number[] = [];
    for (const key of keysAt(left, glue, right))
      for (const split of splits.get(key) ?? []) if (isAt(split, left, right)) standing.push(split.number);
    return standing;
  }

  #splitsAt(glue: Glue): ReadonlyMap<string, readonly Split[]> {
    const known = this.#splits.get(glue);
    if (known) return known;
    const splits = new Map<string, Split[]>();
    for (const [number, literal] of this.#literals.entries()) {
      for (let at = literal.indexOf(glue, 1 - glue.length); at >= 0 && at < literal.length; at = literal.indexOf(glue, at + 1)) {
        const [left, right] = [literal.slice(0, at), literal.slice(at + glue.length)];
        const key = keyOf(left, glue, right);
        const same = splits.get(key);
        if (same) same.push({ number, left, right });
        else splits.set(key, [{ number, left, right }]);
      }
    }
    this.#splits.set(glue, splits);
    return splits;
  }
}

/** Two characters of what stands before the seam and one of what follows, as far as a literal has them. */
function keyOf(left: string, glue: Glue, right: string): string {
  return `${left.slice(-2)}${glue}${right.slice(0, 1)}`;
}

/** The keys of all splits that may stand here: a literal may begin with the last character, or begin or end with a blank that glues. */
function keysAt(left: string, glue: Glue, right: string): string[] {
  const keys = [keyOf(left, glue, right), keyOf(left.slice(-1), glue, right)];
  return glue === '' ? keys : [...keys, keyOf(left, glue, ''), keyOf(left.slice(-1), glue, ''), keyOf('', glue, right)];
}

function isAt(split: Split, left: string, right: string): boolean {
  return left.endsWith(split.left) && right.startsWith(split.right);
}
