/** A document laid out for a width: painted lines, the same without colour, and where headings and snippets stand. */
import { stripVTControlCharacters } from 'node:util';
import type { Token } from 'marked';
import { lexGiven } from '../../render/given.ts';
import { toLines } from '../../render/terminal.ts';

export interface Heading {
  title: string;
  depth: number;
  line: number;
}

export interface Snippet {
  code: string;
  language: string;
  line: number;
  height: number;
}

export interface Paper {
  markdown: string;
  lines: string[];
  plain: string[];
  headings: Heading[];
  snippets: Snippet[];
}

/** This much of a line is enough to find it again; less than this is not. */
const RECOGNISABLE = 24;
const LEAST = 8;

/** Lays out our own Markdown. */
export function paperOf(markdown: string, width: number, color: boolean): Paper {
  const lines = toLines(markdown, { width, color });
  const plain = lines.map(stripVTControlCharacters);
  return { markdown, lines, plain, ...landmarks(markdown, plain) };
}

/** Finds headings and fenced code again in the laid-out lines, in reading order. */
function landmarks(markdown: string, plain: string[]): Pick<Paper, 'headings' | 'snippets'> {
  const headings: Heading[] = [];
  const snippets: Snippet[] = [];
  let from = 0;
  const find = (text: string): number => {
    const wanted = bareWords(text).slice(0, RECOGNISABLE);
    const at = plain.findIndex((line, index) => index >= from && isBeginning(bareWords(line), wanted));
    if (at >= 0) from = at + 1;
    return Math.max(0, at);
  };
  for (const token of blocks(lexGiven(markdown))) {
    if (token.type === 'heading') {
      const title = plainText(token.text);
      headings.push({ title, depth: token.depth, line: find(title) });
    } else {
      const first = token.text.split('\n').find((line) => bareWords(line) !== '') ?? '';
      snippets.push({ code: token.text, language: token.lang ?? '', line: find(first), height: token.text.split('\n').length });
    }
  }
  return { headings, snippets };
}

/** Letters and digits alone: markup and escapes look different once they are painted. */
function bareWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a laid-out line begins this text; the line may have been wrapped earlier. */
function isBeginning(line: string, wanted: string): boolean {
  return wanted !== '' && line !== '' && (line.startsWith(wanted) || (line.length >= LEAST && wanted.startsWith(line)));
}

type Block = { type: 'heading'; text: string; depth: number } | { type: 'code'; text: string; lang?: string };

function blocks(tokens: Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    if (token.type === 'heading' || token.type === 'code') return [token as Block];
    if (token.type === 'list') return (token.items as { tokens: Token[] }[]).flatMap((item) => blocks(item.tokens));
    if (token.type === 'blockquote') return blocks(token.tokens ?? []);
    return [];
  });
}

function plainText(markdown: string): string {
  return markdown
    .replace(/\[\[([^\]]{1,100})\]\]/g, '$1')
    .replace(/\\([\\`*_[\]<>|~])/g, '$1')
    .replace(/[`*]/g, '');
}
