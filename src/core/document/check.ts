/** A report of `check` → a document: a card for each finding, what fails first; then the calls, what was not seen, and the verdict last. */
import type { CheckFinding, CheckLevel, CheckReport, GpuCall } from '../check-report.ts';
import {
  type Block,
  bullets,
  emphasis,
  entryLink,
  foreign,
  heading,
  type Inline,
  indented,
  joined,
  paragraph,
  snippet,
  strong,
  type Tone,
  tight,
} from '../markup/blocks.ts';
import { say, TIER_NAMES } from '../plan/figures.ts';
import { own, type SafeText } from '../text/neutralise.ts';
import { count } from './quantity.ts';

const TONES: Record<CheckLevel, Tone> = { fails: 'cause', costs: 'symptom', consider: 'notice' };

/** The document of a report; of a good Space the calls and the verdict alone. */
export function checkDocument(report: CheckReport): Block[] {
  const { findings, calls, unseen } = report;
  const open = findings.filter(({ isIgnored }) => !isIgnored);
  const ignored = findings.length - open.length;
  return [
    ...open.flatMap(findingBlocks),
    ...(calls.length > 0 ? [heading(2, 'GPU calls'), callTable(calls)] : []),
    ...(unseen.length > 0 ? [heading(2, 'Not seen'), unseenList(unseen)] : []),
    ...(ignored > 0 ? [paragraph(emphasis(`${count(ignored, 'finding')} ignored in the source.`))] : []),
    paragraph(strong(verdictLine(report))),
  ];
}

/** A finding with its place, what led to it and the change as a diff. */
export function findingBlocks({ check, level, file, line, column, message, because, fix, see }: CheckFinding): Block[] {
  const where = paragraph(foreign(own(`${file}:${line}:${column}`)));
  const more = see.length > 0 ? [paragraph('Why, and sources: ', ...joined(see.map(entryLink), ', '))] : [];
  return [
    { type: 'heading', depth: 3, tone: TONES[level], inlines: [`${level}[${check}] `, ...told(message)] },
    indented(
      tight(where, ...(because.length > 0 ? [bullets(because.map(told))] : [])),
      ...(fix ? [tight({ type: 'paragraph', tone: 'fix', inlines: [`Fix: ${fix.title}`] }, snippet(fix.diff, 'diff'))] : []),
      ...more,
    ),
  ];
}

/** What a site would make a link, a mention or a number of an issue of. */
const LINKED = /((?:^|(?<=[\s("']))[^\s"'()]{0,300}(?:@|:\/\/|www\.|#\d)[^\s"'()]{0,300})/;

/** A sentence of ours that quotes the user's source: what would come alive elsewhere is set apart. */
function told(sentence: SafeText): Inline[] {
  return sentence.split(LINKED).flatMap((part, index) => (part === '' ? [] : [index % 2 === 1 ? foreign(own(part)) : part]));
}

function callTable(calls: readonly GpuCall[]): Block {
  const head = ['call', 'where', 'duration', 'size', 'books', 'refused for'].map((each) => [each]);
  const rows = calls.map(({ file, line, function: name, duration, size, booked, refusedFor }): Inline[][] => [
    [foreign(name)],
    [foreign(own(`${file}:${line}`))],
    [typeof duration === 'number' ? `${say(duration)} s` : foreign(duration)],
    [size],
    [booked === null ? '?' : `${say(booked)} s`],
    [booked === null ? '?' : refusedFor.map((tier) => TIER_NAMES[tier]).join(', ') || 'nobody'],
  ]);
  return { type: 'table', head, rows };
}

/** The rest is counted: a copy of half a repository lacks hundreds of files. */
const MOST_UNSEEN = 12;

function unseenList(unseen: CheckReport['unseen']): Block {
  const items = unseen
    .slice(0, MOST_UNSEEN)
    .map(({ file, line, why }) => [...(file ? [foreign(line === null ? file : own(`${file}:${line}`)), ' '] : []), ...told(why)]);
  return bullets([...items, ...(unseen.length > MOST_UNSEEN ? [[`and ${unseen.length - MOST_UNSEEN} more`]] : [])]);
}

/** The last line: would start, would not start, cannot tell; and why. */
function verdictLine({ verdict, findings, calls, unseen }: CheckReport): string {
  const failing = findings.filter(({ level, isIgnored }) => level === 'fails' && !isIgnored);
  const names = (stops: 'start' | 'call') =>
    [...new Set(failing.filter((finding) => finding.stops === stops).map(({ check }) => check))].join(', ');
  if (verdict === 'would-fail')
    return names('start') ? `Would not start: ${names('start')}.` : `Would start, but fail in a call: ${names('call')}.`;
  if (verdict === 'would-start') return 'Would start: nothing that was read stops it. Its downloads and computations were not run.';
  const missing = [
    unseen.length > 0 ? `${count(unseen.length, 'thing')} ${unseen.length === 1 ? 'was' : 'were'} not seen` : '',
    calls.length === 0 ? 'no GPU call was found' : '',
  ];
  return `Cannot tell whether it would start: ${missing.filter(Boolean).join(', and ')}. Nothing that was read stops it.`;
}
