/** The words of every entry as numbers: worked out when the program is built, so that a search only has to look them up. */
import type { Entry } from '../library/entry.ts';
import { textOf } from '../library/entry-text.ts';
import type { SearchTable } from '../library/library.ts';
import { plainWords } from '../markup/read.ts';
import { familiesOf } from './families.ts';
import { END, rowOf } from './lines.ts';
import { titlesOf } from './titles.ts';
import { BETWEEN, Vocabulary } from './vocabulary.ts';
import { stem, withoutAccents, wordsOf } from './words.ts';

/** A word that a larger share of the pages holds in its text leads nowhere: it takes room, and finds hardly more. */
const COMMON = 0.2;

/** An error is found by its messages, its title and its questions: of what its page says besides, names that no more pages hold. */
const RARE = 2;
/** Names of functions, files, versions: who pastes one looks for the page that has it, while plain words stand where chance puts them. */
const NAME = /[_.]|^[a-z]+\d/;

/** A longer name is found by its parts. */
const LONGEST_NAME = 24;

/** Words that lead to other words, as they are written in content/words.yaml. */
export interface Thesaurus {
  /** Words of questions that say nothing, in any language. */
  filler: readonly string[];
  /** Other words for a word of the pages. */
  alike: Readonly<Record<string, readonly string[]>>;
  /** The same in other languages; a star at the end stands for any ending. */
  translations: Readonly<Record<string, readonly string[]>>;
  /** Names of other products and trades. */
  elsewhere: readonly string[];
  /** Names of what this knowledge is about. */
  here: readonly string[];
}

/** Reads all entries, in their order. */
export function searchTableOf(entries: readonly Entry[], thesaurus: Thesaurus): SearchTable {
  const titles = entries.map(titlesOf);
  const asks = entries.map((entry) => entry.asks.map((ask) => ask.split(BETWEEN)));
  const texts = tellingWords(entries);
  const families = familiesOf(asks.flat(2), [...titles.flat().flatMap(wordsOf), ...texts.flat()]);
  const vocabulary = new Vocabulary(families);
  const numbers = new Map(Array.from({ length: vocabulary.countOfWritten }, (_, place) => [vocabulary.written(place + 1), place + 1]));
  const inNumbers = (line: readonly string[]) => line.map((word) => numbers.get(word) as number);
  const inAscent = (words: readonly string[]) => words.map((word) => vocabulary.numberOf(word) as number).sort((a, b) => a - b);
  return {
    titles,
    ...families,
    lines: rowOf(asks.map((lines) => lines.map(inNumbers))),
    texts: Uint16Array.from(texts.flatMap((words) => [...inAscent(words), END])),
    filler: thesaurus.filler.map(withoutAccents),
    elsewhere: thesaurus.elsewhere,
    here: thesaurus.here,
    alike: grouped(
      Object.entries(thesaurus.alike).flatMap(([word, others]) => others.flatMap((other) => bothWays(stem(word), stem(other)))),
    ),
    translations: grouped(
      Object.entries(thesaurus.translations).flatMap(([words, others]) =>
        others.flatMap((other) => wordsOf(words).map((word): [string, string] => [withoutAccents(other), word])),
      ),
    ),
  };
}

function bothWays(a: string, b: string): [string, string][] {
  return [
    [a, b],
    [b, a],
  ];
}

function grouped(pairs: readonly [string, string][]): Record<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const [from, to] of pairs) groups.set(from, (groups.get(from) ?? new Set()).add(to));
  return Object.fromEntries([...groups].map(([from, to]) => [from, [...to]]));
}

/** Of each entry the words of its text that lead to it: of its summary, of the messages that it recognises and of its page, each once. */
function tellingWords(entries: readonly Entry[]): string[][] {
  const common = Math.max(1, COMMON * entries.length);
  const texts = entries.map((entry) => {
    const opening = new Set(tellingIn(openingOf(entry)));
    const words = new Set([...opening, ...tellingIn(plainWords(textOf(entry)))]);
    return { isError: entry.kind === 'error', opening, words };
  });
  const holders = new Map<string, number>();
  for (const { words } of texts) for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const most = (word: string): number => (NAME.test(word) ? RARE : 0);
  return texts.map(({ isError, opening, words }) =>
    [...words].filter((word) => (holders.get(word) ?? 0) <= (isError && !opening.has(word) ? most(word) : common)),
  );
}

function openingOf(entry: Entry): string {
  const literals = entry.kind === 'error' ? entry.signature.patterns.flatMap((pattern) => pattern.literals) : [];
  return [entry.summary, ...literals].join('\n');
}

/** Numbers stand everywhere, and mean something else each time. */
function tellingIn(text: string): string[] {
  return wordsOf(text).filter((word) => !/^[\d.]+$/.test(word) && (word.length <= LONGEST_NAME || !word.includes('_')));
}
