/** How the knowledge is laid out in dist/, so that a run parses only what it shows: a list of all entries, what matches lines, pages. */
import type { Entry } from '../core/library/entry.ts';
import type { Fact, Knowledge, MatchTable } from '../core/library/library.ts';

/** Fields that every run needs, to find an entry by its id or to list it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'summary', 'stage', 'role', 'level', 'mild', 'wraps'];
const SIGNATURE = 'signature';

interface Index {
  entries: IndexedEntry[];
  /** Names of all the fields that a page may have. */
  fields: string[];
}

/** What a text is searched for besides errors. */
type Signs = Pick<Knowledge, 'places' | 'failures'>;

/** Bytes within the pages. */
type Range = [from: number, to: number];

/** The listed fields of an entry, and where its page is; of an error where its signature is. */
type IndexedEntry = Record<string, unknown> & { page: Range; match?: Range };

/** The six files, as texts. */
export interface Packed {
  index: string;
  facts: string;
  modules: string;
  /** What gives a machine away. */
  signs: string;
  table: string;
  pages: string;
}

/** Lays the knowledge out for {@link unpack}. */
export function pack({ entries, facts, modules, places, failures }: Knowledge, table: MatchTable): Packed {
  let pages = '';
  let at = 0;
  const add = (part: unknown): Range => {
    const text = JSON.stringify(part);
    const from = at;
    pages += text;
    at += Buffer.byteLength(text);
    return [from, at];
  };
  const pageFields = new Set<string>();
  const indexed = entries.map((entry): IndexedEntry => {
    const fields = Object.keys(entry).filter((name) => !LISTED.includes(name) && name !== SIGNATURE);
    for (const name of fields) pageFields.add(name);
    const page = add(pick(entry, fields));
    return { ...pick(entry, LISTED), page, ...(entry.kind === 'error' && { match: add(entry.signature) }) };
  });
  const index: Index = { entries: indexed, fields: [...pageFields] };
  return {
    index: JSON.stringify(index),
    facts: JSON.stringify(facts),
    modules: JSON.stringify(modules),
    signs: JSON.stringify({ places, failures } satisfies Signs),
    table: JSON.stringify(table),
    pages,
  };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

/** What the six files hold, as texts: whole ones, and the bytes [from, to) of the pages. */
export interface PackedReader {
  whole: (name: Exclude<keyof Packed, 'pages'>) => string;
  page: (from: number, to: number) => string;
}

/** The knowledge again; facts, table and pages are read and parsed on first use. */
export function unpack({ whole, page }: PackedReader): Knowledge {
  const { entries, fields } = JSON.parse(whole('index')) as Index;
  const facts = once(() => JSON.parse(whole('facts')) as Fact[]);
  const modules = once(() => JSON.parse(whole('modules')) as Record<string, string>);
  const signs = once(() => JSON.parse(whole('signs')) as Signs);
  const table = once(() => JSON.parse(whole('table')) as MatchTable);
  const parts = new Map<number, Record<string, unknown>>();
  const part = ([from, to]: Range): Record<string, unknown> => {
    const known = parts.get(from) ?? (JSON.parse(page(from, to)) as Record<string, unknown>);
    parts.set(from, known);
    return known;
  };
  // One set of getters for all: a property on each of them would take longer than all else that is done here.
  const prototype = Object.create(null) as object;
  const readLater = (name: string, get: (this: IndexedEntry) => unknown) => Object.defineProperty(prototype, name, { get });
  readLater(SIGNATURE, function () {
    return this.match && part(this.match);
  });
  for (const name of fields)
    readLater(name, function () {
      return part(this.page)[name];
    });
  return {
    entries: entries.map((entry) => Object.assign(Object.create(prototype), entry) as Entry),
    get table() {
      return table();
    },
    get facts() {
      return facts();
    },
    get modules() {
      return modules();
    },
    get places() {
      return signs().places;
    },
    get failures() {
      return signs().failures;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
