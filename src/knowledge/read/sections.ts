/** The blocks of a page, taken apart: lead, sections, fixes. */
import type { Fix, Section } from '../../core/library/entry.ts';
import type { Block, Inline } from '../../core/markup/blocks.ts';
import { plainInlines, sentencesOf } from '../../core/markup/read.ts';

/** About three lines of 78 columns: as many sentences as begin within them. */
const LONGEST_WHY = 240;

interface Part {
  heading: Inline[];
  blocks: Block[];
}

/** What stands before the first heading of this depth, and what stands under each. */
function splitAt(depth: number, blocks: readonly Block[]): { before: Block[]; parts: Part[] } {
  const before: Block[] = [];
  const parts: Part[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth === depth) parts.push({ heading: block.inlines, blocks: [] });
    else (parts.at(-1)?.blocks ?? before).push(block);
  }
  return { before, parts };
}

/** The lead and the `## ` sections of a page. */
export function sectionsOf(blocks: readonly Block[]): { lead: Block[]; sections: Section[] } {
  const { before, parts } = splitAt(2, blocks);
  return { lead: before, sections: parts.map((part) => ({ heading: plainInlines(part.heading), blocks: part.blocks })) };
}

/** How the heading of a fix says its name: `### What to do {#name}`. */
const NAME = /\s{0,3}\{#([a-z0-9-]{1,60})\}$/;

/** The section "Fix" taken apart: what it says of all of them, and each `### ` as a fix. Without a name of its own it is called by its number. */
export function fixesOf(section: Section | undefined): { before: Block[]; fixes: Pick<Fix, 'name' | 'title' | 'blocks'>[] } {
  const { before, parts } = splitAt(3, section?.blocks ?? []);
  return { before, fixes: parts.map(({ heading, blocks }, index) => ({ ...named(heading, String(index + 1)), blocks })) };
}

function named(heading: Inline[], otherwise: string): { name: string; title: Inline[] } {
  const last = heading.at(-1);
  const found = typeof last === 'string' ? NAME.exec(last) : null;
  if (!found) return { name: otherwise, title: heading };
  const rest = (last as string).slice(0, found.index);
  return { name: found[1] as string, title: rest === '' ? heading.slice(0, -1) : [...heading.slice(0, -1), rest] };
}

/** The first paragraph of a Markdown text, on one line. */
export function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/)[0] ?? '').replace(/\n/g, ' ').trim();
}

/** The first sentences of why it happens, as far as a card may show them. */
export function whyOf(sections: readonly Section[]): Inline[][] {
  const [first] = sections.find(({ heading }) => heading === 'Why')?.blocks ?? [];
  const sentences = first?.type === 'paragraph' ? sentencesOf(first.inlines) : [];
  let length = 0;
  return sentences.filter((sentence) => {
    length += plainInlines(sentence).length + 1;
    return length <= LONGEST_WHY;
  });
}
