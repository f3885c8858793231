/** A diagnosis: what was read, causes by rank with their consequences beneath, and the explanation of the chosen one. */
import type { Finding } from '../../core/diagnose/diagnosis.ts';
import type { DiagnosisResult, Explained, Unknown } from '../../core/result.ts';
import { barLines } from '../../render/bars.ts';
import { size, toMarkdown } from '../../render/document.ts';
import { EMPTY, type LineMark, type Model, type Row } from '../state/model.ts';
import type { Origin, View } from '../state/state.ts';
import { stringWidth } from '../view/fit.ts';
import type { Paper } from '../view/paper.ts';
import type { World } from '../world.ts';
import { idRows, linkedIds, sourceRows } from './rows.ts';

/** The diagnosis screen. */
export function diagnosisModel(view: View, world: World): Model {
  if (view.subject.screen !== 'diagnosis') return EMPTY;
  const { result, origin } = view.subject;
  const parts = result.diagnosis.bytes === 0 ? [waitingPart(origin)] : partsOf(result);
  const part = parts[Math.min(view.selected, parts.length - 1)] as Part;
  const shown = part.explained;
  const links = idRows(world.library, shown ? [shown.entry.id, ...linkedIds(shown.entry)] : part.ids);
  const text = [
    part.markdown(),
    links.length > 0 ? `## Related\n\n${links.map((row) => `- ${row.label}`).join('\n')}` : '',
    whatArrived(result, origin),
  ];
  return {
    ...EMPTY,
    title: titleOf(result),
    arrangement: 'rows-then-text',
    rows: parts.map((each, index) => ({ ...each.row, label: `${index + 1} ${each.row.label}` })),
    text: text.filter(Boolean).join('\n\n'),
    links,
    sources: shown ? sourceRows(shown.entry) : [],
    markdown: toMarkdown(result),
    ...(shown ? { marksOf: (paper: Paper) => evidenceMarks(paper, shown.finding) } : {}),
  };
}

/** What was read stands above everything. */
function titleOf({ diagnosis: { lines, bytes } }: DiagnosisResult): string {
  return bytes === 0 ? 'Diagnosis' : `Diagnosis of ${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}, ${size(bytes)}`;
}

interface Part {
  row: Row;
  markdown: () => string;
  explained?: Explained;
  /** Entries to link when nothing is explained. */
  ids: string[];
}

const NOTHING: Row['target'] = { to: 'nothing' };

/** What there is to choose from: each cause; the consequences as one; what nobody knows; what is harmless. */
function partsOf(result: DiagnosisResult): Part[] {
  const causes = result.diagnoses.filter(({ finding }) => finding.role === 'cause');
  const symptoms = result.diagnoses.filter(({ finding }) => finding.role !== 'cause');
  const main = causes.length > 0 ? causes : symptoms;
  const parts: Part[] = main.map((explained) => ({
    row: { label: explained.entry.title, note: place(explained.finding), target: NOTHING },
    markdown: () => withBars(only(result, [explained]), explained.finding),
    explained,
    ids: [],
  }));
  if (causes.length > 0 && symptoms.length > 0) parts.push(consequences(result, symptoms));
  parts.push(...result.unrecognised.map(unknownPart));
  if (parts.length === 0) parts.push(nothingPart(result));
  if (result.notices.length > 0) parts.push(noticesPart(result));
  return parts;
}

function place({ firstLine, count }: Finding): string {
  return `line ${firstLine}${count > 1 ? ` ×${count}` : ''}`;
}

/** The report of the command line, for some of the findings. */
function only(result: DiagnosisResult, diagnoses: Explained[]): string {
  return toMarkdown({ ...result, diagnoses, notices: [], unrecognised: [] });
}

/** Booked against left, as bars before the fix: where people would rather look than read. */
function withBars(markdown: string, { values: { requested, left } }: Finding): string {
  if (typeof requested !== 'number' || typeof left !== 'number') return markdown;
  const bars = barLines(
    [
      { label: 'booked', value: requested, text: `${requested} s` },
      { label: 'left', value: left, text: `${left} s` },
    ],
    BAR_WIDTH,
  );
  const at = markdown.indexOf('\n\n## ');
  const block = `\n\n\`\`\`text\n${bars.join('\n')}\n\`\`\``;
  return at < 0 ? markdown + block : markdown.slice(0, at) + block + markdown.slice(at);
}

/** Fits into the narrowest screen that shows pages. */
const BAR_WIDTH = 36;

