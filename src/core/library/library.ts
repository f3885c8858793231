/** The whole knowledge base in memory: look-up by id, by old id, by prefix, and the nearest ids for a wrong one. */

import type { AskerKnowledge } from './asker.ts';
import { distance } from './distance.ts';
import type { Entry, ErrorEntry, Kind } from './entry.ts';
import type { FailureKnowledge } from './failure.ts';
import type { ReadFrames } from './frame.ts';
import type { Imports } from './imports.ts';
import type { PlaceSign } from './place.ts';

export interface Fact {
  name: string;
  text: string;
  /** The figure as a number, where it is one ("2×" is 2); its unit stands beside. */
  value?: number;
  unit?: string;
  /** How well it is known: on a first-party page, read in the package's source, or told by third parties. */
  certainty?: 'documented' | 'read' | 'reported';
  what: string;
  asOf: string;
  source: string;
  before: { value: string; until: string }[];
}

/** What is worked out from all signatures before the first line: by the build, so that a run need not. */
export interface MatchTable {
  /** Every literal once. */
  texts: readonly string[];
  /** By number of the literal: the numbers of the patterns that need it. */
  needing: readonly (readonly number[])[];
  /** Of each pattern the entry, and its number within the entry's signature. */
  patterns: readonly (readonly [id: string, index: number])[];
  /** Where the gate looks at each literal; without it the gate chooses. */
  windows?: readonly number[];
}

/** What a search looks up, worked out when the program is built. */
export interface SearchTable {
  /** By entry what it is called: title, id and other names. */
  titles: readonly (readonly string[])[];
  /** Words of questions by their stem: the stem and all ways in which it is written, see `Vocabulary`. */
  families: readonly string[];
  /** Written words that have several stems, as `torch.cuda` has, or none. */
  compounds: readonly string[];
  /** Behind each other the numbers of the stems of each of these, and a 0. */
  parts: Uint16Array;
  /** Stems that no family has: of titles and texts, and within compounds. */
  others: readonly string[];
  /** By entry by question: written words as numbers. A 0 ends a line, another one those of the entry. */
  lines: Uint16Array;
  /** By entry: the stems of its text, each once, in ascending order; then a 0. */
  texts: Uint16Array;
  /** Words of questions that say nothing, in any language. */
  filler: readonly string[];
  /** By word, as a stem: others that mean nearly the same. */
  alike: Readonly<Record<string, readonly string[]>>;
  /** By word of another language, with a star at the end for any ending: the stems that it stands for. */
  translations: Readonly<Record<string, readonly string[]>>;
  /** Names of other products and trades: a question that names one is most likely not for us. */
  elsewhere: readonly string[];
  /** Names of what this knowledge is about: a question that names one is for us all the same. */
  here: readonly string[];
}

export interface Knowledge {
  entries: Entry[];
  facts: Fact[];
  /** The name on PyPI of what provides a module, where the two differ. */
  modules: Record<string, string>;
  /** By companion of torch, by release of torch: the release that belongs to it. */
  companions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which import gives a name. */
  imports: Imports;
  /** By library: which release brought a name, and which took it away ({@link historyOfName}). */
  names: Readonly<Record<string, string>>;
  /** By library: which release brought an argument or attribute, and which took it away, by owner ({@link historyOfMember}). */
  members: Readonly<Record<string, string>>;
  /** What tells where the user is. */
  places: PlaceSign[];
  /** What tells what the asker says of himself. */
  asker: AskerKnowledge;
  /** What tells that something failed which no entry knows. */
  failures: FailureKnowledge;
  /** Tells versions by frames, where the tables for it are at hand. */
  readFrames?: ReadFrames;
  /** What the build has worked out for the matcher. */
  table?: MatchTable;
  /** Made on first use, where the build has not. */
  searchTable: SearchTable;
}

export type Lookup = { entry: Entry } | { entry: null; candidates: string[] };

/** More would be a list to search in. */
const MOST_CANDIDATES = 5;

/** Read-only view of a {@link Knowledge}; made once per run. */
export class Library {
  readonly entries: readonly Entry[];
  readonly #knowledge: Knowledge;
  #facts: ReadonlyMap<string, Fact> | undefined;
  readonly #byId = new Map<string, Entry>();

