/** What a file proves of itself: samples and near-misses, each diagnosed against all signatures. */
import type { Diagnosis, Finding } from '../core/diagnose/diagnosis.ts';
import type { ErrorEntry } from '../core/library/entry.ts';
import type { Problem } from './problem.ts';
import type { Parsed } from './read/parse.ts';

/** Samples that are not found, near-misses that are, patterns that no sample needs; `read` diagnoses by all signatures. */
export function proofs(parsed: Parsed[], read: (text: string) => Diagnosis): Problem[] {
  return parsed.flatMap((page) => {
    const { entry } = page;
    if (entry.kind !== 'error') return [];
    const diagnose = (text: string) => firstOf(read(text), entry.role === 'notice');
    return [...message(page, entry, diagnose), ...samples(page, entry, diagnose), ...nearMisses(page, diagnose), ...unused(page, entry)];
  });
}

type Diagnose = (text: string) => Finding | undefined;

function firstOf({ findings, notices }: Diagnosis, isNotice: boolean): Finding | undefined {
  return findings[0] ?? (isNotice ? notices[0] : undefined);
}

/** The message stands for the error in every list: it must be one that is diagnosed as this error. */
function message({ path }: Parsed, entry: ErrorEntry, diagnose: Diagnose): Problem[] {
  if (entry.message === null) return [];
  const found = diagnose(entry.message)?.id;
  if (found === entry.id) return [];
  const reason = `The message is diagnosed as ${found ? `"${found}"` : 'nothing'}: ${entry.message}`;
  return [{ check: 'message', path, reason, help: 'Write it as users see it, or leave it out where there are many.' }];
}

function samples({ path, samples: texts }: Parsed, entry: ErrorEntry, diagnose: Diagnose): Problem[] {
  return texts.flatMap((text) => {
    const found = diagnose(text)?.id;
    if (found === entry.id) return [];
    const reason = found ? `A sample is diagnosed as "${found}": ${text}` : `No pattern matches the sample: ${text}`;
    return [{ check: 'sample', path, reason, help: 'Widen the pattern, name the other id under overrides, or correct the sample.' }];
  });
}

function nearMisses({ path, nearMisses: texts }: Parsed, diagnose: Diagnose): Problem[] {
  return texts.flatMap(({ id, text }) => {
    const found = diagnose(text)?.id;
    if (found === id) return [];
    return [
      {
        check: 'near-miss',
        path,
        reason: `A near-miss should be ${id ?? 'nothing'} and is ${found ?? 'nothing'}: ${text}`,
        help: 'Narrow the pattern, or use unless.',
      },
    ];
  });
}

/** Patterns that no sample needs: nobody knows whether they are right. */
function unused({ path, samples: texts }: Parsed, entry: ErrorEntry): Problem[] {
  const joined = texts.map((text) => text.replace(/\s{0,9}\n\s{0,9}/g, ' '));
  return entry.signature.patterns
    .filter(({ source }) => ![...texts, ...joined].some((text) => new RegExp(source, 'im').test(text)))
    .map(({ source }) => ({
      check: 'unused',
      path,
      reason: `No sample shows the pattern: ${source}`,
      help: 'Add a real text that it is for, or delete it.',
    }));
}
