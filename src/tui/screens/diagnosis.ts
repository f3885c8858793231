/** A diagnosis: a card for each cause with what follows from it, the whole page one key away, what nobody knows, what is harmless. */

import type { Finding } from '../../core/diagnose/diagnosis.ts';
import { cardBlocks } from '../../core/document/card.ts';
import { diagnosisDocument, type Head, hasReason, headsOf } from '../../core/document/diagnosis.ts';
import { failureBlocks, failureText } from '../../core/document/failure.ts';
import { lineText } from '../../core/document/place.ts';
import { byteSize, count } from '../../core/document/quantity.ts';
import { type Block, bullets, code, heading, numbered, PLAIN_TEXT, paragraph, strong } from '../../core/markup/blocks.ts';
import type { DiagnosisResult, Explained, Told } from '../../core/result.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { Origin, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { idRows, linkedIds, related, sourceRows } from './rows.ts';

/** The diagnosis screen. */
export function diagnosisModel(view: View, world: World): Model {
  if (view.subject.screen !== 'diagnosis') return EMPTY;
  const { result, origin } = view.subject;
  const parts = result.diagnosis.bytes === 0 ? [waitingPart(origin)] : partsOf(result);
  const part = parts[Math.min(view.selected, parts.length - 1)] as Part;
  const shown = part.explained;
  const links = idRows(world.library, shown ? [shown.entry.id, ...linkedIds(shown.entry)] : part.ids);
  return {
    ...EMPTY,
    title: titleOf(result),
    arrangement: 'rows-then-text',
    rows: parts.map((each, index) => ({ ...each.row, label: `${index + 1} ${each.row.label}` })),
    text: [...part.blocks, ...related(links), ...whatArrived(result, origin)],
    links,
    sources: shown ? sourceRows(shown.entry) : [],
    whole: diagnosisDocument(result, true),
  };
}

/** What was read stands above everything. */
function titleOf({ diagnosis: { lines, bytes } }: DiagnosisResult): string {
  return bytes === 0 ? 'Diagnosis' : `Diagnosis of ${count(lines, 'line')}, ${byteSize(bytes)}`;
}

interface Part {
  row: Row;
  blocks: Block[];
  explained?: Explained;
  /** Entries to link when nothing is explained. */
  ids: string[];
}

const NOTHING: Row['target'] = { to: 'nothing' };

/** What there is to choose from: each cause with its consequences; what nobody knows; what is harmless. */
function partsOf(result: DiagnosisResult): Part[] {
  const parts = headsOf(result).flatMap(headParts);
  const failures = result.failures.map((told) => failurePart(told, result));
  if (hasReason(result)) parts.push(...failures);
  else parts.unshift(...failures);
  if (parts.length === 0) parts.push(nothingPart(result));
  if (result.notices.length > 0) parts.push(noticesPart(result));
  return parts;
}

function headParts({ explained, consequences }: Head): Part[] {
  const head: Part = {
    row: { label: explained.entry.title, note: place(explained.finding), target: NOTHING },
    blocks: cardBlocks(explained, consequences),
    explained,
    ids: [],
  };
  return consequences.length === 0 ? [head] : [head, consequencesPart(consequences)];
}

function place({ firstLine, count: times }: Finding): string {
  return `line ${firstLine}${times > 1 ? ` ×${times}` : ''}`;
}

function consequencesPart(consequences: readonly Explained[]): Part {
  const names = consequences.map(({ entry }) => entry.title).join('; ');
  const label = consequences.length === 1 ? 'its consequence' : `${consequences.length} consequences`;
  return {
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

function failurePart(told: Told, { diagnosis }: DiagnosisResult): Part {
  const note = told.failure.isConsequence ? 'follows from it' : lineText(told.failure);
  return {
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

function nothingPart(result: DiagnosisResult): Part {
  return {
    row: { label: 'Nothing recognised', target: NOTHING },
    blocks: diagnosisDocument({ ...result, notices: [] }, false),
    ids: ['reading-logs', 'is-it-the-platform'],
  };
}

function waitingPart({ isReading }: Origin): Part {
  const label = isReading ? 'Waiting for the log' : 'The log is empty';
  const blocks = isReading
    ? [paragraph('Findings appear here as they are read.')]
    : [paragraph('Nothing came. Paste a log, or pipe one in: ', code('hf spaces logs USER/SPACE | zerogpu-advisor -i'))];
  return { row: { label, target: NOTHING }, blocks: [heading(1, label), ...blocks], ids: ['reading-logs'] };
}

function noticesPart({ notices }: DiagnosisResult): Part {
  return {
    row: { label: `harmless: ${notices.map(({ entry }) => entry.title).join('; ')}`, target: NOTHING },
    blocks: [
      heading(1, 'Harmless here'),
      bullets(notices.map(({ entry, finding }) => [`${entry.title} (`, code(entry.id), `, ${place(finding)})`])),
    ],
    ids: notices.map(({ entry }) => entry.id),
  };
}

const NAMES: Record<Origin['name'], string> = { paste: 'Pasted', pipe: 'From the pipe', file: 'From the file', line: 'Typed' };

/** First and last line of what arrived, so that one sees what was diagnosed. */
function whatArrived({ diagnosis }: DiagnosisResult, { name, first, last }: Origin): Block[] {
  if (first === '') return [];
  const lines = first === last || diagnosis.lines < 2 ? [first] : [first, '…', last];
  return [
    heading(2, `${NAMES[name]}: ${count(diagnosis.lines, 'line')}, ${byteSize(diagnosis.bytes)}`),
    ...lines.map((line): Block => ({ type: 'snippet', code: line, language: PLAIN_TEXT, as: 'evidence' })),
  ];
}
