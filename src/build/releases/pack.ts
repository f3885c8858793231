/** All tables of releases in one file for dist/. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const ENDING = '.txt';

/** The tables of a folder as `releaseTables` reads them, pressed: a tenth smaller than npm would make them, where brotli tries its hardest. */
export function packReleases(folder: string, effort: number): Uint8Array {
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  const tables = files.sort().map((name) => [name.slice(0, -ENDING.length), readFileSync(join(folder, name), 'utf8')]);
  const text = Buffer.from(JSON.stringify(tables));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(text, {
    params: { [BROTLI_PARAM_QUALITY]: effort, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}
