/** Columns against the cells of a real terminal, in each of the ways in which terminals count. */
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { columnsOf, sliceColumns } from '../../../src/core/text/columns.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';
import { wrapAnywhere, wrapped, wrapWords } from '../../../src/core/text/wrap.ts';
import { SCRIPTS } from '../../e2e/scripts.ts';
import { countingAs, type UnicodeVersion } from '../../e2e/unicode.ts';

const WIDE = 2000;

function terminal(version: UnicodeVersion): xterm.Terminal {
  return countingAs(new xterm.Terminal({ cols: WIDE, rows: 2, allowProposedApi: true }), version);
}

const TERMINALS = { 'letters alone': terminal('11'), 'letters joined': terminal('15-graphemes') };
afterAll(() => {
  for (const each of Object.values(TERMINALS)) each.dispose();
});

/** Where the cursor stands behind a text. */
async function cells(text: string, on: xterm.Terminal): Promise<number> {
  await new Promise<void>((resolve) => on.write(`\u001bc${text}`, resolve));
  return on.buffer.active.cursorX + on.buffer.active.cursorY * WIDE;
}

const scripts = Object.entries(SCRIPTS);
/** Parts of Korean syllables are written within syllables only. */
const letters = [...new Set(scripts.flatMap(([, text]) => [...text]))].filter((char) => !/[\u1100-\u11ff]/.test(char));
const anyText = fc.array(fc.constantFrom(...letters, ...'ab …│'), { maxLength: 40 }).map((parts) => neutralise(parts.join('')));

describe.each(Object.entries(TERMINALS))('a terminal that shows %s', (_, on) => {
  it.each(scripts)('never takes more: %s', async (__, text) => {
    expect(await cells(text, on)).toBeLessThanOrEqual(columnsOf(text));
  });

  it('never takes more of any letters in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await cells(text, on)).toBeLessThanOrEqual(columnsOf(text));
      }),
      { numRuns: 200 },
    );
  });
});

it('are exact where terminals agree', async () => {
  for (const text of ['plain', 'äöü é ß', '程序错误', 'プログラム', '한국어', 'Привет', 'שלום', 'a\u0301', '│ → …'])
    for (const on of Object.values(TERMINALS)) expect(await cells(text, on)).toBe(columnsOf(text));
});

describe.each(Object.entries(TERMINALS))('a terminal that shows %s', (_, on) => {
  it.each([
    ['a syllable', '가\u1161', 2],
    ['a first consonant', '\u1100\u1161', 2],
    ['an old first consonant', '\ua960\u1161', 2],
    ['the last syllable that there is', '\ud7a3\u11ff', 2],
    ['a vowel that joins with it', '\u1100\u1161\u11a8', 2],
    ['a syllable, where old terminals know the part for none', '가\ud7b0', 3],
    ['a letter, which it does not join with', 'a\u1161', 2],
    ['a digit, which it does not join with', '1\u11a8', 2],
  ])('has room for a part of a Korean syllable behind %s', async (__, text, columns) => {
    expect(columnsOf(text)).toBe(columns);
    expect(await cells(text, on)).toBeLessThanOrEqual(columns);
  });
});

describe.each(Object.entries(TERMINALS))('a terminal that shows %s', (_, on) => {
  it.each([
    ['an emoji that is one by its style', '❤\ufe0f', 2],
    ['an emoji that is wide without', '⌚\ufe0f', 2],
    ['a wide mark on a narrow letter', 'a\u3099', 2],
    ['two wide marks on a narrow letter', 'a\u3099\u3099', 2],
    ['a wide mark on a wide letter', 'か\u3099', 2],
    ['a last consonant, with which no vowel joins', '\u11ff\u1161', 2],
    ['the last old first consonant', '\ua97c\u1161', 2],
    ['a wide letter of another language', '漢\u1161', 3],
    ['a letter just behind the old consonants', 'ꦏ\u1161', 2],
    ['an old last consonant, with which none joins', '\ud7fb\u1161', 2],
    ['a wide form behind the syllables', '豈\u1161', 3],
  ])('has room for %s', async (__, text, columns) => {
    expect(columnsOf(text)).toBe(columns);
    expect(await cells(text, on)).toBeLessThanOrEqual(columns);
  });
});

describe('a slice', () => {
  it('of letters alone is cut at both ends', () => {
    expect([sliceColumns('abcd', 1, 3), sliceColumns('abcd', 2), sliceColumns('abcd', 4)]).toEqual(['bc', 'cd', '']);
  });

  it('joins across a colour what is joined without', () => {
    expect(sliceColumns('가\u001b[1m\u1161x', 0, 2)).toBe('가\u001b[1m\u1161');
  });

  it('is what stands in its columns, and the parts are the whole', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, at) => {
        expect(columnsOf(sliceColumns(text, 0, at))).toBeLessThanOrEqual(at);
        if (columnsOf(sliceColumns(text, 0, at)) === Math.min(at, columnsOf(text)))
          expect(sliceColumns(text, 0, at) + sliceColumns(text, at)).toBe(text);
      }),
    );
  });

  it('keeps all colours, and only the letters within', () => {
    expect(sliceColumns('\u001b[1mabcd\u001b[22mef', 1, 3)).toBe('\u001b[1mbc\u001b[22m');
    expect(sliceColumns('漢字x', 0, 3)).toBe('漢');
    expect(columnsOf('\u001b[31mab\u001b[39m')).toBe(2);
    expect([sliceColumns('e\u0301x', 0, 1), sliceColumns('e\u0301x', 1)]).toEqual(['e\u0301', 'x']);
  });
});

describe('lines', () => {
  it('are never wider, and nothing between words is lost or changed', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 6, max: 40 }), (text, width) => {
        for (const line of [...wrapped(text, width), ...wrapAnywhere(text, width).map(({ start, end }) => text.slice(start, end))])
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
        const kept = wrapWords(text, width).map(({ start, end }) => text.slice(start, end));
        expect(kept.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(
          wrapAnywhere(text, width)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('break between words, and within one that is too long, but never within an address', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('  a   b  ', 10)).toEqual(['a   b']);
    expect(wrapped('x abcdefgh y', 5)).toEqual(['x', 'abcde', 'fgh', 'y']);
    expect(wrapped('see https://example.org/long ok', 8)).toEqual(['see', 'https://example.org/long', 'ok']);
    expect(wrapped('a\nb', 5)).toEqual(['a', 'b']);
    expect(wrapped('', 5)).toEqual(['']);
  });

  it('leave letters and their marks as they were written', () => {
    expect(wrapped('Cafe\u0301 de\u0301ja\u0300 vu', 4)).toEqual(['Cafe\u0301', 'de\u0301ja\u0300', 'vu']);
  });
});

it('links keep their address and take no column, however long it is', () => {
  const link = (words: string) => `\u001b]8;;https://example.org/${'x'.repeat(300)}\u0007${words}\u001b]8;;\u0007`;
  expect(columnsOf(link('abc'))).toBe(3);
  expect(sliceColumns(`${link('abc')}d`, 1, 3)).toBe(link('bc'));
});
