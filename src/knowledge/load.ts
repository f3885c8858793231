/** The knowledge that the build compiled, read at run time from beside the program. */
import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../core/library/library.ts';
import { unpack } from './pack.ts';

/** Reads dist/index.json; the other files, and of the pages each one, when they are needed. */
export function loadKnowledge(): Knowledge {
  const fileOf = (name: string): string => join(import.meta.dirname, `${name}.json`);
  let pages: number | undefined;
  return unpack({
    whole: (name) => readFileSync(fileOf(name), 'utf8'),
    page: (from, to) => {
      pages ??= openSync(fileOf('pages'), 'r');
      const bytes = Buffer.allocUnsafe(to - from);
      if (readSync(pages, bytes, 0, bytes.length, from) < bytes.length)
        throw new Error('pages.json is shorter than it was built: the installation is damaged');
      return bytes.toString();
    },
  });
}
