/** Blocks → Markdown. The only place that escapes: words of others can become neither markup nor a link here. */
import type { Block, Inline, Snippet } from '../core/markup/blocks.ts';

/** The whole document, without a line feed at the end. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inlineText(block.inlines).replace(/\n/g, ' ')}`;
    case 'paragraph':
      return startSafely(inlineText(block.inlines));
    case 'list':
      return block.items.map((item, index) => listItem(item, block.start === null ? '- ' : `${block.start + index}. `)).join('\n');
    case 'snippet':
      return fenced(block);
    case 'table':
      return tableText(block.head, block.rows);
    case 'quote':
      return prefixed(toMarkdown(block.blocks), '> ', '> ');
    case 'group':
      return toMarkdown(block.blocks);
    case 'details':
      return `<details><summary>${block.summary.replace(/[<>&]/g, '')}</summary>\n\n${toMarkdown(block.blocks)}\n\n</details>`;
  }
}

function listItem(blocks: readonly Block[], mark: string): string {
  // A list, or a snippet, within an item follows its text closely.
  const text = blocks.map(blockText).join(blocks.every(({ type }) => type === 'paragraph' || type === 'list') ? '\n' : '\n\n');
  return prefixed(text, mark, ' '.repeat(mark.length));
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n');
}

function tableText(head: Inline[][], rows: Inline[][][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const cell = (inlines: Inline[]) =>
    inlineText(inlines)
      .replace(/\n/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|');
  return [line(head.map(cell)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

/** A fence longer than any that the code holds. */
function fenced({ code, language }: Snippet): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Inlines as Markdown. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(inlineMark).join('');
}

function inlineMark(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline);
  switch (inline.type) {
    case 'foreign':
      return foreignText(inline.text);
    case 'code':
      return codeSpan(inline.text);
    case 'entry':
      return codeSpan(inline.id);
    case 'strong':
      return `**${inlineText(inline.inlines)}**`;
    case 'emphasis':
      return `*${inlineText(inline.inlines)}*`;
    case 'link':
      return inline.text === inline.href ? inline.href : `[${escaped(inline.text)}](${inline.href})`;
    case 'value':
      return `{{${inline.name}}}`;
    case 'break':
      return '  \n';
  }
}

const NUMBER = /^-?\d{1,6}(?:[.,:]\d{1,6}){0,4}(?: ?(?:s|GB|GiB|MB|MiB|%|×))?$/;

/** A bare number stays a word; all else is code, for nothing else keeps every site from making links, mentions and pictures of it. */
function foreignText(text: string): string {
  return NUMBER.test(text) ? text : codeSpan(text);
}

/** The text as it is between backticks, more of them than it holds. */
function codeSpan(text: string): string {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .join(' ');
  if (line === '') return '';
  const ticks = '`'.repeat(longestRun(line) + 1);
  const room = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${ticks}${room}${line}${room}${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Our own words: only what would be taken for a mark where it stands. */
function escaped(text: string): string {
  return text.replace(/[\\`*]|<(?=[a-zA-Z/!?])|\](?=[([:])|(?<!\w)_|_(?!\w)|~(?!\/)/g, '\\$&');
}

/** No line of a paragraph may begin a heading, a list or a quotation. */
function startSafely(text: string): string {
  return text.replace(/^(?:#{1,6}(?=\s|$)|>|[+-](?=\s|$)|(\d{1,9})(?=[.)](?:\s|$)))/gm, (mark, digits?: string) =>
    digits ? `${digits}\\` : `\\${mark}`,
  );
}
