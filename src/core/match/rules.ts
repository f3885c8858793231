/** The patterns of all signatures, each made ready when a text first holds its literal. */
import type { ErrorEntry, Pattern, Signature } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { remembering } from '../once.ts';
import { type Needs, needsOf, type Reach, reachOf } from './runs.ts';

const NOTHING: Needs = [];

/** A regular expression of a signature; it is compiled when a text holds what it needs. */
export class Expression {
  readonly #source: string;
  #needs: Needs | undefined;
  #reachOf: ((literal: string) => Reach) | undefined;
  #regex: RegExp | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** What it finds in a text, which is given in small letters as well. */
  find(text: string, lower: string): RegExpExecArray | null {
    for (const set of this.#needed()) if (!holdsOne(lower, set)) return null;
    this.#regex ??= new RegExp(this.#source, 'i');
    return this.#regex.exec(text);
  }

  /** What it needs and a text, in small letters, does not hold. */
  lacksIn(lower: string): Needs {
    const lacks = this.#needed().filter((set) => !holdsOne(lower, set));
    return lacks.length === 0 ? NOTHING : lacks;
  }

  /** How far a match reaches around a literal of it. */
  reachAround(literal: string): Reach {
    this.#reachOf ??= remembering(reachOf(this.#source));
    return this.#reachOf(literal);
  }

  #needed(): Needs {
    this.#needs ??= needsOf(this.#source);
    return this.#needs;
  }
}

/** Whether one of these parts stands in a text in small letters. */
export function holdsOne(lower: string, set: readonly string[]): boolean {
  for (const part of set) if (lower.includes(part)) return true;
  return false;
}

/** A pattern with the signature that it belongs to. */
export interface Rule {
  id: string;
  /** Index of the pattern within the signature. */
  index: number;
  weak: boolean;
  expression: Expression;
  /** Of its signature: where one of these stands as well, nothing is matched. */
  unless: readonly Expression[];
  /** Of its signature: one of these must stand in the line or before it, if there are any. */
  near: readonly Expression[];
}

interface Shared {
  signature: Signature;
  unless: readonly Expression[];
  near: readonly Expression[];
}

/** Rules by the numbers of the table. */
export class Rules {
  readonly #table: MatchTable;
  readonly #errors: ReadonlyMap<string, ErrorEntry>;
  readonly #made: (Rule | undefined)[];
  readonly #shared = new Map<string, Shared>();

  constructor(table: MatchTable, errors: readonly ErrorEntry[]) {
    this.#table = table;
    this.#errors = new Map(errors.map((error) => [error.id, error]));
    this.#made = new Array(table.patterns.length);
  }

  /** The rule with this number. */
  get(number: number): Rule {
    this.#made[number] ??= this.#make(number);
    return this.#made[number];
  }

  #make(number: number): Rule {
    const [id, index] = this.#table.patterns[number] as MatchTable['patterns'][number];
    const { signature, unless, near } = this.#sharedOf(id);
    const { source, weak } = signature.patterns[index] as Pattern;
    return { id, index, weak, expression: new Expression(source), unless, near };
  }

  #sharedOf(id: string): Shared {
    const known = this.#shared.get(id);
    if (known) return known;
    const { signature } = this.#errors.get(id) as ErrorEntry;
    const unless = signature.unless.map((source) => new Expression(source));
    const near = signature.near.map((source) => new Expression(source));
    const shared = { signature, unless, near };
    this.#shared.set(id, shared);
    return shared;
  }
}
