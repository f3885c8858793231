/**
 * Search over the whole knowledge: words ranked by how rare they are and where they stand (title, questions, messages, text),
 * typos forgiven by Fuse.js, synonyms of the field known, and a pasted error leads to its entry.
 */
import Fuse from 'fuse.js';
import type { Entry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import { Matcher } from '../match/match.ts';
import { CORRECTED, FIELDS, SYNONYMS, wholeText } from './vocabulary.ts';
import { stem, tokensOf, wordsOf } from './words.ts';

export interface Hit {
  entry: Entry;
  score: number;
  /** Words of the query (as stems) that the entry holds. */
  matched: string[];
}

const SYNONYM_WORTH = 0.45;
const TYPO_WORTH = 0.7;
/** A part of an identifier that is known as a whole: `home` of `HF_HOME`. */
const PART_WORTH = 0.4;
/** Two words that follow each other say more than the same two apart: "space left", "zero gpu". */
const PAIR_WORTH = 0.45;
/** BM25: how fast repetition stops counting, and how much length is held against a text. */
const SATURATION = 1.2;
const LENGTH = 0.6;
const COVERAGE = 0.5;
const LEAST = 0.6;

interface Worth {
  word: string;
  weight: number;
}

/** Entries that are indexed before somebody else may have a turn: a few milliseconds. */
const STEP = 16;

/** Made once, by steps or by the first search; a search takes well under five milliseconds. */
export class SearchIndex {
  readonly #entries: readonly Entry[];
  /** By word: entry, score, entry, score … Tens of thousands of objects would be slower to make than all else. */
  readonly #postings = new Map<string, number[]>();
  readonly #rarity = new Map<string, number>();
  readonly #library: Library;
  #matcher: Matcher | undefined;
  readonly #synonyms = new Map<string, Set<string>>();
  #vocabulary: string[] = [];
  readonly #corrections = new Map<string, Worth[]>();
  readonly #steps: Generator<void, void>;

  constructor(library: Library) {
    this.#library = library;
    this.#entries = library.entries;
    this.#steps = this.#build();
    for (const [a = '', b = ''] of SYNONYMS) {
      this.#link(stem(a), stem(b));
      this.#link(stem(b), stem(a));
    }
  }

  /** Does a part of the preparation; whether more is left, for which a search would have to wait. */
  step(): boolean {
    return !this.#steps.next().done;
  }

  /** The best entries for these words, best first; at most `limit`. */
  search(query: string, limit = 20): Hit[] {
    while (this.step());
    const scores = new Map<number, { score: number; matched: Set<string> }>();
    const worth = this.#expand(query);
    for (const [word, weight] of worth) this.#count(word, weight, scores);
    this.#cover(worth, scores);
    this.#recognise(query, scores);
    return [...scores]
      .map(([entry, { score, matched }]) => ({ entry: this.#entries[entry] as Entry, score: round(score), matched: [...matched] }))
      .filter((hit) => hit.score >= LEAST)
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, limit);
  }

  *#build(): Generator<void, void> {
    const vocabulary = new Set<string>();
    for (const field of FIELDS) {
      const texts: string[][] = [];
      for (const [number, entry] of this.#entries.entries()) {
        const words = wordsOf(field.of(entry));
        texts.push(field.of === wholeText ? words : withPairs(words));
        if (CORRECTED.includes(field)) for (const word of words) vocabulary.add(word);
        if (number % STEP === STEP - 1) yield;
      }
      const average = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length) || 1;
      for (const [number, words] of texts.entries()) {
        this.#indexText(number, words, field.weight, average);
        if (number % STEP === STEP - 1) yield;
      }
    }
    this.#vocabulary = [...vocabulary];
    yield;
    for (const [word, postings] of this.#postings) {
      const entries = new Set(postings.filter((_, at) => at % 2 === 0)).size;
      this.#rarity.set(word, Math.log(1 + (this.#entries.length - entries + 0.5) / (entries + 0.5)));
    }
  }

  #indexText(entry: number, words: string[], weight: number, average: number): void {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const room = SATURATION * (1 - LENGTH + (LENGTH * words.length) / average);
    for (const [word, count] of counts) {
      const score = (weight * count * (SATURATION + 1)) / (count + room);
      const postings = this.#postings.get(word);
      if (postings) postings.push(entry, score);
      else this.#postings.set(word, [entry, score]);
    }
  }

  #link(word: string, other: string): void {
    const known = this.#synonyms.get(word);
    if (known) known.add(other);
    else this.#synonyms.set(word, new Set([other]));
  }

  /** The words of the query with their worth: as typed, corrected when nobody knows them, and their synonyms. */
  #expand(query: string): Map<string, number> {
    const worth = new Map<string, number>();
    const add = (word: string, weight: number) => worth.set(word, Math.max(worth.get(word) ?? 0, weight));
    const tokens = tokensOf(query.slice(0, 2000)).slice(0, 60);
    const words = tokens.flatMap(({ whole, parts }) => (whole === null ? parts : [whole, ...parts]));
    for (const [index, word] of words.entries()) add(`${word} ${words[index + 1]}`, PAIR_WORTH);
    for (const { whole, parts } of tokens) {
      const isKnown = whole !== null && this.#postings.has(whole);
      if (isKnown) add(whole, 1);
      for (const part of parts) this.#spell(part, isKnown ? PART_WORTH : 1, add);
    }
    return worth;
  }

  /** A word as typed, or what it may have been meant to be, and its synonyms. */
  #spell(word: string, worth: number, add: (word: string, weight: number) => void): void {
    const spelled = this.#postings.has(word) ? [{ word, weight: 1 }] : this.#correct(word);
    for (const { word: right, weight } of spelled) {
      add(right, weight * worth);
      for (const other of this.#synonyms.get(right) ?? []) add(other, weight * worth * SYNONYM_WORTH);
    }
  }

  /** Words that may have been meant; remembered, for typing asks again with every key. */
  #correct(word: string): Worth[] {
    const known = this.#corrections.get(word);
    if (known) return known;
    const found = this.#nearest(word);
    this.#corrections.set(word, found);
    return found;
  }

  #nearest(word: string): Worth[] {
    if (word.length < 3) return [];
    const begun = this.#vocabulary.filter((known) => known.startsWith(word)).slice(0, 8);
    if (begun.length > 0) return begun.map((known) => ({ word: known, weight: TYPO_WORTH }));
    if (word.length < 4) return [];
    // A typo seldom spares neither of the first two letters; a tenth of the words is searched ten times as fast.
    const alike = this.#vocabulary.filter((known) => word.startsWith(known.charAt(0)) || known.charAt(0) === word.charAt(1));
    return new Fuse(alike, { includeScore: true, threshold: 0.34, distance: 8 })
      .search(word, { limit: 4 })
      .filter(({ item, score = 1 }) => score < 0.34 && Math.abs(item.length - word.length) <= 2)
      .map(({ item, score = 1 }) => ({ word: item, weight: TYPO_WORTH * (1 - score) }));
  }

  #count(word: string, weight: number, scores: Map<number, { score: number; matched: Set<string> }>): void {
    const rarity = this.#rarity.get(word) ?? 0;
    const postings = this.#postings.get(word) ?? [];
    for (let at = 0; at < postings.length; at += 2) {
      const [entry, score] = [postings[at] as number, postings[at + 1] as number];
      const known = scores.get(entry) ?? { score: 0, matched: new Set<string>() };
      known.score += score * rarity * weight;
      known.matched.add(word);
      scores.set(entry, known);
    }
  }

  /** An entry that holds more of what was asked, weighed by rarity, beats one that repeats a single word of it. */
  #cover(worth: Map<string, number>, scores: Map<number, { score: number; matched: Set<string> }>): void {
    const value = (word: string) => (worth.get(word) ?? 0) * (this.#rarity.get(word) ?? 0);
    const whole = [...worth.keys()].reduce((sum, word) => sum + value(word), 0);
    for (const known of scores.values()) {
      const held = [...known.matched].reduce((sum, word) => sum + value(word), 0);
      known.score *= (held / whole) ** COVERAGE;
    }
  }

  /** A pasted error: the entry whose signature it shows comes first. */
  #recognise(query: string, scores: Map<number, { score: number; matched: Set<string> }>): void {
    const text = query.replace(/\s+/g, ' ').slice(0, 2000);
    this.#matcher ??= new Matcher(this.#library.errors(), this.#library.table);
    if (!this.#matcher.isCandidate(text)) return;
    const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
    for (const match of this.#matcher.match(text, () => '')) {
      const index = this.#entries.findIndex((entry) => entry.id === match.id);
      const known = scores.get(index) ?? { score: 0, matched: new Set<string>() };
      known.score = best + (match.weak ? 1 : 2) + known.score / 100;
      scores.set(index, known);
    }
  }
}

/** The words, and each pair of neighbours. */
function withPairs(words: string[]): string[] {
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
