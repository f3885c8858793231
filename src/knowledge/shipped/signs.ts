/** Signs that a text is searched for, without what their literals and their expression have in common. */
import { abridged, inFullLength } from './abridged.ts';

/** A regular expression, and lower-case runs of which every match holds one. */
export interface Sign {
  source: string;
  literals: string[];
}

/** A sign with its literals as one text. */
export type ShortSign<T extends Sign> = Omit<T, 'literals'> & { literals: string };

/** Between two literals, as between the alternatives of an expression: so the compressor knows them already. None holds it. */
const BETWEEN = '|';

/** The sign for {@link longSign}. */
export function shortSign<T extends Sign>(sign: T): ShortSign<T> {
  return { ...sign, source: abridged(sign.source, sign.literals), literals: sign.literals.join(BETWEEN) };
}

/** The sign again. */
export function longSign<T extends Sign>(short: ShortSign<T>): T {
  const literals = short.literals.split(BETWEEN);
  return { ...short, source: inFullLength(short.source, literals), literals } as unknown as T;
}
