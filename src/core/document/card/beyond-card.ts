/** What the page of a finding says beyond its card: for a place where both can stand, one below the other. */
import { sectionBlocks } from '../../library/entry-text.ts';
import { type Block, heading } from '../../markup/blocks.ts';
import { everyBlock } from '../../markup/read.ts';
import type { Explained } from '../../result.ts';
import { sourceList } from '../page.ts';

/** The rest of the fix, the other fixes, why, the sources; what the card shows already is left out. */
export function beyondCard({ entry, fix, otherFixes: others, beside }: Explained, card: readonly Block[]): Block[] {
  const shown = new Set(everyBlock(card));
  // Where the card shows a change of the user's own lines, what the page says is another way.
  const isOther = fix !== null && beside?.change;
  const missing = fix && !isOther ? fix.blocks.filter((block) => !shown.has(block)) : [];
  const otherFixes = isOther ? [fix, ...others] : others;
  const rest = entry.sections.filter((section) => section.heading !== 'Fix');
  return [
    ...(missing.length > 0 ? [heading(2, 'More on this fix'), ...missing] : []),
    ...(otherFixes.length > 0 ? [heading(2, otherFixes.length === 1 ? 'The other fix' : 'Other fixes')] : []),
    ...otherFixes.flatMap(({ title, blocks }) => [heading(3, ...title), ...blocks]),
    heading(2, 'What happened'),
    ...entry.lead,
    ...rest.flatMap((section) => sectionBlocks(entry, section)),
    ...sourceList(entry),
  ];
}
