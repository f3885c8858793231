/** The table of the search in two parts: words as JSON, and rows of numbers as they are, which nobody has to parse. */
import type { SearchTable } from '../../core/library/library.ts';
import { END } from '../../core/search/lines.ts';
import { lengthened, shortened } from './beginnings.ts';

type Rows = Pick<SearchTable, 'parts' | 'lines' | 'texts'>;

/** Long lists of words without blanks. */
type Lists = 'compounds' | 'others';

/** What is JSON: the lists as one text each, and how many numbers each part has. */
type Words = Omit<SearchTable, keyof Rows | Lists | 'titles'> &
  Record<Lists, string> & { lengths: Record<'parts' | 'lines' | 'steps' | 'texts', number> };

/**
 * Takes the table apart; rows are little-endian, as every machine is that Node runs on. Of texts stands by stem how far it is from one
 * that holds it to the next, all low bytes before all high ones: compressed they are a tenth smaller so.
 */
export function takeApart({ titles: _, parts, lines, texts, ...words }: SearchTable): { words: string; rows: Uint8Array } {
  const rows = [parts, lines].map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
  const steps = stepsOf(texts);
  const ofTexts = texts.filter((stem) => stem === END).length;
  const lengths = { parts: parts.length, lines: lines.length, steps: steps.length, texts: ofTexts };
  const [low, high] = [Uint8Array.from(steps, (step) => step & 255), Uint8Array.from(steps, (step) => step >> 8)];
  const lists = { compounds: shortened(words.compounds), others: shortened(words.others) };
  return { words: JSON.stringify({ ...words, ...lists, lengths } satisfies Words), rows: Buffer.concat([...rows, low, high]) };
}

/** Puts it together again, with the titles of the entries, which the list of all has. */
export function putTogether(parsed: unknown, bytes: Uint8Array, titles: SearchTable['titles']): SearchTable {
  const { lengths, ...words } = parsed as Words;
  // A copy: numbers of 16 bits must begin at an even byte.
  const rows = new Uint16Array(new Uint8Array(bytes).buffer);
  const linesEnd = lengths.parts + lengths.lines;
  const steps = bytes.subarray(linesEnd * rows.BYTES_PER_ELEMENT);
  return {
    titles,
    ...words,
    compounds: lengthened(words.compounds),
    others: lengthened(words.others),
    parts: rows.subarray(0, lengths.parts),
    lines: rows.subarray(lengths.parts, linesEnd),
    texts: textsOf(steps.subarray(0, lengths.steps), steps.subarray(lengths.steps), lengths.texts),
  };
}

/** By stem: its first text, counted from 1, and how much further each other one is; then a 0. */
function stepsOf(texts: Uint16Array): number[] {
  const holders: number[][] = Array.from({ length: Math.max(...texts) }, () => []);
  let text = 1;
  for (const stem of texts) {
    if (stem === END) text++;
    else holders[stem - 1]?.push(text);
  }
  return holders.flatMap((held) => [...held.map((number, place) => number - (held[place - 1] ?? 0)), END]);
}

/** In two rounds over plain numbers, for a search waits for it: the first one counts, so that the second one knows where a text begins. */
function textsOf(low: Uint8Array, high: Uint8Array, length: number): Uint16Array {
  const holders = new Uint16Array(low.length);
  const counts = new Uint32Array(length + 1);
  for (let place = 0, text = 0; place < low.length; place++) {
    const step = (low[place] as number) | ((high[place] as number) << 8);
    text = step === END ? 0 : text + step;
    holders[place] = text;
    counts[text] = (counts[text] as number) + 1;
  }
  // By text the place of its next stem; behind the stems of each stands an END.
  const next = new Uint32Array(length + 2);
  for (let text = 1; text <= length; text++) next[text + 1] = (next[text] as number) + (counts[text] as number) + 1;
  const texts = new Uint16Array(next[length + 1] as number);
  for (let place = 0, stem = 1; place < low.length; place++) {
    const text = holders[place] as number;
    if (text === 0) stem++;
    else {
      const free = next[text] as number;
      texts[free] = stem;
      next[text] = free + 1;
    }
  }
  return texts;
}
