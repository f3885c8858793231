/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry, Reach } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { Gate, isFoundOtherwise, type Wanted } from './gate.ts';
import { type Expression, Rules } from './rules.ts';
import { Seams } from './seams.ts';

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
  const reaches: Reach[][] = [];
  const patterns: [string, number][] = [];
  for (const { id, signature } of errors) {
    for (const [index, pattern] of signature.patterns.entries()) {
      for (const [at, literal] of pattern.literals.entries()) {
        const number = numbers.get(literal) ?? numbers.size;
        numbers.set(literal, number);
        needing[number] = [...(needing[number] ?? []), patterns.length];
        reaches[number] = [...(reaches[number] ?? []), pattern.reaches[at] as Reach];
      }
      patterns.push([id, index]);
    }
  }
  return { texts: [...numbers.keys()], needing, reaches, patterns };
}

/** What is matched. What was found in it stays with it, for the matcher that was asked. */
export interface Searched {
  readonly text: string;
  looked?: Looked;
}

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
  /** What its patterns say, once somebody has asked. */
  shown: readonly Shown[] | null;
  /** What stands across the seam to the text that stood before it last, by what glues them. */
  across: { before: Searched['text']; ' '?: readonly Shown[]; ''?: readonly Shown[] } | null;
}

/** A signature that a text shows, if one of the expressions (unless there are none) stands in the lines before it. */
interface Shown {
  match: Match;
  unless: readonly Expression[];
  near: readonly Expression[];
}

