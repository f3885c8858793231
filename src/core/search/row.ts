/** The stems of all entries as numbers in one row, field behind field: what a search walks along. */
import type { SearchTable } from '../library/library.ts';
import { END, fieldsIn } from './lines.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export class Row {
  readonly stems: Uint16Array;
  /** By place in the row: entry × fields + field. */
  readonly slots: Uint16Array;
  /** Where each slot begins; at the end where the last one ends. */
  readonly starts: readonly number[];
  /** By entry its questions, as they were written. */
  readonly asks: readonly Uint16Array[];

  constructor({ titles, lines, texts }: Pick<SearchTable, 'titles' | 'lines' | 'texts'>, vocabulary: Vocabulary) {
    const stems: number[] = [];
    const starts = [0];
    this.asks = fieldsIn(lines);
    let place = 0;
    for (const [entry, asks] of this.asks.entries()) {
      for (const line of titles[entry] as readonly string[]) {
        for (const word of wordsOf(line)) stems.push(vocabulary.numberOf(word) as number);
        stems.push(END);
      }
      starts.push(stems.length);
      vocabulary.addStems(asks, stems);
      starts.push(stems.length);
      const end = texts.indexOf(END, place);
      for (; place < end; place++) stems.push(texts[place] as number);
      place++;
      starts.push(stems.length);
    }
    this.stems = new Uint16Array(stems);
    this.starts = starts;
    this.slots = new Uint16Array(stems.length);
    for (let slot = 0; slot + 1 < starts.length; slot++) this.slots.fill(slot, starts[slot], starts[slot + 1]);
  }

  /** How many words, and ends of lines, each slot holds. */
  get lengths(): number[] {
    return this.starts.slice(1).map((end, slot) => end - (this.starts[slot] as number));
  }

  /** The stems in a slot. */
  within(slot: number): Uint16Array {
    return this.stems.subarray(this.starts[slot], this.starts[slot + 1]);
  }
}
