/** Which patterns may begin in one text and end in the next one: most pairs have none, and are told by that. */
import type { Reach } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { ascending, type Looking } from './looking.ts';
import { GLUES, type Glue, Seams } from './seams.ts';

/** Patterns that reach beyond an end of a text, in their order. */
type Reaching = Record<Glue, readonly number[]>;

const NONE: readonly number[] = [];
const NOWHERE: Reaching = { '': NONE, ' ': NONE };

/** A text in small letters with what stands in it. What reaches beyond it stays with it: a log repeats its texts. */
export interface Neighbour {
  lower: string;
  literals: readonly number[];
  reaching?: { begin: Reaching; end: Reaching } | undefined;
}

/** Patterns by the literals that stand on either side of a seam, or across it. */
export class Crossing {
  readonly #table: MatchTable;
  readonly #looking: Looking;
  readonly #seams: Seams;

  constructor(table: MatchTable, looking: Looking) {
    this.#table = table;
    this.#looking = looking;
    this.#seams = new Seams(table.texts);
  }

  /** Numbers of the patterns that may stand across the seam, in their order. */
  patternsAt(before: Neighbour, glue: Glue, after: Neighbour): readonly number[] {
    const standing = this.#seams.standingAt(before.lower, glue, after.lower);
    const left = this.#reachingOf(before).end[glue];
    const right = this.#reachingOf(after).begin[glue];
    if (standing.length === 0 && right.length === 0) return left;
    if (standing.length === 0 && left.length === 0) return right;
    return inOrder([...left, ...right, ...this.#looking.needing(standing)]);
  }

  #reachingOf(text: Neighbour): { begin: Reaching; end: Reaching } {
    text.reaching ??= { begin: this.#reachingBeyond(text, 'begin'), end: this.#reachingBeyond(text, 'end') };
    return text.reaching;
  }

  #reachingBeyond({ literals, lower }: Neighbour, side: 'begin' | 'end'): Reaching {
    if (literals.length === 0) return NOWHERE;
    const numbers: Record<Glue, number[]> = { '': [], ' ': [] };
    for (const literal of literals) {
      const text = this.#looking.textOf(literal);
      const distance = side === 'begin' ? lower.indexOf(text) : lower.length - lower.lastIndexOf(text) - text.length;
      const reaches = this.#table.reaches[literal] as readonly Reach[];
      for (const [at, number] of (this.#table.needing[literal] as readonly number[]).entries()) {
        const beyond = (reaches[at] as Reach)[side === 'begin' ? 0 : 1] - distance;
        for (const glue of GLUES) if (beyond > glue.length) numbers[glue].push(number);
      }
    }
    return { '': inOrder(numbers['']), ' ': inOrder(numbers[' ']) };
  }
}

/** Each number once. */
function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)].sort(ascending);
}
