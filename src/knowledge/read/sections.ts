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
  const { end, before } = splitEnd(heading, NAME);
  return { name: end?.[1] ?? otherwise, title: before };
}

/** Splits off what inlines end with; `end` is null where they end otherwise. */
function splitEnd(inlines: Inline[], expression: RegExp): { end: RegExpExecArray | null; before: Inline[] } {
  const last = inlines.at(-1);
  const end = typeof last === 'string' ? expression.exec(last) : null;
  if (!end) return { end, before: inlines };
  const rest = (last as string).slice(0, end.index);
  return { end, before: rest === '' ? inlines.slice(0, -1) : [...inlines.slice(0, -1), rest] };
}

/** The first paragraph of a Markdown text, on one line. */
export function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/)[0] ?? '').replace(/\n/g, ' ').trim();
}

/** How a paragraph of the section "Why" says for which fixes alone it holds: `… {#name}`, or several names. */
const NAMES = /(?:\s{0,3}\{#[a-z0-9-]{1,60}\}){1,8}$/;

/** Why it happens, as far as a card may show it. */
export interface Why {
  /** In the first sentences. */
  sentences: Inline[][];
  /** By the name of a fix what holds for it alone. */
  byFix: ReadonlyMap<string, Inline[][]>;
  /** The section without the names. */
  blocks: Block[];
}

/** The section "Why" taken apart. */
export function whyOf(section: Section | undefined): Why {
  const parts = (section?.blocks ?? []).map(forFixes);
  const ofAll = parts.find(({ names }) => names.length === 0);
  return {
    sentences: ofAll ? firstSentences(ofAll.block) : [],
    byFix: new Map(parts.flatMap(({ names, block }) => names.map((name) => [name, firstSentences(block)] as const))),
    blocks: parts.map(({ block }) => block),
  };
}

function forFixes(block: Block): { names: string[]; block: Block } {
  if (block.type !== 'paragraph') return { names: [], block };
  const { end, before } = splitEnd(block.inlines, NAMES);
  const names = [...(end?.[0] ?? '').matchAll(/#([a-z0-9-]+)/g)].map(([, name]) => name as string);
  return { names, block: { ...block, inlines: before } };
}

function firstSentences(block: Block): Inline[][] {
  let length = 0;
  return (block.type === 'paragraph' ? sentencesOf(block.inlines) : []).filter((sentence) => {
    length += plainInlines(sentence).length + 1;
    return length <= LONGEST_WHY;
  });
}
