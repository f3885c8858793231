import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/knowledge/read/markdown.ts';

describe('Markdown of content', () => {
  it('keeps what is for the laboratory out of what is printed', () => {
    expect(blocksOf('```python norun\nnorun = 1\n```', '', [])).toEqual([{ type: 'snippet', language: 'python', code: 'norun = 1' }]);
  });

  it('turns names into links and values, but not in code', () => {
    expect(blocksOf('See [[quota-tiers]] for {{module}}, `[[x]]`.', '', [])).toEqual([
      {
        type: 'paragraph',
        inlines: [
          'See ',
          { type: 'entry', id: 'quota-tiers' },
          ' for ',
          { type: 'value', name: 'module' },
          ', ',
          { type: 'code', text: '[[x]]' },
          '.',
        ],
      },
    ]);
  });

  it('leaves an e-mail address as it is written, and links an address of the web', () => {
    const [paragraph] = blocksOf('Write to help@example.com or see https://example.com/help now.', '', []);
    const inlines = paragraph?.type === 'paragraph' ? paragraph.inlines : [];
    expect(inlines.filter((inline) => typeof inline === 'string').join('')).toContain('help@example.com');
    expect(inlines.filter((inline) => typeof inline !== 'string')).toEqual([
      { type: 'link', text: 'https://example.com/help', href: 'https://example.com/help' },
    ]);
  });

  it('refuses what a document cannot hold', () => {
    const problems: { check: string }[] = [];
    blocksOf('A <b>bold</b> word and ![a picture](x.png).\n\n---', 'errors/x.md', problems as never);
    expect(problems.map(({ check }) => check)).toEqual(['markdown', 'markdown', 'markdown', 'markdown']);
  });
});
