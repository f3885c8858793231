/** A plan as Markdown: the answer, bars, the sum, what to do, and tables for the other tiers and precisions. */
import { say, TIER_NAMES } from '../core/plan/figures.ts';
import type { Memory } from '../core/plan/memory.ts';
import type { Advice, Booking, Plan } from '../core/plan/shape.ts';
import { rangeText } from '../core/plan/words.ts';
import { type Bar, barLines } from './bars.ts';
import { escapeMarkdown, fenced } from './markdown.ts';

/** Columns of the bars: with their indent they fit into the narrowest screen that shows pages. */
const BAR_WIDTH = 38;

/** The document of a plan. */
export function planDocument(plan: Plan): string {
  const { headline, because, advice, booking, memory, verdict } = plan;
  const bars = [quotaBars(plan), memoryBars(plan)]
    .filter((group) => group.length > 0)
    .map((group) => barLines(group, BAR_WIDTH).join('\n'));
  const parts = [
    `# ${escapeMarkdown(headline)}`,
    booking || plan.input.requested !== null ? `*verdict: ${verdict}*` : '',
    bars.length > 0 ? fenced(bars.join('\n\n'), 'text') : '',
    `## The sum\n\n${because.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`).join('\n')}`,
    advice.length > 0 ? `## What to do\n\n${advice.map(adviceItem).join('\n\n')}` : '',
    booking ? `## A whole day, by tier\n\n${tierTable(booking)}` : '',
    memory ? `## In other precisions\n\n${precisionTable(memory)}` : '',
    `See ${seeAlso(plan)
      .map((id) => `\`${id}\``)
      .join(' · ')}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Seconds booked against seconds left; nothing when it is unknown what is left. */
export function quotaBars({ booking }: Plan): Bar[] {
  if (!booking?.room) return [];
  const bar = (label: string, value: number) => ({ label, value, text: `${say(value)} s` });
  return [bar('booked', booking.booked), bar(booking.room.from === 'left' ? 'left' : 'day', booking.room.seconds)];
}

/** Memory that is needed against half a card and a whole one. */
export function memoryBars({ memory }: Plan): Bar[] {
  if (!memory) return [];
  const bar = (label: string, value: number) => ({ label, value, text: `${say(value)} GB` });
  return [bar('needed', memory.needGB), bar('large', memory.vram.large), bar('xlarge', memory.vram.xlarge)];
}

function adviceItem({ say: text, code, see }: Advice, index: number): string {
  const more = see.map((id) => `\`${id}\``).join(', ');
  const snippet = code ? `\n\n${fenced(code, 'python')}` : '';
  return `**${index + 1}.** ${escapeMarkdown(text)} (${more})${snippet}`;
}

function tierTable({ tiers }: Booking): string {
  const rows = tiers.map(
    ({ tier, day, verdict, calls, largest }) =>
      `| ${TIER_NAMES[tier]} | ${say(day)} s | ${verdict === 'fits' ? 'yes' : 'no'} | ${rangeText(calls)} | ${largest} s |`,
  );
  return `| who calls | a day | fits | such calls | largest duration |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\nCounted in seconds only; the number of runs a day is limited too, and unpublished.`;
}

function precisionTable({ others }: Memory): string {
  const rows = others.map(
    ({ dtype, weightsGB, needGB, size }) =>
      `| ${PRECISIONS[dtype] ?? dtype} | ${say(weightsGB)} GB | ${say(needGB)} GB | ${size === 'none' ? 'neither' : size} |`,
  );
  return `| loaded as | weights | needed | size |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

const PRECISIONS: Record<string, string> = { bf16: 'bf16, fp16', int8: 'int8, fp8', nf4: 'nf4 (4 bit)' };

function seeAlso({ booking, memory }: Plan): string[] {
  const quota = ['choose-duration', 'illegal-or-quota', 'charge-vs-booking', 'duration-hardware-factor'];
  return [...(memory ? ['large-or-xlarge', 'vram-sizing'] : []), ...(booking || !memory ? quota : [])];
}
