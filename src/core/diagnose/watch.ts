/** What is looked for in a log besides signatures, and how it gets less: what is known is not searched for again. */
import type { Stand } from '../environment/environment.ts';
import { Inventory, InventoryMarks } from '../environment/inventory.ts';
import type { PlaceSign } from '../library/place.ts';
import { LOG_MARKS } from '../log/marks.ts';
import type { Gate, Wanted } from '../match/gate.ts';
import type { Matcher } from '../match/match.ts';
import type { Wanting } from './sieve.ts';

/** All that is looked for besides signatures, in the order of its numbers. */
export function marksOf(places: readonly PlaceSign[]): Wanted[] {
  return [...LOG_MARKS, ...new InventoryMarks(places).wanted];
}

/** Bytes after which the gate is thinned out for the first time; then whenever as many again were read. */
const FIRST_THINNING = 65_536;
/** A program says at its start where it runs and on what; in a log that goes on for longer only the frames of tracebacks are asked. */
const LAST_LINE = 100_000;

/** Hands lines to the inventory, with the marks that stand in them. */
export class Watch implements Wanting {
  readonly inventory: Inventory;
  readonly #matcher: Matcher;
  #ignored: ReadonlySet<number> = new Set();
  #ignoredAt = 0;
  #gate: Gate | null = null;
  #thinAt = FIRST_THINNING;
  #isOver = false;

  constructor(matcher: Matcher, places: readonly PlaceSign[]) {
    this.#matcher = matcher;
    this.inventory = new Inventory(new InventoryMarks(places));
  }

  /** A file begins: its lines are counted from 1. */
  begin(): void {
    this.inventory.close();
    this.#isOver = false;
    this.#ignoredAt = -1;
    this.#gate = null;
    this.#thinAt = FIRST_THINNING;
  }

  /** Takes a line; `isFrame` where it names a place in code. */
  read(text: string, stand: Stand, isFrame: boolean): void {
    if (stand.line > LAST_LINE) {
      this.inventory.close();
      if (!isFrame) return;
    }
    const marks = this.#matcher.marksIn(text).flatMap((mark) => (mark < LOG_MARKS.length ? [] : [mark - LOG_MARKS.length]));
    this.inventory.read(text, marks, stand);
  }

  /** Finds what is still looked for, and may find what is ignored. Only for a matcher that has a gate. */
  get gate(): Gate {
    this.#gate ??= this.#matcher.gate as Gate;
    return this.#gate;
  }

  /** Marks that can tell nothing new: paths of Python stand in every other line. */
  get ignored(): ReadonlySet<number> {
    if (this.inventory.changes !== this.#ignoredAt && !this.#isOver) {
      this.#ignoredAt = this.inventory.changes;
      this.#ignored = this.#numbered(this.inventory.settled);
    }
    return this.#ignored;
  }

  /** Takes what is ignored out of the gate, where it still costs. Making a gate costs too, so it is done seldom. */
  thin(bytes: number, line: number): void {
    if (line > LAST_LINE && !this.#isOver) {
      this.#isOver = true;
      this.#ignored = this.#numbered(this.inventory.marks.keys());
    } else if (bytes < this.#thinAt) return;
    this.#thinAt = bytes * 2;
    this.#gate = (this.#matcher.gate as Gate).without(this.ignored);
  }

  #numbered(marks: Iterable<number>): ReadonlySet<number> {
    const first = this.#matcher.firstAlsoWanted + LOG_MARKS.length;
    return new Set([...marks].map((mark) => first + mark));
  }
}
