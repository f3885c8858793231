/** A question → what it asks for: each word with the forms that an entry may hold instead, and each pair of neighbours. */
import type { SearchTable } from '../library/library.ts';
import type { Places, Scores } from './places.ts';
import type { Spelling } from './spelling.ts';
import { stem, type Token, tokensOf } from './words.ts';

/** One of the words that a term may stand as. */
export interface Form {
  word: string;
  /** 1 for the word as it was asked for, less for what stands for it. */
  worth: number;
  scores: Scores;
  /** How much it says that an entry holds it: its worth, and more the fewer entries do. */
  value: number;
}

export interface Term {
  /** An entry needs one of them; none: nobody knows the word. */
  forms: Form[];
  /** How much the term says at most. */
  value: number;
}

export interface Question {
  words: Term[];
  /** Two words that follow each other say more than the same two apart: "space left", "zero gpu". */
  pairs: Term[];
}

const ALIKE_WORTH = 0.45;
const TYPO_WORTH = 0.7;
const BEGUN_WORTH = 0.7;
/** A part of an identifier that is known as a whole: `home` of `HF_HOME`. */
const PART_WORTH = 0.4;
const PAIR_WORTH = 0.45;

const LONGEST_QUESTION = 2000;
const MOST_TOKENS = 90;
/** One letter begins too much. */
const SHORTEST_BEGINNING = 2;
/** "returnin" is on its way from "return" to "returning". */
const ENDINGS = ['ing', 'ed', 'es'];
const SHORTEST_STEM = 4;

/** Reads questions. */
export class Terms {
  readonly #places: Places;
  readonly #spelling: Pick<Spelling, 'nearest'>;
  readonly #alike: ReadonlyMap<string, readonly string[]>;
  readonly #translations: Translations;
  readonly #filler: ReadonlySet<string>;

  constructor(places: Places, spelling: Pick<Spelling, 'nearest'>, table: SearchTable) {
    this.#places = places;
    this.#spelling = spelling;
    this.#alike = new Map(Object.entries(table.alike));
    this.#translations = new Map(Object.entries(table.translations).sort(([a], [b]) => b.length - a.length));
    this.#filler = new Set(table.filler);
  }

