/** Tables and running text in lines of a width. */
import { describe, expect, it } from 'vitest';
import { code, emphasis, entryLink, type Inline, lineBreak, strong } from '../../src/core/markup/blocks.ts';
import { flow } from '../../src/render/flow.ts';
import { tableLines } from '../../src/render/table.ts';
import { type Theme, themeFor } from '../../src/render/theme.ts';

const PLAIN = themeFor(false);
/** Shows what is painted how. */
const MARKED = new Proxy(PLAIN, {
  get: (_, role: string) =>
    role === 'address' ? (text: string, href: string) => `<${href}>${text}` : (text: string) => `${role}(${text})`,
}) as Theme;

const cells = (...row: string[]): Inline[][] => row.map((cell) => [cell]);

describe('a table', () => {
  const small = (width: number) => tableLines(cells('a', 'bb'), [cells('1', '22'), cells('333', '4')], width, PLAIN);

  it('takes the columns that it needs, and no more', () => {
    expect(small(20)).toEqual(['a    bb', '───  ──', '1    22', '333  4']);
    expect(small(7)).toEqual(small(20));
  });

  it('is a list where there is no room', () => {
    expect(small(6)).toEqual(['a: 1', 'bb: 22', '', 'a: 333', 'bb: 4']);
  });

  it('gives small columns what they need, and the rest to the others', () => {
    const long = 'one two three four five six';
    const lines = (width: number) => tableLines(cells('a', 'b'), [cells('x', long)], width, PLAIN);
    expect(lines(12)).toEqual(['a  b', '─  ─────────', 'x  one two', '   three', '   four five', '   six']);
    // A column of eight would hold a word a line.
    expect(lines(11)[0]).toBe('a: x');
    expect(lines(30)).toEqual(['a  b', `─  ${'─'.repeat(27)}`, `x  ${long}`]);
  });

  it('shares the room between columns that are all large', () => {
    const wide = 'aaaa bbbb cccc dddd eeee';
    expect(tableLines(cells('h', 'h'), [cells(wide, wide)], 30, PLAIN)[1]).toBe(`${'─'.repeat(14)}  ${'─'.repeat(14)}`);
  });

  it('may have cells that are missing, or wide', () => {
    expect(tableLines(cells('a', 'b'), [cells('漢字')], 20, PLAIN)).toEqual(['a     b', '────  ─', '漢字']);
  });

  it('paints its head, and the names of a list', () => {
    expect(tableLines(cells('a', 'b'), [cells('1', '2')], 20, MARKED)).toEqual(['strong(a)  strong(b)', 'quiet(─  ─)', '1  2']);
    expect(tableLines(cells('aaaa', 'b'), [cells('1', '2')], 5, MARKED)[0]).toBe('strong(aaaa)strong(:)');
  });
});

describe('running text', () => {
  const link = (text: string, href: string): Inline => ({ type: 'link', text, href });
  const shown = (inlines: Inline[], width = 40, theme = PLAIN) => flow(inlines, width, theme);

  it('breaks where it says so, and a line feed of the source is a blank', () => {
    expect(shown(['one\ntwo', lineBreak, code('a\nb')]).lines).toEqual(['one two', 'a b']);
  });

  it('shows an address once', () => {
    expect(shown([link('https://x.org', 'https://x.org')]).lines).toEqual(['https://x.org']);
    expect(shown([link('here', 'https://x.org')]).lines).toEqual(['here (https://x.org)']);
  });

  it('tells where its links stand, on every line of theirs', () => {
    const { lines, links } = shown(['漢 see ', entryLink('quota-tiers'), ' or ', link('two words', 'https://x.org')], 22);
    expect(lines).toEqual(['漢 see quota-tiers or', 'two words', '(https://x.org)']);
    expect(links).toEqual([
      { target: { entry: 'quota-tiers' }, line: 0, start: 7, end: 18 },
      { target: { url: 'https://x.org' }, line: 1, start: 0, end: 9 },
      { target: { url: 'https://x.org' }, line: 2, start: 0, end: 15 },
    ]);
  });

  it('paints each part as what it is, within what it stands in', () => {
    const inlines = ['a ', strong('b ', emphasis('c')), ' ', code('d'), ' ', entryLink('e'), ' ', link('f', 'g')];
    expect(shown(inlines as Inline[], 80, MARKED).lines).toEqual(['a strong(b )strong(emphasis(c)) code(d) link(e) <g>link(f (g))']);
    expect(flow(['a', code('b')], 80, MARKED, MARKED.quiet).lines).toEqual(['quiet(a)quiet(code(b))']);
  });

  it('has a line even where it is empty, or has no room', () => {
    expect(shown([]).lines).toEqual(['']);
    expect(shown(['a b'], 0).lines).toEqual(['a', 'b']);
  });
});
