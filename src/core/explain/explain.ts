/** Findings to explanations: the entry, the user's own numbers in a sentence, the fix that belongs to this text. */
import type { Diagnosis, Finding } from '../diagnose/diagnosis.ts';
import { holds } from '../library/condition.ts';
import type { Entry, Fix } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Inline } from '../markup/blocks.ts';
import type { DiagnosisResult, Explained } from '../result.ts';
import type { SearchIndex } from '../search/search.ts';
import { bookingNotes } from './booking.ts';
import { chooseFix } from './choose-fix.ts';
import { type Filling, fillBlocks, fillCode, fillInlines, fillWhole } from './fill.ts';
import { forPlace } from './for-place.ts';
import { valuesOf } from './values.ts';

const SUGGESTIONS = 3;

/** Joins a diagnosis with the knowledge. Unrecognised exceptions get the nearest entries as suggestions. */
export function explain(library: Library, index: Pick<SearchIndex, 'search'>, diagnosis: Diagnosis): DiagnosisResult {
  const explained = (finding: Finding) => explainFinding(library, finding, diagnosis);
  return {
    type: 'diagnosis',
    diagnosis,
    diagnoses: diagnosis.findings.map(explained),
    notices: diagnosis.notices.map(explained),
    unrecognised: diagnosis.unrecognised.map((unrecognised) => ({
      unrecognised,
      suggestions: nearEntries(index, `${unrecognised.type} ${unrecognised.message}`),
    })),
  };
}

/** Entries that may answer a text, best first; none where the nearest ones do not fit. */
function nearEntries(index: Pick<SearchIndex, 'search'>, text: string): Entry[] {
  return index
    .search(text, SUGGESTIONS)
    .filter(({ isNear }) => isNear)
    .map(({ entry }) => entry);
}

function explainFinding(library: Library, finding: Finding, diagnosis: Diagnosis): Explained {
  const entry = library.error(finding.id);
  const { found, notes } = entry.signature;
  const known = valuesOf(library, finding, diagnosis);
  const filling: Filling = { known, blanks: entry.blanks };
  const { first, others } = chooseFix(entry, finding, known);
  return {
    finding,
    entry,
    said: found.map((sentence) => fillWhole(sentence, filling)).find((sentence) => sentence !== null) ?? [],
    notes: [
      ...bookingNotes(library, finding, diagnosis.versions).map((note): Inline[] => [note]),
      ...notes.filter(({ when }) => holds(when, known) === true).map(({ say }) => fillInlines(say, filling)),
    ],
    fix: first && filled(first, filling),
    otherFixes: others.map((fix) => filled(fix, filling)),
  };
}

/** A fix with its values, told for the place that the log shows. */
function filled(fix: Fix, filling: Filling): Fix {
  const branches = fix.then.map((branch) => ({ see: fillInlines(branch.see, filling), do: fillInlines(branch.do, filling) }));
  return {
    ...fix,
    title: fillInlines(fix.title, filling),
    blocks: forPlace(fillBlocks(fix.blocks, filling), filling.known.where),
    verify: fix.verify && fillCode(fix.verify, filling),
    // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
    then: branches,
  };
}
