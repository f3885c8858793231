/** Reads what {@link pack} laid out: each thing when it is first asked for. */
import { brotliDecompressSync } from 'node:zlib';
import { type Entry, expressionsOf, type Signature } from '../../core/library/entry.ts';
import type { Fact, Knowledge, MatchTable } from '../../core/library/library.ts';
import type { Block } from '../../core/markup/blocks.ts';
import { plainWords } from '../../core/markup/read.ts';
import { once, remembering } from '../../core/once.ts';
import { asksOf } from '../../core/search/row.ts';
import { type Place, type Range, unrolled } from './compressed.ts';
import {
  ASKS,
  CARD,
  type CountedTable,
  type Index,
  type IndexedEntry,
  inOrderOfPages,
  type Packed,
  SIGNATURE,
  type Tables,
  type Wanted,
} from './pack.ts';
import { POINTING, pointedTo, type References } from './references.ts';
import { putTogether } from './search-table.ts';
import { unlisted } from './shapes.ts';

/** How a page begins; a tree has a summary of its own. */
interface Opening {
  lead?: Block[];
  summary?: string;
}

/** Reads the files of {@link Packed}: whole ones, and bytes [from, to). */
export interface PackedReader {
  whole: (name: keyof Packed) => Uint8Array;
  piece: (name: keyof Packed, from: number, to: number) => Uint8Array;
}

/** The knowledge again; all but the list of entries is read and parsed on first use. */
export function unpack({ whole, piece }: PackedReader): Knowledge {
  const packed = (name: keyof Packed): unknown => parse(brotliDecompressSync(whole(name)));
  const { entries, fields, blocks, openings, depths, shapes } = packed('index.br') as Index;
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
  const pointing = remembering((number: number) => pointedTo(references(), number, ids()));
  const block = remembering((number: number) => brotliDecompressSync(piece('signatures.br', ...(blocks[number] as Range))));
  const signature = remembering(([number, from, to]: Place) =>
    withNeeds(unlisted(parse(block(number).subarray(from, to)), shapes) as Parameters<typeof withNeeds>[0]),
  );
  const pages = unrolled((to) => piece('pages.br', 0, to), depths);
  const opened = once(() => textOf(pages(openings).subarray(0, openings)).split('\n'));
  const opening = remembering((number: number) => unlisted(JSON.parse(opened()[number] as string), shapes) as Opening);
  const page = remembering(([from, to]: Range) => unlisted(parse(pages(to).subarray(from, to)), shapes) as Record<string, unknown>);
  const places = once(() => placesOf(entries, openings));
  // One set of getters for all: a property on each of them would take longer than all else that is done here.
  const prototype = Object.create(null) as object;
  const readLater = (name: string, get: (this: IndexedEntry) => unknown) => Object.defineProperty(prototype, name, { get });
  const numberOf = ({ id }: IndexedEntry) => numbers().get(id) as number;
  readLater(SIGNATURE, function () {
    return this.match && signature(this.match);
  });
  readLater(ASKS, function () {
    return asks()[numberOf(this)];
  });
  readLater('lead', function () {
    return opening(numberOf(this)).lead;
  });
  readLater('summary', function () {
    const { lead = [], summary } = opening(numberOf(this));
    return summary ?? plainWords(lead.slice(0, 1));
  });
  for (const name of POINTING)
    readLater(name, function () {
      return pointing(numberOf(this))[name];
    });
  for (const name of fields)
    readLater(name, function () {
      const place = places().get(this.id) as Places;
      return page(this.card !== undefined && CARD.includes(name) ? place.card : place.page)[name];
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

/** What expressions need stands in the order of the expressions: their sources are written once. */
function withNeeds(packed: Omit<Signature, 'needs'> & { needs: Signature['needs'][string][] }): Signature {
  return { ...packed, needs: Object.fromEntries(expressionsOf(packed).map((source, index) => [source, packed.needs[index] ?? []])) };
}

function uncounted({ patterns, ...table }: CountedTable): MatchTable {
  return { ...table, patterns: patterns.flatMap(([id, count]) => Array.from({ length: count }, (_, index) => [id, index] as const)) };
}

/** Where the card and the page of an entry are, behind the openings. */
interface Places {
  card: Range;
  page: Range;
}

function placesOf(entries: readonly IndexedEntry[], openings: number): Map<unknown, Places> {
  let end = openings;
  const next = (length: number): Range => {
    end += length;
    return [end - length, end];
  };
  return new Map(inOrderOfPages(entries).map(({ id, card = 0, page }) => [id, { card: next(card), page: next(page) }]));
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
