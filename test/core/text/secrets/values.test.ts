/** What is assigned to a name: where it ends, and by what it is judged. */
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../../src/core/text/secrets/reading.ts';
import { isHarmless, isNumber, isOpaque, isRandom, isWord, valueAt } from '../../../../src/core/text/secrets/values.ts';

/** Both sides of a test, as texts. */
function tell(is: (text: string) => boolean, yes: string[], no: string[]): void {
  expect(yes.filter((text) => !is(text))).toEqual([]);
  expect(no.filter((text) => is(text))).toEqual([]);
}

describe('a value', () => {
  it('is a number with its points, and no letter', () => {
    tell(isNumber, ['1', '12,345.6_7', '1'.repeat(30)], ['', '1a', 'a1', '-1', '1'.repeat(31)]);
  });

  it('is a word with at most two signs behind it', () => {
    tell(isWord, ['a', 'password', 'Straße', 'ok.', 'ok!?', 'x'.repeat(15)], ['', 'abc1', 'a b', 'ok!?!', '.ok', 'x'.repeat(16)]);
  });

  it('says nothing to a reader where letters and digits are one piece', () => {
    tell(
      isOpaque,
      ['abcd1234', 'abcdefg1', '1abcdefg', 'abcd1234==', `abcd1234${'='.repeat(9)}`, 'x'.repeat(20), 'X7'.repeat(8)],
      [
        'abc1234',
        '12345678',
        'abcdefgh',
        'x'.repeat(19),
        '-abcd1234',
        'abcd1234.',
        `abcd1234${'='.repeat(10)}`,
        `${'x'.repeat(201)}1`,
        'ABCDEFGHIJKLMNOPQRSTU',
      ],
    );
  });

  it('looks drawn by lot where it changes often, and is long enough to tell', () => {
    tell(
      isRandom,
      // Three changes in twenty characters are just enough.
      [
        'a1b2c3d4e5',
        'aBcDeFgHiJ',
        'aaaaaa1bbbbbb1ccccccc',
        'aaaaaa1bbbbbbbbbbbb2',
        'a1 b2 c3 d4 e5',
        `${'a1'.repeat(40)}${'a'.repeat(2000)}`,
      ],
      [
        'a1b2c3d4e',
        'aaaaaa1bbbbbbbbbbbbb2',
        'ThisIsSomeCamelCaseName',
        'abcDefGhiJklMno',
        'a.1.b.2.c.3.d.4.e.5',
        'a1 b2 c3 d4',
        'abcd-1234-efgh-5678',
      ],
    );
    expect([isRandom('aaaaaa1bbbbbb1ccccccc', 0.19), isRandom('aaaaaa1bbbbbb1ccccccc', 0.2)]).toEqual([true, false]);
  });

  it('is harmless where it tells about the secret, or is source', () => {
    const quoted = (text: string) => isHarmless({ start: 0, text, isQuoted: true, end: () => text.length });
    tell(
      quoted,
      ['missing', '(missing)', 'Missing...', 'missing!!', ', other', '   + x', ') x', ' x'],
      ['no(t', 'no!t', 'missing....', 'abc-def', 'a,b'],
    );
  });
});

describe('the value that begins here', () => {
  it.each([
    ['bare', 'abc def', 'abc', 3],
    ['in quotes', '"abc def" x', 'abc def', 8],
    ['in curly quotes', '“abc” x', 'abc', 4],
    ['in three quotes, with one in it', `'''a'b''' x`, `a'b`, 6],
    ['as bytes', `b'abc' x`, 'abc', 5],
    ['with a quote in it', String.raw`"a\"b" x`, String.raw`a\"b`, 5],
    ['in a string in a string', String.raw`\"abc\" x`, 'abc', 5],
    ['in one that the outer string ends', String.raw`\"abc" x`, 'abc', 5],
    ['with backslashes at its end', String.raw`\"a\\\\\" x`, String.raw`a\\\\`, 7],
    ['without an end', '"abc def', 'abc def', 8],
    ['before a bracket that closes', 'abc) x', 'abc', 3],
    ['with a bracket in it', 'ab)c x', 'ab)c', 4],
  ])('is %s', (_, text, value, end) => {
    const found = valueAt(readingOf(text), 0);
    expect([found?.text, found?.end()]).toEqual([value, end]);
  });

  it.each(['', '""', ' x', "''"])('is none: %j', (text) => expect(valueAt(readingOf(text), 0)).toBeNull());

  it.each(['"', ''])('is judged by its beginning, and ends where it ends: %j', (quote) => {
    const found = valueAt(readingOf(`${quote}${'x'.repeat(300)}${quote} y`), 0);
    expect([found?.text.length, found?.end()]).toEqual([200, 300 + quote.length]);
  });
});
