/** A plan → a document: the answer, bars, the sum, what to do, and tables for the other tiers and precisions. */
import {
  type Block,
  code,
  drawing,
  emphasis,
  entryLink,
  heading,
  type Inline,
  joined,
  numbered,
  paragraph,
  snippet,
  strong,
} from '../markup/blocks.ts';
import { say, TIER_NAMES } from '../plan/figures.ts';
import type { Memory } from '../plan/memory.ts';
import type { Advice, Booking, Plan } from '../plan/shape.ts';
import { rangeText } from '../plan/words.ts';
import { type Bar, barLines } from './bars.ts';

/** Columns of the bars: with their indent they fit into the narrowest screen that shows pages. */
const BAR_WIDTH = 38;

/** The document of a plan. */
export function planDocument(plan: Plan): Block[] {
  const { headline, because, advice, booking, memory, verdict } = plan;
  const bars = [quotaBars(plan), memoryBars(plan)]
    .filter((group) => group.length > 0)
    .flatMap((group, index) => [...(index > 0 ? [''] : []), ...barLines(group, BAR_WIDTH)]);
  return [
    heading(1, headline),
    ...(booking || plan.input.requested !== null ? [paragraph(emphasis(`verdict: ${verdict}`))] : []),
    ...(bars.length > 0 ? [drawing(bars)] : []),
    heading(2, 'Calculation'),
    numbered(because.map((step) => [step])),
    ...(advice.length > 0 ? [heading(2, 'What to do'), ...advice.flatMap(adviceBlocks)] : []),
    ...(booking ? [heading(2, 'A whole day, by tier'), tierTable(booking), paragraph(UNCOUNTED)] : []),
    ...(memory ? [heading(2, 'In other precisions'), precisionTable(memory)] : []),
    paragraph('See ', ...joined(planLinks(plan).map(entryLink), ' · ')),
  ];
}

const UNCOUNTED = 'This counts only seconds; runs per day have a limit too, which is unpublished.';

/** Seconds booked against seconds left; nothing when it is unknown what is left. */
function quotaBars({ booking }: Plan): Bar[] {
  if (!booking?.room) return [];
  const bar = (label: string, value: number) => ({ label, value, text: `${say(value)} s` });
  return [bar('booked', booking.booked), bar(booking.room.from === 'left' ? 'left' : 'day', booking.room.seconds)];
}

/** Memory that is needed against half a card and a whole one. */
function memoryBars({ memory }: Plan): Bar[] {
  if (!memory) return [];
  const bar = (label: string, value: number) => ({ label, value, text: `${say(value)} GB` });
  return [bar('needed', memory.needGB), bar('large', memory.vram.large), bar('xlarge', memory.vram.xlarge)];
}

function adviceBlocks({ say: text, code: lines, see }: Advice, index: number): Block[] {
  const sentence = paragraph(strong(`${index + 1}.`), ` ${text} (`, ...joined(see.map(entryLink), ', '), ')');
  return lines ? [sentence, snippet(lines, 'python')] : [sentence];
}

function tierTable({ tiers }: Booking): Block {
  const rows = tiers.map(({ tier, day, verdict, calls, largest }) =>
    row(TIER_NAMES[tier], `${say(day)} s`, verdict === 'fits' ? 'yes' : 'no', rangeText(calls), `${largest} s`),
  );
  return { type: 'table', head: row('who calls', 'a day', 'fits', 'such calls', 'largest duration'), rows };
}

function precisionTable({ others }: Memory): Block {
  const rows = others.map(({ dtype, weightsGB, needGB, size }) =>
    row(PRECISIONS[dtype] ?? dtype, `${say(weightsGB)} GB`, `${say(needGB)} GB`, size === 'none' ? 'neither' : size),
  );
  return { type: 'table', head: row('loaded as', 'weights', 'needed', 'size'), rows };
}

function row(...cells: string[]): Inline[][] {
  return cells.map((cell) => [cell]);
}

const PRECISIONS: Record<string, string> = { bf16: 'bf16, fp16', int8: 'int8, fp8', nf4: 'nf4 (4 bit)' };

/** Entries that tell more about what was asked. */
export function planLinks({ booking, memory }: Plan): string[] {
  const quota = ['choose-duration', 'illegal-or-quota', 'charge-vs-booking', 'duration-hardware-factor'];
  return [...(memory ? ['large-or-xlarge', 'vram-sizing'] : []), ...(booking || !memory ? quota : [])];
}

/** The command that makes the same plan, as a sentence. */
export function sameOnCommandLine(command: string): Block {
  return paragraph(emphasis('The same on the command line: '), code(command));
}
