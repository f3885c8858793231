/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry, Pattern, Signature } from './entry.ts';
import { Gate } from './gate.ts';
import { TRACEBACK_MARKS } from './traceback.ts';
import { REPLAY_MARKS } from './unwrap.ts';
import { VERSION_MARKS } from './versions.ts';

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

interface Compiled {
  id: string;
  pattern: Pattern;
  /** Its number within the signature. */
  index: number;
  signature: Signature;
}

const encoder = new TextEncoder();

/** All signatures; a line meets the full expressions of those only whose literal it holds, and they are compiled when it does. */
export class Matcher {
  /** Finds the literals, and what the other readers of a log look for: lines without any of it can be passed over. */
  readonly gate: Gate | null;
  /** Number of the first version mark within the gate. */
  readonly versionMarks: number;
  readonly #patterns: Compiled[] = [];
  /** By number of the literal: the numbers of the patterns that need it. */
  readonly #needing: number[][] = [];
  readonly #regexes = new Map<string, RegExp>();
  readonly #texts: string[];
  #scratch = new Uint8Array(4096);

  /** @param windows the offsets of the gate for the same errors, to save the choice. */
  constructor(errors: readonly ErrorEntry[], windows?: readonly number[]) {
    const numbers = new Map<string, number>();
    for (const { id, signature } of errors) {
      for (const [index, pattern] of signature.patterns.entries()) {
        for (const literal of pattern.literals) {
          const number = numbers.get(literal) ?? numbers.size;
          numbers.set(literal, number);
          const needing = this.#needing[number];
          if (needing) needing.push(this.#patterns.length);
          else this.#needing[number] = [this.#patterns.length];
        }
        this.#patterns.push({ id, pattern, index, signature });
      }
    }
    this.#texts = [...numbers.keys()];
    this.versionMarks = this.#texts.length + TRACEBACK_MARKS.length;
    this.gate = Gate.of([...this.#texts.map((text) => ({ text })), ...TRACEBACK_MARKS, ...VERSION_MARKS, ...REPLAY_MARKS], windows);
  }

  /** Whether the line holds a literal of some signature: the cheap test that most lines fail. */
  isCandidate(text: string): boolean {
    return this.#patternsFor(text).length > 0;
  }

  /**
   * Every signature that this line shows, at most one match for each.
   * @param context gives the lines before it, joined: where `near` may stand as well.
   */
  match(text: string, context: () => string): Match[] {
    const matches = new Map<Signature, Match>();
    for (const number of this.#patternsFor(text)) {
      const { id, pattern, index, signature } = this.#patterns[number] as Compiled;
      const best = matches.get(signature);
      if (best && (!best.weak || pattern.weak)) continue;
      const found = this.#regex(pattern.source).exec(text);
      if (!found) continue;
      const end = found.index + found[0].length;
      matches.set(signature, { id, pattern: index, weak: pattern.weak, values: valuesOf(found.groups), start: found.index, end });
    }
    return [...matches].filter(([signature]) => this.#holds(signature, text, context)).map(([, match]) => match);
  }

  #holds({ unless, near }: Signature, text: string, context: () => string): boolean {
    if (unless.some((source) => this.#regex(source).test(text))) return false;
    return near.length === 0 || near.some((source) => this.#regex(source).test(text) || this.#regex(source).test(context()));
  }

  /** Numbers of the patterns whose literal the text holds, in their order. */
  #patternsFor(text: string): number[] {
    const lower = text.toLowerCase();
    const needing = [...this.#literalsIn(text)].filter((number) => lower.includes(this.#texts[number] as string));
    const numbers = new Set(needing.flatMap((number) => this.#needing[number] as number[]));
    return [...numbers].sort((a, b) => a - b);
  }

  #literalsIn(text: string): Iterable<number> {
    if (!this.gate) return this.#texts.keys();
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#scratch);
    const found = new Set<number>();
    this.gate.next(this.#scratch, 0, written, found);
    return [...found].filter((number) => number < this.#texts.length);
  }

  #regex(source: string): RegExp {
    const known = this.#regexes.get(source);
    if (known) return known;
    const regex = new RegExp(source, 'i');
    this.#regexes.set(source, regex);
    return regex;
  }
}

function valuesOf(groups: Record<string, string | undefined> | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(groups ?? {})) {
    if (text === undefined) continue;
    values[name] = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
  }
  return values;
}
