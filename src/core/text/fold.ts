/**
 * Undoes what copying through a web page, a forum or Markdown does to a message: hard blanks, curly quotes, HTML entities,
 * escaped underscores and quotes. Only for matching: what the user sees is the text as it stood.
 */
import type { SafeText } from './neutralise.ts';

/** A text as it is matched, beside the same text as the log has it. */
export interface Passage {
  text: SafeText;
  shown: SafeText;
  /** Where each character of `text` stands in `shown`, and where that ends; null: at the same place. */
  places: readonly number[] | null;
}

const TRACE = /[\u00a0\u2002-\u200a\u202f\u3000\u2018-\u201f]|&(?:nbsp|lt|gt|amp|quot);|&#(?:160|39|x27|34|x22|96|x60);|\\(?=[_*`[\]"'])/g;
const NAMED: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' };
const NUMBERED: Record<string, string> = { 160: ' ', 39: "'", x27: "'", 34: '"', x22: '"', 96: '`', x60: '`' };

/** The text with ordinary blanks and quotes, to be matched. */
export function fold(shown: SafeText): Passage {
  // Most texts have none, and a test is cheaper than a list.
  if (shown.search(TRACE) < 0) return { text: shown, shown, places: null };
  const places: number[] = [];
  let text = '';
  let at = 0;
  const keep = (until: number): void => {
    for (let index = at; index < until; index++) places.push(index);
    text += shown.slice(at, until);
  };
  for (const { 0: trace, index } of shown.matchAll(TRACE)) {
    keep(index);
    const plain = plainOf(trace);
    if (plain !== '') places.push(index);
    text += plain;
    at = index + trace.length;
  }
  keep(shown.length);
  places.push(shown.length);
  return { text: text as SafeText, shown, places };
}

function plainOf(trace: string): string {
  if (trace === '\\') return '';
  if (trace.startsWith('&')) return (trace[1] === '#' ? NUMBERED[trace.slice(2, -1)] : NAMED[trace.slice(1, -1)]) as string;
  if (/[\u2018-\u201b]/.test(trace)) return "'";
  return /[\u201c-\u201f]/.test(trace) ? '"' : ' ';
}

/** A part of a passage, by its text. Parts of a safe text are safe. */
export function partOf({ text, shown, places }: Passage, part: string): Passage {
  if (!places) return { text: part as SafeText, shown: part as SafeText, places: null };
  const start = text.indexOf(part);
  const end = start + part.length;
  const from = places[start] as number;
  const within = places.slice(start, end + 1).map((place) => place - from);
  return { text: part as SafeText, shown: shown.slice(from, places[end]) as SafeText, places: within };
}

/** Two passages as one, with `glue` between them. What joins safe texts is safe. */
export function joined(before: Passage, after: Passage, glue: '' | ' '): Passage {
  const text = `${before.text}${glue}${after.text}` as SafeText;
  const shown = `${before.shown}${glue}${after.shown}` as SafeText;
  if (!before.places && !after.places) return { text, shown, places: null };
  const shift = before.shown.length + glue.length;
  const first = Array.from({ length: before.text.length + glue.length }, (_, at) => placeIn(before, at));
  const second = Array.from({ length: after.text.length + 1 }, (_, at) => shift + placeIn(after, at));
  return { text, shown, places: [...first, ...second] };
}

/** Where a place of the matched text stands in the shown one. */
export function placeIn({ places }: Passage, offset: number): number {
  return places ? (places[offset] as number) : offset;
}
