/** Which patterns may begin in one text and end in the next one: most pairs have none, and are told by that. */
import type { Reach } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { ascending, type Looked, type Looking } from './looking.ts';
import { Seams } from './seams.ts';

/** How far a pattern may go on beyond an end of a text. */
interface Reaching {
  number: number;
  /** Characters behind the end. */
  beyond: number;
}

/** A side of a text: a pattern may reach beyond its begin, or beyond its end. */
type Side = 'begin' | 'end';

const NONE: readonly number[] = [];

/** A text in small letters, and what stands in it. */
export interface LookedAt {
  lower: string;
  looked: Looked;
}

/** Patterns by the literals that stand on either side of a seam, or across it. */
export class Crossing {
  readonly #table: MatchTable;
  readonly #looking: Looking;
  readonly #seams: Seams;
  /** A log repeats its texts: what reaches beyond one is found out once. */
  readonly #reaching = { begin: new WeakMap<Looked, readonly Reaching[]>(), end: new WeakMap<Looked, readonly Reaching[]>() };

  constructor(table: MatchTable, looking: Looking) {
    this.#table = table;
    this.#looking = looking;
    this.#seams = new Seams(table.texts);
  }

  /** Numbers of the patterns that may stand across the seam, in their order. */
  patternsAt(before: LookedAt, glue: '' | ' ', after: LookedAt): readonly number[] {
    const standing = this.#seams.standingAt(before.lower, glue, after.lower);
    const reaching = [...this.#beyond(before, 'end'), ...this.#beyond(after, 'begin')];
    if (standing.length + reaching.length === 0) return NONE;
    const numbers = reaching.filter(({ beyond }) => beyond > glue.length).map(({ number }) => number);
    return [...new Set([...numbers, ...this.#looking.needing(standing)])].sort(ascending);
  }

  #beyond({ looked, lower }: LookedAt, side: Side): readonly Reaching[] {
    if (looked.literals.length === 0) return [];
    const known = this.#reaching[side].get(looked) ?? this.#findBeyond(looked, lower, side);
    this.#reaching[side].set(looked, known);
    return known;
  }

  #findBeyond({ literals }: Looked, lower: string, side: Side): readonly Reaching[] {
    return literals.flatMap((literal) => {
      const text = this.#looking.textOf(literal);
      const distance = side === 'begin' ? lower.indexOf(text) : lower.length - lower.lastIndexOf(text) - text.length;
      const reaches = this.#table.reaches[literal] as readonly Reach[];
      return (this.#table.needing[literal] as readonly number[]).flatMap((number, at) => {
        const beyond = (reaches[at] as Reach)[side === 'begin' ? 0 : 1] - distance;
        return beyond > 0 ? [{ number, beyond }] : [];
      });
    });
  }
}
