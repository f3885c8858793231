/**
 * The card of a finding: help first. What failed, where, the user's own numbers, the one fix that belongs to this text; then what goes
 * away with it, and where the rest stands.
 */
import type { SourceLines } from '../../beside.ts';
import type { Finding } from '../../diagnose/diagnosis.ts';
import { VISITOR } from '../../library/asker.ts';
import { type Block, code, foreign, type Inline, indented, PLAIN_TEXT, paragraph, type Snippet, tight } from '../../markup/blocks.ts';
import { plainInlines } from '../../markup/read.ts';
import type { Explained } from '../../result.ts';
import { wholeBefore } from '../../text/neutralise.ts';
import { sourceSnippet } from '../source.ts';
import { fixBlocks, mainFix } from './card-fix.ts';
import { EVIDENCE_WIDTH, heightOf, MOST_LINES, MOST_OWN_LINES } from './height.ts';
import { briefLocationText, placeText } from './place.ts';

/** A match that begins further right is shown from a little before it on: so far a reader sees where it belongs. */
const FAR_RIGHT = 40;
const BEFORE_MATCH = 24;
/** About three lines of 78 columns. */
const LONGEST_SAID = 220;
/** Between where, sum, fix and end. */
const BLANK_LINES = 3;
/** The line on which the fix begins at the latest. */
const FIX_BEGINS = 10;
const BLANK_LINES_BEFORE_FIX = 2;
/** As many lines say why it happens, where there is room. */
const LONGEST_WHY = 3;
/** What stands on a page about our own subject does not help somebody at a laptop. */
const ABOUT_SPACES = /\b(?:ZeroGPU|Spaces?|workers?|`?spaces`?)\b/;

/** The card; `consequences` are the findings that go away with this one. `isAbovePage`: the rest of the page follows right below it. */
export function cardBlocks(explained: Explained, consequences: readonly Explained[], isAbovePage = false): Block[] {
  const { finding, entry, said, notes, hint, fix, otherFixes, beside } = explained;
  const label = finding.role === 'symptom' ? 'symptom' : 'error';
  const head: Block = { type: 'heading', depth: 3, tone: finding.role, inlines: [`${label}[${entry.id}] ${entry.title}`] };
  const where = [paragraph(...whereInlines(finding)), evidence(finding)];
  const sum = sumUp(said, notes, entry.summary);
  const end = [
    ...consequences.slice(0, 1).map(() => goesAway(consequences)),
    more(entry.id, otherFixes.length + (fix && beside?.change ? 1 : 0), isAbovePage),
  ];
  const told = hint ? [paragraph(...hint)] : [];
  const room = MOST_LINES - heightOf([head, ...where, sum, ...told, ...end]) - BLANK_LINES;
  const always = mainFix(explained, room);
  const own = beside?.source
    ? ownLines(
        beside.source,
        Math.min(room - heightOf(always), FIX_BEGINS - 1 - heightOf([head, ...where, sum, ...told]) - BLANK_LINES_BEFORE_FIX),
      )
    : [];
  const todo = fixBlocks({ ...explained, theirs: fix?.name === VISITOR ? (otherFixes[0] ?? null) : null }, always, room - heightOf(own));
  const why = because(explained, Math.min(LONGEST_WHY, room - heightOf([...own, ...todo])));
  return [head, indented(tight(...where, ...own), sum, ...(todo.length > 0 ? [tight(...told, ...todo)] : []), tight(...why, ...end))];
}

/** The first sentences of why it happens, within so many lines. A short one that only begins the matter is for the page. */
function because({ entry, fix, elsewhere }: Explained, room: number): Block[] {
  const sentences = fix && fix.why.length > 0 ? fix.why : entry.why;
  const fits = (count: number): boolean => heightOf([whyBlock(sentences.slice(0, count))]) <= room;
  const ends = sentences.findIndex((sentence, place) => (elsewhere && ABOUT_SPACES.test(plainInlines(sentence))) || !fits(place + 1));
  const kept = ends < 0 ? sentences : sentences.slice(0, ends);
  const why = whyBlock(kept);
  const isBeginning = kept.length < sentences.length && heightOf([why]) === 1;
  return kept.length === 0 || isBeginning ? [] : [why];
}

function whyBlock(sentences: readonly Inline[][]): Block {
  return paragraph('Why: ', ...sentences.flatMap((sentence): Inline[] => [...sentence, ' ']));
}

/** As many lines around the frame as leave the fix where it is looked for. */
function ownLines(source: SourceLines, room: number): Block[] {
  return room < 1 ? [] : [sourceSnippet(source, Math.min(room, MOST_OWN_LINES))];
}

/** `quota.log:23, 4 times · your code app.py:44 in infer` */
function whereInlines(finding: Finding): Inline[] {
  const where = foreign(placeText(finding));
  return finding.location ? [where, ' · your code ', foreign(briefLocationText(finding.location))] : [where];
}

/** The message as the user saw it: one line, around what matters. */
function evidence({ evidence: text, matched: [from, to] }: Finding): Snippet {
  const start = firstShown(text, from);
  const end = wholeBefore(text, Math.min(text.length, start + EVIDENCE_WIDTH - 2));
  const isWhole = text.length <= EVIDENCE_WIDTH;
  const shown = isWhole ? text : `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const shift = start > 0 ? 1 - start : 0;
  const place = (offset: number) => Math.max(0, Math.min(shown.length, offset + shift));
  return { type: 'snippet', code: shown, language: PLAIN_TEXT, as: 'evidence', marked: [place(from), place(to)] };
}

/** The beginning, unless the match would then be out of sight; else the beginning of a word before it. */
function firstShown(text: string, from: number): number {
  if (text.length <= EVIDENCE_WIDTH || from <= FAR_RIGHT) return 0;
  const start = Math.max(0, Math.min(from - BEFORE_MATCH, text.length - EVIDENCE_WIDTH + 1));
  const blank = text.indexOf(' ', start);
  return wholeBefore(text, blank > 0 && blank < from ? blank + 1 : start);
}

/** The user's numbers where the text has some, else what happened; then what the log's versions add, as long as there is room. */
function sumUp(said: Inline[], notes: Inline[][], summary: string): Block {
  const sentences = [said.length > 0 ? said : [summary], ...notes];
  const kept: Inline[] = [];
  let length = 0;
  for (const sentence of sentences) {
    length += plainInlines(sentence).length + 1;
    if (kept.length > 0 && length > LONGEST_SAID) break;
    kept.push(...(kept.length > 0 ? [' '] : []), ...sentence);
  }
  return paragraph(...kept);
}

/** What follows from something else, in a line. */
export function goesAway(consequences: readonly Explained[]): Block {
  const names = consequences.map(({ entry, finding }) => `${entry.title} (line ${finding.firstLine})`);
  return paragraph(`Then it goes away: ${names.join('; ')}`);
}

function more(id: string, others: number, isAbovePage: boolean): Block {
  const what = others === 0 ? 'Why, and sources' : `${others} other ${others === 1 ? 'fix' : 'fixes'}, why, sources`;
  if (isAbovePage) return paragraph(`${what}: below.`);
  return paragraph(`${what}: `, code(`zerogpu-advisor show ${id}`));
}
