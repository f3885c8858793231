/** A diagnosis → a document: a card for each cause, and on demand the whole pages; then what nobody knows, what is harmless, what was read. */
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { hasNoSpace } from '../explain/fix/place/for-place.ts';
import { sectionBlocks } from '../library/entry-text.ts';
import { LONGEST_LINE } from '../log/lines.ts';
import {
  type Block,
  bullets,
  code,
  emphasis,
  foreign,
  heading,
  type Inline,
  joined,
  PLAIN_TEXT,
  paragraph,
  snippet,
  tight,
} from '../markup/blocks.ts';
import type { DiagnosisResult, Explained } from '../result.ts';
import { cardBlocks, goesAway } from './card/card.ts';
import { failureBlocks, failureList } from './card/failure.ts';
import { guessCard, spokenOfCard, waysCard } from './card/guess.ts';
import { locationText, placeText } from './card/place.ts';
import { environmentLine } from './environment.ts';
import { kindLine, sourceList } from './page.ts';
import { byteSize, count } from './quantity.ts';
import { sourceSnippet } from './source.ts';

/** The document. `isFolding`: whole pages follow the cards, folded away, for a place where that can be done. */
export function diagnosisDocument(result: DiagnosisResult, isFolding: boolean): Block[] {
  const { diagnosis, notices, failures, isFull, shown } = result;
  const all = headsOf(result);
  const news = all.filter(({ explained }) => !shown?.has(explained.finding.id));
  const passing = news.filter((head) => onlyPassesOn(head, result));
  const heads = news.filter((head) => !passing.includes(head));
  return [
    ...(all.length === 0 && failures.length === 0 ? nothing(result) : []),
    ...(hasReason(result) ? [] : failureBlocks(failures, diagnosis)),
    ...(passing.length > 0 ? [goesAway(passing.map(({ explained }) => explained))] : []),
    ...heads.flatMap(({ explained, consequences }) => (isFull ? pageBlocks(explained, consequences) : cardBlocks(explained, consequences))),
    ...shownAbove(all.filter((head) => !news.includes(head))),
    ...(isFolding && !isFull ? heads.map(({ explained }) => folded(explained)) : []),
    ...(hasReason(result) ? failureList(failures, diagnosis) : []),
    ...(notices.length > 0
      ? [{ type: 'paragraph', tone: 'notice', inlines: ['Harmless here: ', ...joined(notices.map(noticeText), '; '), '.'] } satisfies Block]
      : []),
    tight(...environmentLine(diagnosis.environment), readLine(diagnosis)),
  ];
}

/** Whether some finding says why: failures that no entry knows come after it; else they come first, and symptoms follow from them. */
export function hasReason({ diagnoses }: Pick<DiagnosisResult, 'diagnoses'>): boolean {
  return diagnoses.some(({ finding, entry }) => finding.role === 'cause' && !entry.wraps);
}

/** Whether it is what a launcher says of a failure that is told already: a line of it is enough. */
function onlyPassesOn({ explained, consequences }: Head, result: DiagnosisResult): boolean {
  const { finding, entry } = explained;
  if (finding.role !== 'symptom' || !(entry.wraps || finding.isPassedOn) || consequences.length > 0 || hasReason(result)) return false;
  return result.failures.some(({ failure }) => !failure.isConsequence && failure.line <= finding.lastLine);
}

/** The findings that were printed while the log was read, once more in a line each. */
function shownAbove(heads: readonly Head[]): Block[] {
  if (heads.length === 0) return [];
  const rows = heads.map(({ explained: { finding, entry } }) => [
    `${entry.title} (`,
    code(entry.id),
    ', ',
    foreign(placeText(finding)),
    ')',
  ]);
  return [tight(paragraph('Shown above:'), bullets(rows))];
}

/** What stands for itself, with what follows from it: causes, or the symptoms where the log shows no cause. */
export interface Head {
  explained: Explained;
  consequences: Explained[];
}

/** Causes first, each with its consequences. */
export function headsOf({ diagnoses }: Pick<DiagnosisResult, 'diagnoses'>): Head[] {
  const heads = diagnoses.filter(({ finding }) => finding.causedBy === null);
  return heads.map((explained) => ({
    explained,
    consequences: diagnoses.filter(({ finding }) => finding.causedBy === explained.finding.id),
  }));
}

