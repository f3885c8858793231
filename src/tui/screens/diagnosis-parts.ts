/** What there is to choose from in a diagnosis: each cause with what follows from it, what nobody knows, what is harmless. */

import type { Finding } from '../../core/diagnose/diagnosis.ts';
import { beyondCard } from '../../core/document/card/beyond-card.ts';
import { cardBlocks } from '../../core/document/card/card.ts';
import { failureBlocks, failureText } from '../../core/document/card/failure.ts';
import { lineText } from '../../core/document/card/place.ts';
import { diagnosisDocument, type Head, hasReason, headsOf } from '../../core/document/diagnosis.ts';
import { type Block, bullets, code, heading, numbered, PLAIN_TEXT, paragraph, strong } from '../../core/markup/blocks.ts';
import type { DiagnosisResult, Explained, Told } from '../../core/result.ts';
import type { Row } from '../state/model.ts';

export interface ReportPart {
  /** The same part in a later diagnosis of the same log. */
  key: string;
  row: Row;
  blocks: Block[];
  explained?: Explained;
  /** Entries to link when nothing is explained. */
  ids: string[];
}

const NOTHING: Row['target'] = { to: 'nothing' };

/** The parts, most important first; never none. */
export function partsOf(result: DiagnosisResult): ReportPart[] {
  const parts = headsOf(result).flatMap(headParts);
  const failures = result.failures.map((told, index) => failurePart(told, index, result));
  if (hasReason(result)) parts.push(...failures);
  else parts.unshift(...failures);
  if (parts.length === 0) parts.push(nothingPart(result));
  if (result.notices.length > 0) parts.push(noticesPart(result));
  return parts;
}

function headParts({ explained, consequences }: Head): ReportPart[] {
  const card = cardBlocks(explained, consequences, true);
  const head: ReportPart = {
    key: explained.entry.id,
    row: { label: explained.entry.title, note: place(explained.finding), target: NOTHING },
    blocks: [...card, ...beyondCard(explained, card)],
    explained,
    ids: [],
  };
  return consequences.length === 0 ? [head] : [head, consequencesPart(explained.entry.id, consequences)];
}

function place({ firstLine, count: times }: Finding): string {
  return `line ${firstLine}${times > 1 ? ` ×${times}` : ''}`;
}

function consequencesPart(cause: string, consequences: readonly Explained[]): ReportPart {
  const names = consequences.map(({ entry }) => entry.title).join('; ');
  const label = consequences.length === 1 ? 'its consequence' : `${consequences.length} consequences`;
  return {
    key: `after ${cause}`,
    row: { label: `└ ${label}: ${names}`, note: '', target: NOTHING },
    blocks: [
      heading(1, 'What followed from it'),
      paragraph('These lines say only that something failed. They go away with the cause.'),
      ...consequences.flatMap(({ entry, finding }): Block[] => [
        paragraph(strong(entry.title), ' (', code(entry.id), `, ${place(finding)})`),
        { type: 'snippet', code: finding.evidence, language: PLAIN_TEXT, as: 'evidence', marked: finding.matched },
      ]),
    ],
    ids: consequences.map(({ entry }) => entry.id),
  };
}

function failurePart(told: Told, index: number, { diagnosis }: DiagnosisResult): ReportPart {
  const note = told.failure.isConsequence ? 'follows from it' : lineText(told.failure);
  return {
    key: `failure ${told.failure.line} ${index}`,
    row: { label: `? ${failureText(told)}`, note, target: NOTHING },
    blocks: [
      ...failureBlocks([told], { ...diagnosis, moreFailures: 0 }),
      heading(2, 'What to collect before asking'),
      numbered(COLLECT.map((item) => [item])),
    ],
    ids: told.suggestions.map(({ id }) => id),
  };
}

const COLLECT = [
  'The whole traceback, from its first line: the first error counts, not the last.',
  'Both logs: hf spaces logs USER/SPACE --build and hf spaces logs USER/SPACE.',
  'requirements.txt, the front matter of README.md, and the function under @spaces.GPU.',
  'What you did just before, and whether it ever worked.',
];

function nothingPart(result: DiagnosisResult): ReportPart {
  return {
    key: 'nothing',
    row: { label: result.guess?.isLikely ? `a guess: ${result.guess.entry.title}` : 'Nothing recognised', target: NOTHING },
    blocks: diagnosisDocument({ ...result, notices: [] }, false),
    ids: [...result.nearest.map(({ id }) => id), 'reading-logs', 'is-it-the-platform'],
  };
}

function noticesPart({ notices }: DiagnosisResult): ReportPart {
  return {
    key: 'notices',
    row: { label: `harmless: ${notices.map(({ entry }) => entry.title).join('; ')}`, target: NOTHING },
    blocks: [
      heading(1, 'Harmless here'),
      bullets(notices.map(({ entry, finding }) => [`${entry.title} (`, code(entry.id), `, ${place(finding)})`])),
    ],
    ids: notices.map(({ entry }) => entry.id),
  };
}
