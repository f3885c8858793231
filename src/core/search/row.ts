/** The stems of all entries as numbers in one row, field behind field: what a search walks along. */
import type { SearchTable } from '../library/library.ts';
import { FIELDS, fieldCalled } from './fields.ts';
import { END, fieldsIn } from './lines.ts';
import { Vocabulary } from './vocabulary.ts';

/** A text has no lines. */
const FIELDS_OF_LINES = FIELDS.length - 1;

export class Row {
  readonly stems: Uint16Array;
  /** By place in the row: entry × fields + field. */
  readonly slots: Uint16Array;
  /** Where each slot begins; at the end where the last one ends. */
  readonly starts: readonly number[];
  /** By slot what was written there; nothing for a text. */
  readonly written: readonly Uint16Array[];

  constructor({ lines, texts }: Pick<SearchTable, 'lines' | 'texts'>, vocabulary: Vocabulary) {
    const stems: number[] = [];
    const starts = [0];
    const written: Uint16Array[] = [];
    let place = 0;
    for (const [number, field] of fieldsIn(lines).entries()) {
      vocabulary.addStems(field, stems);
      written.push(field);
      starts.push(stems.length);
      if ((number + 1) % FIELDS_OF_LINES > 0) continue;
      const end = texts.indexOf(END, place);
      for (; place < end; place++) stems.push(texts[place] as number);
      place++;
      written.push(texts.subarray(0, 0));
      starts.push(stems.length);
    }
    this.stems = new Uint16Array(stems);
    this.starts = starts;
    this.written = written;
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

/** The questions of every entry, as they were written. */
export function asksOf(table: SearchTable): string[][] {
  const vocabulary = new Vocabulary(table);
  const fields = fieldsIn(table.lines);
  return fields.filter((_, number) => number % FIELDS_OF_LINES === fieldCalled('asks')).map((field) => vocabulary.linesOf(field));
}
