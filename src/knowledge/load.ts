/** The knowledge that the build compiled, read at run time: one JSON beside the program. */
import { readFileSync } from 'node:fs';
import type { Knowledge } from '../core/library.ts';

/** Reads dist/knowledge.json. */
export function loadKnowledge(): Knowledge {
  return JSON.parse(readFileSync(new URL('./knowledge.json', import.meta.url), 'utf8')) as Knowledge;
}
