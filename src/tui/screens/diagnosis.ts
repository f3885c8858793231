/** A diagnosis: a card for each cause with its page below, what follows from it, what nobody knows, what is harmless, the log. */

import { diagnosisDocument } from '../../core/document/diagnosis.ts';
import { byteSize, count } from '../../core/document/quantity.ts';
import { type Block, code, heading, PLAIN_TEXT, paragraph } from '../../core/markup/blocks.ts';
import type { DiagnosisResult } from '../../core/result.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { Origin, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { partsOf, type ReportPart } from './diagnosis-parts.ts';
import { liveSigns, logPart } from './log.ts';
import { linkSide } from './page.ts';
import { idRows, linkedIds, numbered, related, sourceRows } from './rows.ts';

/** The diagnosis screen. */
export function diagnosisModel(view: View, world: World): Model {
  if (view.subject.screen !== 'diagnosis') return EMPTY;
  const { result, origin } = view.subject;
  const parts = allParts(view, result, origin);
  const part = parts[Math.min(view.selected, parts.length - 1)] as ReportPart;
  const shown = part.explained;
  const isLog = part.key === LOG;
  const others = parts.flatMap(({ explained }) => (explained ? [explained.entry.id] : []));
  // Below the end of a log nothing stands but what comes next.
  const ids = isLog ? [] : [...(shown ? [shown.entry.id, ...linkedIds(shown.entry)] : part.ids), ...others];
  const found = idRows(world.library, ids);
  // Digits go on where those of the findings end, so that each stands for one thing.
  const links = numbered(found, parts.length > 1 ? parts.length + 1 : 1);
  const arrived = isLog ? [] : whatArrived(result, origin);
  return {
    ...EMPTY,
    title: origin.isReading && origin.name === 'pipe' ? 'live log' : titleOf(result),
    arrangement: parts.length > 1 ? 'rows-then-text' : 'text',
    rows: parts.length > 1 ? numbered(parts.map((each) => rowOf(each, view))) : [],
    text: [...part.blocks, ...related(links), ...arrived],
    textBeside: parts.length > 1 ? null : [...part.blocks, ...arrived],
    side: parts.length > 1 ? [] : linkSide(links),
    hasOutline: parts.length === 1 && !isLog,
    links,
    sources: shown ? sourceRows(shown.entry) : [],
    whole: diagnosisDocument(result, true),
    place: isLog ? 'log' : 'diagnosis',
    live: origin.isReading ? liveSigns(result.diagnosis, origin) : [],
    isFollowed: isLog && origin.isReading && view.held === null,
  };
}

/** What the log's own part is called. */
export const LOG = 'log';

function rowOf({ row, key }: ReportPart, { seen, subject }: View): Row {
  const isWatched = subject.screen === 'diagnosis' && subject.origin.tail !== null;
  return { ...row, key, isNew: isWatched && key !== LOG && !seen.includes(key) };
}

function allParts(view: View, result: DiagnosisResult, origin: Origin): ReportPart[] {
  const isEarly = origin.isReading ? isBare(result) : result.diagnosis.bytes === 0;
  if (origin.tail === null) return isEarly ? [waitingPart(origin)] : partsOf(result);
  return [...(isEarly ? [] : partsOf(result)), logPart(view, result, origin)];
}

/** Nothing that was found yet; "nothing recognised" is said at the end, never before. */
function isBare({ diagnoses, failures, notices }: DiagnosisResult): boolean {
  return diagnoses.length + failures.length + notices.length === 0;
}

/** What was read stands above everything. */
function titleOf({ diagnosis: { lines, bytes } }: DiagnosisResult): string {
  return bytes === 0 ? 'Diagnosis' : `Diagnosis of ${count(lines, 'line')}, ${byteSize(bytes)}`;
}

function waitingPart({ isReading }: Origin): ReportPart {
  const label = isReading ? 'Waiting for the log' : 'The log is empty';
  const blocks = isReading
    ? [paragraph('Its lines and findings appear here as they are read.')]
    : [paragraph('Nothing arrived. Paste a log, or pipe one in: ', code('hf spaces logs USER/SPACE | zerogpu-advisor -i'))];
  return { key: 'waiting', row: { label, target: { to: 'nothing' } }, blocks: [heading(1, label), ...blocks], ids: ['reading-logs'] };
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
