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
  readonly #splits: Record<Glue, ReadonlyMap<number, readonly Split[]> | null> = { '': null, ' ': null };
  #asked = 0;

  constructor(literals: readonly string[]) {
    this.#literals = literals;
    this.#reach = Math.max(...literals.map(({ length }) => length));
  }

  /** Numbers of those that begin in the first text, or in the glue, and do not end there. In small letters; at first it may find too much. */
  standingAt(before: string, glue: Glue, after: string): number[] {
    if (this.#asked++ < FEW) {
      const both = before.slice(-this.#reach) + glue + after.slice(0, this.#reach);
      return this.#literals.flatMap((literal, number) => (both.includes(literal) ? [number] : []));
    }
    const splits = this.#splitsAt(glue);
    const standing: number[] = [];
    const [second, last, next] = [codeAt(before, before.length - 2), codeAt(before, before.length - 1), codeAt(after, 0)];
    gather(splits.get(keyOf(second, last, next)), before, after, standing);
    gather(splits.get(keyOf(NONE, last, next)), before, after, standing);
    if (glue === '') return standing;
    // A literal may begin or end with the blank.
    gather(splits.get(keyOf(second, last, NONE)), before, after, standing);
    gather(splits.get(keyOf(NONE, last, NONE)), before, after, standing);
    gather(splits.get(keyOf(NONE, NONE, next)), before, after, standing);
    return standing;
  }

  #splitsAt(glue: Glue): ReadonlyMap<number, readonly Split[]> {
    this.#splits[glue] ??= this.#listed(glue);
    return this.#splits[glue];
  }

  #listed(glue: Glue): ReadonlyMap<number, readonly Split[]> {
    const splits = new Map<number, Split[]>();
    for (const [number, literal] of this.#literals.entries()) {
      for (let at = literal.indexOf(glue, 1 - glue.length); at >= 0 && at < literal.length; at = literal.indexOf(glue, at + 1)) {
        const [left, right] = [literal.slice(0, at), literal.slice(at + glue.length)];
        const key = keyOf(codeAt(left, at - 2), codeAt(left, at - 1), codeAt(right, 0));
        const same = splits.get(key);
        if (same) same.push({ number, left, right });
        else splits.set(key, [{ number, left, right }]);
      }
    }
    return splits;
  }
}

/** In the place of a character that a literal does not have. */
const NONE = 0;

function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : NONE;
}

/** Of two characters before the seam and one behind it; several may share a number. */
function keyOf(second: number, last: number, next: number): number {
  return (second * 31 + last) * 31 + next;
}

/** Numbers of the splits that stand here. */
function gather(splits: readonly Split[] | undefined, before: string, after: string, standing: number[]): void {
  if (!splits) return;
  for (const { number, left, right } of splits) if (before.endsWith(left) && after.startsWith(right)) standing.push(number);
}
