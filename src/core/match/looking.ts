/** What stands in a text of all that is looked for: the literals of the signatures, and what the other readers of a log want. */
import type { MatchTable } from '../library/library.ts';
import { once } from '../once.ts';
import { BrokenLiterals } from './broken-literals.ts';
import type { Glue } from './crossing.ts';
import { Gate } from './gate.ts';
import { isFoundOtherwise, type Wanted } from './needles.ts';

/** What was found in a text. */
export interface Looked {
  /** In small letters; empty where nothing was found. */
  lower: string;
  /** The literals that stand in it, by their numbers. */
  literals: readonly number[];
  /** The patterns that one of them belongs to, in their order. */
  numbers: readonly number[];
  /** The other wanted texts. */
  marks: readonly number[];
}

const NONE: readonly number[] = [];
const NOTHING: Looked = { lower: '', literals: NONE, numbers: NONE, marks: NONE };

/** Not ASCII, but its small letter is: no expression takes one for the other. */
const UNLIKE = /[\u0130\u212a]/g;

const encoder = new TextEncoder();
/** So many texts are searched for the literals one by one before the gate is made, which takes longer than that. */
const FEW = 64;

/** Searches texts. */
export class Looking {
  readonly #table: MatchTable;
  readonly #alsoWanted: readonly Wanted[];
  /** All that is looked for, in small letters: the literals, then the other texts. */
  readonly #texts: readonly string[];
  /** Numbers of those that the gate does not look for. */
  readonly #besideGate = once(() => this.#texts.flatMap((text, number) => (isFoundOtherwise({ text }) ? [number] : [])));
  /** How long the longest literal is. */
  readonly #reach = once(() => Math.max(...this.#table.texts.map(({ length }) => length)));
  readonly #broken = once(() => new BrokenLiterals(this.#table.texts));
  #gate: Gate | null | undefined;
  #asked = 0;
  readonly #found = new Set<number>();
  #scratch = new Uint8Array(4096);

  /** @param alsoWanted what the other readers of a log look for: the gate finds it as well. */
  constructor(table: MatchTable, alsoWanted: readonly Wanted[]) {
    this.#table = table;
    this.#alsoWanted = alsoWanted;
    this.#texts = [...table.texts, ...alsoWanted.map(({ text }) => text.toLowerCase())];
  }

  /** Finds all of it in bytes; null where every line must be looked at. Made on first use. */
  get gate(): Gate | null {
    if (this.#gate === undefined) {
      const texts = this.#table.texts.map((text) => ({ text }));
      this.#gate = Gate.of([...texts, ...this.#alsoWanted], this.#table.windows);
    }
    return this.#gate;
  }

  /** A literal, in small letters. */
  textOf(literal: number): string {
    return this.#texts[literal] as string;
  }

  /** What stands in a text. */
  lookAt(text: string): Looked {
    const maybe = this.#standingIn(text);
    if (maybe.length === 0) return NOTHING;
    const lower = lowered(text);
    const standing = maybe.filter((number) => lower.includes(this.textOf(number)));
    if (standing.length === 0) return NOTHING;
    const first = this.#table.texts.length;
    const literals = standing.filter((number) => number < first);
    const marks = standing.filter((number) => number >= first).map((number) => number - first);
    return { lower, literals, numbers: this.needing(literals), marks: marks.sort(ascending) };
  }

  /** The literals, by their numbers, that begin in the first text, or in the glue, and do not end there. In small letters. */
  standingAcross(before: string, glue: Glue, after: string): readonly number[] {
    if (this.#gate && glue === ' ') return this.#broken().atBlank(before, after);
    if (this.#gate && !this.#broken().mayBeWithin(before, after)) return NONE;
    const reach = this.#reach();
    const left = before.slice(-reach);
    const both = left + glue + after.slice(0, reach);
    const first = this.#table.texts.length;
    return this.#standingIn(both).filter((number) => {
      if (number >= first) return false;
      const literal = this.textOf(number);
      const place = both.indexOf(literal, left.length - literal.length + 1);
      return place >= 0 && place < left.length + glue.length;
    });
  }

  /** The patterns that one of these literals belongs to, in their order. */
  needing(literals: readonly number[]): number[] {
    return [...new Set(literals.flatMap((number) => this.#table.needing[number] ?? []))].sort(ascending);
  }

  /** What may stand in the text: too much, never too little. */
  #standingIn(text: string): number[] {
    if ((this.#gate === undefined && this.#asked++ < FEW) || !this.gate) return [...this.#texts.keys()];
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#scratch);
    const found = this.#found;
    found.clear();
    this.gate.next(this.#scratch, 0, written, found);
    return text.includes('\\') ? [...found, ...this.#besideGate()] : [...found];
  }
}

/** In small letters, with places unchanged. */
export function lowered(text: string): string {
  return text.replace(UNLIKE, '?').toLowerCase();
}

/** For lists of numbers. */
export function ascending(a: number, b: number): number {
  return a - b;
}
