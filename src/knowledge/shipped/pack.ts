/** How the knowledge is laid out in dist/, so that a run reads only what it shows: a list of all entries, what matches lines, pages. */
import { brotliDecompressSync } from 'node:zlib';
import { type Entry, expressionsOf, type Signature } from '../../core/library/entry.ts';
import type { Fact, Knowledge, MatchTable } from '../../core/library/library.ts';
import { once, remembering } from '../../core/once.ts';
import { asksOf } from '../../core/search/row.ts';
import { Blocks, compress, type Depth, type Place, type Range, Roll, SMALLEST, unrolled } from './compressed.ts';
import { POINTING, pointedTo, type References, referencesOf } from './references.ts';
import { putTogether, takeApart } from './search-table.ts';
import { type Shape, Shapes, unlisted } from './shapes.ts';

/** Fields that every run needs, to find an entry by its id or to list it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'summary', 'stage', 'role', 'message', 'level', 'mild', 'wraps'];
/** What a diagnosis reads of entries whose page nobody opens is a part of its own, as is what they point to; questions stand in the table of the search. */
const SIGNATURE = 'signature';
const ASKS = 'asks';
/** What the card of an error is made of: most diagnoses read nothing else of its page. */
const CARD = ['fixes', 'why', 'blanks', 'kinds'];
/** Fields that are not part of a page. */
const APART: readonly string[] = [...LISTED, SIGNATURE, ASKS, ...POINTING];
/** Bytes of signatures that are compressed as one: more make the package smaller, and the first of them that is read later, by 1 ms at this size. */
const BLOCK = 128 * 1024;

interface Index {
  entries: IndexedEntry[];
  /** Names of all the fields that a page may have. */
  fields: string[];
  /** Where each block of signatures stands in their file. */
  blocks: Range[];
  /** How far into the pages the beginning of their file leads. */
  depths: Depth[];
  /** What the objects of pages and signatures look like. */
  shapes: Shape[];
}

/** What a text is searched for: the literals of errors, and signs of machines and failures. */
type Wanted = Pick<Knowledge, 'places' | 'asker' | 'failures'> & { table: CountedTable };

/** A match table with the patterns of each error counted: they stand one behind the other. */
type CountedTable = Omit<MatchTable, 'patterns'> & { patterns: [id: string, count: number][] };
/** What fixes are filled from. */
type Tables = Pick<Knowledge, 'names' | 'companions'>;

/** The listed fields of an entry, and how long its page is; of an error how long its card is, and where its signature is. */
type IndexedEntry = Record<string, unknown> & { page: number; card?: number; match?: Place };

/** The files by their names. What is small is text; the others are compressed. */
export interface Packed {
  'index.br': Uint8Array;
  'facts.json': string;
  'modules.json': string;
  /** What fixes are filled from. */
  'tables.br': Uint8Array;
  /** What every log is searched for. */
  'wanted.br': Uint8Array;
  'signatures.br': Uint8Array;
  'search.br': Uint8Array;
  /** What of it are numbers. */
  'rows.br': Uint8Array;
  'pages.br': Uint8Array;
  /** Where entries lead, and their sources. */
  'references.br': Uint8Array;
}

/** Lays the knowledge out for {@link unpack}; `effort` from 0 to 11 is how hard brotli tries. */
export function pack(
  { entries, facts, modules, names, companions, places, asker, failures, searchTable }: Knowledge,
  table: MatchTable,
  effort = SMALLEST,
): Packed {
  const pressed = (text: string | Uint8Array) => compress(text, effort);
  const pages = new Roll(effort);
  const signatures = new Blocks(BLOCK, effort);
  const shapes = new Shapes();
  const fields = new Set<string>();
  // Those of errors first: what is read of them is unpacked soonest, the cards above all.
  const cards = new Map(
    entries.filter(({ kind }) => kind === 'error').map((entry) => [entry.id, pages.add(shapes.listed(pick(entry, CARD)))]),
  );
  const indexed = entries.map((entry): IndexedEntry => {
    const own = Object.keys(entry).filter((name) => !APART.includes(name));
    for (const name of own) fields.add(name);
    const card = cards.get(entry.id);
    const page = pages.add(shapes.listed(pick(entry, card ? own.filter((name) => !CARD.includes(name)) : own)));
    const match = entry.kind === 'error' ? { card, match: signatures.add(shapes.listed(withoutTabled(entry.signature))) } : {};
    return { ...pick(entry, LISTED), page, ...match };
  });
  const { words, rows } = takeApart(searchTable);
  return {
    'index.br': pressed(
      JSON.stringify({
        entries: indexed,
        fields: [...fields],
        blocks: signatures.ranges,
        depths: pages.depths,
        shapes: shapes.all,
      } satisfies Index),
    ),
    'facts.json': JSON.stringify(facts),
    'modules.json': JSON.stringify(modules),
    'tables.br': pressed(JSON.stringify({ names, companions } satisfies Tables)),
    'wanted.br': pressed(JSON.stringify({ table: counted(table), places, asker, failures } satisfies Wanted)),
    'signatures.br': signatures.bytes,
    'search.br': pressed(words),
    'rows.br': pressed(rows),
    'pages.br': pages.bytes,
    'references.br': pressed(JSON.stringify(referencesOf(entries) satisfies References)),
  };
}

