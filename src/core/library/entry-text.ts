/** What an entry says, as blocks. */
import { type Block, heading, paragraph } from '../markup/blocks.ts';
import { type Entry, isQuestion, type Page } from './entry.ts';

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
