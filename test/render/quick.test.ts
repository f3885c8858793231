import fc from 'fast-check';
import { Marked, type MarkedExtension, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/render/document.ts';
import { calm, inline } from '../../src/render/markdown.ts';
import { quickBlocks } from '../../src/render/quick-blocks.ts';
import { OUR_MARKDOWN } from '../../src/render/tokens.ts';
import { library } from '../library.ts';

const given = new Marked();
given.use({ tokenizer: OUR_MARKDOWN } as unknown as MarkedExtension);

/** What a painter sees of tokens. */
function seen(tokens: Token[]): unknown[] {
  return tokens
    .filter(({ type }) => type !== 'space')
    .map((token) => {
      const { type, depth, ordered, start, loose, href, task } = token as Token & Record<string, unknown>;
      const inner = 'items' in token ? (token.items as Token[]) : 'tokens' in token ? token.tokens : undefined;
      const lang = type === 'code' ? ((token as { lang?: string }).lang ?? '') : undefined;
      const text = inner || !('text' in token) ? undefined : token.text;
      return { type, depth, ordered, start, loose, href, task: task || undefined, lang, text, inner: inner && seen(inner) };
    });
}

describe('plain Markdown without marked', () => {
  it('is read as marked reads it, and most pages are plain', () => {
    const pages = library.entries.map((entry) => toMarkdown({ type: 'page', entry }).replace(/\[\[([a-z0-9-]+)\]\]/g, '`$1`'));
    const plain = pages.filter((page) => quickBlocks(page) !== null);
    expect(plain.length).toBeGreaterThan(pages.length * 0.75);
    for (const page of plain) expect(seen(quickBlocks(page) as Token[])).toEqual(seen(given.lexer(page)));
  });

  it('is read as marked reads it, or left to marked, whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'word ',
        ' ',
        '  \n',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '2) ',
        '> ',
        '# ',
        '## t\n',
        '```\n',
        '````text\n',
        '`c`',
        '`',
        '``',
        '**',
        '*',
      ],
      ...[
        '**b**',
        '*e*',
        '_',
        '~',
        '~~',
        '\\',
        '\\*',
        '<',
        '<b>',
        '[x]',
        '(y)',
        '](',
        '|',
        '---\n',
        '| - |\n',
        'https://a.bc/d',
        'www.a.bc',
      ],
      ...[
        'x@y.zz',
        '&lt;',
        ':',
        '.',
        ')',
        '  ',
        '    ',
        '\t',
        '\r',
        '!',
        '![',
        'http://',
        '=',
        '===\n',
        '+ ',
        '* ',
        '1',
        '"',
        'é',
        '漢',
        '👩‍🚀',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const quick = quickBlocks(text);
        if (quick) expect(seen(quick)).toEqual(seen(given.lexer(text)));
      }),
      { numRuns: 4000 },
    );
  });

  it('is read as marked reads it with foreign text within', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (foreign) => {
        const text = `# Title\n\n*role · \`${inline(foreign) || 'x'}\`*\n\n**${calm(foreign.trim() || 'x')}**\n\n> ${calm(foreign.trim() || 'x')}`;
        const quick = quickBlocks(text);
        if (quick) expect(seen(quick)).toEqual(seen(given.lexer(text)));
      }),
      { numRuns: 2000 },
    );
  });
});
