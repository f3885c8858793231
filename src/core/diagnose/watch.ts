/** What is looked for in a log besides signatures, and how it gets less: what is known is not searched for again. */
import type { Stand } from '../environment/environment.ts';
import { Inventory, inventoryMarksOf } from '../environment/inventory.ts';
import type { AskerKnowledge } from '../library/asker.ts';
import type { FailureKnowledge } from '../library/failure.ts';
import type { PlaceSign } from '../library/place.ts';
import { REPLAY_MARKS } from '../log/replay.ts';
import { TRACEBACK_MARKS } from '../log/traceback/traceback-line.ts';
import type { Gate } from '../match/gate.ts';
import type { Matcher, Searched } from '../match/match.ts';
import type { Wanted } from '../match/needles.ts';
import type { Wanting } from './sieve.ts';

/** What the readers of a log look for besides signatures: a line without any of it, and without a literal, can be passed over. */
export const LOG_MARKS: readonly Wanted[] = [...TRACEBACK_MARKS, ...REPLAY_MARKS];

/** What a library knows of machines and failures. */
interface Signs {
  places: readonly PlaceSign[];
  asker: AskerKnowledge;
  failures: FailureKnowledge;
}

/** All that is looked for besides signatures, in the order of its numbers. */
export function marksOf({ places, asker, failures }: Signs): Wanted[] {
  const ofFailures = failures.signs.flatMap(({ literals }) => literals.map((text) => ({ text })));
  return [...LOG_MARKS, ...ofFailures, ...inventoryMarksOf(places, asker).wanted];
}

/** Bytes after which the gate is thinned out for the first time; then whenever as many again were read. */
const FIRST_THINNING = 65_536;
/** A program says at its start where it runs and on what; in a log that goes on for longer only the frames of tracebacks are asked. */
const LAST_LINE = 100_000;

/** Marks of a line, by who looks for them. */
interface Sorted {
  /** Numbers of the signs of failures. */
  signs: readonly number[];
  /** Of the inventory, by its own numbers. */
  marks: readonly number[];
}

const NOTHING: Sorted = { signs: [], marks: [] };

/** A line of a log, of source that a traceback quotes, or a frame that names a place in code. */
export type Kind = 'plain' | 'source' | 'frame';

/** Hands lines to the inventory, with the marks that stand in them. */
export class Watch implements Wanting {
  readonly inventory: Inventory;
  readonly #matcher: Matcher;
  /** Of each literal of the failures the number of its sign. */
  readonly #signOf: readonly number[];
  readonly #sortedOf = new WeakMap<readonly number[], Sorted>();
  #ignored: ReadonlySet<number> = new Set();
  #ignoredAt = 0;
  #gate: Gate | null = null;
  #thinAt = FIRST_THINNING;
  #isOver = false;

  constructor(matcher: Matcher, { places, asker, failures }: Signs) {
    this.#matcher = matcher;
    this.inventory = new Inventory(inventoryMarksOf(places, asker));
    this.#signOf = failures.signs.flatMap(({ literals }, sign) => literals.map(() => sign));
  }

  /** Numbers of the signs of failures that may stand in a line. */
  signsIn(searched: Searched): readonly number[] {
    return this.#sorted(this.#matcher.marksIn(searched)).signs;
  }

  /** A file begins: its lines are counted from 1. */
  begin(): void {
    this.inventory.close();
    this.#isOver = false;
    this.#ignoredAt = -1;
    this.#gate = null;
    this.#thinAt = FIRST_THINNING;
  }

  /** Takes a line. */
  read(told: Searched, stand: Stand, kind: Kind): void {
    if (stand.line > LAST_LINE) {
      this.inventory.close();
      if (kind === 'plain') return;
    }
    const { marks } = this.#sorted(this.#matcher.marksIn(told));
    if (marks.length === 0 && !this.inventory.isOpen) return;
    this.inventory.read(told.text, marks, stand, kind === 'source');
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

  /** Marks by who looks for them; found out once for the marks of a text that comes again. */
  #sorted(all: readonly number[]): Sorted {
    if (all.length === 0) return NOTHING;
    const known = this.#sortedOf.get(all) ?? this.#sort(all);
    this.#sortedOf.set(all, known);
    return known;
  }

  #sort(all: readonly number[]): Sorted {
    const first = this.#first;
    const ofFailures = all.filter((mark) => mark >= LOG_MARKS.length && mark < first);
    const signs = new Set(ofFailures.map((mark) => this.#signOf[mark - LOG_MARKS.length] as number));
    const marks = all.filter((mark) => mark >= first).map((mark) => mark - first);
    return { signs: [...signs].sort((a, b) => a - b), marks };
  }

  /** Number of the first mark of the inventory. */
  get #first(): number {
    return LOG_MARKS.length + this.#signOf.length;
  }

  #numbered(marks: Iterable<number>): ReadonlySet<number> {
    const first = this.#matcher.firstAlsoWanted + this.#first;
    return new Set([...marks].map((mark) => first + mark));
  }
}
