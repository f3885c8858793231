/** Where the user is: signs that content lists, each counted once, and weighed against each other. */

import { type PlaceSign, SYSTEMS, type System, WHERES, type Where } from '../library/place.ts';
import { isOfProgram } from '../log/speech/mention.ts';
import { withoutWorking } from './working.ts';

/** Less than a good sign is not told. */
const ENOUGH = 2;

/** From here on a sign is what a machine prints, below it what people say. */
const STRONG = 3;

/** All that is said counts no more than one strong sign. */
const MOST_SAID = 3;

/** Machines that are neither one's own nor a Space's. */
const MACHINES = ['colab', 'kaggle', 'ci', 'cluster'] as const;
/** Who for sure is there has a home folder, or calls a Space, from there: what speaks for that does not speak against it. */
const SURE = 4;

/** Of as much for both, who has a Space or a container means that one, and not the machine that it was made on. */
const RATHER_MADE = 0.5;

/** A sign that so many lines only seemed to show is not looked for any more. */
const MOST = 40;

/** A heading, a line that a scheduler reads, and the first one of Gradio look like comments of a program. */
const NO_COMMENT = /^#{1,6} [^=(){};]{2,100}$|^#(?:SBATCH|PBS|BSUB) |^\* Running on /;

/** Gathers signs; what was seen once is not looked for again. */
export class Places {
  readonly #signs: readonly PlaceSign[];
  readonly #seen = new Set<number>();
  /** Signs that stand only where it is said that it works. */
  readonly #working = new Set<number>();
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
    const { source, where } = this.#signs[sign] as PlaceSign;
    this.#regexes[sign] ??= new RegExp(source, 'i');
    const isShown = this.#regexes[sign].test(text) && ((where === 'caller' && !isSource) || isTold(text, isSource));
    const isSeen = isShown && this.#regexes[sign].test(withoutWorking(text));
    if (isShown) (isSeen ? this.#seen : this.#working).add(sign);
    this.#left[sign] = isSeen ? 0 : (this.#left[sign] as number) - 1;
    return this.isSettled(sign);
  }

  /** The place that most speaks for; unknown when little does, or as much for another. Where it works counts only when nothing else does. */
  get where(): Where | 'unknown' {
    return whereOf(this.#signsOf(this.#seen)) ?? whereOf(this.#signsOf(new Set([...this.#seen, ...this.#working]))) ?? 'unknown';
  }

  /** The system that most speaks for. */
  get os(): System | null {
    const signs = this.#signsOf(new Set([...this.#seen, ...this.#working]));
    return best(SYSTEMS, (os) => weigh(signs, 'os', os));
  }

  #signsOf(numbers: ReadonlySet<number>): PlaceSign[] {
    return [...numbers].map((number) => this.#signs[number] as PlaceSign);
  }
}

/** The place that these signs speak for; null when they do not say. */
function whereOf(signs: readonly PlaceSign[]): Where | null {
  const weightOf = (where: Where): number => weigh(signs, 'where', where);
  const [isCaller, isSpace, isDocker] = (['caller', 'space', 'docker'] as const).map((where) => weightOf(where) >= ENOUGH);
  const isElsewhere = MACHINES.some((where) => weightOf(where) >= SURE);
  const isNoPlace: Partial<Record<Where, boolean>> = { local: isElsewhere || weightOf('caller') >= SURE, caller: isElsewhere };
  return best(WHERES, (where) => {
    if (isNoPlace[where]) return 0;
    const isAbout = (isCaller && (where === 'space' || where === 'local')) || (isSpace && where === 'docker');
    return weigh(signs, 'where', where, isAbout ? STRONG : -9) - (where === 'local' && (isSpace || isDocker) ? RATHER_MADE : 0);
  });
}

/** What speaks for it, less what speaks against it; of signs that weigh at least so much. */
function weigh<Of extends 'where' | 'os'>(signs: readonly PlaceSign[], of: Of, value: PlaceSign[Of], least = -9): number {
  const weights = signs.filter((sign) => sign[of] === value && sign.weight >= least).map(({ weight }) => weight);
  const sum = (some: number[]): number => some.reduce((all, weight) => all + weight, 0);
  return sum(weights.filter((weight) => weight >= STRONG)) + Math.min(MOST_SAID, sum(weights.filter((weight) => weight < STRONG)));
}

/** Whether a line tells something of where it stands, and is no comment or statement of a program. */
function isTold(text: string, isSource: boolean): boolean {
  return NO_COMMENT.test(text) || !isOfProgram(text, isSource);
}

function best<T>(names: readonly T[], weigh: (name: T) => number): T | null {
  const ranked = names.map((name) => ({ name, weight: weigh(name) })).sort((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  return first && first.weight >= ENOUGH && first.weight > (second?.weight ?? 0) ? first.name : null;
}
