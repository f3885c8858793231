/** The knowledge that the build compiled, read at run time from beside the program. */
import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../core/library/library.ts';
import { releaseTables } from './releases.ts';
import { unpack } from './unpack.ts';

/** The packed tables of releases, beside the program. */
export const RELEASES_FILE = 'releases.br';

/** Reads dist/index.br; the other files, of the signatures each one and of the pages each block, when they are needed. */
export function loadKnowledge(): Knowledge {
  const pathOf = (name: string): string => join(import.meta.dirname, name);
  const open = new Map<string, number>();
  return unpack({
    whole: (name) => readFileSync(pathOf(name)),
    piece: (name, from, to) => {
      const file = open.get(name) ?? openSync(pathOf(name), 'r');
      open.set(name, file);
      const bytes = Buffer.allocUnsafe(to - from);
      if (readSync(file, bytes, 0, bytes.length, from) < bytes.length)
        throw new Error(`${name} is shorter than it was built: the installation is damaged`);
      return bytes;
    },
  });
}

/** Gives the table of releases of a package by its folder below site-packages; reads dist/releases.br when it is first asked. */
export function loadReleases(): (folder: string) => string | undefined {
  return releaseTables(() => readFileSync(join(import.meta.dirname, RELEASES_FILE)));
}
