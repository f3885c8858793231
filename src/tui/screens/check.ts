/** What `check` finds in the Space at hand: the findings as a list, and of each the source with the change and the page. */
import type { CheckFinding, CheckReport } from '../../core/check-report.ts';
import { checkDocument, findingBlocks } from '../../core/document/check.ts';
import { entryDocument } from '../../core/document/document.ts';
import { type Block, heading as headingBlock, PLAIN_TEXT, paragraph, tight } from '../../core/markup/blocks.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { SourceExcerpt, World } from '../world.ts';
import { idRows, numbered, related } from './rows.ts';

/** The check screen. */
export function checkModel(view: View, world: World): Model {
  const base: Model = { ...EMPTY, title: 'Check', place: 'check' };
  const report = world.space?.report();
  if (!world.space || !report) return { ...base, text: [paragraph('There is no Space in this folder.')] };
  if ('type' in report) return { ...base, text: [headingBlock(1, report.what), paragraph(report.help)] };
  const parts = [...openFindings(report).map((finding) => findingPart(finding, world)), summaryPart(report)];
  const part = parts[Math.min(view.selected, parts.length - 1)] as Part;
  const isAlone = parts.length === 1;
  const links = numbered(idRows(world.library, part.ids), isAlone ? 1 : parts.length + 1);
  return {
    ...base,
    title: `Check of ${world.space.name}`,
    arrangement: isAlone ? 'text' : 'rows-then-text',
    rows: isAlone ? [] : numbered(parts.map(({ row }) => row)),
    text: [...part.blocks, ...related(links)],
    links,
    whole: checkDocument(report),
  };
}

interface Part {
  row: Row;
  blocks: Block[];
  ids: string[];
}

function openFindings({ findings }: CheckReport): CheckFinding[] {
  return findings.filter(({ isIgnored }) => !isIgnored);
}

/** The page that a finding rests on, with the lines it is about: what Enter opens. */
export function pageOfFinding(view: View, world: World): { id: string; source: { file: string; line: number } } | null {
  const report = world.space?.report();
  const finding = report && !('type' in report) ? openFindings(report)[view.selected] : undefined;
  const id = finding?.see.find((each) => world.library.get(each));
  return finding && id ? { id, source: { file: finding.file, line: finding.line } } : null;
}

function findingPart(finding: CheckFinding, world: World): Part {
  const { level, file, line, message, check, see } = finding;
  const source = world.space?.source(file, line) ?? null;
  const entry = see.map((id) => world.library.get(id)).find((each) => each !== undefined);
  return {
    row: { label: `${level}: ${message} (${file}:${line})`, note: check, target: { to: 'nothing' } },
    blocks: [
      ...findingBlocks(finding),
      ...(source ? [headingBlock(2, 'The source'), excerpt(source)] : []),
      ...(entry ? entryDocument(entry) : []),
    ],
    ids: see,
  };
}

/** The lines with their numbers, the one that is meant marked. */
function excerpt({ from, line, lines }: SourceExcerpt): Block {
  return tight(
    ...lines.map((text, index): Block => {
      const code = `${String(from + index).padStart(4)} ${text}`;
      return {
        type: 'snippet',
        code,
        language: PLAIN_TEXT,
        as: 'evidence',
        ...(from + index === line ? { marked: [0, code.length] } : {}),
      };
    }),
  );
}

/** What is no finding: the calls, what could not be seen, and whether it would start. */
function summaryPart(report: CheckReport): Part {
  const count = openFindings(report).length;
  return {
    row: { label: `${count === 0 ? 'No findings' : 'The whole'}: GPU calls, what was not seen, would it start`, target: { to: 'nothing' } },
    blocks: checkDocument({ ...report, findings: [] })
      .slice(0, -1)
      .concat(checkDocument(report).slice(-1)),
    ids: [],
  };
}
