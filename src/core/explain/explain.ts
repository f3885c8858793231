/** Findings to explanations: the entry, the user's own numbers in a sentence, the fix that belongs to this text. */
import type { Diagnosis, Failure, Finding } from '../diagnose/diagnosis.ts';
import { isAskedFor } from '../environment/environment.ts';
import { holds } from '../library/condition.ts';
import type { Entry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Inline } from '../markup/blocks.ts';
import { remembering } from '../once.ts';
import type { DiagnosisResult, Explained, Told, Way } from '../result.ts';
import { bookingNotes } from './booking.ts';
import { readFailure } from './failure/read-failure.ts';
import { type Filling, fillInlines, fillWhole } from './fix/fill.ts';
import { filled } from './fix/filled.ts';
import { fixForAsker } from './fix/fix-for-asker.ts';
import { withOwnStatement } from './fix/own-statement.ts';
import { hasNoSpace, isElsewhere, isOfSpaces } from './fix/place/for-place.ts';
import { isVisiting } from './fix/visiting.ts';
import { guessAmong, waysAmong } from './guess.ts';
import { MOST_PAGES, messageOf, type NearPage, pagesNear, pagesTold, type Search } from './nearest.ts';
import { seenBy, valuesOf } from './values/values.ts';

/** Pages that may be meant, by what is known of a failure, or told. */
type Near = Pick<Told, 'suggestions' | 'guess' | 'ways'>;
const NOTHING_NEAR: Near = { suggestions: [], guess: null, ways: [] };

/** Joins a diagnosis with the knowledge. What no entry knows gets pages that are near as guesses: only then is the `index` opened. */
export function explain(library: Library, index: () => Search, diagnosis: Diagnosis): DiagnosisResult {
  const explained = (finding: Finding) => explainFinding(library, finding, diagnosis);
  const { findings, failures, recent, isProse } = diagnosis;
  const found = new Set(findings.map(({ id }) => id));
  const isNoSpace = hasNoSpace(diagnosis.environment.where);
  // Who has no Space needs no page about Spaces, nor how one is written.
  const fits = (entry: Entry): boolean =>
    !isNoSpace || (entry.kind === 'error' && ![entry.title, entry.summary, entry.message ?? ''].some((words) => isOfSpaces([words])));
  // All failures are asked with the same words around them.
  const search = { nearTo: remembering((text: string) => index().nearTo(text)) };
  const offered = (pages: readonly NearPage[], text: string, ways: Way[]): Near => ({
    suggestions: pages.map(({ entry }) => entry),
    guess: guessAmong(library, pages, diagnosis.environment, text),
    ways,
  });
  const toldIn = (text: string): Near => {
    const pages = pagesTold(index(), text, fits, isNoSpace);
    return offered(pages, text, waysAmong(library, pages, diagnosis.environment, text));
  };
  // What somebody tells is a failure as well, of which the same pages come near.
  const told = isProse && recent !== null ? toldIn(recent) : NOTHING_NEAR;
  const nearOf = (failure: Failure): Near => {
    if (failure.isConsequence) return NOTHING_NEAR;
    if (failure.isTold) return told;
    const text = recent ?? messageOf(failure);
    return offered(
      pagesNear(search, text, failure, (entry) => !found.has(entry.id) && fits(entry)),
      text,
      [],
    );
  };
  const shown = failures.map((failure): Told => {
    const read = readFailure(library, failure, diagnosis.environment);
    const { suggestions, ...pages } = nearOf(failure);
    return { failure, ...read, ...pages, suggestions: failure.isConsequence ? [] : firstPages([read.page], suggestions) };
  });
  return {
    type: 'diagnosis',
    diagnosis,
    diagnoses: solvedLast(findings.map(explained), diagnosis),
    notices: diagnosis.notices.map(explained),
    failures: shown,
    nearest: findings.length > 0 ? [] : nearestOf(shown, [...diagnosis.spokenOf.map((id) => library.error(id)), ...told.suggestions]),
    guess: told.guess,
    ways: told.ways,
  };
}

/** Pages for a text of which no entry knows the cause: what its failures were read to be, then what comes near the first of them. */
function nearestOf(failures: readonly Told[], near: readonly Entry[]): Entry[] {
  const reasons = failures.filter(({ failure }) => !failure.isConsequence);
  const guesses = reasons.map(({ suggestions }) => suggestions).find((pages) => pages.length > 0);
  return firstPages(
    reasons.map(({ page }) => page),
    guesses ?? near,
  );
}

/** As many pages as are offered, each once: what a message was read to be comes before what only comes near its words. */
function firstPages(read: readonly (Entry | null)[], others: readonly Entry[]): Entry[] {
  return [...new Set([...read.filter((page) => page !== null), ...others])].slice(0, MOST_PAGES);
}

function explainFinding(library: Library, finding: Finding, whole: Diagnosis): Explained {
  const diagnosis = seenBy(library, finding, whole);
  const entry = library.error(finding.id);
  const { found, notes } = entry.signature;
  const known = valuesOf(library, finding, diagnosis);
  const filling: Filling = { known, blanks: entry.blanks };
  const { first, others, hint } = fixForAsker(library, entry, entry.signature.patterns[finding.pattern]?.fixes ?? [], filling, {
    asker: diagnosis.environment.asker,
    visits: isVisiting(diagnosis.environment, finding, diagnosis.findings),
  });
  const elsewhere = isElsewhere(known.where);
  return {
    finding,
    entry,
    said: found.map((sentence) => fillWhole(sentence, filling)).find((sentence) => sentence !== null) ?? [],
    notes: [
      ...bookingNotes(library, finding, diagnosis.environment).map((note): Inline[] => [note]),
      ...notes
        .filter(({ when, say }) => holds(when, known) === true && !(elsewhere && isOfSpaces(say)))
        .map(({ when, say }) => fillInlines(isOnlyAsked(when.name, diagnosis) ? say.map(asAsked) : say, filling)),
    ],
    hint,
    fix: first && withOwnStatement(first, finding.location, filling),
    otherFixes: others,
    elsewhere,
  };
}

/** Whether the text only asks for the version that a note is about. */
function isOnlyAsked(name: string, { environment }: Diagnosis): boolean {
  return isAskedFor(environment.packages[name.replaceAll('_', '-')]?.from);
}

function asAsked(inline: Inline): Inline {
  return typeof inline === 'string' ? inline.replace(/^(?:Your|The) log shows /, 'You ask for ') : inline;
}

/** What somebody has installed since is over where another cause follows it in the text: that one is told first. */
function solvedLast(diagnoses: readonly Explained[], { environment, findings }: Diagnosis): Explained[] {
  const isSolved = ({ finding, fix, otherFixes }: Explained): boolean =>
    environment.asker.did.includes('install') &&
    [fix, ...otherFixes].some((each) => each?.does.includes('install')) &&
    findings.some(({ role, firstLine }) => role === 'cause' && firstLine > finding.lastLine);
  return [...diagnoses.filter((each) => !isSolved(each)), ...diagnoses.filter(isSolved)];
}

/** The same entry for a reader without a log: where a fix needs a value of theirs it says what to put there. */
export function withBlanks<T extends Entry>(entry: T): T {
  if (entry.kind !== 'error') return entry;
  const filling: Filling = { known: {}, blanks: entry.blanks };
  const fixes = entry.fixes.map((fix) => filled(fix, filling));
  // Most fields are read from the package when they are asked for: they stay where they are.
  return Object.create(entry, { fixes: { value: fixes, enumerable: true } }) as T;
}
