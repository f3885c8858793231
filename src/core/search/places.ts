/** Where every word stands, opened from the table: which entries hold it and how much it says about each. */
import type { SearchTable } from '../library/library.ts';
import { Closeness } from './closeness.ts';
import { FIELDS, fieldCalled } from './fields.ts';
import { END, linesIn } from './lines.ts';
import { Row } from './row.ts';
import type { Term } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** BM25: how fast repetition stops counting, and how much length is held against a field. */
const SATURATION = 1.2;
const LENGTH = 0.6;

const TITLE = fieldCalled('title');
const ASKS = fieldCalled('asks');
/** Words of the fields before it are what askers mean; a text holds others that happen to look alike. */
const TEXT = fieldCalled('text');

/** By entry: how much a word, or two that follow each other, say about it. */
export type Scores = ReadonlyMap<number, number>;

export class Places {
  readonly #vocabulary: Vocabulary;
  readonly #count: number;
  readonly #row: Row;
  readonly #closeness: Closeness;
  /** By slot: what repetition there counts against, more in a long field. */
  readonly #rooms: Float64Array;
  /** By word, as far as it was asked for: typing asks for the same words with every key. */
  readonly #places = new Map<number, number[]>();
  readonly #scores = new Map<number, Scores>();
  #spelled: readonly string[] | undefined;

  constructor(table: SearchTable) {
    this.#vocabulary = new Vocabulary(table);
    this.#row = new Row(table, this.#vocabulary);
    this.#count = this.#row.asks.length;
    this.#rooms = roomsOf(this.#row.lengths);
    this.#closeness = new Closeness(this.#row, this.#vocabulary.stems.length, (holders) => this.rarityOf(holders));
  }

  has(word: string): boolean {
    return this.#vocabulary.numberOf(word) !== undefined;
  }

  /** The words of titles and questions. */
  get spelled(): readonly string[] {
    if (!this.#spelled) {
      const { stems, slots } = this.#row;
      const numbers = new Set(stems.filter((_, at) => (slots[at] as number) % FIELDS.length < TEXT));
      this.#spelled = this.#vocabulary.stems.filter((_, place) => numbers.has(place + 1));
    }
    return this.#spelled;
  }

  /** The words that begin so. */
  startingWith(beginning: string): string[] {
    return this.#vocabulary.stems.filter((word) => word.startsWith(beginning));
  }

  /** What each of these words says about the entries that hold it. */
  ofWords(words: readonly string[]): Scores[] {
    const numbers = words.map((word) => this.#vocabulary.numberOf(word) ?? END);
    this.#find(numbers);
    return numbers.map((number) => this.#scores.get(number) ?? NOWHERE);
  }

  /** By second word: what the first says that stands right before it in a line. */
  ofPairs(first: string, seconds: readonly string[]): Map<string, Scores> {
    const number = this.#vocabulary.numberOf(first) ?? END;
    this.#find([number]);
    const wanted = new Map(seconds.map((second) => [this.#vocabulary.numberOf(second), second]));
    const places = new Map<string, number[]>();
    for (const at of this.#places.get(number) ?? []) {
      const second = wanted.get(this.#row.stems[at + 1]);
      if (second === undefined) continue;
      const known = places.get(second);
      if (known) known.push(at);
      else places.set(second, [at]);
    }
    return new Map([...places].map(([second, found]) => [second, this.#scoresAt(found)]));
  }

  /** By entry, from 0 to 1: how near its best lines come to these terms, each line compared by itself. */
  closenessTo(terms: readonly Term[]): Float64Array {
    return this.#closeness.to(terms, (word) => this.#places.get(this.#vocabulary.numberOf(word) ?? END) ?? []);
  }

  /**
   * The question of an entry that holds most of these words, the shortest of several; null when its title, its id or its message holds as many.
   */
  nearestAsk(entry: number, words: readonly string[]): string | null {
    const numbers = new Set(words.map((word) => this.#vocabulary.numberOf(word)));
    const heldBy = (line: readonly number[]) => new Set(line.filter((word) => numbers.has(word))).size;
    let best = { ask: null as number | null, held: Math.max(...this.#linesOf(entry, TITLE).map(heldBy)), length: 0 };
    for (const [ask, line] of this.#linesOf(entry, ASKS).entries()) {
      const held = heldBy(line);
      const isShorter = best.ask !== null && held === best.held && line.length < best.length;
      if (held > best.held || isShorter) best = { ask, held, length: line.length };
    }
    return best.ask === null ? null : (this.#vocabulary.linesOf(this.#row.asks[entry] as Uint16Array)[best.ask] ?? null);
  }

  /** Whether the title of an entry, its id or its message holds a word. */
  isInTitle(entry: number, word: string): boolean {
    const number = this.#vocabulary.numberOf(word);
    return number !== undefined && this.#row.within(entry * FIELDS.length + TITLE).includes(number);
  }

  /** How much it says that an entry is among these: the fewer there are, the more; 1 for a word that stands nowhere. */
  rarityOf(holders: number): number {
    return this.#surprise(holders) / this.#surprise(0);
  }

  #surprise(holders: number): number {
    return Math.log(1 + (this.#count - holders + 0.5) / (holders + 0.5));
  }

  #linesOf(entry: number, field: number): number[][] {
    return linesIn(this.#row.within(entry * FIELDS.length + field));
  }

  /** Looks for words that nobody has asked for yet, all of them in one walk along the row. */
  #find(numbers: readonly number[]): void {
    const found = new Map(
      numbers.filter((number) => number !== END && !this.#places.has(number)).map((number) => [number, [] as number[]]),
    );
    if (found.size === 0) return;
    const isWanted = new Uint8Array(this.#vocabulary.stems.length + 1);
    for (const number of found.keys()) isWanted[number] = 1;
    const row = this.#row.stems;
    for (let at = 0; at < row.length; at++) if (isWanted[row[at] as number] === 1) found.get(row[at] as number)?.push(at);
    for (const [number, places] of found) {
      this.#places.set(number, places);
      this.#scores.set(number, this.#scoresAt(places));
    }
  }

  #scoresAt(places: readonly number[]): Scores {
    const counts = new Map<number, number>();
    for (const at of places) {
      const slot = this.#row.slots[at] as number;
      counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    const scores = new Map<number, number>();
    for (const [slot, count] of counts) {
      const entry = Math.floor(slot / FIELDS.length);
      const weight = FIELDS[slot % FIELDS.length]?.weight ?? 0;
      scores.set(entry, (scores.get(entry) ?? 0) + (weight * count * (SATURATION + 1)) / (count + (this.#rooms[slot] ?? 0)));
    }
    return scores;
  }
}

const NOWHERE: Scores = new Map();

/** What repetition counts against, by slot, from the lengths of all slots. */
function roomsOf(lengths: readonly number[]): Float64Array {
  const averages = FIELDS.map((_, field) => {
    const ofField = lengths.filter((_, slot) => slot % FIELDS.length === field);
    return ofField.reduce((sum, length) => sum + length, 0) / ofField.length || 1;
  });
  return Float64Array.from(
    lengths,
    (length, slot) => SATURATION * (1 - LENGTH + (LENGTH * length) / (averages[slot % FIELDS.length] as number)),
  );
}
