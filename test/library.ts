/** The real knowledge, assembled once for all tests, and a diagnosis in one call. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { Diagnoser, matcherOf } from '../src/core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../src/core/diagnose/diagnosis.ts';
import type { Entry } from '../src/core/library/entry.ts';
import { type Knowledge, Library } from '../src/core/library/library.ts';
import { tableOf } from '../src/core/match/table.ts';
import type { Assembled } from '../src/knowledge/read/library.ts';
import { isFresh, root } from './e2e/built.ts';

/** All that was made of content/. */
export const assembled = await assembledContent();
/** Every page as it was parsed, with the samples that prove it. */
export const { parsed } = assembled;
/** With the table that the build makes: who diagnoses anew pays for no second one. */
export const knowledge: Knowledge = assembled.knowledge.table
  ? assembled.knowledge
  : { ...assembled.knowledge, table: tableOf(new Library(assembled.knowledge).errors()) };
export const library = new Library(knowledge);
export const matcher = matcherOf(library);

/** What a light build of these very sources assembled; parsing all content anew takes each process two seconds. */
async function assembledContent(): Promise<Assembled> {
  const left = join(root, 'dist/assembled.v8');
  if (existsSync(left) && isFresh()) return deserialize(readFileSync(left));
  const { assemble } = await import('../src/knowledge/read/library.ts');
  const { readContent } = await import('../src/knowledge/read/files.ts');
  return assemble(readContent(join(root, 'content')));
}

/** A library of these entries, with the failures and the search of the real one. */
export function libraryWith(...entries: Entry[]): Library {
  return new Library(knowledgeWith(...entries));
}

/** The knowledge of such a library. */
export function knowledgeWith(...entries: Entry[]): Knowledge {
  const { asker, failures, searchTable } = library;
  return { entries, facts: [], modules: {}, companions: {}, imports: {}, names: {}, members: {}, places: [], asker, failures, searchTable };
}

/** Diagnoses a text, handed over whole or cut after the given bytes. */
export function diagnose(text: string | Uint8Array, cuts: number[] = []): Diagnosis {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const diagnoser = new Diagnoser(library, matcher);
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    diagnoser.push(bytes.subarray(from, cut));
    from = cut;
  }
  return diagnoser.end();
}

/** The ids of a diagnosis, most important first. */
export function idsOf(text: string): string[] {
  return diagnose(text).findings.map((finding) => finding.id);
}