/** A signature without what stands in the match table as well. */
function withoutTabled({ patterns, needs, ...signature }: Signature): Record<string, unknown> {
  return {
    ...signature,
    patterns: patterns.map(({ literals: _1, reaches: _2, ...pattern }) => pattern),
    needs: expressionsOf({ patterns, ...signature }).map((source) => needs[source]),
  };
}

/** What expressions need stands in the order of the expressions: their sources are written once. */
function withNeeds(packed: Omit<Signature, 'needs'> & { needs: Signature['needs'][string][] }): Signature {
  return { ...packed, needs: Object.fromEntries(expressionsOf(packed).map((source, index) => [source, packed.needs[index] ?? []])) };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

/** Reads the files of {@link Packed}: whole ones, and bytes [from, to). */
export interface PackedReader {
  whole: (name: keyof Packed) => Uint8Array;
  piece: (name: keyof Packed, from: number, to: number) => Uint8Array;
}

/** The knowledge again; all but the list of entries is read and parsed on first use. */
export function unpack({ whole, piece }: PackedReader): Knowledge {
  const packed = (name: keyof Packed): unknown => parse(brotliDecompressSync(whole(name)));
  const { entries, fields, blocks, depths, shapes } = packed('index.br') as Index;
  const facts = once(() => parse(whole('facts.json')) as Fact[]);
  const modules = once(() => parse(whole('modules.json')) as Record<string, string>);
  const tables = once(() => packed('tables.br') as Tables);
  const wanted = once(() => packed('wanted.br') as Wanted);
  const table = once(() => uncounted(wanted().table));
  const searchTable = once(() => putTogether(packed('search.br'), brotliDecompressSync(whole('rows.br'))));
  const asks = once(() => asksOf(searchTable()));
  const numbers = once(() => new Map(entries.map(({ id }, number) => [id, number])));
  const references = once(() => packed('references.br') as References);
  const ids = once(() => entries.map(({ id }) => id as string));
  const block = remembering((number: number) => brotliDecompressSync(piece('signatures.br', ...(blocks[number] as Range))));
  const signature = remembering(([number, from, to]: Place) =>
    withNeeds(unlisted(parse(block(number).subarray(from, to)), shapes) as Parameters<typeof withNeeds>[0]),
  );
  const pages = unrolled((to) => piece('pages.br', 0, to), depths);
  const page = remembering(([from, to]: Range) => unlisted(parse(pages(to).subarray(from, to)), shapes) as Record<string, unknown>);
  const places = once(() => placesOf(entries));
  // One set of getters for all: a property on each of them would take longer than all else that is done here.
  const prototype = Object.create(null) as object;
  const readLater = (name: string, get: (this: IndexedEntry) => unknown) => Object.defineProperty(prototype, name, { get });
  readLater(SIGNATURE, function () {
    return this.match && signature(this.match);
  });
  readLater(ASKS, function () {
    return asks()[numbers().get(this.id) as number];
  });
  for (const name of POINTING)
    readLater(name, function () {
      return pointedTo(references(), numbers().get(this.id) as number, ids())[name];
    });
  for (const name of fields)
    readLater(name, function () {
      const place = places().get(this.id) as Places;
      return page((CARD.includes(name) && place.card) || place.page)[name];
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
      return wanted().places;
    },
    get asker() {
      return wanted().asker;
    },
    get failures() {
      return wanted().failures;
    },
    get searchTable() {
      return searchTable();
    },
  };
}

function counted({ patterns, ...table }: MatchTable): CountedTable {
  const counts = new Map<string, number>();
  for (const [id] of patterns) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { ...table, patterns: [...counts] };
}

function uncounted({ patterns, ...table }: CountedTable): MatchTable {
  return { ...table, patterns: patterns.flatMap(([id, count]) => Array.from({ length: count }, (_, index) => [id, index] as const)) };
}

/** Where the card and the page of an entry are: all cards stand before all pages, in the order of the entries. */
interface Places {
  card?: Range;
  page: Range;
}

function placesOf(entries: readonly IndexedEntry[]): Map<unknown, Places> {
  let end = 0;
  const next = (length: number): Range => {
    end += length;
    return [end - length, end];
  };
  const cards = new Map(entries.flatMap(({ id, card }) => (card === undefined ? [] : [[id, next(card)]])));
  return new Map(entries.map(({ id, page }) => [id, { card: cards.get(id), page: next(page) }]));
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
}
