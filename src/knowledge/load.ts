/** The knowledge that the build compiled, read at run time from beside the program. */
import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../core/library/library.ts';
import { unpack } from './pack.ts';
import { releaseTables } from './releases.ts';

/** The packed tables of releases, beside the program. */
export const RELEASES_FILE = 'releases.br';

/** Reads dist/index.json; the other files, and of the pages each one, when they are needed. */
export function loadKnowledge(): Knowledge {
  const fileOf = (name: string): string => join(import.meta.dirname, `${name}.json`);
  let pages: number | undefined;
  return unpack({
    whole: (name) => readFileSync(fileOf(name), 'utf8'),
    page: (from, to) => {
      pages ??= openSync(fileOf('pages'), 'r');
      const bytes = Buffer.allocUnsafe(to - from);
      readSync(pages, bytes, 0, bytes.length, from);
      return bytes.toString();
    },
  });
}

/** Gives the table of releases of a package by its folder below site-packages; reads dist/releases.br when it is first asked. */
export function loadReleases(): (folder: string) => string | undefined {
  return releaseTables(() => readFileSync(join(import.meta.dirname, RELEASES_FILE)));
}
