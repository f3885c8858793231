/** Whether a hit answers a question, or is only the nearest that there is. */
import type { SearchTable } from '../library/library.ts';
import { withoutAccents } from './words.ts';

/** What naming another product takes from a question, and naming our own field gives it: fitted, see content/README.md. */
const ELSEWHERE = 2;
const HERE = 1;
const LEAST = 2.25;

export class Nearness {
  readonly #elsewhere: ReadonlySet<string>;
  readonly #here: readonly string[];

  constructor({ elsewhere, here }: Pick<SearchTable, 'elsewhere' | 'here'>) {
    this.#elsewhere = new Set(elsewhere);
    // Where words are not kept apart by blanks, a name may stand anywhere.
    this.#here = here.map((name) => (/^[a-z ]{1,40}$/.test(name) ? ` ${name} ` : name));
  }

  /** How much a question must find to be answered: less where it names a Space, more where it names another product. */
  leastFor(question: string): number {
    const words = withoutAccents(question).match(/[\p{L}\p{N}]+/gu) ?? [];
    const text = ` ${words.join(' ')} `;
    if (this.#here.some((name) => text.includes(name))) return LEAST - HERE;
    return words.some((word) => this.#elsewhere.has(word)) ? LEAST + ELSEWHERE : LEAST;
  }
}

/** How well an entry fits: its score, by its order of magnitude, and the share (0 to 1) of the question's words that it holds. */
export function fitOf(score: number, share: number): number {
  return Math.log(score) + share;
}
