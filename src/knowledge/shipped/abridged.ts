/** Expressions without the literals that the match table holds anyway: with a mark for each they take a fifth less room. */
import type { MatchTable } from '../../core/library/library.ts';

/** Around a mark; no expression holds it. */
const EDGE = '\u007f';
/** Between two marks' edges: which of the literals, left out for the first, and how far it is from one capital to the next. */
const MARK = new RegExp(`${EDGE}(\\d*)([^\\d${EDGE}]*)${EDGE}`, 'g');
/** Stands for a capital right at the beginning, the character after it for one a place further. */
const NEAREST = 'A';
/** A mark takes about as much. */
const SHORTEST = 5;
/** What expressions write with a backslash. */
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** By number of the pattern its literals, in the order of the table. */
export function literalsByPattern({ texts, needing, patterns }: MatchTable): string[][] {
  const literals: string[][] = patterns.map(() => []);
  for (const [number, text] of texts.entries()) for (const pattern of needing[number] ?? []) literals[pattern]?.push(text);
  return literals;
}

/** The expression with marks for what it has of these literals, which are in lower case. */
export function abridged(source: string, literals: readonly string[]): string {
  if (source.includes(EDGE)) throw new Error(`an expression holds the character that stands for a literal: ${source}`);
  const longestFirst = [...literals.entries()].filter(([, { length }]) => length >= SHORTEST).sort(([, a], [, b]) => b.length - a.length);
  return longestFirst.reduce((short, [number, literal]) => {
    const written = literal.replace(SPECIAL, '\\$&');
    const from = short.toLowerCase().indexOf(written);
    if (from < 0) return short;
    const capitals = capitalsOf(short.slice(from, from + written.length));
    return `${short.slice(0, from)}${EDGE}${number || ''}${capitals}${EDGE}${short.slice(from + written.length)}`;
  }, source);
}

/** The expression again. */
export function inFullLength(source: string, literals: readonly string[]): string {
  if (!source.includes(EDGE)) return source;
  return source.replace(MARK, (_, number: string, capitals: string) => {
    const written = (literals[Number(number)] as string).replace(SPECIAL, '\\$&');
    return capitals === '' ? written : capitalised(written, capitals);
  });
}

function capitalised(text: string, steps: string): string {
  const characters = [...text];
  let at = 0;
  for (const step of steps) {
    at += step.charCodeAt(0) - NEAREST.charCodeAt(0);
    characters[at] = (characters[at] as string).toUpperCase();
  }
  return characters.join('');
}

function capitalsOf(text: string): string {
  let last = 0;
  return [...text]
    .map((character, at) => {
      if (character === character.toLowerCase()) return '';
      const step = String.fromCharCode(NEAREST.charCodeAt(0) + at - last);
      last = at;
      return step;
    })
    .join('');
}
