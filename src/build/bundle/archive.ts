/** The parts of the program in one archive: together they take a twentieth less room than each by itself, and a start opens one file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Roll } from '../../knowledge/shipped/compressed.ts';

/** By name the code of a CommonJS module that gets the others by `require("./name")`. */
export type Parts = ReadonlyMap<string, string>;

/** Characters up to which a part is unpacked with the program, which takes a tenth of a millisecond; to go on unpacking takes one and more. */
const SMALL = 10_000;

/**
 * Writes the archive and, as `program`, what loads it. @param atStart the parts that every start loads; @param effort from 0 to 11, how
 * hard brotli tries.
 */
export function writeArchive(folder: string, program: string, atStart: ReadonlySet<string>, parts: Parts, effort: number): void {
  const roll = new Roll(effort);
  let end = 0;
  const ranges = inOrder(program, atStart, parts).map(([name, code]) => {
    const from = end;
    end += roll.add(code.replaceAll(OF_PART, 'part("$1")'));
    return [name, from, end] as const;
  });
  const { bytes, depths } = roll;
  const depthOf = (to: number) => depths.find(([, reached]) => reached >= to)?.[0];
  const places = ranges.map(([name, from, to]) => [name, [from, to, depthOf(to)]]);
  const loader = readFileSync(join(import.meta.dirname, 'loader.cjs'), 'utf8');
  const filled = loader
    .replace('__PLACES__', () => JSON.stringify(Object.fromEntries(places)))
    .replace('__PROGRAM__', JSON.stringify(program));
  writeFileSync(join(folder, program), filled);
  writeFileSync(join(folder, program.replace(/cjs$/, 'br')), bytes);
}

/** How a part asks for another one. */
const OF_PART = /\brequire\("\.\/([\w.-]+\.cjs)"\)/g;

/** What a start loads or may load in passing, the program, which so is unpacked with them, and what is large, the largest last. */
function inOrder(program: string, atStart: ReadonlySet<string>, parts: Parts): [string, string][] {
  const rank = ([name, { length }]: [string, string]): number => {
    if (name === program) return SMALL;
    return atStart.has(name) || length < SMALL ? 0 : length;
  };
  return [...parts].sort((one, other) => rank(one) - rank(other));
}
