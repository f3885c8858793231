/**
 * Search over the whole knowledge: words ranked by how rare they are and where they stand, the last one as the beginning of a word,
 * typos forgiven, other words and other languages known; an id or a pasted message leads to its entry.
 */
import type { Entry } from '../library/entry.ts';
import type { Library, SearchTable } from '../library/library.ts';
import { Matcher } from '../match/match.ts';
import { once, onceFor } from '../once.ts';
import { fitOf, Nearness } from './nearness.ts';
import { Places } from './places.ts';
import { rank, type Score } from './rank.ts';
import { Spelling } from './spelling.ts';
import { type Question, Terms } from './terms.ts';
import { tokensOf } from './words.ts';

export interface Hit {
  entry: Entry;
  score: number;
  /** Words of the query (as stems) that the entry holds. */
  matched: string[];
  /** The way of asking that is nearest to the query; null when the title says as much. */
  phrase: string | null;
  /** Whether it answers the query; else it is only the nearest that there is. */
  isNear: boolean;
}

/** An entry, and how near it comes to a text. */
export type Near = Pick<Hit, 'entry' | 'score'>;

/** Below it an entry shares a common word with the query and nothing else, */
const LEAST = 0.1;
/** and below this share of the best hit it is of no use beside it. */
const LEAST_SHARE = 0.15;
/** An error stands beside its rule and its tree: a good hit takes along what it is linked with, where that is half as good by itself. */
const LINK_WORTH = 0.3;
const LINKED_LEAST = 0.5;
const MOST_LINKED = 15;
const LONGEST_MESSAGE = 2000;
/** A word that nobody knows is as rare as one can be. */
const UNKNOWN_VALUE = 1;

/** Where every word of a table stands; opened once for a table. */
const placesOf = onceFor((table: SearchTable) => new Places(table));

