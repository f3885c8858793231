/** Lays the knowledge out in dist/, so that a run reads only what it shows: a list of all entries, what matches lines, pages. */
import type { AskerKnowledge } from '../../core/library/asker.ts';
import type { Entry, ErrorEntry, Signature } from '../../core/library/entry.ts';
import type { FailureKnowledge } from '../../core/library/failure.ts';
import type { Knowledge, MatchTable } from '../../core/library/library.ts';
import type { PlaceSign } from '../../core/library/place.ts';
import { abridged, literalsByPattern } from './abridged.ts';
import { compress, type Depth, Roll, SMALLEST } from './compressed.ts';
import { POINTING, type References, referencesOf } from './references.ts';
import { takeApart } from './search-table.ts';
import { type Shape, Shapes } from './shapes.ts';
import { Shorthand } from './shorthand.ts';
import { type ShortSign, type Sign, shortSign } from './signs.ts';

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

export interface Index {
  entries: IndexedEntry[];
  /** How many bytes the texts of each entry take, in the order in which they stand in their files. */
  lengths: Lengths[];
  /** Names of all the fields that a page may have. */
  fields: string[];
  /** Where readings end in the file of the pages, and where the openings do, which stand next. */
  readings: number;
  openings: number;
  /** How far into the pages, and into the signatures, the beginning of their file leads. */
  depths: Record<'pages' | 'signatures', Depth[]>;
  /** How to read both. */
  shorthand: Shorthand['key'];
  /** What the objects of both look like. */
  shapes: Shape[];
}

/** What a text is searched for: the literals of errors, and signs of places, askers and failures. */
export interface Wanted {
  table: CountedTable;
  places: ShortSign<PlaceSign>[];
  asker: WithShortSigns<AskerKnowledge>;
  failures: WithShortSigns<Omit<FailureKnowledge, Read>>;
}

type WithShortSigns<T extends { signs: Sign[] }> = Omit<T, 'signs'> & { signs: ShortSign<T['signs'][number]>[] };

/** What tells of a failure more than that it is one: read only where there is one. */
type Read = 'readings' | 'ways' | 'statuses' | 'components';

/**
 * A match table with the patterns of each error counted: they stand one behind the other. Of the numbers in `needing` stands how far each
 * is from the one before, of the first in a list from the first of the list before.
 */
export type CountedTable = Omit<MatchTable, 'patterns'> & { patterns: [id: string, count: number][] };
/** What fixes are filled from, and what is said of failures; what is said of single messages stands before the pages. */
export type Tables = Pick<Knowledge, 'companions' | 'imports'> & Pick<FailureKnowledge, Exclude<Read, 'readings'>>;

/** By library the names that came and went, and the arguments and attributes that did. */
export type Changes = Pick<Knowledge, 'names' | 'members'>;

/** The texts of an entry: of an error its signature and its card, and what its page holds besides. */
type Texts = readonly [match: string, card: string, page: string];
export type Lengths = readonly [id: string, match: number, card: number, page: number];

/** The listed fields of an entry. */
export type IndexedEntry = Record<string, unknown> & Pick<Entry, 'id' | 'kind'>;

/** The files by their names. */
export interface Packed {
  'index.br': Uint8Array;
  'facts.br': Uint8Array;
  'modules.br': Uint8Array;
  /** What fixes are filled from, and what is said of failures. */
  'tables.br': Uint8Array;
  /** What every log is searched for. */
  'wanted.br': Uint8Array;
  /** What came and went with releases. */
  'changes.br': Uint8Array;
  'signatures.br': Uint8Array;
  'search.br': Uint8Array;
  /** What of it are numbers. */
  'rows.br': Uint8Array;
  /** What is said of messages that no page tells of, the openings of all entries, then of each its card and the rest of its page. */
  'pages.br': Uint8Array;
  /** Where entries lead, and their sources. */
  'references.br': Uint8Array;
}

