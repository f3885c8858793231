/** Lays the knowledge out in dist/, so that a run reads only what it shows: a list of all entries, what matches lines, pages. */
import { type Entry, expressionsOf, type Signature } from '../../core/library/entry.ts';
import type { Knowledge, MatchTable } from '../../core/library/library.ts';
import { Blocks, compress, type Depth, type Place, type Range, Roll, SMALLEST } from './compressed.ts';
import { POINTING, type References, referencesOf } from './references.ts';
import { takeApart } from './search-table.ts';
import { type Shape, Shapes } from './shapes.ts';

/** Fields that every run needs, to find an entry by its id, to list it or to guess it. The others are read when they are asked for. */
const LISTED = ['id', 'kind', 'title', 'aka', 'stage', 'role', 'message', 'level', 'mild', 'wraps', 'kinds'];
/** What a diagnosis reads of entries whose page nobody opens is a part of its own, as is what they point to; questions stand in the table of the search. */
export const SIGNATURE = 'signature';
export const ASKS = 'asks';
/** How a page begins, and what stands for it in lists: of all but a tree the summary is the first paragraph of the lead. */
const OPENING = ['lead', 'summary'];
/** What the card of an error is made of: most diagnoses read little else of its page. */
export const CARD = ['fixes', 'why', 'blanks'];
/** Fields that are not part of a page. */
const APART: readonly string[] = [...LISTED, ...OPENING, SIGNATURE, ASKS, ...POINTING];
/** Bytes of signatures that are compressed as one: more make the package smaller, and the first of them that is read later, by 1 ms at this size. */
const BLOCK = 128 * 1024;

export interface Index {
  entries: IndexedEntry[];
  /** Names of all the fields that a page may have. */
  fields: string[];
  /** Where each block of signatures stands in their file. */
  blocks: Range[];
  /** Bytes of all openings: they stand before the pages. */
  openings: number;
  /** How far into the pages the beginning of their file leads. */
  depths: Depth[];
  /** What the objects of pages and signatures look like. */
  shapes: Shape[];
}

/** What a text is searched for: the literals of errors, and signs of machines and failures. */
export type Wanted = Pick<Knowledge, 'places' | 'asker' | 'failures'> & { table: CountedTable };

/** A match table with the patterns of each error counted: they stand one behind the other. */
export type CountedTable = Omit<MatchTable, 'patterns'> & { patterns: [id: string, count: number][] };
/** What fixes are filled from. */
export type Tables = Pick<Knowledge, 'names' | 'companions'>;

/** How long the page of an entry is, and of an error its card, which stands before it. */
interface Lengths {
  page: number;
  card?: number;
}

/** The listed fields of an entry, and of an error where its signature is. */
export type IndexedEntry = Record<string, unknown> & Pick<Entry, 'kind'> & Lengths & { match?: Place };

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
  /** The openings of all entries, then of each error its card and the rest of its page, then the other pages. */
  'pages.br': Uint8Array;
  /** Where entries lead, and their sources. */
  'references.br': Uint8Array;
}

/** The files, for `unpack`; `effort` from 0 to 11 is how hard brotli tries. */
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
  const openings = pages.add(...entries.map((entry) => shapes.listed(pick(entry, [entry.kind === 'tree' ? 'summary' : 'lead']))));
  const lengths = new Map<string, Lengths>();
  const added = (entry: Entry, names: string[]): number => pages.add(shapes.listed(pick(entry, names)));
  for (const entry of inOrderOfPages(entries)) {
    const own = Object.keys(entry).filter((name) => !APART.includes(name));
    for (const name of own) fields.add(name);
    const card = entry.kind === 'error' ? added(entry, CARD) : 0;
    const page = added(entry, card > 0 ? own.filter((name) => !CARD.includes(name)) : own);
    lengths.set(entry.id, { page, ...(card > 0 && { card }) });
  }
  const indexed = entries.map((entry): IndexedEntry => {
    const match = entry.kind === 'error' ? { match: signatures.add(shapes.listed(withoutTabled(entry.signature))) } : {};
    return { ...pick(entry, LISTED), kind: entry.kind, ...(lengths.get(entry.id) as Lengths), ...match };
  });
  const { words, rows } = takeApart(searchTable);
  return {
    'index.br': pressed(
      JSON.stringify({
        entries: indexed,
        fields: [...fields],
        blocks: signatures.ranges,
        openings,
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

/** Those of errors first: what is read of them is unpacked soonest. */
export function inOrderOfPages<T extends Pick<Entry, 'kind'>>(entries: readonly T[]): T[] {
  const isError = ({ kind }: T): boolean => kind === 'error';
  return [...entries.filter(isError), ...entries.filter((entry) => !isError(entry))];
}

/** A signature without what stands in the match table as well. */
function withoutTabled({ patterns, needs, ...signature }: Signature): Record<string, unknown> {
  return {
    ...signature,
    patterns: patterns.map(({ literals: _1, reaches: _2, ...pattern }) => pattern),
    needs: expressionsOf({ patterns, ...signature }).map((source) => needs[source]),
  };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

function counted({ patterns, ...table }: MatchTable): CountedTable {
  const counts = new Map<string, number>();
  for (const [id] of patterns) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { ...table, patterns: [...counts] };
}