/** The whole page of one finding, with the line of the log, its numbers and the fix that belongs to this text first. */
function pageBlocks(explained: Explained, consequences: readonly Explained[]): Block[] {
  const { finding, entry, said, notes, hint, fix, otherFixes, beside } = explained;
  const where: Inline[] = [`${entry.role} · `, code(entry.id), ' · ', foreign(placeText(finding))];
  const frame: Inline[] = finding.location ? [' · your code: ', foreign(locationText(finding.location))] : [];
  const fixes = [...(fix ? [fix] : []), ...otherFixes];
  const rest = entry.sections.filter((section) => section.heading !== 'Fix');
  return [
    heading(1, entry.title),
    paragraph(emphasis(...where, ...frame)),
    { type: 'snippet', code: finding.evidence, language: PLAIN_TEXT, as: 'evidence', marked: finding.matched },
    ...(beside?.source ? [sourceSnippet(beside.source, beside.source.lines.length)] : []),
    ...(said.length > 0 ? [paragraph({ type: 'strong', inlines: said })] : []),
    ...notes.map((note): Block => ({ type: 'quote', blocks: [paragraph(...note)] })),
    ...entry.lead,
    ...consequences.map(({ entry: other, finding: { firstLine } }) =>
      paragraph(`Goes away with it: ${other.title} (`, code(other.id), `, line ${firstLine}).`),
    ),
    ...(fixes.length > 0 || beside?.change ? [heading(2, 'Fix')] : []),
    ...(hint ? [paragraph(...hint)] : []),
    ...(beside?.change ? [heading(3, beside.change.title), snippet(beside.change.diff, 'diff')] : []),
    ...fixes.flatMap(({ title, blocks }) => [heading(3, ...title), ...blocks]),
    ...rest.flatMap((section) => sectionBlocks(entry, section)),
    ...sourceList(entry),
  ];
}

function folded({ entry, fix, otherFixes }: Explained): Block {
  const fixes = [...(fix ? [fix] : []), ...otherFixes].flatMap(({ title, blocks }) => [heading(4, ...title), ...blocks]);
  const rest = entry.sections
    .filter((section) => section.heading !== 'Fix')
    .flatMap(({ heading: title, blocks }) => [heading(4, title), ...blocks]);
  return {
    type: 'details',
    summary: `More on ${entry.id}: why, all fixes, sources`,
    blocks: [kindLine(entry), ...entry.lead, ...fixes, ...rest, ...sourceList(entry)],
  };
}

function noticeText({ entry }: Explained): Inline {
  return emphasis(`${entry.title} (`, code(entry.id), ')');
}

function nothing({ guess, ways, nearest, diagnosis }: DiagnosisResult): Block[] {
  if (guess?.isLikely) return guessCard(guess);
  if (diagnosis.spokenOf.length > 0) return spokenOfCard(nearest.filter(({ id }) => diagnosis.spokenOf.includes(id)));
  const { where } = diagnosis.environment;
  if (diagnosis.isProse) return waysCard(ways, where);
  const silent = 'If something is wrong, this log does not say so';
  // Who runs it has one log.
  const isOwn = hasNoSpace(where);
  const otherLog: Inline[] = [
    ': the cause may be in the other log (',
    code('hf spaces logs USER/SPACE --build'),
    ' for the build, without ',
    code('--build'),
    ' for the run), or only in the browser.',
  ];
  return [heading(1, 'Nothing recognised'), paragraph(silent, ...(isOwn ? ['.'] : otherLog))];
}

/** How much was read. */
function readLine({ lines, bytes, cutLines }: Diagnosis): Block {
  const cut =
    cutLines > 0
      ? ` ${count(cutLines, 'overlong line')} ${cutLines === 1 ? 'was' : 'were'} cut at ${LONGEST_LINE} characters, head and tail kept.`
      : '';
  return { type: 'paragraph', tone: 'quiet', inlines: [`Read ${count(lines, 'line')}, ${byteSize(bytes)}.${cut}`] };
}
