/** What a word that nobody knows may have been meant to be. */
import Fuse from 'fuse.js/min-basic';

export interface Guess {
  word: string;
  /** 1 would be the word itself. */
  likeness: number;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
/** Fuse's score for what still looks alike: with 0 the same, with 1 nothing in common. */
const FARTHEST = 0.34;
const MOST_GUESSES = 4;

/** Finds words that are spelled nearly like one, and remembers what it found. */
export class Spelling {
  readonly #words: () => readonly string[];
  /** Typing asks again with every key. */
  readonly #known = new Map<string, Guess[]>();

  constructor(words: () => readonly string[]) {
    this.#words = words;
  }

  /** The words that are spelled nearly like this one, likeliest first. */
  nearest(word: string): Guess[] {
    const known = this.#known.get(word);
    if (known) return known;
    const found = word.length < SHORTEST ? [] : this.#find(word);
    this.#known.set(word, found);
    return found;
  }

  #find(word: string): Guess[] {
    // A typo seldom spares neither of the first two letters; a tenth of the words is searched ten times as fast.
    const alike = this.#words().filter(
      (known) => Math.abs(known.length - word.length) <= 2 && (word.startsWith(known.charAt(0)) || known.charAt(0) === word.charAt(1)),
    );
    return new Fuse(alike, { includeScore: true, threshold: FARTHEST, distance: 8 })
      .search(word, { limit: MOST_GUESSES })
      .filter(({ score = 1 }) => score < FARTHEST)
      .map(({ item, score = 1 }) => ({ word: item, likeness: 1 - score }));
  }
}
