/** How the knowledge is laid out in dist/, so that a run reads only what it shows: a list of all entries, what matches lines, pages. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Entry } from '../../core/library/entry.ts';
import type { Fact, Knowledge, MatchTable, SearchTable } from '../../core/library/library.ts';

/** Fields that every run needs, to find an entry by its id or to list it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'summary', 'stage', 'role', 'message', 'level', 'mild', 'wraps'];
/** What a diagnosis, or a search, reads of entries whose page nobody opens: parts of their own. */
const SIGNATURE = 'signature';
const ASKS = 'asks';
/** Bytes of pages that are compressed as one: more make the package smaller, and the first page that is shown later, by 2 ms at this size. */
const BLOCK = 256 * 1024;

interface Index {
  entries: IndexedEntry[];
  /** Names of all the fields that a page may have. */
  fields: string[];
  /** Where each block of pages stands in their file. */
  blocks: Range[];
}

/** What a text is searched for besides errors. */
type Signs = Pick<Knowledge, 'places' | 'failures'>;

/** Bytes [from, to) within a file or a block. */
type Range = readonly [from: number, to: number];

/** The listed fields of an entry, and where its page is (within a block); of an error where its signature is. */
type IndexedEntry = Record<string, unknown> & { block: number; page: Range; match?: Range };

/** The files by their names. What is small or read in pieces is text; what is read whole, or by blocks, is compressed. */
export interface Packed {
  'index.json': string;
  'facts.json': string;
  'modules.json': string;
  /** What gives a machine away. */
  'signs.json': string;
  'table.json': string;
  'signatures.json': string;
  'search.br': Uint8Array;
  /** Ways of asking, by the number of the entry. */
  'asks.br': Uint8Array;
  'pages.br': Uint8Array;
}

/** Lays the knowledge out for {@link unpack}. */
export function pack({ entries, facts, modules, places, failures, searchTable }: Knowledge, table: MatchTable): Packed {
  const pages = new Blocks();
  const signatures = new Pieces();
  const fields = new Set<string>();
  const indexed = entries.map((entry): IndexedEntry => {
    const own = Object.keys(entry).filter((name) => !LISTED.includes(name) && name !== SIGNATURE && name !== ASKS);
    for (const name of own) fields.add(name);
    const match = entry.kind === 'error' ? { match: signatures.add(entry.signature) } : {};
    return { ...pick(entry, LISTED), ...pages.add(pick(entry, own)), ...match };
  });
  const compressed = pages.compressed();
  return {
    'index.json': JSON.stringify({ entries: indexed, fields: [...fields], blocks: compressed.ranges } satisfies Index),
    'facts.json': JSON.stringify(facts),
    'modules.json': JSON.stringify(modules),
    'signs.json': JSON.stringify({ places, failures } satisfies Signs),
    'table.json': JSON.stringify(table),
    'signatures.json': signatures.text,
    'search.br': compress(JSON.stringify(searchTable)),
    'asks.br': compress(JSON.stringify(entries.map(({ asks }) => asks))),
    'pages.br': compressed.bytes,
  };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

/** JSON values one behind the other. */
class Pieces {
  text = '';
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  add(value: unknown): Range {
    const text = JSON.stringify(value);
    const from = this.#bytes;
    this.text += text;
    this.#bytes += Buffer.byteLength(text);
    return [from, this.#bytes];
  }
}

/** JSON values in blocks that are compressed each for itself. */
class Blocks {
  readonly #blocks = [new Pieces()];

  add(value: unknown): { block: number; page: Range } {
    if ((this.#blocks.at(-1) as Pieces).bytes >= BLOCK) this.#blocks.push(new Pieces());
    return { block: this.#blocks.length - 1, page: (this.#blocks.at(-1) as Pieces).add(value) };
  }

  compressed(): { bytes: Uint8Array; ranges: Range[] } {
    const parts = this.#blocks.map(({ text }) => compress(text));
    const starts = parts.map((_, number) => parts.slice(0, number).reduce((sum, { length }) => sum + length, 0));
    const ranges = parts.map(({ length }, number): Range => [starts[number] as number, (starts[number] as number) + length]);
    return { bytes: Buffer.concat(parts), ranges };
  }
}

function compress(text: string): Uint8Array {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } });
}

/** Reads the files of {@link Packed}: whole ones, and bytes [from, to). */
export interface PackedReader {
  whole: (name: keyof Packed) => Uint8Array;
  piece: (name: keyof Packed, from: number, to: number) => Uint8Array;
}

/** The knowledge again; all but the list of entries is read and parsed on first use. */
export function unpack({ whole, piece }: PackedReader): Knowledge {
  const later = <T>(name: keyof Packed): (() => T) => once(() => parse(whole(name)) as T);
  const packed = (name: keyof Packed): unknown => parse(brotliDecompressSync(whole(name)));
  const { entries, fields, blocks } = parse(whole('index.json')) as Index;
  const facts = later<Fact[]>('facts.json');
  const modules = later<Record<string, string>>('modules.json');
  const signs = later<Signs>('signs.json');
  const table = later<MatchTable>('table.json');
  const searchTable = once(() => packed('search.br') as SearchTable);
  const asks = once(() => packed('asks.br') as string[][]);
  const numbers = once(() => new Map(entries.map(({ id }, number) => [id, number])));
  const block = remembering((number: number) => brotliDecompressSync(piece('pages.br', ...(blocks[number] as Range))));
  const page = remembering((entry: IndexedEntry) => parse(block(entry.block).subarray(...entry.page)) as Record<string, unknown>);
  const signature = remembering((range: Range) => parse(piece('signatures.json', ...range)));
  // One set of getters for all: a property on each of them would take longer than all else that is done here.
  const prototype = Object.create(null) as object;
  const readLater = (name: string, get: (this: IndexedEntry) => unknown) => Object.defineProperty(prototype, name, { get });
  readLater(SIGNATURE, function () {
    return this.match && signature(this.match);
  });
  readLater(ASKS, function () {
    return asks()[numbers().get(this.id) as number];
  });
  for (const name of fields)
    readLater(name, function () {
      return page(this)[name];
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
    get searchTable() {
      return searchTable();
    },
  };
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
}

function once<T>(make: () => T): () => T {
  const known = remembering((_: true) => make());
  return () => known(true);
}

/** The same function, which makes each thing once. */
function remembering<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, { value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