function consequences(result: DiagnosisResult, symptoms: Explained[]): Part {
  const names = symptoms.map(({ entry }) => entry.title).join('; ');
  const items = symptoms.map(
    ({ entry, finding }) => `- **${entry.title}** (\`${entry.id}\`, ${place(finding)})\n  \`${finding.evidence.replaceAll('`', "'")}\``,
  );
  return {
    row: {
      label: `└ ${symptoms.length === 1 ? 'its consequence' : `${symptoms.length} consequences`}: ${names}`,
      note: '',
      target: NOTHING,
    },
    markdown: () =>
      `# What followed from it\n\nThese lines say only that something failed. They go away with the cause.\n\n${items.join('\n')}\n\n${readSentence(result)}`,
    ids: symptoms.map(({ entry }) => entry.id),
  };
}

function unknownPart({ unrecognised: { type, message, line, location }, suggestions }: Unknown): Part {
  const named = `${type}${message ? `: ${message}` : ''}`.replaceAll('`', "'");
  const own = location ? `\n\nIn your code: \`${location.file.replaceAll('`', "'")}:${location.line}\`` : '';
  return {
    row: { label: `? not recognised: ${named}`, note: `line ${line}`, target: NOTHING },
    markdown: () =>
      `# Not in the knowledge base\n\n\`${named}\`${own}\n\nThis is no diagnosis. The entries below are only the nearest ones.\n\n## What to collect before asking\n\n${COLLECT}`,
    ids: suggestions.map(({ id }) => id),
  };
}

const COLLECT = [
  '1. The whole traceback, from its first line: the first error counts, not the last.',
  '2. Both logs: `hf spaces logs USER/SPACE --build` and `hf spaces logs USER/SPACE`.',
  '3. `requirements.txt`, the front matter of `README.md`, and the function under `@spaces.GPU`.',
  '4. What you did just before, and whether it ever worked.',
].join('\n');

function nothingPart(result: DiagnosisResult): Part {
  return {
    row: { label: 'Nothing recognised', target: NOTHING },
    markdown: () => only(result, []),
    ids: ['reading-logs', 'is-it-the-platform'],
  };
}

function waitingPart({ isReading }: Origin): Part {
  const label = isReading ? 'Waiting for the log' : 'The log is empty';
  const text = isReading
    ? 'Findings appear here as they are read.'
    : 'Nothing came. Paste a log, or pipe one in: `hf spaces logs USER/SPACE | zerogpu-advisor -i`';
  return { row: { label, target: NOTHING }, markdown: () => `# ${label}\n\n${text}`, ids: ['reading-logs'] };
}

function noticesPart({ notices }: DiagnosisResult): Part {
  const items = notices.map(({ entry, finding }) => `- ${entry.title} (\`${entry.id}\`, ${place(finding)})`);
  return {
    row: { label: `harmless: ${notices.map(({ entry }) => entry.title).join('; ')}`, target: NOTHING },
    markdown: () => `# Harmless here\n\n${items.join('\n')}`,
    ids: notices.map(({ entry }) => entry.id),
  };
}

function readSentence({ diagnosis }: DiagnosisResult): string {
  return `*Read ${diagnosis.lines} lines, ${size(diagnosis.bytes)}.*`;
}

const NAMES: Record<Origin['name'], string> = { paste: 'Pasted', pipe: 'From the pipe', file: 'From the file', line: 'Typed' };

/** First and last line of what arrived, so that one sees what was diagnosed. */
function whatArrived({ diagnosis }: DiagnosisResult, { name, first, last }: Origin): string {
  if (first === '') return '';
  const lines = first === last || diagnosis.lines < 2 ? [first] : [first, '…', last];
  const longest = Math.max(2, ...[...lines.join('').matchAll(/`{3,}/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return `## ${NAMES[name]}: ${diagnosis.lines} ${diagnosis.lines === 1 ? 'line' : 'lines'}, ${size(diagnosis.bytes)}\n\n${fence}text\n${lines.join('\n')}\n${fence}`;
}

/** The matched words within the first snippet, which is the log's own line, however it was folded. */
function evidenceMarks(paper: Paper, { evidence, matched: [from, to] }: Finding): LineMark[] {
  const first = paper.snippets[0]?.line;
  const marks: LineMark[] = [];
  let at = 0;
  for (let line = first ?? 0; first !== undefined && at < evidence.length && line < paper.plain.length; line++) {
    const folded = (paper.plain[line] as string).slice(INDENT);
    if (!evidence.startsWith(folded, at)) break;
    const start = Math.max(from, at) - at;
    const end = Math.min(to, at + folded.length) - at;
    if (end > start) {
      const left = INDENT + stringWidth(folded.slice(0, start));
      marks.push({ line, start: left, end: left + stringWidth(folded.slice(start, end)) });
    }
    at += folded.length;
  }
  return marks;
}

const INDENT = 2;
