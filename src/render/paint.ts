/** Blocks × width → terminal lines, with the places of what stands in them. Laid out once, here; whoever prints them only slices. */
import type { Block, Inline, Snippet, Tone } from '../core/markup/blocks.ts';
import { plainInlines } from '../core/markup/read.ts';
import { columnsOf } from '../core/text/columns.ts';
import { wrapWords } from '../core/text/wrap.ts';
import { flow, type LinkPlace } from './flow.ts';
import { highlight } from './highlight.ts';
import { tableLines } from './table.ts';
import { type Colour, type Paint, type Theme, themeFor } from './theme.ts';

export interface Style {
  /** Columns; no line is wider, save code and addresses, which are left whole. */
  width: number;
  color: Colour;
}

export interface HeadingPlace {
  title: string;
  depth: number;
  line: number;
}

/** A snippet that can be copied. */
export interface SnippetPlace {
  code: string;
  language: string;
  line: number;
  height: number;
}

/** Columns of one line. */
export interface LineMark {
  line: number;
  start: number;
  end: number;
}

export interface Painted {
  lines: string[];
  headings: HeadingPlace[];
  snippets: SnippetPlace[];
  links: LinkPlace[];
  /** What matters within the evidence. */
  marks: LineMark[];
}

const INDENT = 2;
const BAR = '│ ';

/** Paints a document. Words of others in it must have been neutralised. */
export function paint(blocks: readonly Block[], { width, color }: Style): Painted {
  const painter = new Painter(themeFor(color), color);
  painter.blocks(blocks, width);
  return painter.finish();
}

class Painter {
  readonly #theme: Theme;
  readonly #color: Colour;
  readonly #out: Painted = { lines: [], headings: [], snippets: [], links: [], marks: [] };
  /** What stands before each line: the indentation of a list, the bar of a quotation. */
  #prefix = '';
  /** What stands before the next line instead: the mark of an item. */
  #next: string | null = null;

  constructor(theme: Theme, color: Colour) {
    this.#theme = theme;
    this.#color = color;
  }

  finish(): Painted {
    const { lines } = this.#out;
    while (lines.at(-1)?.trim() === '') lines.pop();
    return this.#out;
  }

  /** Blocks with a blank line between them; a heading stands close to what follows it. */
  blocks(blocks: readonly Block[], width: number, isTight = false): void {
    for (const [index, block] of blocks.entries()) {
      const before = blocks[index - 1];
      if (before && !isTight && !(before.type === 'heading' && block.type !== 'heading')) this.#blank();
      this.#block(block, width);
    }
  }

  #block(block: Block, width: number): void {
    switch (block.type) {
      case 'heading':
        this.#heading(block.inlines, block.depth, width, block.tone);
        break;
      case 'paragraph':
        this.#flow(block.inlines, width, block.tone && this.#theme[block.tone]);
        break;
      case 'list':
        this.#list(block.items, block.start, width);
        break;
      case 'snippet':
        if (block.as === 'evidence') this.#evidence(block, width);
        else this.#code(block);
        break;
      case 'table':
        for (const line of tableLines(block.head, block.rows, width, this.#theme)) this.#line(line);
        break;
      case 'quote':
        this.#within(this.#theme.quiet(BAR), () => this.blocks(block.blocks, width - BAR.length));
        break;
      case 'group':
        this.#within(' '.repeat(block.indent), () => this.blocks(block.blocks, width - block.indent, block.isTight));
        break;
      case 'details':
        this.#heading([block.summary], 2, width);
        this.blocks(block.blocks, width);
    }
  }

  #heading(inlines: Inline[], depth: number, width: number, tone?: Tone): void {
    const { title, heading, strong } = this.#theme;
    this.#out.headings.push({ title: plainInlines(inlines), depth, line: this.#out.lines.length });
    this.#flow(inlines, width, tone ? this.#theme[tone] : depth === 1 ? title : depth === 2 ? heading : strong);
  }

  #flow(inlines: Inline[], width: number, around?: Paint): void {
    const { lines, links } = flow(inlines, width, this.#theme, around);
    const first = this.#out.lines.length;
    const left = columnsOf(this.#prefix);
    for (const line of lines) this.#line(line);
    for (const { target, line, start, end } of links)
      this.#out.links.push({ target, line: first + line, start: left + start, end: left + end });
  }

  #list(items: Block[][], start: number | null, width: number): void {
    for (const [index, item] of items.entries()) {
      const mark = start === null ? '• ' : `${start + index}. `;
      const isLoose = index > 0 && items.some((each) => each.some(({ type }) => type === 'snippet'));
      if (isLoose) this.#blank();
      this.#within(' '.repeat(mark.length), () => this.#item(item, width - mark.length), mark);
    }
  }

  /** A list within an item follows its text closely. */
  #item(blocks: readonly Block[], width: number): void {
    for (const [index, block] of blocks.entries()) {
      if (index > 0 && block.type !== 'list') this.#blank();
      this.#block(block, width);
    }
  }

  /** A line of the log: folded, for it is read and not copied, and what matters in it marked. */
  #evidence({ code, marked }: Snippet, width: number): void {
    const [from, to] = marked ?? [0, 0];
    const left = columnsOf(this.#prefix) + BAR.length;
    for (const { start: at, end } of wrapWords(code, Math.max(1, width - BAR.length))) {
      const line = code.slice(at, end);
      const [start, stop] = [Math.max(from - at, 0), Math.min(to - at, line.length)];
      if (stop > start) {
        const column = left + columnsOf(line.slice(0, start));
        this.#out.marks.push({ line: this.#out.lines.length, start: column, end: column + columnsOf(line.slice(start, stop)) });
      }
      this.#line(this.#theme.quiet(BAR) + line);
    }
  }

  /** Code keeps its lines, however long. */
  #code({ code, language, as }: Snippet): void {
    const lines = (this.#color && !as ? highlight(code, language, this.#theme) : code).split('\n');
    if (!as) this.#out.snippets.push({ code, language, line: this.#out.lines.length, height: lines.length });
    for (const line of lines) this.#line(line && ' '.repeat(INDENT) + line);
  }

  #within(text: string, paintInside: () => void, first = text): void {
    const outer = this.#prefix;
    this.#next = (this.#next ?? outer) + first;
    this.#prefix = outer + text;
    paintInside();
    this.#prefix = outer;
    this.#next = null;
  }

  #line(line: string): void {
    const before = this.#next ?? this.#prefix;
    this.#out.lines.push(line === '' ? before.trimEnd() : before + line);
    this.#next = null;
  }

  #blank(): void {
    if (this.#out.lines.at(-1)?.trim() !== '') this.#line('');
  }
}