/** Opened in a few milliseconds; a search takes less than five. */
export class SearchIndex {
  readonly #entries: readonly Entry[];
  readonly #library: Library;
  readonly #places: Places;
  readonly #typed: () => Terms;
  /** What a program printed is spelled as it is. */
  readonly #printed: () => Terms;
  readonly #nearness: Nearness;
  #matcher: Matcher | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#entries = library.entries;
    this.#places = placesOf(library.searchTable);
    this.#typed = once(() => new Terms(this.#places, new Spelling(() => this.#places.spelled), library.searchTable));
    this.#printed = once(() => new Terms(this.#places, { nearest: () => [] }, library.searchTable));
    this.#nearness = new Nearness(library.searchTable);
  }

  /** The best entries for these words, best first; at most `limit`. */
  search(query: string, limit = 20): Hit[] {
    const question = this.#typed().of(query);
    const lifted = this.#ranked(question);
    const leastScore = Math.max(LEAST, LEAST_SHARE * (lifted[0]?.score ?? 0));
    const ranked = lifted.filter(({ score }) => score >= leastScore);
    const meant = this.#meant(query, ranked);
    const asked = question.words.reduce((sum, { forms, value }) => sum + (forms.length > 0 ? value : UNKNOWN_VALUE), 0);
    const least = this.#nearness.leastFor(query);
    return [...meant, ...ranked.filter(({ entry }) => meant.every((each) => each.entry !== entry))].slice(0, limit).map((found) => {
      const isNear = meant.includes(found) || this.#isTitled(found, question) || fitOf(found.score, found.held / asked) >= least;
      return { ...this.#shown(found), isNear };
    });
  }

  /** All entries that share words with a text that nobody typed as a question, nearest first. */
  nearTo(text: string): Near[] {
    // A blank behind it: its last word is a whole one.
    return this.#nearOf(this.#printed().of(`${text} `));
  }

  /** The same for what somebody tells in words of his own, in which no message stands that a signature knows. */
  told(text: string): Near[] {
    return this.#nearOf(this.#typed().of(`${text} `));
  }

  #nearOf(question: Question): Near[] {
    return this.#ranked(question).map(({ entry, score }) => ({ entry: this.#entries[entry] as Entry, score }));
  }

  /** All entries that share words with it, those higher that lead to one another. */
  #ranked(question: Question): Score[] {
    return this.#lift(rank(question, this.#places.closenessTo(question.words)));
  }

  /** All that was asked for stands in the title: a single common word says little, and is answered all the same. */
  #isTitled({ entry }: Score, { words }: Question): boolean {
    return words.every(({ forms }) => forms.some(({ word, worth }) => worth === 1 && this.#places.isInTitle(entry, word)));
  }

  #shown({ entry: number, score, matched }: Score): Omit<Hit, 'isNear'> {
    const entry = this.#entries[number] as Entry;
    const phrase = this.#places.nearestAsk(number, matched);
    return { entry, score: Math.round(score * 1000) / 1000, matched, phrase };
  }

  #lift(ranked: readonly Score[]): Score[] {
    const first = ranked.slice(0, MOST_LINKED);
    const least = (first[0]?.score ?? 0) * LINKED_LEAST;
    const lifted = first.map((each) => {
      if (each.score < least) return each;
      const linked = first.filter((other) => this.#areLinked(each, other)).map(({ score }) => score);
      return { ...each, score: each.score + LINK_WORTH * Math.max(0, ...linked) };
    });
    return [...lifted.sort((a, b) => b.score - a.score), ...ranked.slice(MOST_LINKED)];
  }

  #areLinked(one: Score, other: Score): boolean {
    const [a, b] = [this.#entries[one.entry] as Entry, this.#entries[other.entry] as Entry];
    return a.see.includes(b.id) || b.see.includes(a.id);
  }

  /** What somebody names in full: an id, a message that a signature knows, a name from code. It comes before all others. */
  #meant(query: string, ranked: readonly Score[]): Score[] {
    const numbers = [...new Set([...this.#named(query), ...this.#recognised(query), ...this.#spelledOut(query, ranked)])];
    const best = ranked[0]?.score ?? 0;
    return numbers.map((entry, index) => {
      const { held, matched } = ranked.find((each) => each.entry === entry) ?? { held: 0, matched: [] };
      return { entry, held, matched, score: best + numbers.length - index };
    });
  }

  #named(query: string): number[] {
    const entry = this.#library.get(query.trim().toLowerCase());
    return entry ? [this.#entries.indexOf(entry)] : [];
  }

  #recognised(query: string): number[] {
    const message = { text: query.replace(/\s+/g, ' ').slice(0, LONGEST_MESSAGE) };
    this.#matcher ??= new Matcher(this.#library.errors(), this.#library.table);
    if (!this.#matcher.isCandidate(message)) return [];
    const matches = this.#matcher.match(message, () => '');
    const ids = [...matches.filter(({ weak }) => !weak), ...matches.filter(({ weak }) => weak)].map(({ id }) => id);
    return ids.map((id) => this.#entries.findIndex((entry) => entry.id === id));
  }

  /** Of an identifier alone (`gr.State`, `HF_HOME`) the best entry that holds it as a whole; the best of all, where that holds its parts (`1.5x`). */
  #spelledOut(query: string, ranked: readonly Score[]): number[] {
    const [token, ...more] = tokensOf(query);
    if (!token || more.length > 0 || !isIdentifier(token.text)) return [];
    const { whole, parts } = token;
    const isKnown = whole !== null && this.#places.has(whole);
    const best = isKnown ? ranked.find(({ matched }) => matched.includes(whole)) : ranked[0];
    return best && (isKnown || parts.every((part) => best.matched.includes(part))) ? [best.entry] : [];
  }
}

/** A letter, and what no plain word has. */
function isIdentifier(text: string): boolean {
  return /\p{L}/u.test(text) && /[\d._]/.test(text);
}