/** The files, for `unpack`; `effort` from 0 to 11 is how hard brotli tries. */
export function pack(
  { entries, facts, modules, names, members, companions, imports, places, asker, failures, searchTable }: Knowledge,
  table: MatchTable,
  effort = SMALLEST,
): Packed {
  const { readings, ways, statuses, components, ...recognised } = failures;
  const pressed = (text: string | Uint8Array) => compress(text, effort);
  const shapes = new Shapes();
  const written = (value: unknown): string => JSON.stringify(shapes.listed(value));
  const openings = entries.map((entry) => written(pick(entry, [entry.kind === 'tree' ? 'summary' : 'lead']))).join('\n');
  const literals = literalsByPattern(table);
  const literalsOf = new Map(table.patterns.map(([id, index], number) => [`${id} ${index}`, literals[number] as string[]]));
  const tabled = ({ id, signature }: ErrorEntry) => withoutTabled(signature, (index) => literalsOf.get(`${id} ${index}`) ?? []);
  const texts = mostWantedFirst(entries).map((entry) => [entry.id, textsOf(entry, written, tabled)] as const);
  const ofReadings = written(readings);
  const shorthand = new Shorthand([openings, ofReadings, ...texts.flatMap(([, each]) => each)]);
  const pages = new Roll(effort);
  const signatures = new Roll(effort);
  const endOfReadings = pages.add(shorthand.of(ofReadings));
  const endOfOpenings = endOfReadings + pages.add(shorthand.of(openings));
  const lengths = texts.map(([id, [match, card, page]]): Lengths => {
    return [id, signatures.add(shorthand.of(match)), pages.add(shorthand.of(card)), pages.add(shorthand.of(page))];
  });
  const { words, rows } = takeApart(searchTable);
  return {
    'index.br': pressed(
      JSON.stringify({
        entries: entries.map((entry) => ({ ...pick(entry, LISTED), id: entry.id, kind: entry.kind })),
        lengths,
        fields: [...new Set(entries.flatMap(pageFields))],
        readings: endOfReadings,
        openings: endOfOpenings,
        depths: { pages: pages.depths, signatures: signatures.depths },
        shapes: shapes.all,
        shorthand: shorthand.key,
      } satisfies Index),
    ),
    'facts.br': pressed(JSON.stringify(facts)),
    'modules.br': pressed(JSON.stringify(modules)),
    'tables.br': pressed(JSON.stringify({ companions, imports, ways, statuses, components } satisfies Tables)),
    'wanted.br': pressed(
      JSON.stringify({
        table: counted(table),
        places: places.map(shortSign),
        asker: { ...asker, signs: asker.signs.map(shortSign) },
        failures: { ...recognised, signs: recognised.signs.map(shortSign) },
      } satisfies Wanted),
    ),
    'changes.br': pressed(JSON.stringify({ names, members } satisfies Changes)),
    'signatures.br': signatures.bytes,
    'search.br': pressed(words),
    'rows.br': pressed(rows),
    'pages.br': pages.bytes,
    'references.br': pressed(JSON.stringify(referencesOf(entries) satisfies References)),
  };
}

/** Errors first, for what a diagnosis reads of them is unpacked soonest; and what most pages lead to before what stands by itself. */
function mostWantedFirst(entries: readonly Entry[]): Entry[] {
  const isNoError = ({ kind }: Entry): number => Number(kind !== 'error');
  return entries.toSorted((a, b) => isNoError(a) - isNoError(b) || b.seenFrom.length - a.seenFrom.length);
}

function pageFields(entry: Entry): string[] {
  return Object.keys(entry).filter((name) => !APART.includes(name));
}

/** @param written makes a text of a value; @param tabled gives a signature without what is written elsewhere. */
function textsOf(entry: Entry, written: (value: unknown) => string, tabled: (entry: ErrorEntry) => unknown): Texts {
  const fields = pageFields(entry);
  if (entry.kind !== 'error') return ['', '', written(pick(entry, fields))];
  const beyondCard = fields.filter((name) => !CARD.includes(name));
  return [written(tabled(entry)), written(pick(entry, CARD)), written(pick(entry, beyondCard))];
}

/** A signature without what stands in the match table as well. */
function withoutTabled({ patterns, ...signature }: Signature, literalsOf: (index: number) => string[]): Record<string, unknown> {
  const short = patterns.map(({ literals: _, source, ...pattern }, index) => ({ source: abridged(source, literalsOf(index)), ...pattern }));
  return { ...signature, patterns: short };
}

function pick(entry: Entry, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}

function counted({ patterns, needing, ...table }: MatchTable): CountedTable {
  const steps = needing.map((numbers, list) =>
    numbers.map((number, place) => number - (numbers[place - 1] ?? needing[list - 1]?.[0] ?? 0)),
  );
  const counts = new Map<string, number>();
  for (const [id] of patterns) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { ...table, needing: steps, patterns: [...counts] };
}