  constructor(knowledge: Knowledge) {
    this.entries = knowledge.entries;
    this.#knowledge = knowledge;
    for (const entry of knowledge.entries) {
      for (const old of entry.aka) this.#byId.set(old, entry);
    }
    for (const entry of knowledge.entries) this.#byId.set(entry.id, entry);
  }

  /** What the build has worked out for the matcher, if it has. */
  get table(): MatchTable | undefined {
    return this.#knowledge.table;
  }

  get searchTable(): SearchTable {
    return this.#knowledge.searchTable;
  }

  /** The name on PyPI of what provides a module, where the two differ. */
  get modules(): Record<string, string> {
    return this.#knowledge.modules;
  }

  /** By companion of torch, by release of torch: the release that belongs to it. */
  get companions(): Readonly<Record<string, Readonly<Record<string, string>>>> {
    return this.#knowledge.companions;
  }

  /** Which import gives a name. */
  get imports(): Imports {
    return this.#knowledge.imports;
  }

  /** By library: which release brought a name, and which took it away. */
  get names(): Readonly<Record<string, string>> {
    return this.#knowledge.names;
  }

  /** By library: which release brought an argument or attribute, and which took it away. */
  get members(): Readonly<Record<string, string>> {
    return this.#knowledge.members;
  }

  /** What tells where the user is. */
  get places(): readonly PlaceSign[] {
    return this.#knowledge.places;
  }

  /** What tells what the asker says of himself. */
  get asker(): AskerKnowledge {
    return this.#knowledge.asker;
  }

  /** What tells that something failed which no entry knows. */
  get failures(): FailureKnowledge {
    return this.#knowledge.failures;
  }

  /** The versions that these frames belong to; none without tables. */
  get readFrames(): ReadFrames {
    return this.#knowledge.readFrames ?? (() => []);
  }

  /** The figures by name; made on first use. */
  get facts(): ReadonlyMap<string, Fact> {
    this.#facts ??= new Map(this.#knowledge.facts.map((fact) => [fact.name, fact]));
    return this.#facts;
  }

  /** The entry with exactly this id, or undefined. */
  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** The error with this id; throws when there is none, for a signature without an entry is our own bug. */
  error(id: string): ErrorEntry {
    const entry = this.get(id);
    if (entry?.kind !== 'error') throw new Error(`no error entry "${id}"`);
    return entry;
  }

  /** All entries of a kind, or all, in the order of their ids. */
  list(kind?: Kind): Entry[] {
    return this.entries.filter((entry) => !kind || entry.kind === kind);
  }

  /** The errors, for the matcher. */
  errors(): ErrorEntry[] {
    return this.entries.filter((entry) => entry.kind === 'error');
  }

  /**
   * What a person may have meant by `words`: any case, blanks or underscores for hyphens, an old id, a unique prefix.
   * Without a single answer: a few candidates, nearest first.
   */
  find(words: string, kind?: Kind): Lookup {
    const wanted = words
      .trim()
      .toLowerCase()
      .replace(/[\s_]{1,9}/g, '-');
    const exact = this.get(wanted);
    if (exact && (!kind || exact.kind === kind)) return { entry: exact };
    const ids = this.list(kind).map((entry) => entry.id);
    const starting = wanted ? ids.filter((id) => id.startsWith(wanted)) : [];
    const only = starting.length === 1 ? this.get(starting[0] as string) : undefined;
    if (only) return { entry: only };
    if (starting.length > 1) return { entry: null, candidates: starting.slice(0, MOST_CANDIDATES) };
    return { entry: null, candidates: nearest(wanted, ids) };
  }
}

function nearest(wanted: string, ids: string[]): string[] {
  // A third of the letters may be wrong, two in a short word.
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return ids
    .filter((id) => id.includes(wanted) || Math.abs(id.length - wanted.length) <= limit)
    .map((id) => ({ id, far: id.includes(wanted) ? 0 : distance(wanted, id) }))
    .filter(({ far }) => wanted.length > 1 && far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_CANDIDATES)
    .map(({ id }) => id);
}
