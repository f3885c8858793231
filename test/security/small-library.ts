/** A library with one made-up error, to see what becomes of captures. */
import { Diagnoser } from '../../src/core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis.ts';
import type { ErrorEntry } from '../../src/core/library/entry.ts';
import type { Library } from '../../src/core/library/library.ts';
import { literalsOf } from '../../src/knowledge/patterns/literals.ts';
import { library, libraryWith } from '../library.ts';

/** The library of one error with these patterns. */
export function libraryOf(...sources: string[]): Library {
  const [base] = library.errors() as [ErrorEntry];
  const patterns = sources.map((source) => ({ source, literals: literalsOf(source), weak: false, fixes: [] }));
  const signature = {
    ...base.signature,
    patterns,
    unless: [],
    near: [],
    overrides: [],
    explains: [],
    instead: [],
    found: [],
    notes: [],
  };
  return libraryWith({ ...base, id: 'made-up', aka: [], signature });
}

/** The diagnosis of a text by a library. */
export function read(by: Library, text: string): Diagnosis {
  const diagnoser = new Diagnoser(by);
  diagnoser.push(new TextEncoder().encode(text));
  return diagnoser.end();
}
