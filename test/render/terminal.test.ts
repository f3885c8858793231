import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/render/document.ts';
import { toLines } from '../../src/render/terminal.ts';
import { library } from '../library.ts';

const plain = (markdown: string, width = 40) => toLines(markdown, { width, color: false }).join('\n');

describe('Markdown in a terminal', () => {
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

  it('keeps code as it is, folded at the width', () => {
    expect(plain('```python\ndef f(x):\n    return "<&>"\n```')).toBe('  def f(x):\n      return "<&>"');
    expect(
      plain(`\`\`\`text\n${'x'.repeat(50)}\n\`\`\``, 22)
        .split('\n')
        .map((line) => line.trim().length),
    ).toEqual([20, 20, 10]);
  });

  it('lays a table out, or lists it where there is no room', () => {
    const table = '| Size | VRAM |\n| --- | --- |\n| `large` | half a card |\n| xlarge | the whole card |';
    expect(plain(table)).toBe('Size    VRAM\n──────  ──────────────\nlarge   half a card\nxlarge  the whole card');
    expect(plain(table, 15)).toContain('Size: large\nVRAM: half a');
  });

  it('paints with colour what is plain without', () => {
    const markdown = '# Title\n\n`code` **strong**\n\n```python\nx = 1  # one\n```';
    const painted = toLines(markdown, { width: 40, color: true }).join('\n');
    expect(painted).toContain('\u001b[');
    expect(painted.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain(markdown));
  });

  it('is never wider than asked, for every entry', () => {
    for (const entry of library.entries) {
      const markdown = toMarkdown({ type: 'page', entry });
      for (const width of [20, 39, 80]) {
        for (const line of toLines(markdown, { width, color: true }))
          expect(stringWidth(line), `${entry.id}: ${line}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is never wider than asked, for any text', () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('漢字', '👩‍🚀', '**b**', '`c`', '- x', '\n\n', '\n', '> q', 'é'), fc.string({ maxLength: 30 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 120 }), (pieces, width) => {
        for (const line of toLines(pieces.join(' '), { width, color: false })) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
