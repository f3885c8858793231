/** One way in which a line gives something away: what marks such a line, and what is read from it. */

import type { From } from './environment.ts';
import { asPackage, asVersion } from './shape.ts';

/** How certain a version is, most certain first: installed or running; chosen by pip; asked for. */
export const CERTAIN = { present: 0, chosen: 1, asked: 2 } as const;
type Certainty = (typeof CERTAIN)[keyof typeof CERTAIN];

/** Something that a line says of the machine. */
export type Sighting =
  | { of: 'package'; name: string; version: string; certainty: Certainty; from: From }
  /** The lower rank is the more certain one. */
  | { of: 'machine'; name: Machine; value: string; rank: number }
  | { of: 'named'; name: Named; value: string };

export const MACHINE = ['python', 'cuda', 'driver', 'gpu', 'capability'] as const;
export type Machine = (typeof MACHINE)[number];
export const NAMED = [
  'model',
  'dataset',
  'space',
  'command',
  'demand',
  'source',
  'origin',
  'interpreter',
  'installer',
  'address',
  'port',
] as const;
export type Named = (typeof NAMED)[number];

export interface Reading {
  /** A line without one of these says nothing of this kind. In any case; at least five characters. */
  marks: readonly string[];
  /** So many lines with a mark are looked at: a log that repeats them for ever says nothing new. */
  most: number;
  /** No use any more once this is known at least this well. */
  settledBy?: { name: Machine; rank: number };
  /** Whether source that a traceback quotes counts as well: it names models, but versions there are compared, not told. */
  inSource?: boolean;
  find: (text: string) => Sighting[];
}

/** A package with its version, both held against their shapes; nothing when either is none. */
export function sighted(name: string | undefined, version: string | undefined, certainty: Certainty, from: From): Sighting[] {
  const [known, number] = [asPackage(name), asVersion(version)];
  return known && number ? [{ of: 'package', name: known, version: number, certainty, from }] : [];
}

/** What an expression with the groups `name` and `version` finds, every time it matches. */
export function allSighted(text: string, pattern: RegExp, certainty: Certainty, from: From): Sighting[] {
  return [...text.matchAll(pattern)].flatMap(({ groups }) => sighted(groups?.name, groups?.version, certainty, from));
}
