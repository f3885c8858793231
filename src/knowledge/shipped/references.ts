/** What entries point to, in numbers: written once, an id or a source takes a tenth of the room. */
import type { Entry, Source } from '../../core/library/entry.ts';
import { remembering } from '../../core/once.ts';

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

/** Tells what an entry points to, by its number. @param ids of all entries, in their order. */
export function pointingOf({ of, sources }: References, ids: readonly string[]): (number: number) => Pointing {
  const seenFrom = of.map(([, linkedFrom]) => [...linkedFrom]);
  for (const [place, [see]] of of.entries()) for (const seen of see) seenFrom[seen]?.push(place);
  const idsOf = (places: readonly number[]): string[] => places.map((place) => ids[place] as string);
  return remembering((number) => {
    const [see, , named] = of[number] as References['of'][number];
    const from = (seenFrom[number] as number[]).sort((a, b) => a - b);
    return { see: idsOf(see), seenFrom: idsOf(from), sources: named.map((place) => sources[place] as Source) };
  });
}
