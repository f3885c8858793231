/** What an entry is called, and what it says, as blocks. */
import { type Block, heading, paragraph } from '../markup/blocks.ts';
import { type Entry, isQuestion, type Page } from './entry.ts';

/** Sentences that begin so lose nothing when they go on after something else. */
const SMALL_WORD = /^(?:A|An|No|The|This|Your)(?= )/;

/** A list has room for the beginning of a message: by that it is known. */
const LONGEST_QUOTED = 40;

/** The line that stands for an entry in lists: the message that users see of an error, before its title. */
export function headlineOf(entry: Entry): string {
  if (entry.kind !== 'error' || entry.message === null) return entry.title;
  const quoted = entry.message.length > LONGEST_QUOTED ? `${entry.message.slice(0, LONGEST_QUOTED - 1).trimEnd()}…` : entry.message;
  return `"${quoted}" · ${entry.title.replace(SMALL_WORD, (word) => word.toLowerCase())}`;
}

/** The text of a page: its lead and its sections. */
export function bodyOf(entry: Page): Block[] {
  return [...entry.lead, ...entry.sections.flatMap((section) => sectionBlocks(entry, section))];
}

/** A section with its heading; the fixes of an error stand within the one that is called so. */
export function sectionBlocks(entry: Page, { heading: title, blocks }: Page['sections'][number]): Block[] {
  const fixes = entry.kind === 'error' && title === 'Fix' ? entry.fixes : [];
  return [heading(2, title), ...blocks, ...fixes.flatMap((fix) => [heading(3, ...fix.title), ...fix.blocks])];
}

/** All that an entry says besides its title: the text of a page, every question and answer of a tree. */
export function textOf(entry: Entry): Block[] {
  if (entry.kind !== 'tree') return bodyOf(entry);
  return Object.values(entry.nodes).flatMap((node) =>
    isQuestion(node)
      ? [paragraph(...node.ask), paragraph(...node.why), ...node.options.map(({ say }) => paragraph(...say))]
      : [paragraph(...node.answer), ...node.blocks],
  );
}
