/** Which patterns may begin in one text and end in the next one: most pairs have none, and are told by that. */
import type { MatchTable } from '../library/library.ts';
import { ascending, type Looking } from './looking.ts';
import { holdsOne, type Rules } from './rules.ts';
import type { Needs } from './runs.ts';

/** A pattern that reaches beyond an end of a text, and what else its matches hold that this text does not. */
interface Beyond {
  number: number;
  lacks: Needs;
}

/** What glues two texts. */
export type Glue = '' | ' ';

/** Patterns that reach beyond an end of a text. */
type Reaching = Record<Glue, readonly Beyond[]>;

const NONE: readonly number[] = [];
const NOWHERE: Reaching = { '': [], ' ': [] };
/** Of each text so much is looked at for what stands across the seam: no part that a pattern needs is longer. */
export const WIDEST_PART = 200;

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
  readonly #rules: Rules;

  constructor(table: MatchTable, looking: Looking, rules: Rules) {
    this.#table = table;
    this.#looking = looking;
    this.#rules = rules;
  }

  /** Numbers of the patterns that may stand across the seam, in their order. */
  patternsAt(before: Neighbour, glue: Glue, after: Neighbour): readonly number[] {
    const standing = this.#looking.standingAcross(before.lower, glue, after.lower);
    const left = this.#reachingOf(before).end[glue];
    const right = this.#reachingOf(after).begin[glue];
    if (standing.length + left.length + right.length === 0) return NONE;
    const numbers = standing.length === 0 ? [] : this.#looking.needing(standing);
    const seam = before.lower.slice(-WIDEST_PART) + glue + after.lower.slice(0, WIDEST_PART);
    for (const { number, lacks } of left) if (holdsAll(after.lower, seam, lacks)) numbers.push(number);
    for (const { number, lacks } of right) if (holdsAll(before.lower, seam, lacks)) numbers.push(number);
    return inOrder(numbers);
  }

  #reachingOf(text: Neighbour): { begin: Reaching; end: Reaching } {
    text.reaching ??= { begin: this.#reachingBeyond(text, 'begin'), end: this.#reachingBeyond(text, 'end') };
    return text.reaching;
  }

  #reachingBeyond({ literals, lower }: Neighbour, side: 'begin' | 'end'): Reaching {
    if (literals.length === 0) return NOWHERE;
    const furthest = new Map<number, number>();
    for (const literal of literals) {
      const text = this.#looking.textOf(literal);
      const distance = side === 'begin' ? lower.indexOf(text) : lower.length - lower.lastIndexOf(text) - text.length;
      for (const number of this.#table.needing[literal] as readonly number[]) {
        const beyond = this.#rules.get(number).expression.reachAround(text)[side === 'begin' ? 0 : 1] - distance;
        if (beyond > (furthest.get(number) ?? 0)) furthest.set(number, beyond);
      }
    }
    if (furthest.size === 0) return NOWHERE;
    const all = [...furthest].map(([number, beyond]) => ({ number, lacks: this.#rules.get(number).expression.lacksIn(lower), beyond }));
    const over = (glue: string): Beyond[] => all.filter(({ beyond }) => beyond > glue.length);
    return { '': over(''), ' ': over(' ') };
  }
}

/** Whether one part of each set stands in the text, or across its seam. */
function holdsAll(lower: string, seam: string, needs: Needs): boolean {
  for (const set of needs) if (!holdsOne(lower, set) && !holdsOne(seam, set)) return false;
  return true;
}

/** Each number once. */
function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)].sort(ascending);
}
