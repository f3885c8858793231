/** Findings to explanations: the entry, the user's own numbers in a sentence, the fix that belongs to this text. */
import type { Diagnosis, Finding } from '../diagnose/diagnosis.ts';
import { holds } from '../library/condition.ts';
import type { Entry, Fix } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Inline } from '../markup/blocks.ts';
import type { DiagnosisResult, Explained } from '../result.ts';
import { bookingNotes } from './booking.ts';
import { chooseFix } from './choose-fix.ts';
import { type Filling, fillBlocks, fillCode, fillInlines, fillWhole } from './fill.ts';
import { forPlace, isElsewhere, isOfSpaces, lineFor } from './for-place.ts';
import { pagesForFailure, pagesForProse, type Search } from './nearest.ts';
import { withOwnStatement } from './own-statement.ts';
import { shellOf } from './shell.ts';
import { valuesOf } from './values.ts';

/** Joins a diagnosis with the knowledge. What no entry knows gets pages that are near as guesses. */
export function explain(library: Library, index: Search, diagnosis: Diagnosis): DiagnosisResult {
  const explained = (finding: Finding) => explainFinding(library, finding, diagnosis);
  const nearest = diagnosis.prose === null ? [] : pagesForProse(index, diagnosis.prose);
  return {
    type: 'diagnosis',
    diagnosis,
    diagnoses: diagnosis.findings.map(explained),
    notices: diagnosis.notices.map(explained),
    failures: diagnosis.failures.map((failure) => ({
      failure,
      ...library.failures.kinds[failure.kind],
      suggestions: failure.isConsequence ? [] : pagesForFailure(index, failure, nearest),
    })),
    nearest,
  };
}

function explainFinding(library: Library, finding: Finding, diagnosis: Diagnosis): Explained {
  const entry = library.error(finding.id);
  const { found, notes } = entry.signature;
  const known = valuesOf(library, finding, diagnosis);
  const filling: Filling = { known, blanks: entry.blanks };
  const { first, others } = chooseFix(entry, finding, known);
  const elsewhere = isElsewhere(known.where);
  return {
    finding,
    entry,
    said: found.map((sentence) => fillWhole(sentence, filling)).find((sentence) => sentence !== null) ?? [],
    notes: [
      ...bookingNotes(library, finding, diagnosis.environment).map((note): Inline[] => [note]),
      ...notes
        .filter(({ when, say }) => holds(when, known) === true && !(elsewhere && isOfSpaces(say)))
        .map(({ say }) => fillInlines(say, filling)),
    ],
    fix: first && withOwnStatement(filled(first, filling), finding.location, filling),
    otherFixes: others.map((fix) => filled(fix, filling)),
    elsewhere,
  };
}

/** The same entry for a reader without a log: where a fix needs a value of theirs it says what to put there. */
export function withBlanks<T extends Entry>(entry: T): T {
  if (entry.kind !== 'error') return entry;
  const filling: Filling = { known: {}, blanks: entry.blanks };
  const fixes = entry.fixes.map((fix) => filled(fix, filling));
  // Most fields are read from the package when they are asked for: they stay where they are.
  return Object.create(entry, { fixes: { value: fixes, enumerable: true } }) as T;
}

/** A fix with its values, told for the place that the log shows. */
function filled(fix: Fix, filling: Filling): Fix {
  const { where, os } = filling.known;
  const shell = shellOf(where, os);
  const told = fix.then.filter(({ see, do: todo }) => !(isElsewhere(where) && isOfSpaces([...see, ...todo])));
  const branches = told.map((branch) => ({ see: fillInlines(branch.see, filling), do: fillInlines(branch.do, filling) }));
  return {
    ...fix,
    title: fillInlines(fix.title, filling),
    blocks: forPlace(fillBlocks(fix.blocks, filling), filling.known, shell),
    verify: fix.verify && lineFor(fillCode(fix.verify, filling), filling.known, shell),
    // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
    then: branches,
  };
}
