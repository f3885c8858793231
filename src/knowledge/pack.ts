/** How the knowledge is laid out in dist/, so that a run parses only what it shows: a list of all entries, signatures, pages. */
import type { Entry } from '../core/entry.ts';
import type { Fact, Knowledge } from '../core/library.ts';

/** Fields that every run needs, to find an entry by its id or to list it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'summary', 'stage', 'role', 'level', 'mild'];
const SIGNATURE = 'signature';

export interface Index {
  entries: IndexedEntry[];
  /** Where the gate of the matcher looks at each literal: see core/gate.ts. */
  windows: number[];
}

export interface IndexedEntry {
  listed: Record<string, unknown>;
  /** Bytes of its page within the pages. */
  from: number;
  to: number;
  /** Names of the fields of its page. */
  fields: string[];
}

/** The four files, as texts. */
export interface Packed {
  index: string;
  facts: string;
  signatures: string;
  pages: string;
}

/** Lays the knowledge out for {@link unpack}. */
export function pack({ entries, facts }: Knowledge, windows: readonly number[]): Packed {
  let pages = '';
  let at = 0;
  const indexed = entries.map((entry): IndexedEntry => {
    const fields = Object.keys(entry).filter((name) => !LISTED.includes(name) && name !== SIGNATURE);
    const page = JSON.stringify(pick(entry, fields));
    const from = at;
    pages += page;
    at += new TextEncoder().encode(page).length;
    return { listed: pick(entry, LISTED), from, to: at, fields };
  });
  const signatures = Object.fromEntries(entries.flatMap((entry) => (entry.kind === 'error' ? [[entry.id, entry.signature]] : [])));
  const index: Index = { entries: indexed, windows: [...windows] };
  return { index: JSON.stringify(index), facts: JSON.stringify(facts), signatures: JSON.stringify(signatures), pages };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

export type ReadPacked = (name: keyof Packed) => Uint8Array;

/** The knowledge again; facts, signatures and pages are read and parsed on first use. */
export function unpack(read: ReadPacked): Knowledge {
  const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
  const { entries, windows } = parse(read('index')) as Index;
  const facts = once(() => parse(read('facts')) as Fact[]);
  const signatures = once(() => parse(read('signatures')) as Record<string, unknown>);
  const pages = once(() => read('pages'));
  return {
    windows,
    get facts() {
      return facts();
    },
    entries: entries.map(({ listed, from, to, fields }) => {
      const page = once(() => parse(pages().subarray(from, to)) as Record<string, unknown>);
      for (const name of fields) define(listed, name, () => page()[name]);
      if (listed.kind === 'error') define(listed, SIGNATURE, () => signatures()[listed.id as string]);
      return listed as unknown as Entry;
    }),
  };
}

function define(entry: Record<string, unknown>, name: string, get: () => unknown): void {
  Object.defineProperty(entry, name, { enumerable: true, configurable: true, get });
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