  /** What the text asks for; saying it twice asks for no more. Its last word may be unfinished, unless something follows it. */
  of(text: string): Question {
    const tokens = tokensOf(text.slice(0, LONGEST_QUESTION)).slice(0, MOST_TOKENS);
    // All of them are found in one walk along the row, and need none of their own below.
    this.#places.ofWords(tokens.flatMap(({ whole, parts }) => (whole === null ? parts : [whole, ...parts])));
    const isUnfinished = /[\p{L}\p{N}_]$/u.test(text);
    const words = tokens.flatMap((token, index) => this.#ofToken(token, isUnfinished && index === tokens.length - 1, tokens.length === 1));
    return { words: distinct(words), pairs: distinct(this.#pairs(words)) };
  }

  #ofToken(token: Token, isLast: boolean, isAlone: boolean): Term[] {
    const { whole, parts } = token;
    const translated = this.#translated(token);
    if (token.isUnspaced) return translated.map((word) => term([this.#form(word, 1)]));
    if (translated.length > 0) return [term([token.text, ...translated].map((word) => this.#form(word, 1)))];
    if (this.#filler.has(token.text) && !isAlone) return [];
    const isKnown = whole !== null && this.#places.has(whole);
    const worth = isKnown ? PART_WORTH : 1;
    const inParts = parts.map((part, index) => {
      const isBegun = isLast && index === parts.length - 1;
      return this.#ofWord(part, worth, isBegun ? token.text.replace(/^.*[._'’-]/su, '') : null);
    });
    return isKnown ? [term([this.#form(whole, 1)]), ...inParts] : inParts;
  }

  /** A word as typed, what else is said for it, what it may be the beginning of, or what it may have been meant to be. */
  #ofWord(word: string, worth: number, beginning: string | null): Term {
    const begun = beginning === null ? [] : this.#begun(beginning, word);
    const isKnown = this.#places.has(word);
    if (isKnown && begun.length > 0 && isDoubtful(word, beginning)) return term(this.#ofBeginning([word, ...begun], word, worth));
    const guesses = isKnown || begun.length > 0 ? [] : this.#spelling.nearest(word);
    const exact = isKnown ? [{ word, likeness: 1 }] : guesses.map(({ word, likeness }) => ({ word, likeness: likeness * TYPO_WORTH }));
    const alike = exact.flatMap(({ word: right, likeness }) =>
      (this.#alike.get(right) ?? []).map((other) => ({ word: other, likeness: likeness * ALIKE_WORTH })),
    );
    const forms = [...exact, ...alike].map(({ word: each, likeness }) => this.#form(each, likeness * worth));
    return term([...forms, ...this.#ofBeginning(begun, word, worth * (isKnown ? BEGUN_WORTH : 1))]);
  }

  #begun(beginning: string, word: string): string[] {
    if (beginning.length < SHORTEST_BEGINNING) return [];
    const endings = ENDINGS.flatMap((ending) => [...ending].map((_, length) => ending.slice(0, length + 1)));
    const stems = endings
      .filter((ending) => beginning.endsWith(ending))
      .map((ending) => stem(beginning.slice(0, -ending.length)))
      .filter((each) => each.length >= SHORTEST_STEM && this.#places.has(each));
    return [...new Set([...this.#places.startingWith(beginning), ...stems])].filter((each) => each !== word);
  }

  /** All that a beginning may become counts as equally rare, the word itself among it: else the rarest of them would come first. */
  #ofBeginning(words: readonly string[], word: string, worth: number): Form[] {
    const scores = this.#places.ofWords(words);
    const holders = new Set([...scores, ...this.#places.ofWords([word])].flatMap((each) => [...each.keys()])).size;
    const value = worth * this.#places.rarityOf(holders);
    return words.map((word, index) => ({ word, worth, scores: scores[index] as Scores, value }));
  }

  /** A word of another language; in a run without blanks every one that stands in it, the longest first. */
  #translated({ text, isUnspaced }: Token): readonly string[] {
    return isUnspaced ? withinRun(text, this.#translations) : translationOf(text, this.#translations);
  }

  #pairs(words: readonly Term[]): Term[] {
    return words.slice(1).flatMap((second, index) => {
      const forms = (words[index] as Term).forms.flatMap((first) => this.#pairsOf(first, second.forms));
      return forms.length > 0 ? [term(forms)] : [];
    });
  }

  #pairsOf(first: Form, seconds: readonly Form[]): Form[] {
    const byWord = this.#places.ofPairs(
      first.word,
      seconds.map(({ word }) => word),
    );
    return seconds.flatMap((second) => {
      const scores = byWord.get(second.word);
      if (!scores) return [];
      const worth = PAIR_WORTH * Math.min(first.worth, second.worth);
      return [{ word: `${first.word} ${second.word}`, worth, scores, value: worth * this.#places.rarityOf(scores.size) }];
    });
  }

  #form(word: string, worth: number): Form {
    const [scores] = this.#places.ofWords([word]) as [Scores];
    return { word, worth, scores, value: worth * this.#places.rarityOf(scores.size) };
  }
}

/** Words that stand nowhere are no forms. */
function term(all: Form[]): Term {
  const forms = all.filter(({ scores }) => scores.size > 0);
  return { forms, value: forms.reduce((most, { value }) => Math.max(most, value), 0) };
}

/** Each term once; and all words that nobody knows, for they may differ. */
function distinct(terms: readonly Term[]): Term[] {
  const known = terms.filter(({ forms }) => forms.length > 0);
  const once = new Map(known.map((each) => [each.forms.map(({ word }) => word).join(), each]));
  return [...once.values(), ...terms.filter(({ forms }) => forms.length === 0)];
}

/** "tens" is the plural of "ten", or on its way to "tensor"; "ao" is a word of another language, or on its way to "AoTI". */
function isDoubtful(word: string, beginning: string | null): boolean {
  return word.length <= SHORTEST_BEGINNING || (beginning !== word && beginning !== `${word}e`);
}

type Translations = ReadonlyMap<string, readonly string[]>;

/** What a word of another language leads to: by itself, or by its longest beginning with a star behind it. Nothing for other words. */
export function translationOf(text: string, translations: Translations): readonly string[] {
  const beginnings = [...text].map((_, cut) => `${text.slice(0, text.length - cut)}*`);
  return [text, ...beginnings].map((each) => translations.get(each)).find((found) => found !== undefined) ?? [];
}

function withinRun(run: string, translations: Translations): string[] {
  let rest = run;
  return [...translations].flatMap(([term, words]) => {
    if (!rest.includes(term)) return [];
    rest = rest.replaceAll(term, ' ');
    return words;
  });
}
