/** The knowledge that the build compiled, read at run time from beside the program. */
import { readFileSync } from 'node:fs';
import type { Knowledge } from '../core/library.ts';
import { unpack } from './pack.ts';

/** Reads dist/index.json; the other files when they are needed. */
export function loadKnowledge(): Knowledge {
  return unpack((name) => readFileSync(new URL(`./${name}.json`, import.meta.url)));
}
