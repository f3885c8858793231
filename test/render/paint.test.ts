import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryDocument } from '../../src/core/document/document.ts';
import type { Block } from '../../src/core/markup/blocks.ts';
import { columnsOf } from '../../src/core/text/columns.ts';
import { blocksOf } from '../../src/knowledge/read/markdown.ts';
import { type Painted, paint } from '../../src/render/paint.ts';
import { library } from '../library.ts';

const blocks = (markdown: string): Block[] => blocksOf(markdown, '', []);
const painted = (markdown: string, width = 40): Painted => paint(blocks(markdown), { width, color: false });
const plain = (markdown: string, width = 40): string => painted(markdown, width).lines.join('\n');

/** Lines that may be longer than the window: code, and addresses. */
function isWhole({ snippets }: Painted, at: number, line: string): boolean {
  return line.includes('://') || snippets.some((snippet) => at >= snippet.line && at < snippet.line + snippet.height);
}

describe('a document in a terminal', () => {
  it('has no marks left', () => {
    expect(
      plain('# A title\nSome **strong**, *soft* and `code: here` words.\n\n- an item with **marks** and `code`\n- see [[quota-exceeded]]'),
    ).toBe('A title\nSome strong, soft and code: here words.\n\n• an item with marks and code\n• see quota-exceeded');
  });

  it('wraps lists under their text, nested ones too', () => {
    expect(plain('1. one two three four five six seven eight nine\n   - nested words that go on and on and on', 30)).toBe(
      '1. one two three four five six\n   seven eight nine\n   • nested words that go on\n     and on and on',
    );
  });

  it('parts the items of a list in which one shows code, and only these', () => {
    expect(plain('- one\n- two')).toBe('• one\n• two');
    const item = '   - two\n\n     ```python\n     a = 1\n     ```\n   - three';
    expect(plain(`1. one\n${item}`)).toBe('1. one\n   • two\n\n       a = 1\n\n   • three');
  });

  it('shows what can be folded below its summary', () => {
    const details: Block = { type: 'details', summary: 'More on it', blocks: [{ type: 'paragraph', inlines: ['one'] }] };
    const { lines, headings } = paint([details], { width: 40, color: false });
    expect(lines).toEqual(['More on it', 'one']);
    expect(headings).toEqual([{ title: 'More on it', depth: 2, line: 0 }]);
  });

  it('has one blank line between two blocks, though code ends with one', () => {
    const code = (text: string): Block => ({ type: 'snippet', code: text, language: 'text' });
    const below: Block = { type: 'paragraph', inlines: ['b'] };
    const linesOf = (text: string) => paint([code(text), below], { width: 40, color: false }).lines.map((line) => line.trim());
    expect([linesOf('a'), linesOf('a\n'), linesOf('a\n   ')]).toEqual([
      ['a', '', 'b'],
      ['a', '', 'b'],
      ['a', '', 'b'],
    ]);
  });

  it('keeps code as it is, however long its lines', () => {
    expect(plain('```python\ndef f(x):\n    return "<&>"\n```')).toBe('  def f(x):\n      return "<&>"');
    expect(plain(`\`\`\`text\n${'x'.repeat(50)}\n\`\`\``, 22)).toBe(`  ${'x'.repeat(50)}`);
  });

  it('leaves an address whole, and cuts any other word that is too long', () => {
    const address = `https://example.org/${'a'.repeat(40)}`;
    expect(plain(`See ${address} for it.`, 20).split('\n')).toEqual(['See', address, 'for it.']);
    expect(plain(`See ${'b'.repeat(30)} for it.`, 20).split('\n')).toEqual(['See', 'b'.repeat(20), 'b'.repeat(10), 'for it.']);
  });

  it('folds a line of a log behind a bar, and knows where its match went', () => {
    const text = 'RuntimeError: CUDA out of memory';
    const evidence: Block = { type: 'snippet', code: text, language: 'text', as: 'evidence', marked: [14, 32] };
    const { lines, marks } = paint([evidence], { width: 22, color: false });
    expect(lines).toEqual(['│ RuntimeError: CUDA', '│ out of memory']);
    expect(marks.map(({ line, start, end }) => lines[line]?.slice(start, end)).join(' ')).toBe(text.slice(14));
    const second: Block = { type: 'snippet', code: text, language: 'text', as: 'evidence', marked: [19, 32] };
    expect(paint([second], { width: 22, color: false }).marks).toEqual([{ line: 1, start: 2, end: 15 }]);
    expect(paint([{ type: 'snippet', code: text, language: 'text', as: 'evidence' }], { width: 22, color: false }).marks).toEqual([]);
  });

  it('ends with words, whatever the last block does', () => {
    expect(paint([{ type: 'paragraph', inlines: ['one', { type: 'break' }] }], { width: 20, color: false }).lines).toEqual(['one']);
  });

  it('lays a table out, or lists it where there is no room', () => {
    const table = '| Size | VRAM |\n| --- | --- |\n| `large` | half a card |\n| xlarge | the whole card |';
    expect(plain(table)).toBe('Size    VRAM\n──────  ──────────────\nlarge   half a card\nxlarge  the whole card');
    expect(plain(table, 15)).toContain('Size: large\nVRAM: half a');
  });

  it('tells where headings, snippets and links stand', () => {
    const { lines, headings, snippets, links } = painted('# One\n\nSee [[quota-tiers]].\n\n## Two\n\n- an item\n\n  ```bash\n  ls\n  ```');
    expect(headings.map(({ title, line }) => [title, lines[line]])).toEqual([
      ['One', 'One'],
      ['Two', 'Two'],
    ]);
    expect(snippets.map(({ code, line }) => [code, lines[line]?.trim()])).toEqual([['ls', 'ls']]);
    expect(links.map(({ target, line, start, end }) => [target, lines[line]?.slice(start, end)])).toEqual([
      [{ entry: 'quota-tiers' }, 'quota-tiers'],
    ]);
  });

  it('paints with colour what is plain without', () => {
    const markdown = '# Title\n\n`code` **strong**\n\n```python\nx = 1  # one\n```';
    const coloured = paint(blocks(markdown), { width: 40, color: true }).lines.join('\n');
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain(markdown));
  });

  it('is never wider than asked, for every entry', () => {
    for (const entry of library.entries) {
      for (const width of [20, 39, 80]) {
        const page = paint(entryDocument(entry), { width, color: true });
        const wider = page.lines.filter((line, at) => columnsOf(line) > width && !isWhole(page, at, line));
        expect(wider, `${entry.id} at ${width}`).toEqual([]);
      }
    }
  });

  it('is never wider than asked, for any text', () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('漢字', '👩‍🚀', '**b**', '`c`', '- x', '\n\n', '\n', '> q', 'é'), fc.string({ maxLength: 30 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 120 }), (pieces, width) => {
        const page = painted(pieces.join(' '), width);
        for (const [at, line] of page.lines.entries()) if (!isWhole(page, at, line)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
