import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { entryDocument } from '../../src/core/document/document.ts';
import { type Block, bullets, code, emphasis, foreign, type Inline, paragraph, snippet, strong } from '../../src/core/markup/blocks.ts';
import { plainWords } from '../../src/core/markup/read.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { blocksOf } from '../../src/knowledge/read/markdown.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { library } from '../library.ts';

/** Everything that a site would make of a text besides paragraphs, lists and code. */
function markup(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = ['paragraph', 'text', 'codespan', 'list', 'list_item', 'space', 'escape'].includes(token.type) ? [] : [token.type];
    const inner = [...((token as { tokens?: Token[] }).tokens ?? []), ...((token as { items?: Token[] }).items ?? [])];
    return [...own, ...markup(inner)];
  });
}

const words = fc.array(fc.constantFrom(...'# 1. - + > * _ ` ~~ | [a](b) <b> & \\ a b https://x.yz @me #12 \n'.split(' '), ' '), {
  maxLength: 12,
});

describe('a document as Markdown', () => {
  it('says the same when it is read again, for every entry', () => {
    for (const entry of library.entries) {
      const blocks = entryDocument(entry);
      const again = blocksOf(toMarkdown(blocks), entry.id, []);
      expect(squeezed(plainWords(again)), entry.id).toBe(squeezed(plainWords(blocks)));
    }
  });

  it.each([
    ['x', '`x`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``b`c', '```a``b`c```'],
    ['', ''],
    [' a\n b ', '`a b`'],
  ])('writes %j as code', (text, written) => expect(toMarkdown([paragraph('x', code(text), 'y')])).toBe(`x${written}y`));

  it.each<[Inline, string]>([
    [strong('bold'), '**bold**'],
    [emphasis('soft'), '*soft*'],
    ['a_b and _c_ and d_', 'a_b and \\_c\\_ and d\\_'],
    ['a * b, `c`, \\d', 'a \\* b, \\`c\\`, \\\\d'],
    ['<b> < c </d>', '\\<b> < c \\</d>'],
    ['[a](b) [c]', '[a\\](b) [c]'],
    ['~/x ~y~', '~/x \\~y\\~'],
    [{ type: 'link', text: 'https://x.yz', href: 'https://x.yz' }, 'https://x.yz'],
    [{ type: 'link', text: 'words', href: 'https://x.yz' }, '[words](https://x.yz)'],
    [{ type: 'entry', id: 'quota-reset' }, '`quota-reset`'],
    [{ type: 'value', name: 'module' }, '{{module}}'],
  ])('writes %j', (inline, written) => expect(toMarkdown([paragraph('x ', inline)])).toBe(`x ${written}`));

  it.each([
    ['# no title', '\\# no title'],
    ['> no quotation', '\\> no quotation'],
    ['- no item', '\\- no item'],
    ['1. no item', '1\\. no item'],
    ['#no title, -no item, 1.5', '#no title, -no item, 1.5'],
  ])('begins no paragraph as something else: %s', (text, written) => expect(toMarkdown([paragraph(text)])).toBe(written));

  it('shows numbers of others as words, all else as code', () => {
    const shown = (text: string) => toMarkdown([paragraph('x ', foreign(neutralise(text)))]).slice(2);
    expect(['60', '-1.5', '12:30', '60 s', '2.5 GiB', '100%', '1.2.3.4.5.6', 'v1', '60 x', ''].map(shown)).toEqual([
      ...['60', '-1.5', '12:30', '60 s', '2.5 GiB', '100%'],
      ...['`1.2.3.4.5.6`', '`v1`', '`60 x`', ''],
    ]);
  });

  it('writes a table, with bars within its cells', () => {
    const table: Block = { type: 'table', head: [['a'], ['b|c']], rows: [[['one\ntwo'], [code('x|y')]]] };
    expect(toMarkdown([table])).toBe('| a | b\\|c |\n| --- | --- |\n| one two | `x\\|y` |');
  });

  it('writes a quote, a group and numbered steps', () => {
    const steps: Block = { type: 'list', start: 3, items: [[paragraph('one')], [paragraph('two')]] };
    expect(toMarkdown([{ type: 'quote', blocks: [paragraph('one'), paragraph('two')] }])).toBe('> one\n>\n> two');
    expect(toMarkdown([{ type: 'group', blocks: [steps], indent: 2, isTight: true }])).toBe('3. one\n4. two');
    expect(toMarkdown([paragraph(''), paragraph('one')])).toBe('one');
  });

  it('writes a heading on one line', () => {
    expect(toMarkdown([{ type: 'heading', depth: 2, inlines: ['one\ntwo ', code('x')] }])).toBe('## one two `x`');
  });

  it('leaves out of a summary what would be taken for marks', () => {
    const details: Block = { type: 'details', summary: 'a <b> & c', blocks: [paragraph('x')] };
    expect(toMarkdown([details])).toBe('<details><summary>a b  c</summary>\n\nx\n\n</details>');
  });

  it('fences a snippet with more than any fence within', () => {
    const text = 'about = "\\n````\\n```"\n````';
    expect(toMarkdown([snippet(text, 'python')])).toBe(`${'`'.repeat(5)}python\n${text}\n${'`'.repeat(5)}`);
  });

  it.each<[string, Block, string]>([
    ['a snippet', snippet('a = 1\n\nb = 2', 'python'), '- first\n\n  ```python\n  a = 1\n\n  b = 2\n  ```\n- second'],
    ['a list', bullets([['within']]), '- first\n  - within\n- second'],
    ['a paragraph', paragraph('and more'), '- first\n  and more\n- second'],
  ])('keeps %s within its item', (_, block, written) => {
    const list: Block = { type: 'list', start: null, items: [[paragraph('first'), block], [paragraph('second')]] };
    expect(toMarkdown([list])).toBe(written);
    expect(markup(marked.lexer(written)).filter((type) => type !== 'code')).toEqual([]);
  });

  it('keeps our own words from being taken for marks', () => {
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces
          .join(' ')
          .replace(/\s{1,99}/g, ' ')
          .trim();
        const tokens = marked.lexer(toMarkdown([paragraph(text)]));
        expect(markup(tokens).filter((type) => type !== 'link')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows words of others as they are, and makes nothing of them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (raw) => {
        const text = neutralise(raw.replace(/\s{1,99}/g, ' ').trim());
        fc.pre(text !== '');
        const shown: Inline[] = ['It said ', foreign(text), ' and ', code(text), '.'];
        for (const block of [paragraph(...shown), bullets([shown])] satisfies Block[]) {
          const tokens = marked.lexer(toMarkdown([block]));
          expect(markup(tokens)).toEqual([]);
          expect(plainWords(blocksOf(toMarkdown([block]), '', []))).toContain(text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function squeezed(text: string): string {
  return text.replace(/\s{1,999}/g, ' ').trim();
}
