/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';
import { Crossing, type Neighbour } from './crossing.ts';
import type { Gate } from './gate.ts';
import { type Looked, Looking, lowered } from './looking.ts';
import type { Wanted } from './needles.ts';
import { RecentPairs } from './recent-pairs.ts';
import { type Expression, Rules } from './rules.ts';
import { tableOf } from './table.ts';

export type Value = number | string;

/** Behind a number that is measured. */
const UNIT = /^ ?(?:[KMGT]i?B|bytes|%|s\b|sec)/;

/** The full stop of the sentence that a name or a version ends; three of them say that something was left out. */
const SENTENCE_END = /(?<=[\w)\]'"])\.$/;

export interface Match {
  id: string;
  /** Index of the pattern within its signature. */
  pattern: number;
  weak: boolean;
  values: Record<string, Value>;
  start: number;
  end: number;
}

/** What is matched. What was found in it stays with it, for the matcher that was asked. */
export interface Searched {
  readonly text: string;
  looked?: Known;
}

/** What is known of a text. */
export interface Known extends Looked, Neighbour {
  literals: readonly number[];
  lower: string;
  /** What its patterns say, once somebody has asked. */
  shown: readonly Shown[] | null;
  /** No other text that was looked at has this one. */
  id: number;
}

/** A signature that a text shows, if one of the expressions (unless there are none) stands in the lines before it. */
interface Shown {
  match: Match;
  unless: readonly Expression[];
  near: readonly Expression[];
}

const NOTHING: readonly Shown[] = [];
const NO_MATCH: Match[] = [];

/** All signatures; a line meets the full expressions of those only whose literal it holds, and they are compiled when it does. */
export class Matcher {
  readonly #table: MatchTable;
  readonly #looking: Looking;
  readonly #crossing: Crossing;
  readonly #rules: Rules;
  /** What stands across the seam of two texts, by what glues them. */
  readonly #pairs = { '': new RecentPairs<readonly Shown[]>(), ' ': new RecentPairs<readonly Shown[]>() };
  #ids = 0;

  /**
   * @param table of the same errors.
   * @param alsoWanted what the other readers of a log look for: the gate finds it as well.
   */
  constructor(errors: readonly ErrorEntry[], table = tableOf(errors), alsoWanted: readonly Wanted[] = []) {
    this.#table = table;
    this.#looking = new Looking(table, alsoWanted);
    this.#rules = new Rules(table, errors);
    this.#crossing = new Crossing(table, this.#looking, this.#rules);
  }

  /** Number of the first of the other wanted texts within the gate. */
  get firstAlsoWanted(): number {
    return this.#table.texts.length;
  }

  /** Finds the literals, and what the other readers of a log look for: lines without any of it can be passed over. */
  get gate(): Gate | null {
    return this.#looking.gate;
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
    const [first, second] = [this.#lookAt(before).id, this.#lookAt(after).id];
    const known = this.#pairs[glue].get(first, second);
    const shown = known ?? this.#shownAcross(before, after, glue);
    if (!known) this.#pairs[glue].set(first, second, shown);
    return withNear(shown, context);
  }

  #shownAcross(before: Searched, after: Searched, glue: '' | ' '): readonly Shown[] {
    const [first, second] = [this.#lowered(before), this.#lowered(after)];
    const numbers = this.#crossing.patternsAt(first, glue, second);
    if (numbers.length === 0) return NOTHING;
    const seam = before.text.length;
    const across = this.#shownIn(`${before.text}${glue}${after.text}`, `${first.lower}${glue}${second.lower}`, numbers).filter(
      ({ match: { start, end } }) => start < seam && end > seam + glue.length,
    );
    if (across.length === 0) return NOTHING;
    const alone = [before, after].flatMap((each) => this.#shown(each));
    return across.filter(({ match }) => !alone.some((other) => isBefore(other.match, match)));
  }

  /** What is known of a text, with its small letters even where nothing was found. */
  #lowered(searched: Searched): Known {
    const looked = this.#lookAt(searched);
    if (looked.lower === '') looked.lower = lowered(searched.text);
    return looked;
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
      const match = { id, pattern: index, weak, values: valuesOf(found), start: found.index, end };
      if (best) (all[at] as Shown).match = match;
      else all.push({ match, unless, near });
    }
    if (all.length === 0) return NOTHING;
    const stands = (expression: Expression): boolean => expression.find(text, lower) !== null;
    return all.filter(({ unless }) => !unless.some(stands)).map((shown) => (shown.near.some(stands) ? { ...shown, near: [] } : shown));
  }

  #lookAt(searched: Searched): Known {
    searched.looked ??= { ...this.#looking.lookAt(searched.text), shown: null, id: this.#ids++ };
    return searched.looked;
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

/** What was captured, numbers as numbers: but of 2.10 without a unit nobody knows that it is no version, and 2.1 is another one. */
function valuesOf({ groups, input, index }: RegExpExecArray): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, captured] of Object.entries(groups ?? {})) {
    if (captured === undefined) continue;
    const text = captured.replace(SENTENCE_END, '');
    const isNumber = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text);
    const mayBeVersion = isNumber && /\.\d{0,8}0$/.test(text) && !UNIT.test(input.slice(input.indexOf(text, index) + text.length));
    values[name] = isNumber && !mayBeVersion ? Number(text) : text;
  }
  return values;
}
