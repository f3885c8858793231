/** Findings to explanations: the entry, the user's own numbers in a sentence, and what their versions change. */
import type { Diagnosis, Finding } from './diagnose/diagnosis.ts';
import { bookingNotes } from './explain-booking.ts';
import type { Library } from './library/library.ts';
import { applies } from './library/version-range.ts';
import type { Versions } from './log/versions.ts';
import type { Value } from './match/match.ts';
import type { DiagnosisResult, Explained } from './result.ts';
import type { SearchIndex } from './search/search.ts';

const SUGGESTIONS = 3;

/** Joins a diagnosis with the knowledge. Unrecognised exceptions get the nearest entries as suggestions. */
export function explain(library: Library, index: Pick<SearchIndex, 'search'>, diagnosis: Diagnosis): DiagnosisResult {
  const explained = (finding: Finding) => explainFinding(library, finding, diagnosis.versions);
  return {
    type: 'diagnosis',
    diagnosis,
    diagnoses: diagnosis.findings.map(explained),
    notices: diagnosis.notices.map(explained),
    unrecognised: diagnosis.unrecognised.map((unrecognised) => ({
      unrecognised,
      suggestions: index.search(`${unrecognised.type} ${unrecognised.message}`, SUGGESTIONS).map((hit) => hit.entry),
    })),
  };
}

function explainFinding(library: Library, finding: Finding, versions: Versions): Explained {
  const entry = library.error(finding.id);
  const { found, notes } = entry.signature;
  const values = { ...finding.values, ...present(versions) };
  return {
    finding,
    entry,
    said: found.map((template) => fillValues(template, values)).find((text) => text !== null) ?? '',
    notes: [
      ...bookingNotes(library, finding, versions),
      ...notes.filter((note) => applies(note, versions)).map((note) => fillValues(note.say, values) ?? note.say),
    ],
  };
}

function present(versions: Versions): Record<string, Value> {
  return Object.fromEntries(Object.entries(versions).filter((pair): pair is [string, string] => pair[1] !== null));
}

/** A template with its captures; null when one of them is not there. */
export function fillValues(template: string, values: Record<string, Value>): string | null {
  let isWhole = true;
  const text = template.replace(/\{\{(\w{1,40})\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) isWhole = false;
    return String(value);
  });
  return isWhole ? text : null;
}
