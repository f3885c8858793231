/** Reading a document without painting it: its words, its links, its snippets. */
import type { Block, Inline, Snippet } from './blocks.ts';

/** What the inlines say, without marks; a line feed of the source becomes a blank. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join('');
}

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline.replace(/\n/g, ' ');
  switch (inline.type) {
    case 'foreign':
    case 'code':
    case 'link':
      return inline.text;
    case 'entry':
      return inline.id;
    case 'value':
      return `{{${inline.name}}}`;
    case 'break':
      return ' ';
    case 'strong':
    case 'emphasis':
      return plainInlines(inline.inlines);
  }
}

/** The sentences of a paragraph, each with its full stop and without the blank behind it. */
export function sentencesOf(inlines: readonly Inline[]): Inline[][] {
  const sentences: Inline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== 'string') {
      sentences.at(-1)?.push(inline);
      continue;
    }
    const [first = '', ...others] = inline.split(/(?<=[.!?])\s+(?=[A-Z"(]|$)/);
    sentences.at(-1)?.push(first);
    for (const other of others) sentences.push(other === '' ? [] : [other]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** What the blocks say, as paragraphs of plain words. */
export function plainWords(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).filter(Boolean).join('\n\n').trim();
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainInlines(block.inlines);
    case 'list':
      return block.items.map((item, index) => `${block.start === null ? '-' : `${block.start + index}.`} ${plainWords(item)}`).join('\n');
    case 'snippet':
      return block.code;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainInlines).join(' | ')).join('\n');
    case 'quote':
    case 'group':
    case 'details':
      return plainWords(block.blocks);
  }
}

/** Every block, those within others too, in reading order. */
export function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return [block, ...block.items.flatMap(everyBlock)];
    return 'blocks' in block ? [block, ...everyBlock(block.blocks)] : [block];
  });
}

/** Every inline of these blocks, those within others too, in reading order. */
export function everyInline(blocks: readonly Block[]): Inline[] {
  return everyBlock(blocks).flatMap((block) => {
    if (block.type === 'table') return [block.head, ...block.rows].flat().flatMap(within);
    return 'inlines' in block ? within(block.inlines) : [];
  });
}

function within(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => (typeof inline !== 'string' && 'inlines' in inline ? [inline, ...within(inline.inlines)] : [inline]));
}

/** Ids of the entries that the blocks link to, each once. */
export function linkedEntries(blocks: readonly Block[]): string[] {
  const ids = everyInline(blocks).flatMap((inline) => (typeof inline !== 'string' && inline.type === 'entry' ? [inline.id] : []));
  return [...new Set(ids)];
}

/** All snippets, in reading order. */
export function snippetsOf(blocks: readonly Block[]): Snippet[] {
  return everyBlock(blocks).filter((block) => block.type === 'snippet');
}
