/** Written words as the table holds them: in families by their stem, the commonest first, and those apart that have several stems or none. */
import type { SearchTable } from '../library/library.ts';
import { END } from './lines.ts';
import { BETWEEN, ENDING } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** @param more the stems of titles and texts. */
export function familiesOf(
  written: readonly string[],
  more: readonly string[],
): Pick<SearchTable, 'families' | 'compounds' | 'parts' | 'others'> {
  const words = commonestFirst(written);
  const families = new Map<string, string[]>();
  const compounds = words.filter((word) => wordsOf(word).length !== 1);
  for (const stem of commonestFirst(written.flatMap((word) => (wordsOf(word).length === 1 ? wordsOf(word) : [])))) families.set(stem, []);
  for (const word of words) if (wordsOf(word).length === 1) families.get(wordsOf(word)[0] as string)?.push(word);
  const others = [...new Set([...compounds.flatMap(wordsOf), ...more])].filter((stem) => !families.has(stem)).sort();
  const numbers = new Map([...families.keys(), ...others].map((stem, place) => [stem, place + 1]));
  return {
    families: [...families].map(([stem, forms]) => [stem, ...forms.map((form) => shortened(form, stem))].join(BETWEEN)),
    compounds,
    parts: Uint16Array.from(compounds.flatMap((word) => [...wordsOf(word).map((stem) => numbers.get(stem) as number), END])),
    others,
  };
}

function shortened(form: string, stem: string): string {
  return form.startsWith(stem) ? ENDING + form.slice(stem.length) : form;
}

/** Each word once: the commonest have the smallest numbers, which take the least room. */
function commonestFirst(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word);
}