const NONE: readonly number[] = [];
const NOTHING: Shown[] = [];
const NO_MATCH: Match[] = [];

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
  readonly #seams: Seams;
  readonly #rules: Rules;
  #gate: Gate | null | undefined;
  #asked = 0;
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
    this.#seams = new Seams(table.texts);
    this.#rules = new Rules(table, errors);
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
  isCandidate(searched: Searched): boolean {
    return this.#lookAt(searched).numbers.length > 0;
  }

  /** Numbers of the other wanted texts that stand in the line, in any case. */
  marksIn(searched: Searched): readonly number[] {
    return this.#lookAt(searched).marks;
  }

  /**
   * Every signature that this line shows, at most one match for each.
   * @param context gives the lines before it, joined: where `near` may stand as well.
   */
  match(searched: Searched, context: () => string): Match[] {
    return withNear(this.#shown(searched), context);
  }

  /** Every signature that begins in one text and ends in the next one, with `glue` between them; places are those of both as one. */
  matchAcross(before: Searched, after: Searched, glue: '' | ' ', context: () => string): Match[] {
    const looked = this.#lookAt(after);
    if (looked.across?.before !== before.text) looked.across = { before: before.text };
    looked.across[glue] ??= this.#shownAcross(before, after, glue);
    return withNear(looked.across[glue], context);
  }

  #shownAcross(before: Searched, after: Searched, glue: '' | ' '): readonly Shown[] {
    const seam = before.text.length;
    const numbers = this.#reaching(before, after, glue);
    if (numbers.length === 0) return NOTHING;
    const text = `${before.text}${glue}${after.text}`;
    const across = this.#shownIn(text, lowered(text), numbers).filter(
      ({ match: { start, end } }) => start < seam && end > seam + glue.length,
    );
    if (across.length === 0) return NOTHING;
    const alone = [before, after].flatMap((each) => this.#shown(each));
    return across.filter(({ match }) => !alone.some((other) => isBefore(other.match, match)));
  }

  /** The patterns that would reach across the seam from one of their literals. */
  #reaching(before: Searched, after: Searched, glue: '' | ' '): readonly number[] {
    const [first, second] = [this.#lookAt(before), this.#lookAt(after)];
    const numbers: number[] = [];
    const take = (literal: number, side: 0 | 1, distance: number): void => {
      const reaches = this.#table.reaches[literal] as readonly Reach[];
      for (const [at, number] of (this.#table.needing[literal] as readonly number[]).entries())
        if ((reaches[at] as Reach)[side] > distance) numbers.push(number);
    };
    for (const literal of first.literals) {
      const text = this.#texts[literal] as string;
      take(literal, 1, before.text.length - first.lower.lastIndexOf(text) - text.length + glue.length);
    }
    for (const literal of second.literals) take(literal, 0, glue.length + second.lower.indexOf(this.#texts[literal] as string));
    const standing = this.#seams.standingAt(lowered(before.text), glue, lowered(after.text));
    if (standing.length > 0) numbers.push(...this.#needing(standing));
    return numbers.length > 1 ? [...new Set(numbers)].sort(ascending) : numbers;
  }

  #shown(searched: Searched): readonly Shown[] {
    const looked = this.#lookAt(searched);
    looked.shown ??= this.#shownIn(searched.text, looked.lower, looked.numbers);
    return looked.shown;
  }

  #shownIn(text: string, lower: string, numbers: readonly number[]): readonly Shown[] {
    const all: Shown[] = [];
    for (const number of numbers) {
      const { id, index, weak, expression, unless, near } = this.#rules.get(number);
      const at = all.findIndex(({ match }) => match.id === id);
      const best = all[at]?.match;
      if (best && (!best.weak || weak)) continue;
      const found = expression.find(text, lower);
      if (!found) continue;
      const end = found.index + found[0].length;
      const match = { id, pattern: index, weak, values: valuesOf(found.groups), start: found.index, end };
      if (best) (all[at] as Shown).match = match;
      else all.push({ match, unless, near });
    }
    if (all.length === 0) return NOTHING;
    const stands = (expression: Expression): boolean => expression.find(text, lower) !== null;
    return all.filter(({ unless }) => !unless.some(stands)).map((shown) => (shown.near.some(stands) ? { ...shown, near: [] } : shown));
  }

  #lookAt(searched: Searched): Looked {
    searched.looked ??= this.#look(searched.text);
    return searched.looked;
  }

  #look(text: string): Looked {
    const maybe = this.#standingIn(text);
    const lower = maybe.length > 0 ? lowered(text) : '';
    const standing = maybe.filter((number) => lower.includes(this.#texts[number] as string));
    if (standing.length === 0) return { lower: '', literals: NONE, numbers: NONE, marks: NONE, shown: NOTHING, across: null };
    const first = this.#table.texts.length;
    const literals = standing.filter((number) => number < first);
    const marks = standing.filter((number) => number >= first).map((number) => number - first);
    return { lower, literals, numbers: this.#needing(literals), marks: marks.sort(ascending), shown: null, across: null };
  }

  /** The patterns that one of these literals belongs to, in their order. */
  #needing(literals: readonly number[]): number[] {
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
    return text.includes('\\') ? [...found, ...this.#besideGate] : [...found];
  }
}

/** Those of which what must stand near by stands in the lines before. */
function withNear(shown: readonly Shown[], context: () => string): Match[] {
  if (shown.length === 0) return NO_MATCH;
  return shown.filter(({ near }) => near.length === 0 || standsIn(context(), near)).map(({ match }) => match);
}

function standsIn(context: string, near: readonly Expression[]): boolean {
  const lower = lowered(context);
  return near.some((expression) => expression.find(context, lower) !== null);
}

/** Whether the first match speaks for the signature of both: of its patterns the first one that fits counts, and a weak one only without others. */
function isBefore(first: Match, second: Match): boolean {
  return first.id === second.id && first.pattern < second.pattern && (!first.weak || second.weak);
}

/** In small letters, with places unchanged. */
function lowered(text: string): string {
  return text.replace(UNLIKE, '?').toLowerCase();
}

function ascending(a: number, b: number): number {
  return a - b;
}

function valuesOf(groups: Record<string, string | undefined> | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(groups ?? {})) {
    if (text === undefined) continue;
    values[name] = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
  }
  return values;
}
