/** What entries point to, in numbers: written once, an id or a source takes a tenth of the room. */
import type { Entry, Source } from '../../core/library/entry.ts';

/** The fields that point to something. */
export const POINTING = ['see', 'seenFrom', 'sources'] as const;

export type Pointing = Pick<Entry, (typeof POINTING)[number]>;

/** All sources, and by number of the entry the numbers of what it points to, and of those that link to it in their text alone. */
export interface References {
  sources: Source[];
  of: [see: number[], linkedFrom: number[], sources: number[]][];
}

/** Numbers what the entries, in their order, point to. */
export function referencesOf(entries: readonly Entry[]): References {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const sources = new Map<string, number>();
  const numberOf = (source: Source): number => {
    const written = JSON.stringify(source);
    const number = sources.get(written) ?? sources.size;
    sources.set(written, number);
    return number;
  };
  const placesOf = (ids: readonly string[]): number[] => ids.flatMap((id) => places.get(id) ?? []);
  const of = entries.map(({ id, see, seenFrom, sources }): References['of'][number] => [
    placesOf(see),
    placesOf(seenFrom).filter((place) => !entries[place]?.see.includes(id)),
    sources.map(numberOf),
  ]);
  return { of, sources: [...sources.keys()].map((written) => JSON.parse(written) as Source) };
}

/** What one entry points to. @param ids of all entries, in their order. */
export function pointedTo({ of, sources }: References, number: number, ids: readonly string[]): Pointing {
  const [see, linkedFrom, named] = of[number] as References['of'][number];
  const seenFrom = of.flatMap(([seen], place) => (seen.includes(number) || linkedFrom.includes(place) ? [place] : []));
  return {
    see: see.map((place) => ids[place] as string),
    seenFrom: seenFrom.map((place) => ids[place] as string),
    sources: named.map((place) => sources[place] as Source),
  };
}
