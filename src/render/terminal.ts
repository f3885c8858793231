/** Markdown × width → terminal lines. Wrapped once, here; whoever prints them only slices. */
import type { Token, Tokens } from 'marked';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { paintGiven } from './given.ts';
import { highlight } from './highlight.ts';
import { quickBlocks } from './quick-blocks.ts';
import { QuickParser } from './quick-parser.ts';
import { type Theme, themeFor } from './theme.ts';

export interface Style {
  /** Columns; no line is wider, code excepted, which is folded at the same width. */
  width: number;
  color: boolean;
}

const INDENT = 2;
/** Stands for a hard line break until the text around it is wrapped. */
const BREAK = '\ue000';

/** Renders our own Markdown (foreign text in it must have been neutralised). Out: lines without line feed. */
export function toLines(markdown: string, { width, color }: Style): string[] {
  const theme = themeFor(color);
  const painter = new Painter(width, theme, color);
  return painter
    .paint(links(markdown))
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n{1,2}|\n{1,2}$/g, '')
    .split('\n')
    .flatMap((line) => (stringWidth(line) <= width ? [line] : wrap(line, width)));
}

/** `[[id]]` names an entry: shown as code, for it is what one types. */
function links(markdown: string): string {
  return markdown.replace(/\[\[([a-z0-9-]+)\]\]/g, '`$1`');
}

function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/** Blocks are laid out here, each wrapped for the room that it has; reading and inline marks are marked's, unless the text is plain. */
class Painter {
  readonly #theme: Theme;
  readonly #color: boolean;
  #width: number;

  constructor(width: number, theme: Theme, color: boolean) {
    this.#color = color;
    this.#theme = theme;
    this.#width = width;
  }

  paint(markdown: string): string {
    const tokens = quickBlocks(markdown);
    const blocks = this.#blocks();
    return tokens ? new QuickParser(blocks, this.#theme).parse(tokens) : paintGiven(markdown, this.#theme, blocks);
  }

  #blocks() {
    const self = this;
    type Renderer = { parser: { parseInline: (tokens: Token[]) => string; parse: (tokens: Token[], top?: boolean) => string } };
    return {
      heading(this: Renderer, token: Tokens.Heading) {
        const paint = token.depth === 1 ? self.#theme.title : token.depth === 2 ? self.#theme.heading : self.#theme.strong;
        return `\n${self.#flow(this.parser.parseInline(token.tokens), paint)}\n`;
      },
      paragraph(this: Renderer, token: Tokens.Paragraph) {
        return `${self.#flow(this.parser.parseInline(token.tokens))}\n\n`;
      },
      text(this: Renderer, token: Tokens.Text | Tokens.Escape) {
        return 'tokens' in token && token.tokens ? `${self.#flow(this.parser.parseInline(token.tokens))}\n` : unescapeEntities(token.text);
      },
      br() {
        return BREAK;
      },
      codespan(token: Tokens.Codespan) {
        return self.#theme.code(unescapeEntities(token.text));
      },
      code(token: Tokens.Code) {
        return `\n${self.#code(token.text, token.lang ?? '')}\n\n`;
      },
      list(this: Renderer, token: Tokens.List) {
        const start = Number(token.start || 1);
        const items = token.items.map((item, index) => self.#item(this.parser, item, token.ordered ? `${start + index}. ` : '• '));
        return `${items.join('\n')}\n\n`;
      },
      table(this: Renderer, token: Tokens.Table) {
        const cells = (row: Tokens.TableCell[]) => row.map((cell) => this.parser.parseInline(cell.tokens));
        return `${self.#table(cells(token.header), token.rows.map(cells))}\n\n`;
      },
      hr() {
        return `${self.#theme.quiet('─'.repeat(self.#width))}\n\n`;
      },
      blockquote(this: Renderer, token: Tokens.Blockquote) {
        const inner = self.#narrower(2, () => this.parser.parse(token.tokens).trim());
        return `${inner
          .split('\n')
          .map((line) => `${self.#theme.quiet('│')} ${line}`)
          .join('\n')}\n\n`;
      },
    };
  }

  #flow(text: string, paint = (line: string) => line): string {
    return text
      .split(BREAK)
      .flatMap((part) => wrap(part.replace(/\n/g, ' ').trim(), this.#width))
      .map((line) => paint(line))
      .join('\n');
  }

  #code(code: string, language: string): string {
    const room = Math.max(1, this.#width - INDENT);
    const painted = this.#color ? highlight(code, language, this.#theme) : code;
    const folded = painted
      .split('\n')
      .flatMap((line) => (stringWidth(line) <= room ? [line] : wrapAnsi(line, room, { hard: true, trim: false }).split('\n')));
    return folded.map((line) => (line ? `${' '.repeat(INDENT)}${line}` : line)).join('\n');
  }

  #item(parser: { parse: (tokens: Token[], top?: boolean) => string }, item: Tokens.ListItem, bullet: string): string {
    const inner = this.#narrower(bullet.length, () => {
      const text = parser
        .parse(item.tokens, item.loose)
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      return text.split('\n').flatMap((line) => (stringWidth(line) <= this.#width ? [line] : wrap(line, this.#width)));
    });
    return inner.map((line, index) => (index === 0 ? bullet + line : line && ' '.repeat(bullet.length) + line)).join('\n');
  }

  #narrower<T>(by: number, render: () => T): T {
    const width = this.#width;
    this.#width = Math.max(1, width - by);
    try {
      return render();
    } finally {
      this.#width = width;
    }
  }

  /** Columns share the width; where they get too thin, each row becomes a small list. */
  #table(head: string[], rows: string[][]): string {
    const widths = columnWidths([head, ...rows], this.#width);
    if (!widths)
      return rows
        .map((row) => row.map((cell, index) => this.#flow(`${this.#theme.strong(`${head[index] ?? ''}:`)} ${cell}`)).join('\n'))
        .join('\n\n');
    const line = (row: string[], paint = (cell: string) => cell) => {
      const cells = widths.map((width, index) => wrap(row[index] ?? '', width).map((line) => paint(line)));
      const height = Math.max(...cells.map((cell) => cell.length));
      return Array.from({ length: height }, (_, at) =>
        cells
          .map((cell, index) => pad(cell[at] ?? '', widths[index] as number))
          .join('  ')
          .trimEnd(),
      ).join('\n');
    };
    const rule = this.#theme.quiet(widths.map((width) => '─'.repeat(width)).join('  '));
    return [line(head, this.#theme.strong), rule, ...rows.map((row) => line(row))].join('\n');
  }
}

const GAP = 2;
const THINNEST = 9;

function columnWidths(rows: string[][], width: number): number[] | null {
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, index) => Math.max(1, ...rows.map((row) => stringWidth(row[index] ?? ''))));
  const room = width - GAP * (count - 1);
  const total = wanted.reduce((sum, each) => sum + each, 0);
  if (total <= room) return wanted;
  const share = Math.floor(room / count);
  const small = wanted.filter((each) => each <= share).reduce((sum, each) => sum + each, 0);
  const large = wanted.filter((each) => each > share).length;
  const rest = Math.floor((room - small) / Math.max(1, large));
  if (rest < THINNEST) return null;
  return wanted.map((each) => (each <= share ? each : rest));
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
