/** What was read of a log → its diagnosis: of a short text the whole decides whether it reports anything, or only speaks of errors. */
import { SILENT_ASKER } from '../environment/asker.ts';
import type { Environment } from '../environment/environment.ts';
import type { Library } from '../library/library.ts';
import type { Opening } from '../log/opening.ts';
import { MOST_LINES, type RecentTexts } from '../log/recent-texts.ts';
import { isOnlyAbout } from '../log/speech/evidence.ts';
import { isDocumentation, isProse, isReport, withoutRoutine } from '../log/speech/prose.ts';
import type { Tracebacks } from '../log/traceback/tracebacks.ts';
import { once } from '../once.ts';
import { own, type SafeText } from '../text/neutralise.ts';
import { neutraliseAndMask } from '../text/neutralise-and-mask.ts';
import type { Diagnosis, Finding } from './diagnosis.ts';
import type { Cut } from './failures/broken-off.ts';
import { type Failures, isOnlySaid, placed } from './failures/failures.ts';
import type { Reports } from './failures/reports.ts';
import { toldInWords } from './failures/told-in-words.ts';
import { toldInstead } from './instead.ts';
import { SHORT_LOG } from './sieve.ts';

/** Nobody asks at greater length; and so many texts are kept. A form of a report has as many blank lines. */
const LONGEST_PROSE = 40;

/** Characters that a search for near pages is given: the failure, and the words around it. */
const RECENT = 1200;

/** What was read so far. */
export interface Read extends Pick<Diagnosis, 'lines' | 'bytes' | 'cutLines' | 'environment'> {
  findings: readonly Finding[];
  failures: Failures;
  reports: Reports;
  past: RecentTexts;
  opening: Opening;
  /** The traceback that is read, or was read last. */
  traceback: Tracebacks['current'];
  /** The last traceback, where it breaks off before its exception. */
  cut: Cut | null;
  file: SafeText | null;
  /** The first line in which something was seen that is more than quoted in a sentence. */
  shownAt: number | null;
  /** Whether a line said that the traceback below it changes nothing. */
  isIgnoring: boolean;
}

/** The diagnosis; changes nothing. */
export function verdictOn(library: Library, read: Read): Diagnosis {
  const { past, failures: known, environment } = read;
  const text = wholeOf(read);
  const isPage = text !== null && isDocumentation(text);
  // Asked only where there is something to tell: to prepare its expressions takes longer than to read a short log.
  const isAbout = once(() => {
    // Of a longer page the beginning tells, as long as no line of it was passed over.
    const page = text ?? (read.bytes <= SHORT_LOG ? read.opening.text : null);
    return page !== null && isOnlyAbout(page, read.shownAt ?? read.cut?.line ?? null);
  });
  const isSpokenOf = read.findings.length > 0 && isAbout();
  const all = isSpokenOf ? [] : toldInstead(library, read.findings, environment);
  const findings = all.filter(isFailure);
  const hasCause = findings.some(({ role }) => role === 'cause');
  const isSource = once(() => text !== null && isOnlySource(text, past));
  const isTold = findings.length === 0 && text !== null && !isPage && !isSource() && isProse(text) && !isHarmless(text, all);
  const failed = known.list(hasCause, findings.length > 0);
  const listed = failed.length > 0 && isAbout() ? [] : failed;
  const isInWords = listed.length === 0 && isTold && !read.isIgnoring && !isAbout();
  const words = isInWords ? toldInWords(past, text as string, environment.where, (line) => read.reports.isHarmless(line)) : null;
  const told = placed(words ? [known.told(words.said.shown, read.file, words.line)] : listed, read.traceback);
  const isCutOnly = findings.length === 0 && told.every(isOnlySaid) && !isPage && !past.isSource();
  const failures = read.cut && isCutOnly && !isAbout() ? [known.cut(read.cut), ...told] : told;
  const isOnlyTold = isTold && failures.every((failure) => failure.isTold);
  const isSilent = text !== null && findings.length + failures.length === 0;
  return {
    lines: read.lines,
    bytes: read.bytes,
    cutLines: read.cutLines,
    findings,
    notices: all.filter(({ role }) => role === 'notice'),
    environment: withoutOthers(environment, isPage, isSilent && (isPage || isSource())),
    failures,
    moreFailures: known.more,
    recent:
      !hasCause && (isTold || failures.length > 0)
        ? lastWordsOf(isOnlyTold ? withoutRoutine(text as string) : (text ?? past.joined()))
        : null,
    isProse: isTold,
    spokenOf: isSpokenOf ? read.findings.filter(isFailure).map(({ id }) => id) : [],
  };
}

function isFailure({ role }: Finding): boolean {
  return role !== 'notice';
}

/** All of a short text; null of a longer one. */
function wholeOf({ lines, past }: Read): string | null {
  if (lines > MOST_LINES) return null;
  const text = past.joined();
  return lines <= LONGEST_PROSE || filledLinesIn(text) < LONGEST_PROSE ? text : null;
}

function filledLinesIn(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** Whether each line of a text is a notice. */
function isHarmless(text: string, notices: readonly Finding[]): boolean {
  return notices.reduce((sum, { count }) => sum + count, 0) >= filledLinesIn(text);
}

/** Whether a short text is source, and nobody in it reports anything. */
function isOnlySource(text: string, past: RecentTexts): boolean {
  return past.isSource() && !isReport(text);
}

/**
 * In a page of documentation nobody speaks of himself. Where a short text tells of nothing that happened, and is such a page or source,
 * `isOfOthers`, the place that it speaks of is not where its reader is either.
 */
function withoutOthers(environment: Environment, isPage: boolean, isOfOthers: boolean): Environment {
  if (isOfOthers) return { ...environment, where: 'unknown', os: null, asker: SILENT_ASKER };
  return isPage ? { ...environment, asker: SILENT_ASKER } : environment;
}

/** What stands last in a text, without secrets. */
function lastWordsOf(text: string): SafeText {
  return own(neutraliseAndMask(text.replaceAll('\n', ' ')).slice(-RECENT));
}
