/** The tables of releases (content/releases/): one packed file in dist/, read when the first frame asks for one. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Name of the packed file in dist/. */
export const RELEASES_FILE = 'releases.br';
const ENDING = '.txt';

/** All tables of a folder in one piece, pressed: a tenth smaller than npm would make it. */
export function packReleases(folder: string): Uint8Array {
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  const tables = files.sort().map((name) => [name.slice(0, -ENDING.length), readFileSync(join(folder, name), 'utf8')]);
  const text = Buffer.from(JSON.stringify(tables));
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
}

/**
 * Gives the table of a package by its folder below site-packages, undefined where there is none; for `versionsFromFrames`.
 * The name is looked up among the names of the packed file and never becomes part of a path.
 */
export function releaseTables(read: () => Uint8Array): (folder: string) => string | undefined {
  let tables: Map<string, string> | undefined;
  return (folder) => {
    tables ??= new Map(JSON.parse(brotliDecompressSync(read()).toString()) as [string, string][]);
    return tables.get(folder);
  };
}

/** The tables that lie beside the program. */
export function loadReleases(): (folder: string) => string | undefined {
  return releaseTables(() => readFileSync(join(import.meta.dirname, RELEASES_FILE)));
}
