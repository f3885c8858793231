/** The log itself, while it comes and after: its last lines, or only those around findings, and one sentence on how it goes. */
import type { Diagnosis } from '../../core/diagnose/diagnosis.ts';
import { count } from '../../core/document/quantity.ts';
import type { Tail, TailLine } from '../../core/log/log-tail.ts';
import { type Block, PLAIN_TEXT, paragraph, tight } from '../../core/markup/blocks.ts';
import type { DiagnosisResult } from '../../core/result.ts';
import type { Origin, View } from '../state/state.ts';
import type { ReportPart } from './diagnosis-parts.ts';

/** Lines shown above and below one that shows a finding. */
const AROUND = 2;
/** A shorter pause is none. */
const LEAST_IDLE = 2;

/** The log as a part of its diagnosis. */
export function logPart(view: View, { diagnosis }: DiagnosisResult, { isReading, tail }: Origin): ReportPart {
  const lines = view.held ?? tail ?? [];
  const isHeld = isReading && view.held !== null;
  const state = isReading
    ? isHeld
      ? 'held, f follows it again'
      : 'followed, f holds it'
    : `ended after ${count(diagnosis.lines, 'line')}`;
  const kept = view.isNearOnly ? aroundFindings(lines, diagnosis) : lines.map((line) => lineBlock(line, diagnosis));
  const empty = view.isNearOnly ? 'No finding yet. F shows all lines again.' : 'No line yet.';
  return {
    key: 'log',
    row: { label: `the log, ${state}${view.isNearOnly ? ', only around findings' : ''}`, target: { to: 'nothing' } },
    blocks: kept.length > 0 ? [tight(...kept)] : [paragraph(empty)],
    ids: [],
  };
}

/** How the reading goes, the whole sentence first, then what is left of it where there is less room. */
export function liveSigns({ lines, findings }: Diagnosis, { name, idle }: Origin): string[] {
  const all = [name === 'pipe' ? 'watching' : 'reading', count(lines, 'line'), count(findings.length, 'finding')];
  const last = idle < LEAST_IDLE ? [] : [`last line ${idle < 120 ? `${idle} s` : `${Math.floor(idle / 60)} min`} ago`];
  return [[...all, ...last], [...all.slice(1), ...last], all.slice(1), all.slice(2)].map((parts) => parts.join(' · '));
}

/** The line with its number, as it came; one that shows a finding is marked. */
function lineBlock({ number, text }: TailLine, { findings }: Diagnosis): Block {
  const code = `${String(number).padStart(4)} ${text}`;
  const isFinding = findings.some(({ firstLine, lastLine }) => firstLine === number || lastLine === number);
  return { type: 'snippet', code, language: PLAIN_TEXT, as: 'evidence', ...(isFinding ? { marked: [0, code.length] } : {}) };
}

/** The lines around findings; of what is behind the kept lines the line that shows it. */
function aroundFindings(lines: Tail, diagnosis: Diagnosis): Block[] {
  const first = lines[0]?.number ?? Number.POSITIVE_INFINITY;
  const places = diagnosis.findings.flatMap(({ firstLine, lastLine }) => [firstLine, lastLine]);
  const gone = diagnosis.findings
    .filter(({ lastLine }) => lastLine < first)
    .map(({ firstLine, evidence }): TailLine => ({ number: firstLine, text: evidence }));
  const near = lines.filter(({ number }) => places.some((place) => Math.abs(place - number) <= AROUND));
  const blocks: Block[] = [];
  let before: number | null = null;
  for (const line of [...gone.sort((a, b) => a.number - b.number), ...near]) {
    if (before !== null && line.number > before + 1) blocks.push({ type: 'paragraph', tone: 'quiet', inlines: ['      …'] });
    blocks.push(lineBlock(line, diagnosis));
    before = line.number;
  }
  return blocks;
}
