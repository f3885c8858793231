/** All tables of releases in one file for dist/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGE } from '../../frames/table.ts';
import { compress } from '../../knowledge/shipped/compressed.ts';
import { BETWEEN, SIGN } from '../../knowledge/shipped/releases.ts';

const ENDING = '.txt';
const NEXT_LINE = '\n';
/** A line that tells what a release changes; the others name a file, or the releases. */
const ROW = /^\d/;

/** The tables of a folder as `releaseTables` reads them, pressed. */
export function packReleases(folder: string, effort: number): Uint8Array {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort();
  const tables = files.map((name) => withoutSigns(readFileSync(join(folder, name), 'utf8')));
  const folders = files.map((name) => name.slice(0, -ENDING.length));
  return compress([...folders, ...tables.map(({ text }) => text), ...tables.map(({ signs }) => signs)].join(BETWEEN), effort);
}

/** Signs look like chance: among themselves they take a sixth less room, and so does what they stood between. */
function withoutSigns(table: string): { text: string; signs: string } {
  let all = '';
  const rows = table.split(NEXT_LINE).map((row, number) => {
    if (number === 0 || !ROW.test(row)) return row;
    return row.replace(CHANGE, (change, ...others) => {
      const { sign } = others.at(-1) as { sign?: string };
      if (sign === undefined) return change;
      all += sign;
      return change.slice(0, -1) + SIGN;
    });
  });
  return { text: rows.join(NEXT_LINE), signs: all };
}
