/**
 * Plain Markdown, as our pages are written, to the tokens that marked makes of it, without marked: loading it takes longer than all
 * else that a page needs. Null where anything is not plain; then marked reads it.
 */
import type { Token, Tokens } from 'marked';
import { quickInline } from './quick-inline.ts';

/** What begins a block, or may: a line within a paragraph or an item must not. */
const MARKED = /^\s*(?:[#>|+<=_~]|[-*](?:\s|$)|[-*]{2,}\s*$|\d{1,9}[.)](?:\s|$)|`{3})|^ |^[\s|:-]*$/;
const FENCE = /^(`{3,})([^`\\\t]*)$/;
const HEADING = /^(#{1,6}) ((?=\S).*[^#\s])$/;
const BULLET = /^(?:- |(\d{1,9})\. )(?=\S)/;
const QUOTE = /^> (?=\S)/;

/** What ends a paragraph or a list without a blank line. */
const ENDS_TEXT = /^(?:`{3,}[^`]*$|#{1,6} )/;
const ENDS_PARAGRAPH = /^(?:- |1\. |> )(?=\S)/;

type Block = { token: Token; end: number } | null;

/** The tokens of a document, or null when only marked can be sure. */
export function quickBlocks(markdown: string): Token[] | null {
  if (/[\t\r]/.test(markdown)) return null;
  const lines = markdown.split('\n');
  const tokens: Token[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as string;
    if (line === '') {
      at++;
      continue;
    }
    const block = blockAt(lines, at);
    if (!block) return null;
    tokens.push(block.token);
    at = block.end;
  }
  return tokens;
}

function blockAt(lines: string[], at: number): Block {
  const line = lines[at] as string;
  if (line.startsWith('`')) {
    const fence = FENCE.exec(line);
    if (fence) return code(lines, at, fence[1] as string, fence[2] as string);
  }
  if (line.startsWith('#')) return heading(line, at);
  if (QUOTE.test(line)) return quote(lines, at);
  if (BULLET.test(line)) return list(lines, at);
  return paragraph(lines, at);
}

function heading(line: string, at: number): Block {
  const found = HEADING.exec(line);
  const tokens = found && quickInline(found[2] as string);
  return (
    tokens && { token: { type: 'heading', raw: '', depth: (found[1] as string).length, text: found[2] as string, tokens }, end: at + 1 }
  );
}

function code(lines: string[], at: number, fence: string, info: string): Block {
  let end = at + 1;
  while (end < lines.length && !(lines[end] as string).trimStart().startsWith(fence)) end++;
  // A fence around nothing but blank lines is told in two ways.
  if (lines[end] !== fence || lines.slice(at + 1, end).every((each) => each.trim() === '')) return null;
  return { token: { type: 'code', raw: '', lang: info.trim(), text: lines.slice(at + 1, end).join('\n') }, end: end + 1 };
}

/** One line only. */
function quote(lines: string[], at: number): Block {
  const text = (lines[at] as string).slice(2);
  const tokens = (lines[at + 1] ?? '') === '' && !MARKED.test(text) ? quickText(text) : null;
  return tokens && { token: { type: 'blockquote', raw: '', text, tokens: [{ type: 'paragraph', raw: '', text, tokens }] }, end: at + 1 };
}

function paragraph(lines: string[], at: number): Block {
  let end = at;
  while (end < lines.length && lines[end] !== '' && !(end > at && isEnd(lines[end] as string))) {
    if (MARKED.test(lines[end] as string)) return null;
    end++;
  }
  const text = lines.slice(at, end).join('\n');
  const tokens = quickText(text);
  return tokens && { token: { type: 'paragraph', raw: '', text, tokens }, end };
}

/** Blanks at the end are dropped here and kept there. */
function quickText(text: string): Token[] | null {
  return text.endsWith(' ') ? null : quickInline(text);
}

function isEnd(line: string): boolean {
  return ENDS_TEXT.test(line) || ENDS_PARAGRAPH.test(line);
}

/** A list whose items stand close together and hold nothing but text. */
function list(lines: string[], at: number): Block {
  const first = BULLET.exec(lines[at] as string) as RegExpExecArray;
  const items: Tokens.ListItem[] = [];
  let end = at;
  while (end < lines.length && lines[end] !== '' && !ENDS_TEXT.test(lines[end] as string)) {
    const bullet = BULLET.exec(lines[end] as string);
    if (!bullet || (bullet[1] === undefined) !== (first[1] === undefined)) return null;
    const made = item(lines, end, bullet[0].length);
    if (!made) return null;
    items.push(made.item);
    end = made.end;
  }
  // Behind a blank line the list may go on.
  const next = lines.slice(end).find((line) => line !== '') ?? '';
  if (/^\s|^[-*+](?:\s|$)|^\d{1,9}[.)](?:\s|$)/.test(next)) return null;
  const start = first[1] === undefined ? '' : Number(first[1]);
  return { token: { type: 'list', raw: '', ordered: first[1] !== undefined, start, loose: false, items } as Token, end };
}

function item(lines: string[], at: number, width: number): { item: Tokens.ListItem; end: number } | null {
  const texts = [(lines[at] as string).slice(width)];
  let end = at + 1;
  while (end < lines.length && (lines[end] as string).startsWith(' ')) {
    if (!(lines[end] as string).startsWith(' '.repeat(width))) return null;
    texts.push((lines[end] as string).slice(width));
    end++;
  }
  const text = texts.join('\n');
  if (texts.some((line) => MARKED.test(line)) || /^\[[ xX]\]/.test(text)) return null;
  const tokens = quickText(text);
  const block = tokens && ({ type: 'text', raw: '', text, tokens } as Tokens.Text);
  return block && { item: { type: 'list_item', raw: '', task: false, loose: false, text, tokens: [block] } as Tokens.ListItem, end };
}
