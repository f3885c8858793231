/** How the knowledge is laid out in dist/, so that a run reads only what it shows: a list of all entries, what matches lines, pages. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Entry, Signature } from '../../core/library/entry.ts';
import type { Fact, Knowledge, MatchTable } from '../../core/library/library.ts';
import { once, remembering } from '../../core/once.ts';
import { asksOf } from '../../core/search/row.ts';
import { putTogether, takeApart } from './search-table.ts';

/** Fields that every run needs, to find an entry by its id or to list it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'summary', 'stage', 'role', 'message', 'level', 'mild', 'wraps'];
/** What a diagnosis reads of entries whose page nobody opens is a part of its own, and questions stand in the table of the search. */
const SIGNATURE = 'signature';
const ASKS = 'asks';
/** Bytes that are compressed as one: more make the package smaller, and the first of them that is read later, by 5 ms and 1 ms at these sizes. */
const BLOCK = { pages: 2 * 1024 * 1024, signatures: 128 * 1024 };

interface Index {
  entries: IndexedEntry[];
  /** Names of all the fields that a page may have. */
  fields: string[];
  /** Where each block stands in the file of the pages, and in that of the signatures. */
  blocks: { pages: Range[]; signatures: Range[] };
}

/** What a text is searched for besides errors. */
type Signs = Pick<Knowledge, 'places' | 'failures'>;
/** What fixes are filled from. */
type Tables = Pick<Knowledge, 'names' | 'companions'>;

/** Bytes [from, to) within a file or a block. */
type Range = readonly [from: number, to: number];

/** Where a value is: number of the block, and bytes within it. */
type Place = readonly [block: number, from: number, to: number];

/** The listed fields of an entry, and where its page is; of an error where its signature is. */
type IndexedEntry = Record<string, unknown> & { page: Place; match?: Place };

/** The files by their names. What every run needs, or what is small, is text; the others are compressed. */
export interface Packed {
  'index.json': string;
  'facts.json': string;
  'modules.json': string;
  /** What fixes are filled from. */
  'tables.br': Uint8Array;
  /** What gives a machine away. */
  'signs.br': Uint8Array;
  'table.br': Uint8Array;
  'signatures.br': Uint8Array;
  'search.br': Uint8Array;
  /** What of it are numbers. */
  'rows.br': Uint8Array;
  'pages.br': Uint8Array;
}

/** Lays the knowledge out for {@link unpack}. */
export function pack({ entries, facts, modules, names, companions, places, failures, searchTable }: Knowledge, table: MatchTable): Packed {
  const pages = new Blocks(BLOCK.pages);
  const signatures = new Blocks(BLOCK.signatures);
  const fields = new Set<string>();
  const indexed = entries.map((entry): IndexedEntry => {
    const own = Object.keys(entry).filter((name) => !LISTED.includes(name) && name !== SIGNATURE && name !== ASKS);
    for (const name of own) fields.add(name);
    const match = entry.kind === 'error' ? { match: signatures.add(withoutTabled(entry.signature)) } : {};
    return { ...pick(entry, LISTED), page: pages.add(pick(entry, own)), ...match };
  });
  const blocks = { pages: pages.ranges, signatures: signatures.ranges };
  const { words, rows } = takeApart(searchTable);
  return {
    'index.json': JSON.stringify({ entries: indexed, fields: [...fields], blocks } satisfies Index),
    'facts.json': JSON.stringify(facts),
    'modules.json': JSON.stringify(modules),
    'tables.br': compress(JSON.stringify({ names, companions } satisfies Tables)),
    'signs.br': compress(JSON.stringify({ places, failures } satisfies Signs)),
    'table.br': compress(JSON.stringify(table)),
    'signatures.br': signatures.bytes,
    'search.br': compress(words),
    'rows.br': compress(rows),
    'pages.br': pages.bytes,
  };
}

/** A signature without what stands in the match table as well. */
function withoutTabled({ patterns, ...signature }: Signature): Record<string, unknown> {
  return { ...signature, patterns: patterns.map(({ literals: _1, reaches: _2, ...pattern }) => pattern) };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

/** JSON values in blocks that are compressed each for itself. */
class Blocks {
  readonly #size: number;
  readonly #texts: string[] = [];
  #bytes = Number.POSITIVE_INFINITY;
  #compressed: Uint8Array[] | undefined;

  /** @param size bytes of a block, which the last value may exceed. */
  constructor(size: number) {
    this.#size = size;
  }

  add(value: unknown): Place {
    if (this.#bytes >= this.#size) {
      this.#texts.push('');
      this.#bytes = 0;
    }
    const block = this.#texts.length - 1;
    const text = JSON.stringify(value);
    const from = this.#bytes;
    this.#texts[block] += text;
    this.#bytes += Buffer.byteLength(text);
    return [block, from, this.#bytes];
  }

  /** All blocks, once nothing more is added. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.#parts());
  }

  /** Where each block stands in {@link bytes}. */
  get ranges(): Range[] {
    const lengths = this.#parts().map(({ length }) => length);
    const starts = lengths.map((_, number) => lengths.slice(0, number).reduce((sum, length) => sum + length, 0));
    return lengths.map((length, number) => [starts[number] as number, (starts[number] as number) + length]);
  }

  #parts(): Uint8Array[] {
    this.#compressed ??= this.#texts.map(compress);
    return this.#compressed;
  }
}

function compress(text: string | Uint8Array): Uint8Array {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } });
}

/** Reads the files of {@link Packed}: whole ones, and bytes [from, to). */
export interface PackedReader {
  whole: (name: keyof Packed) => Uint8Array;
  piece: (name: keyof Packed, from: number, to: number) => Uint8Array;
}

/** The knowledge again; all but the list of entries is read and parsed on first use. */
export function unpack({ whole, piece }: PackedReader): Knowledge {
  const packed = (name: keyof Packed): unknown => parse(brotliDecompressSync(whole(name)));
  const { entries, fields, blocks } = parse(whole('index.json')) as Index;
  const facts = once(() => parse(whole('facts.json')) as Fact[]);
  const modules = once(() => parse(whole('modules.json')) as Record<string, string>);
  const tables = once(() => packed('tables.br') as Tables);
  const signs = once(() => packed('signs.br') as Signs);
  const table = once(() => packed('table.br') as MatchTable);
  const searchTable = once(() => putTogether(packed('search.br'), brotliDecompressSync(whole('rows.br'))));
  const numbers = once(() => new Map(entries.map(({ id }, number) => [id, number])));
  const asks = once(() => asksOf(searchTable()));
  const valuesOf = (name: 'pages' | 'signatures'): ((place: Place) => unknown) => {
    const block = remembering((number: number) => brotliDecompressSync(piece(`${name}.br`, ...(blocks[name][number] as Range))));
    return remembering(([number, from, to]: Place) => parse(block(number).subarray(from, to)));
  };
  const page = valuesOf('pages');
  const signature = valuesOf('signatures');
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
      return (page(this.page) as Record<string, unknown>)[name];
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
    get names() {
      return tables().names;
    },
    get companions() {
      return tables().companions;
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
