/** Where the user is: signs that content lists, each counted once, and weighed against each other. */

import { type PlaceSign, SYSTEMS, type System, WHERES, type Where } from '../library/place.ts';
import { isOfProgram } from '../log/mention.ts';

/** Less than a good sign is not told. */
const ENOUGH = 2;

/** Whoever calls a Space for sure does so from a machine of their own: what speaks for that one does not speak against. */
const SURE = 4;

/** A sign that so many lines only seemed to show is not looked for any more. */
const MOST = 40;

/** Gathers signs; what was seen once is not looked for again. */
export class Places {
  readonly #signs: readonly PlaceSign[];
  readonly #seen = new Set<number>();
  /** How many lines may still be looked at, by sign. */
  readonly #left: number[];
  readonly #regexes: RegExp[] = [];

  constructor(signs: readonly PlaceSign[]) {
    this.#signs = signs;
    this.#left = signs.map(() => MOST);
  }

  /** Whether this sign is not looked for any more. */
  isSettled(sign: number): boolean {
    return (this.#left[sign] as number) <= 0;
  }

  /** Takes a line that holds a literal of this sign; says whether the sign is settled by it. */
  look(sign: number, text: string, isSource: boolean): boolean {
    if (this.isSettled(sign)) return false;
    this.#regexes[sign] ??= new RegExp((this.#signs[sign] as PlaceSign).source, 'i');
    const isSeen = this.#regexes[sign].test(text) && !isOfProgram(text, isSource);
    if (isSeen) this.#seen.add(sign);
    this.#left[sign] = isSeen ? 0 : (this.#left[sign] as number) - 1;
    return this.isSettled(sign);
  }

  /** The place that most speaks for; unknown when little does, or as much for another. */
  get where(): Where | 'unknown' {
    const weigh = (where: Where): number => this.#weigh((sign) => sign.where === where);
    const isCaller = weigh('caller') >= SURE;
    return best(WHERES, (where) => (isCaller && where === 'local' ? 0 : weigh(where))) ?? 'unknown';
  }

  /** The system that most speaks for. */
  get os(): System | null {
    return best(SYSTEMS, (os) => this.#weigh((sign) => sign.os === os));
  }

  #weigh(isMeant: (sign: PlaceSign) => boolean): number {
    return [...this.#seen]
      .map((index) => this.#signs[index] as PlaceSign)
      .reduce((sum, sign) => sum + (isMeant(sign) ? sign.weight : 0), 0);
  }
}

function best<T>(names: readonly T[], weigh: (name: T) => number): T | null {
  const ranked = names.map((name) => ({ name, weight: weigh(name) })).sort((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  return first && first.weight >= ENOUGH && first.weight > (second?.weight ?? 0) ? first.name : null;
}
