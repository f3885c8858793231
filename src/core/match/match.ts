/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry, Pattern, Signature } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { Gate, isFoundOtherwise, type Wanted } from './gate.ts';

export type Value = number | string;

export interface Match {
  id: string;
  /** Index of the pattern within its signature. */
  pattern: number;
  weak: boolean;
  values: Record<string, Value>;
  start: number;
  end: number;
}

/** The table of these errors. */
export function tableOf(errors: readonly ErrorEntry[]): MatchTable {
  const numbers = new Map<string, number>();
  const needing: number[][] = [];
  const patterns: [string, number][] = [];
  for (const { id, signature } of errors) {
    for (const [index, { literals }] of signature.patterns.entries()) {
      for (const literal of literals) {
        const number = numbers.get(literal) ?? numbers.size;
        numbers.set(literal, number);
        needing[number] = [...(needing[number] ?? []), patterns.length];
      }
      patterns.push([id, index]);
    }
  }
  return { texts: [...numbers.keys()], needing, patterns };
}

/** A text, in small letters as well, the numbers of the patterns whose literal it holds, in their order, and of the other wanted texts. */
interface Looked {
  text: string;
  lower: string;
  numbers: number[];
  marks: number[];
}

/** Not ASCII, but its small letter is: no expression takes one for the other. */
const UNLIKE = /[\u0130\u212a]/g;

const encoder = new TextEncoder();
/** So many texts are searched for the literals one by one before the gate is made, which takes longer than that. */
const FEW = 64;

/** All signatures; a line meets the full expressions of those only whose literal it holds, and they are compiled when it does. */
export class Matcher {
  readonly #table: MatchTable;
  readonly #alsoWanted: readonly Wanted[];
  /** All that is looked for, in small letters: the literals, then the other texts. */
  readonly #texts: readonly string[];
  /** Numbers of those that the gate does not look for. */
  readonly #besideGate: readonly number[];
  readonly #errors: ReadonlyMap<string, ErrorEntry>;
  readonly #regexes = new Map<string, RegExp>();
  #gate: Gate | null | undefined;
  #asked = 0;
  /** The text that was asked about last, and what was found in it: a candidate is matched next. */
  #last: Looked = { text: '', lower: '', numbers: [], marks: [] };
  #scratch = new Uint8Array(4096);

  /**
   * @param table of the same errors.
   * @param alsoWanted what the other readers of a log look for: the gate finds it as well.
   */
  constructor(errors: readonly ErrorEntry[], table = tableOf(errors), alsoWanted: readonly Wanted[] = []) {
    this.#table = table;
    this.#alsoWanted = alsoWanted;
    this.#texts = [...table.texts, ...alsoWanted.map(({ text }) => text.toLowerCase())];
    this.#besideGate = this.#texts.flatMap((text, number) => (isFoundOtherwise({ text }) ? [number] : []));
    this.#errors = new Map(errors.map((error) => [error.id, error]));
  }

  /** Number of the first of the other wanted texts within the gate. */
  get firstAlsoWanted(): number {
    return this.#table.texts.length;
  }

  /** Finds the literals, and what the other readers of a log look for: lines without any of it can be passed over. Made on first use. */
  get gate(): Gate | null {
    if (this.#gate === undefined) {
      const texts = this.#table.texts.map((text) => ({ text }));
      this.#gate = Gate.of([...texts, ...this.#alsoWanted], this.#table.windows);
    }
    return this.#gate;
  }

  /** Whether the line holds a literal of some signature: the cheap test that most lines fail. */
  isCandidate(text: string): boolean {
    return this.#lookAt(text).numbers.length > 0;
  }

  /** Numbers of the other wanted texts that stand in the line, in any case. */
  marksIn(text: string): readonly number[] {
    return this.#lookAt(text).marks;
  }

  /**
   * Every signature that this line shows, at most one match for each.
   * @param context gives the lines before it, joined: where `near` may stand as well.
   */
  match(text: string, context: () => string): Match[] {
    const matches = new Map<Signature, Match>();
    const { lower, numbers } = this.#lookAt(text);
    for (const number of numbers) {
      const [id, index] = this.#table.patterns[number] as [string, number];
      const { signature } = this.#errors.get(id) as ErrorEntry;
      const { source, weak } = signature.patterns[index] as Pattern;
      const best = matches.get(signature);
      if (best && (!best.weak || weak)) continue;
      const found = mayMatch(signature, source, lower) ? this.#regex(source).exec(text) : null;
      if (!found) continue;
      const end = found.index + found[0].length;
      matches.set(signature, { id, pattern: index, weak, values: valuesOf(found.groups), start: found.index, end });
    }
    return [...matches].filter(([signature]) => this.#holds(signature, text, lower, context)).map(([, match]) => match);
  }

  #holds(signature: Signature, text: string, lower: string, context: () => string): boolean {
    const { unless, near } = signature;
    const stands = (source: string): boolean => mayMatch(signature, source, lower) && this.#regex(source).test(text);
    if (unless.some(stands)) return false;
    return near.length === 0 || near.some((source) => stands(source) || this.#regex(source).test(context()));
  }

  #lookAt(text: string): Looked {
    if (text === this.#last.text) return this.#last;
    const lower = text.replace(UNLIKE, '?').toLowerCase();
    const standing = [...this.#standingIn(text)].filter((number) => lower.includes(this.#texts[number] as string));
    const first = this.#table.texts.length;
    const numbers = new Set(standing.flatMap((number) => this.#table.needing[number] ?? []));
    const marks = standing.flatMap((number) => (number < first ? [] : [number - first]));
    this.#last = { text, lower, numbers: [...numbers].sort((a, b) => a - b), marks: marks.sort((a, b) => a - b) };
    return this.#last;
  }

  /** What may stand in the text: too much, never too little. */
  #standingIn(text: string): Iterable<number> {
    if ((this.#gate === undefined && this.#asked++ < FEW) || !this.gate) return this.#texts.keys();
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#scratch);
    const found = new Set(this.#besideGate);
    this.gate.next(this.#scratch, 0, written, found);
    return found;
  }

  #regex(source: string): RegExp {
    const known = this.#regexes.get(source);
    if (known) return known;
    const regex = new RegExp(source, 'i');
    this.#regexes.set(source, regex);
    return regex;
  }
}

/** Whether a line in small letters holds what the expression needs: most are never compiled. */
function mayMatch({ needs }: Signature, source: string, lower: string): boolean {
  return (needs[source] ?? []).every((set) => set.some((part) => lower.includes(part)));
}

function valuesOf(groups: Record<string, string | undefined> | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(groups ?? {})) {
    if (text === undefined) continue;
    values[name] = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
  }
  return values;
}
