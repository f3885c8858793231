/**
 * Search over the whole knowledge: words ranked by how rare they are and where they stand (title, questions, messages, text),
 * typos forgiven by Fuse.js, synonyms of the field known, and a pasted error leads to its entry.
 */
import Fuse from 'fuse.js';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { Matcher } from './match.ts';
import { stem, wordsOf } from './words.ts';

export interface Hit {
  entry: Entry;
  score: number;
  /** Words of the query (as stems) that the entry holds. */
  matched: string[];
}

interface Field {
  weight: number;
  of: (entry: Entry) => string;
}

/** Title and questions weigh more than text: they say what an entry is about. */
const FIELDS: Field[] = [
  { weight: 4, of: (entry) => `${entry.title} ${entry.id.replaceAll('-', ' ')} ${entry.aka.join(' ')}` },
  { weight: 3.2, of: (entry) => entry.asks.join('\n') },
  { weight: 1.2, of: (entry) => entry.summary },
  { weight: 0.8, of: textOf },
];

const SYNONYMS: string[][] = [
  ['oom', 'memory'],
  ['vram', 'memory'],
  ['ram', 'memory'],
  ['half', 'large'],
  ['full', 'xlarge'],
  ['whole', 'xlarge'],
  ['second', 'duration'],
  ['minute', 'quota'],
  ['limit', 'quota'],
  ['buy', 'credit'],
  ['pay', 'credit'],
  ['hang', 'stuck'],
  ['freeze', 'hang'],
  ['crash', 'abort'],
  ['kill', 'abort'],
  ['slow', 'cold'],
  ['wheel', 'prebuilt'],
  ['precompiled', 'prebuilt'],
  ['env', 'environment'],
  ['envvar', 'variable'],
  ['yaml', 'frontmatter'],
  ['header', 'frontmatter'],
  ['parallel', 'concurrent'],
  ['simultaneous', 'concurrent'],
  ['multiprocess', 'process'],
  ['global', 'globals'],
  ['finetune', 'train'],
  ['finetuning', 'train'],
  ['priority', 'queue'],
  ['line', 'queue'],
  ['busy', 'queue'],
  ['card', 'gpu'],
  ['gpus', 'gpu'],
  ['requirement', 'dependency'],
  ['package', 'dependency'],
  ['aot', 'aoti'],
  ['ahead', 'aoti'],
  ['zero', 'zerogpu'],
  ['lend', 'grant'],
];
const SYNONYM_WORTH = 0.45;
const TYPO_WORTH = 0.7;
/** BM25: how fast repetition stops counting, and how much length is held against a text. */
const SATURATION = 1.2;
const LENGTH = 0.6;
const LEAST = 0.6;

interface Posting {
  entry: number;
  score: number;
}

/** Made once; a search takes well under five milliseconds. */
export class SearchIndex {
  readonly #entries: readonly Entry[];
  readonly #postings = new Map<string, Posting[]>();
  readonly #rarity = new Map<string, number>();
  readonly #matcher: Matcher;
  readonly #synonyms = new Map<string, Set<string>>();
  #fuse: Fuse<string> | undefined;

  constructor(library: Library) {
    this.#entries = library.entries;
    this.#matcher = new Matcher(library.errors());
    this.#build();
    for (const [a = '', b = ''] of SYNONYMS) {
      this.#link(stem(a), stem(b));
      this.#link(stem(b), stem(a));
    }
  }

  /** The best entries for these words, best first; at most `limit`. */
  search(query: string, limit = 20): Hit[] {
    const scores = new Map<number, { score: number; matched: Set<string> }>();
    for (const [word, weight] of this.#expand(query)) this.#count(word, weight, scores);
    this.#recognise(query, scores);
    return [...scores]
      .map(([entry, { score, matched }]) => ({ entry: this.#entries[entry] as Entry, score: round(score), matched: [...matched] }))
      .filter((hit) => hit.score >= LEAST)
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
      .slice(0, limit);
  }

  #build(): void {
    for (const field of FIELDS) {
      const texts = this.#entries.map((entry) => wordsOf(field.of(entry)));
      const average = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length) || 1;
      for (const [entry, words] of texts.entries()) this.#indexText(entry, words, field.weight, average);
    }
    for (const [word, postings] of this.#postings) {
      const entries = new Set(postings.map((posting) => posting.entry)).size;
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
      if (postings) postings.push({ entry, score });
      else this.#postings.set(word, [{ entry, score }]);
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
    for (const word of wordsOf(query.slice(0, 2000)).slice(0, 60)) {
      const known = this.#postings.has(word);
      const spelled = known ? [{ word, weight: 1 }] : this.#correct(word);
      for (const { word: right, weight } of spelled) {
        add(right, weight);
        for (const other of this.#synonyms.get(right) ?? []) add(other, weight * SYNONYM_WORTH);
      }
    }
    return worth;
  }

  #correct(word: string): { word: string; weight: number }[] {
    if (word.length < 3) return [];
    const begun = [...this.#postings.keys()].filter((known) => known.startsWith(word)).slice(0, 8);
    if (begun.length > 0) return begun.map((known) => ({ word: known, weight: TYPO_WORTH }));
    if (word.length < 4) return [];
    this.#fuse ??= new Fuse([...this.#postings.keys()], { includeScore: true, threshold: 0.34, distance: 8, ignoreLocation: false });
    return this.#fuse
      .search(word, { limit: 4 })
      .filter(({ item, score = 1 }) => score < 0.34 && Math.abs(item.length - word.length) <= 2)
      .map(({ item, score = 1 }) => ({ word: item, weight: TYPO_WORTH * (1 - score) }));
  }

  #count(word: string, weight: number, scores: Map<number, { score: number; matched: Set<string> }>): void {
    const rarity = this.#rarity.get(word) ?? 0;
    for (const { entry, score } of this.#postings.get(word) ?? []) {
      const known = scores.get(entry) ?? { score: 0, matched: new Set<string>() };
      known.score += score * rarity * weight;
      known.matched.add(word);
      scores.set(entry, known);
    }
  }

  /** A pasted error: the entry whose signature it shows comes first. */
  #recognise(query: string, scores: Map<number, { score: number; matched: Set<string> }>): void {
    const text = query.replace(/\s+/g, ' ').slice(0, 2000);
    if (!this.#matcher.isCandidate(text)) return;
    const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
    for (const match of this.#matcher.match(text, '')) {
      const index = this.#entries.findIndex((entry) => entry.id === match.id);
      const known = scores.get(index) ?? { score: 0, matched: new Set<string>() };
      known.score = best + (match.weak ? 1 : 2) + known.score / 100;
      scores.set(index, known);
    }
  }
}

function textOf(entry: Entry): string {
  if (entry.kind !== 'tree') return entry.body;
  const nodes = Object.values(entry.nodes).map((node) =>
    'ask' in node ? `${node.ask} ${node.options.map((option) => option.say).join(' ')}` : `${node.answer} ${node.text}`,
  );
  return nodes.join('\n');
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
