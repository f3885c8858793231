/** The tables of releases (content/releases/) as the build packed them: unpacked when the first frame asks for one. */

import { brotliDecompressSync } from 'node:zlib';

/**
 * Gives the table of a package by its folder below site-packages, undefined where there is none; for `versionsFromFrames`.
 * The name is looked up among those of the packed file and never becomes part of a path.
 */
export function releaseTables(read: () => Uint8Array): (folder: string) => string | undefined {
  let tables: Map<string, string> | undefined;
  return (folder) => {
    tables ??= new Map(JSON.parse(brotliDecompressSync(read()).toString()) as [string, string][]);
    return tables.get(folder);
  };
}
