/** The Markdown of content/ → blocks, by marked; what a document cannot hold comes back as a problem. */
import { marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from '../../core/markup/blocks.ts';
import type { Problem } from '../problem.ts';

/** Reads Markdown as it stands in a page. `[[id]]` becomes a link to an entry, `{{name}}` a value that a log may fill in. */
export function blocksOf(markdown: string, path: string, problems: Problem[]): Block[] {
  return new Reader(path, problems).blocks(marked.lexer(markdown));
}

/** Reads one line, or one paragraph, of Markdown. */
export function inlinesOf(markdown: string, path: string, problems: Problem[]): Inline[] {
  return new Reader(path, problems).inlines(marked.Lexer.lexInline(markdown));
}

/** Within a paragraph: who shows it breaks lines anew. */
const LINE_END = '\n';
const NAMED = /\[\[([a-z0-9-]+)\]\]|\{\{([a-z][a-z0-9_-]*)\}\}/g;

class Reader {
  readonly #path: string;
  readonly #problems: Problem[];

  constructor(path: string, problems: Problem[]) {
    this.#path = path;
    this.#problems = problems;
  }

  blocks(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token) => this.#block(token) ?? []);
  }

  inlines(tokens: readonly Token[]): Inline[] {
    const all = tokens.flatMap((token) => this.#inline(token));
    const out: Inline[] = [];
    for (const inline of all) {
      if (typeof inline === 'string' && typeof out.at(-1) === 'string') out[out.length - 1] += inline;
      else if (inline !== '') out.push(inline);
    }
    return out;
  }

  #block(token: Token): Block | null {
    switch (token.type) {
      case 'space':
        return null;
      case 'heading':
        return { type: 'heading', depth: token.depth as number, inlines: this.inlines(token.tokens ?? []) };
      case 'paragraph':
        return { type: 'paragraph', inlines: this.inlines(token.tokens ?? []) };
      case 'text':
        return { type: 'paragraph', inlines: this.inlines(token.tokens ?? [token]) };
      case 'code':
        return { type: 'snippet', code: token.text as string, language: languageOf(token.lang as string | undefined) };
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        return { type: 'list', start: ordered ? Number(start || 1) : null, items: items.map((item) => this.blocks(item.tokens)) };
      }
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        const cells = (row: Tokens.TableCell[]) => row.map((cell) => this.inlines(cell.tokens));
        return { type: 'table', head: cells(header), rows: rows.map(cells) };
      }
      case 'blockquote':
        return { type: 'quote', blocks: this.blocks(token.tokens ?? []) };
      default:
        this.#refuse(token);
        return null;
    }
  }

  #inline(token: Token): Inline[] {
    switch (token.type) {
      case 'text':
        return token.tokens ? this.inlines(token.tokens) : named((token.text as string).replaceAll(LINE_END, ' '));
      case 'escape':
        return [token.text as string];
      case 'codespan':
        return [{ type: 'code', text: token.text as string }];
      case 'strong':
        return [{ type: 'strong', inlines: this.inlines(token.tokens ?? []) }];
      case 'em':
        return [{ type: 'emphasis', inlines: this.inlines(token.tokens ?? []) }];
      case 'link':
        // marked makes a link of an e-mail address, which is written and not opened.
        if (token.href === `mailto:${token.text}`) return [token.text as string];
        return [{ type: 'link', text: token.text as string, href: token.href as string }];
      case 'br':
        return [{ type: 'break' }];
      default:
        this.#refuse(token);
        return [];
    }
  }

  #refuse({ type, raw }: Token): void {
    this.#problems.push({
      check: 'markdown',
      path: this.#path,
      reason: `A page cannot hold this (${type}): ${raw.trim().slice(0, 60)}`,
      help: 'Use headings, paragraphs, lists, tables, quotes, fenced code, **strong**, *emphasis*, `code` and links; put < and > into code.',
    });
  }
}

/** The first word behind a fence; what follows it is for the laboratory. */
function languageOf(info = ''): string {
  return info.split(/\s/)[0] as string;
}

/** A text with the links and values in it. */
function named(text: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const found of text.matchAll(NAMED)) {
    const [whole, id, value] = found;
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push(id === undefined ? { type: 'value', name: value as string } : { type: 'entry', id });
    at = found.index + whole.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
