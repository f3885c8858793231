/** Words in other languages: none of them may be a word of the pages that means something else ("larg*" is wide in Spanish, and begins "large"). */
import { expect, it } from 'vitest';
import { textOf } from '../../src/core/library/entry-text.ts';
import { plainWords } from '../../src/core/markup/read.ts';
import { translationOf } from '../../src/core/search/terms.ts';
import { stem, tokensOf } from '../../src/core/search/words.ts';
import { library } from '../library.ts';

/** They mean what they lead to, or stand in a page as a name of a day. */
const MEANT = ['execution', 'executor', 'refusal', 'refusals', 'reservation', 'reserved', 'reserves', 'serialize', 'tue'];
/** A word with the same beginning is another form of it. */
const SAME = 4;

it('no word of the pages leads to another one by chance', () => {
  const translations = new Map(Object.entries(library.searchTable.translations));
  const counts = new Map<string, number>();
  for (const entry of library.entries) {
    const text = [entry.title, entry.summary, plainWords(textOf(entry))].join('\n');
    for (const { text: word } of tokensOf(text)) if (/^[a-z]+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const elsewhere = [...counts].filter(([word, count]) => {
    const others = translationOf(word, translations);
    return count > 1 && others.length > 0 && others.every((other) => other.slice(0, SAME) !== stem(word).slice(0, SAME));
  });
  expect(counts.size).toBeGreaterThan(2000);
  expect(elsewhere.map(([word]) => word).filter((word) => !MEANT.includes(word))).toEqual([]);
});
