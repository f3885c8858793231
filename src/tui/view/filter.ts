/** Rows by what was typed, as one types: every word must occur; where no row has them, their letters in order are enough. */
import type { Row } from '../state/model.ts';

type Range = [start: number, end: number];

/** The rows that hold every word, what matched marked; a heading stays where one of its rows does. */
export function filterRows(rows: readonly Row[], query: string): Row[] {
  const words = query.toLowerCase().split(/\s/).filter(Boolean);
  if (words.length === 0) return [...rows];
  const found = matching(rows, words, occurrence);
  return found.some(({ target }) => target) ? found : matching(rows, words, lettersInOrder);
}

type Find = (text: string, word: string) => Range[];

function matching(rows: readonly Row[], words: readonly string[], find: Find): Row[] {
  const kept = rows.map((row) => (row.target ? matched(row, words, find) : row));
  return kept.filter((row, index): row is Row => row !== null && (row.target !== null || hasRows(kept, index)));
}

/** Whether a heading has a row left before the next one. */
function hasRows(rows: readonly (Row | null)[], heading: number): boolean {
  const rest = rows.slice(heading + 1);
  const next = rest.findIndex((row) => row !== null && row.target === null);
  return rest.slice(0, next < 0 ? undefined : next).some((row) => row !== null);
}

/** The row with its marks; what is matched in other words for it is shown as well. */
function matched(row: Row, words: readonly string[], find: Find): Row | null {
  const isIn = (text: string | undefined) => (word: string) => text !== undefined && find(text.toLowerCase(), word).length > 0;
  const elsewhere = words.filter((word) => !isIn(row.label)(word) && !isIn(row.note)(word));
  if (!elsewhere.every(isIn(row.also))) return null;
  const label = elsewhere.length > 0 ? `${row.label} · ${row.also}` : row.label;
  return { ...row, label, marks: merged(words.flatMap((word) => find(label.toLowerCase(), word))) };
}

const occurrence: Find = (text, word) => {
  const found: Range[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
};

const lettersInOrder: Find = (text, word) => {
  const found: Range[] = [];
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return [];
    found.push([at, at + letter.length]);
  }
  return found;
};

function merged(ranges: Range[]): Range[] {
  const out: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}
