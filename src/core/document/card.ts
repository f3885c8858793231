/**
 * The card of a finding: help first. What failed, where, the user's own numbers, the one fix that belongs to this text; then what goes
 * away with it, and where the rest stands.
 */
import type { Finding } from '../diagnose/diagnosis.ts';
import type { Actor, Fix } from '../library/entry.ts';
import { type Block, code, foreign, type Inline, indented, PLAIN_TEXT, paragraph, type Snippet, snippet, tight } from '../markup/blocks.ts';
import { plainInlines, snippetsOf } from '../markup/read.ts';
import type { Explained } from '../result.ts';
import { wholeBefore } from '../text/neutralise.ts';
import { locationText, placeText } from './place.ts';

/** With the bar and the indent it fits into 80 columns. */
const EVIDENCE_WIDTH = 74;
/** Some columns of what stands before the match are kept, to tell where it belongs. */
const BEFORE_MATCH = 24;
/** About three lines of 78 columns. */
const LONGEST_SAID = 230;
/** The whole snippet stands on the page; a card shows this much of it. */
const MOST_LINES = 8;

const WHO: Record<Actor, string | null> = {
  author: null,
  visitor: 'Who can do it: whoever calls the Space.',
  owner: 'Who can do it: the owner of that Space. Tell them in its Community tab, or duplicate it.',
  platform: 'Who can do it: Hugging Face. Nothing in your code is wrong.',
};

/** The card; `consequences` are the findings that go away with this one. */
export function cardBlocks({ finding, entry, said, notes, fix, otherFixes }: Explained, consequences: readonly Explained[]): Block[] {
  const label = finding.role === 'symptom' ? 'symptom' : 'error';
  const inside: Block[] = [
    tight(paragraph(...whereInlines(finding)), evidence(finding)),
    ...sumUp(said, notes, entry.summary),
    ...(fix ? [tight(...fixBlocks(fix))] : []),
    tight(...consequences.slice(0, 1).map(() => goesAway(consequences)), more(entry.id, otherFixes.length)),
  ];
  return [{ type: 'heading', depth: 3, tone: finding.role, inlines: [`${label}[${entry.id}] ${entry.title}`] }, indented(...inside)];
}

/** `quota.log:23, 4 times · your code app.py:44 in infer` */
function whereInlines(finding: Finding): Inline[] {
  const where = foreign(placeText(finding));
  return finding.location ? [where, ' · your code ', foreign(locationText(finding.location))] : [where];
}

/** The message as the user saw it: one line, around what matters. */
export function evidence({ evidence: text, matched: [from, to] }: Finding): Snippet {
  const start = wholeBefore(
    text,
    text.length <= EVIDENCE_WIDTH ? 0 : Math.max(0, Math.min(from - BEFORE_MATCH, text.length - EVIDENCE_WIDTH)),
  );
  const end = wholeBefore(text, Math.min(text.length, start + EVIDENCE_WIDTH - 2));
  const shown = text.length <= EVIDENCE_WIDTH ? text : `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const shift = start > 0 && text.length > EVIDENCE_WIDTH ? 1 - start : 0;
  const place = (offset: number) => Math.max(0, Math.min(shown.length, offset + shift));
  return { type: 'snippet', code: shown, language: PLAIN_TEXT, as: 'evidence', marked: [place(from), place(to)] };
}

/** The user's numbers where the text has some, else what happened; then what the log's versions add, as long as there is room. */
function sumUp(said: Inline[], notes: Inline[][], summary: string): Block[] {
  const sentences = [said.length > 0 ? said : [summary], ...notes];
  const kept: Inline[] = [];
  let length = 0;
  for (const sentence of sentences) {
    length += plainInlines(sentence).length + 1;
    if (kept.length > 0 && length > LONGEST_SAID) break;
    kept.push(...(kept.length > 0 ? [' '] : []), ...sentence);
  }
  return [paragraph(...kept)];
}

function fixBlocks({ title, blocks, who, verify, then }: Fix): Block[] {
  const [first] = snippetsOf(blocks);
  const actor = who && WHO[who];
  return [
    { type: 'paragraph', tone: 'fix', inlines: ['Fix: ', ...title] },
    ...(first ? [indented(shortened(first))] : []),
    ...(verify ? [paragraph('Check: ', code(verify))] : []),
    ...then.map(({ see, do: todo }) => paragraph('If ', ...see, ': ', ...todo)),
    ...(actor ? [paragraph(actor)] : []),
  ];
}

function shortened(whole: Snippet): Snippet {
  const lines = whole.code.split('\n');
  if (lines.length <= MOST_LINES) return whole;
  return snippet(
    [...lines.slice(0, MOST_LINES - 1), `# … ${lines.length - MOST_LINES + 1} more lines on the page`].join('\n'),
    whole.language,
  );
}

function goesAway(consequences: readonly Explained[]): Block {
  const names = consequences.map(({ entry, finding }) => `${entry.title} (line ${finding.firstLine})`);
  return paragraph(`Then it goes away: ${names.join('; ')}`);
}

function more(id: string, others: number): Block {
  const what = others === 0 ? 'Why, and sources' : `${others} other ${others === 1 ? 'fix' : 'fixes'}, why, sources`;
  return paragraph(`${what}: `, code(`zerogpu-advisor show ${id}`));
}
