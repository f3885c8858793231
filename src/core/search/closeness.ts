/** How near each entry comes to a question by its best lines: every way of asking is compared by itself, not as a part of all the others. */
import { FIELDS, fieldCalled } from './fields.ts';
import { END } from './lines.ts';
import type { Row } from './row.ts';
import type { Term } from './terms.ts';

/** Lines that speak for their entry: one alone may be near by chance. */
const SPEAKERS = 3;
/** How much a term counts that nobody knows: as much as the rarest word. */
const UNKNOWN_VALUE = 1;
/** Of a place in a text, which has no lines. */
const NO_LINE = 0xffff;
const NO_ENTRY = 0xffff;

const TEXT = fieldCalled('text');

/** By word: its places in the row. */
export type PlacesOf = (word: string) => readonly number[];

export class Closeness {
  readonly #row: Row;
  /** By stem: how many entries hold it, and by this number what it says. */
  readonly #holders: Uint16Array;
  readonly #rarities: Float64Array;
  /** By place in the row: the number of its line. */
  readonly #lineAt: Uint16Array;
  /** By line: where it begins, and its entry. */
  readonly #starts: number[] = [];
  readonly #entryOf: number[] = [];
  /** By line, as far as it was asked for: its length, where each word is a direction of its own and as long as it is rare. */
  readonly #lengths: Float64Array;
  readonly #count: number;

  /** @param rarityOf what a word says that so many entries hold. */
  constructor(row: Row, countOfStems: number, rarityOf: (holders: number) => number) {
    this.#row = row;
    this.#count = row.asks.length;
    this.#holders = holdersOf(row, countOfStems);
    this.#rarities = Float64Array.from({ length: this.#count + 1 }, (_, holders) => rarityOf(holders));
    this.#lineAt = new Uint16Array(row.stems.length).fill(NO_LINE);
    for (let slot = 0; slot + 1 < row.starts.length; slot++) if (slot % FIELDS.length !== TEXT) this.#readLines(slot);
    this.#lengths = new Float64Array(this.#starts.length);
  }

  // Plain loops here and below: this is done for some ten thousand words before the first search, when nothing is optimised yet.
  #readLines(slot: number): void {
    const { stems, starts } = this.#row;
    const entry = Math.floor(slot / FIELDS.length);
    const end = starts[slot + 1] as number;
    let line = this.#starts.length;
    let start = starts[slot] as number;
    for (let at = start; at < end; at++) {
      this.#lineAt[at] = line;
      if (stems[at] !== END) continue;
      this.#starts.push(start);
      this.#entryOf.push(entry);
      start = at + 1;
      line++;
    }
  }

  /** By entry the mean cosine, from 0 to 1, between these terms and the lines that come nearest. */
  to(terms: readonly Term[], placesOf: PlacesOf): Float64Array {
    const products = new Float64Array(this.#lengths.length);
    for (const term of terms)
      for (const [line, product] of this.#bestOf(term, placesOf)) products[line] = (products[line] as number) + product;
    const asked = Math.sqrt(terms.reduce((sum, { forms, value }) => sum + (forms.length > 0 ? value : UNKNOWN_VALUE) ** 2, 0));
    const cosines: number[][] = Array.from({ length: this.#count }, () => []);
    for (let line = 0; line < products.length; line++) {
      if (products[line] === 0) continue;
      cosines[this.#entryOf[line] as number]?.push((products[line] as number) / asked / this.#lengthOf(line));
    }
    return Float64Array.from(cosines, meanOfBest);
  }

  #rarityAt(at: number): number {
    return this.#rarities[this.#holders[this.#row.stems[at] as number] as number] as number;
  }

  #lengthOf(line: number): number {
    if (this.#lengths[line] === 0) {
      let squares = 0;
      for (let at = this.#starts[line] as number; this.#row.stems[at] !== END; at++) {
        squares += this.#rarityAt(at) ** 2;
      }
      this.#lengths[line] = Math.sqrt(squares);
    }
    return this.#lengths[line] as number;
  }

  /** By line what the form of the term that says most is worth there. */
  #bestOf({ forms }: Term, placesOf: PlacesOf): Map<number, number> {
    const best = new Map<number, number>();
    for (const { word, value } of forms) {
      for (const at of placesOf(word)) {
        const line = this.#lineAt[at] as number;
        if (line === NO_LINE) continue;
        const product = value * this.#rarityAt(at);
        if (product > (best.get(line) ?? 0)) best.set(line, product);
      }
    }
    return best;
  }
}

/** By stem: how many entries hold it. */
function holdersOf({ stems, starts }: Row, count: number): Uint16Array {
  const holders = new Uint16Array(count + 1);
  const last = new Uint16Array(count + 1).fill(NO_ENTRY);
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    const entry = Math.floor(slot / FIELDS.length);
    const end = starts[slot + 1] as number;
    for (let at = starts[slot] as number; at < end; at++) {
      const stem = stems[at] as number;
      if (last[stem] === entry) continue;
      last[stem] = entry;
      holders[stem] = (holders[stem] as number) + 1;
    }
  }
  return holders;
}

function meanOfBest(cosines: number[]): number {
  const best = cosines.sort((a, b) => b - a).slice(0, SPEAKERS);
  return best.reduce((sum, cosine) => sum + cosine, 0) / SPEAKERS;
}
