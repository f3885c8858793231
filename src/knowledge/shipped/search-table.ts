/** The table of the search in two parts: words as JSON, and rows of numbers as they are, which nobody has to parse. */
import type { SearchTable } from '../../core/library/library.ts';

type Rows = Pick<SearchTable, 'parts' | 'lines' | 'texts'>;

/** What is JSON: of each row its length. */
type Words = Omit<SearchTable, keyof Rows> & { lengths: Record<keyof Rows, number> };

/**
 * Takes the table apart; rows are little-endian, as every machine is that Node runs on. Of the texts, whose numbers are mostly small, all
 * low bytes stand before all high ones: compressed they are a tenth smaller so.
 */
export function takeApart({ parts, lines, texts, ...words }: SearchTable): { words: string; rows: Uint8Array } {
  const rows = [parts, lines].map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
  const [low, high] = [Uint8Array.from(texts, (number) => number & 255), Uint8Array.from(texts, (number) => number >> 8)];
  const lengths = { parts: parts.length, lines: lines.length, texts: texts.length };
  return { words: JSON.stringify({ ...words, lengths } satisfies Words), rows: Buffer.concat([...rows, low, high]) };
}

/** Puts it together again. */
export function putTogether(parsed: unknown, bytes: Uint8Array): SearchTable {
  const { lengths, ...words } = parsed as Words;
  // A copy: numbers of 16 bits must begin at an even byte.
  const rows = new Uint16Array(Uint8Array.from(bytes).buffer);
  const linesEnd = lengths.parts + lengths.lines;
  const low = bytes.subarray(linesEnd * rows.BYTES_PER_ELEMENT);
  const high = low.subarray(lengths.texts);
  return {
    ...words,
    parts: rows.subarray(0, lengths.parts),
    lines: rows.subarray(lengths.parts, linesEnd),
    texts: Uint16Array.from({ length: lengths.texts }, (_, place) => (low[place] as number) | ((high[place] as number) << 8)),
  };
}
