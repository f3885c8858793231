/** A diagnosis beside the source: each finding with the user's lines around its frame, and with the fix as a change of them. */
import type { Beside } from '../core/beside.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { valuesOf } from '../core/explain/values/values.ts';
import type { Library } from '../core/library/library.ts';
import type { DiagnosisResult, Explained } from '../core/result.ts';
import type { LogValues } from './log-edits.ts';
import { logFixes } from './log-fixes.ts';
import { sourceLines } from './source-lines.ts';
import type { Folder } from './space/folder.ts';
import { readSpace, type Space } from './space/space.ts';

/**
 * In: the folder of a Space. Out: a function that adds to a result what the folder's files tell. They are read once, and what was found
 * is kept: a log that is followed is explained again and again.
 */
export function besideLog(folder: Folder, library: Library): (result: DiagnosisResult) => DiagnosisResult {
  const spaces = new Map<string, Space | null>();
  const kept = new Map<string, Beside>();
  const besideFinding = (explained: Explained, diagnosis: Diagnosis): Beside => {
    const { id, location } = explained.finding;
    const values = logValues(library, explained, diagnosis);
    return remembered(kept, JSON.stringify([id, location, values]), () => {
      const source = location && sourceLines(folder, location);
      // A frame that is not in the folder belongs to another program, or to another version of this one.
      const isOurs = location === null || source !== null;
      const own = isOurs && canAuthorAct(explained) ? remembered(spaces, folder.name, () => readSpace(folder, library)) : null;
      return { source, change: (own && logFixes(own, id, location, values)[0]) ?? null };
    });
  };
  return (result) => ({
    ...result,
    diagnoses: result.diagnoses.map((each) => ({ ...each, beside: besideFinding(each, result.diagnosis) })),
    failures: result.failures.map((told) => {
      const { location } = told.failure;
      return { ...told, beside: { source: location && sourceLines(folder, location), change: null } };
    }),
  });
}

function remembered<T>(kept: Map<string, T>, key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

/** What the visitor or Hugging Face must do is no change of the source. */
function canAuthorAct({ fix }: Explained): boolean {
  return !fix?.who || fix.who === 'author';
}

function logValues(library: Library, { finding }: Explained, diagnosis: Diagnosis): LogValues {
  const { largest: large, 'largest-xlarge': xlarge } = valuesOf(library, finding, diagnosis);
  return {
    message: finding.evidence,
    largest: { ...(typeof large === 'number' ? { large } : {}), ...(typeof xlarge === 'number' ? { xlarge } : {}) },
  };
}
