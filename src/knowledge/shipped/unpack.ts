/** Reads what {@link pack} laid out: each thing when it is first asked for. */
import { brotliDecompressSync } from 'node:zlib';
import type { AskerSign } from '../../core/library/asker.ts';
import type { Entry, Signature } from '../../core/library/entry.ts';
import type { FailureKnowledge, FailureSign } from '../../core/library/failure.ts';
import type { Fact, Knowledge, MatchTable } from '../../core/library/library.ts';
import type { PlaceSign } from '../../core/library/place.ts';
import type { Block } from '../../core/markup/blocks.ts';
import { plainWords } from '../../core/markup/read.ts';
import { once, remembering } from '../../core/once.ts';
import { type Titled, titlesOf } from '../../core/search/titles.ts';
import { asksOf } from '../../core/search/vocabulary.ts';
import { inFullLength, literalsByPattern } from './abridged.ts';
import { type Range, unrolled } from './compressed.ts';
import {
  ASKS,
  CARD,
  type Changes,
  type CountedTable,
  type Index,
  type IndexedEntry,
  type Lengths,
  type Packed,
  SIGNATURE,
  type Tables,
  type Wanted,
} from './pack.ts';
import { POINTING, pointingOf, type References } from './references.ts';
import { putTogether } from './search-table.ts';
import { unlisted } from './shapes.ts';
import { inFull } from './shorthand.ts';
import { longSign } from './signs.ts';

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
  const { entries, lengths, fields, readings, openings, depths, shapes, shorthand } = packed('index.br') as Index;
  const facts = once(() => packed('facts.br') as Fact[]);
  const modules = once(() => packed('modules.br') as Record<string, string>);
  const tables = once(() => packed('tables.br') as Tables);
  const changes = once(() => packed('changes.br') as Changes);
  const wanted = once(() => packed('wanted.br') as Wanted);
  const signs = once(() => wanted().places.map(longSign<PlaceSign>));
  const asker = once(() => ({ ...wanted().asker, signs: wanted().asker.signs.map(longSign<AskerSign>) }));
  const spelledOut = once(() => inFull(shorthand));
  const written = (bytes: Uint8Array): unknown => unlisted(JSON.parse(spelledOut()(textOf(bytes))), shapes);
  const pages = unrolled((to) => piece('pages.br', 0, to), depths.pages);
  const spoken = once(() => written(pages(readings).subarray(0, readings)) as FailureKnowledge['readings']);
  const failures = once(() => ({
    ...wanted().failures,
    signs: wanted().failures.signs.map(longSign<FailureSign>),
    get readings() {
      return spoken();
    },
    get ways() {
      return tables().ways;
    },
    get statuses() {
      return tables().statuses;
    },
    get components() {
      return tables().components;
    },
  }));
  const table = once(() => uncounted(wanted().table));
  const searchTable = once(() =>
    putTogether(
      packed('search.br'),
      brotliDecompressSync(whole('rows.br')),
      entries.map((entry) => titlesOf(entry as IndexedEntry & Titled)),
    ),
  );
  const asks = once(() => asksOf(searchTable()));
  const numbers = once(() => new Map(entries.map(({ id }, number) => [id, number])));
  const pointing = once(() => {
    const ids = entries.map(({ id }) => id as string);
    return pointingOf(packed('references.br') as References, ids);
  });
  const signatures = unrolled((to) => piece('signatures.br', 0, to), depths.signatures);
  const literals = once(() => literalsByPattern(table()));
  const firstPattern = once(() => new Map(table().patterns.flatMap(([id, index], number) => (index === 0 ? [[id, number]] : []))));
  const signature = remembering((id: string) => {
    const [from, to] = placeOf({ id }).match;
    const { patterns, ...others } = written(signatures(to).subarray(from, to)) as Signature;
    const first = firstPattern().get(id) as number;
    const whole = patterns.map((pattern, index) => {
      return { ...pattern, source: inFullLength(pattern.source, literals()[first + index] as string[]) };
    });
    return { ...others, patterns: whole };
  });
  const opened = once(() => textOf(pages(openings).subarray(readings, openings)).split('\n'));
  const opening = remembering((number: number) => unlisted(JSON.parse(spelledOut()(opened()[number] as string)), shapes) as Opening);
  const page = remembering(([from, to]: Range) => written(pages(to).subarray(from, to)) as Record<string, unknown>);
  const places = once(() => placesOf(lengths, openings));
  const placeOf = ({ id }: Pick<IndexedEntry, 'id'>) => places().get(id) as Places;
  // One set of getters for all: a property on each of them would take longer than all else that is done here.
  const prototype = Object.create(null) as object;
  const readLater = (name: string, get: (this: IndexedEntry) => unknown) => Object.defineProperty(prototype, name, { get });
  const numberOf = ({ id }: IndexedEntry) => numbers().get(id) as number;
  readLater(SIGNATURE, function () {
    return this.kind === 'error' ? signature(this.id) : undefined;
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
      return pointing()(numberOf(this))[name];
    });
  for (const name of fields)
    readLater(name, function () {
      const { card, page: others } = placeOf(this);
      return page(this.kind === 'error' && CARD.includes(name) ? card : others)[name];
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
      return changes().names;
    },
    get members() {
      return changes().members;
    },
    get companions() {
      return tables().companions;
    },
    get imports() {
      return tables().imports;
    },
    get places() {
      return signs();
    },
    get asker() {
      return asker();
    },
    get failures() {
      return failures();
    },
    get searchTable() {
      return searchTable();
    },
  };
}

function uncounted({ patterns, needing: steps, ...table }: CountedTable): MatchTable {
  let first = 0;
  const needing = steps.map(([step = 0, ...others]) => {
    let number = first + step;
    first = number;
    return [number, ...others.map((other) => (number += other))];
  });
  return {
    ...table,
    needing,
    patterns: patterns.flatMap(([id, count]) => Array.from({ length: count }, (_, index) => [id, index] as const)),
  };
}

/** Where the texts of an entry are: the first among the signatures, the others behind the openings. */
type Places = Record<'match' | 'card' | 'page', Range>;

function placesOf(lengths: readonly Lengths[], openings: number): Map<string, Places> {
  const ranges = (start: number) => {
    let end = start;
    return (length: number): Range => {
      end += length;
      return [end - length, end];
    };
  };
  const [among, behind] = [ranges(0), ranges(openings)];
  return new Map(lengths.map(([id, match, card, page]) => [id, { match: among(match), card: behind(card), page: behind(page) }]));
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
