/** The tables of releases (content/releases/) as the build packed them: unpacked when the first frame asks for one. */
import { brotliDecompressSync } from 'node:zlib';

/** Stands between the packed texts: all folders, then the table of each without its signs, then the signs of each. */
export const BETWEEN = '\0';
/** Stands in a table where a sign belongs. */
export const SIGN = '\t';

interface PackedTable {
  text: string;
  signs: string;
}

/**
 * Gives the table of a package by its folder below site-packages, undefined where there is none; for `versionsFromFrames`.
 * The name is looked up among those of the packed file and never becomes part of a path.
 */
export function releaseTables(read: () => Uint8Array): (folder: string) => string | undefined {
  let tables: Map<string, PackedTable> | undefined;
  return (folder) => {
    tables ??= tablesIn(brotliDecompressSync(read()).toString());
    const table = tables.get(folder);
    return table && withSigns(table);
  };
}

function tablesIn(packed: string): Map<string, PackedTable> {
  const parts = packed.split(BETWEEN);
  const count = parts.length / 3;
  const of = (folder: number): PackedTable => ({ text: parts[count + folder] as string, signs: parts[2 * count + folder] as string });
  return new Map(parts.slice(0, count).map((name, folder) => [name, of(folder)]));
}

function withSigns({ text, signs }: PackedTable): string {
  return text
    .split(SIGN)
    .map((part, place) => part + (signs[place] ?? ''))
    .join('');
}
