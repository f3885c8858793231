/** The words of all entries: as they are written, and the stems that the search compares. */
import type { SearchTable } from '../library/library.ts';
import { END, fieldsIn, linesIn } from './lines.ts';

/** Between the words of a family: no written word holds a blank. */
export const BETWEEN = ' ';

/** Before an ending that makes a written word of the stem of its family. */
export const ENDING = '\t';

// Plain loops: all this is done for some ten thousand words before the first search, when nothing is optimised yet.
export class Vocabulary {
  /** Every stem once: its number is its place in here, counted from 1. */
  readonly stems: readonly string[];
  readonly #numbers = new Map<string, number>();
  /** By the number of a written word, counted from 1: the whole word, or the ending of one. */
  readonly #forms: readonly string[];
  /** By the number of a written word: where its stems begin among {@link #parts}. */
  readonly #starts: readonly number[];
  /** Numbers of stems. */
  readonly #parts: readonly number[];

  constructor({ families, compounds, parts, others }: Pick<SearchTable, 'families' | 'compounds' | 'parts' | 'others'>) {
    const stems: string[] = [];
    const forms = [''];
    const numbers: number[] = [];
    const starts = [0, 0];
    for (const family of families) {
      const words = family.split(BETWEEN);
      stems.push(words[0] as string);
      for (let place = 1; place < words.length; place++) {
        forms.push(words[place] as string);
        numbers.push(stems.length);
        starts.push(numbers.length);
      }
    }
    for (const part of parts) {
      if (part === END) starts.push(numbers.length);
      else numbers.push(part);
    }
    this.stems = stems.concat(others);
    for (let place = 0; place < this.stems.length; place++) this.#numbers.set(this.stems[place] as string, place + 1);
    this.#forms = forms.concat(compounds);
    this.#starts = starts;
    this.#parts = numbers;
  }

  /** How many written words there are: they are numbered from 1. */
  get countOfWritten(): number {
    return this.#forms.length - 1;
  }

  /** A written word by its number. */
  written(word: number): string {
    const form = this.#forms[word] as string;
    if (!form.startsWith(ENDING)) return form;
    const stem = this.#parts[this.#starts[word] as number] as number;
    return `${this.stems[stem - 1]}${form.slice(ENDING.length)}`;
  }

  /** The number of a stem, undefined for one that stands nowhere. */
  numberOf(stem: string): number | undefined {
    return this.#numbers.get(stem);
  }

  /** The lines of a field, as they were written. */
  linesOf(field: Uint16Array): string[] {
    return linesIn(field).map((line) => line.map((word) => this.written(word)).join(BETWEEN));
  }

  /** Appends the numbers of the stems of written words; an END stays what it is. */
  addStems(words: Uint16Array, stems: number[]): void {
    for (let place = 0; place < words.length; place++) {
      const word = words[place] as number;
      if (word === END) stems.push(END);
      else
        for (let part = this.#starts[word] as number; part < (this.#starts[word + 1] as number); part++)
          stems.push(this.#parts[part] as number);
    }
  }
}

/** The questions of every entry, as they were written. */
export function asksOf(table: SearchTable): string[][] {
  const vocabulary = new Vocabulary(table);
  return fieldsIn(table.lines).map((asks) => vocabulary.linesOf(asks));
}
