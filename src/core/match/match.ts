/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry, Pattern, Signature } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { remembering } from '../text/remembering.ts';
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
  numbers: readonly number[];
  marks: readonly number[];
  /** What its patterns say, once somebody has asked. */
  shown: readonly Shown[] | null;
}

/** A signature that a text shows, if one of the expressions (unless there are none) stands in the lines before it. */
interface Shown {
  match: Match;
  near: readonly string[];
}

const NONE: readonly number[] = [];

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
  #last: Looked = { text: '', lower: '', numbers: NONE, marks: NONE, shown: null };
  readonly #look = remembering((text) => this.#lookFresh(text));
  readonly #found = new Set<number>();
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
    const looked = this.#lookAt(text);
    looked.shown ??= this.#shownIn(looked);
    return looked.shown
      .filter(({ near }) => near.length === 0 || near.some((source) => this.#regex(source).test(context())))
      .map(({ match }) => match);
  }

  #shownIn({ text, lower, numbers }: Looked): Shown[] {
    const matches = new Map<Signature, Match>();
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
    return [...matches].flatMap(([signature, match]): Shown[] => {
      const { unless, near } = signature;
      const stands = (source: string): boolean => mayMatch(signature, source, lower) && this.#regex(source).test(text);
      if (unless.some(stands)) return [];
      return [{ match, near: near.some(stands) ? [] : near }];
    });
  }

  #lookAt(text: string): Looked {
    if (text !== this.#last.text) this.#last = this.#look(text);
    return this.#last;
  }

  #lookFresh(text: string): Looked {
    const maybe = this.#standingIn(text);
    const lower = maybe.length > 0 ? text.replace(UNLIKE, '?').toLowerCase() : '';
    const standing = maybe.filter((number) => lower.includes(this.#texts[number] as string));
    if (standing.length === 0) return { text, lower, numbers: NONE, marks: NONE, shown: null };
    const first = this.#table.texts.length;
    const numbers = new Set(standing.flatMap((number) => this.#table.needing[number] ?? []));
    const marks = standing.flatMap((number) => (number < first ? [] : [number - first]));
    return { text, lower, numbers: [...numbers].sort((a, b) => a - b), marks: marks.sort((a, b) => a - b), shown: null };
  }

  /** What may stand in the text: too much, never too little. */
  #standingIn(text: string): number[] {
    if ((this.#gate === undefined && this.#asked++ < FEW) || !this.gate) return [...this.#texts.keys()];
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#scratch);
    const found = this.#found;
    found.clear();
    this.gate.next(this.#scratch, 0, written, found);
    return text.includes('\\') ? [...found, ...this.#besideGate] : [...found];
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
