/** Words in lines of a width: where they break, and what is kept whole. */
import { expect, it } from 'vitest';
import { wrapped } from '../../../src/core/text/wrap.ts';

it.each([
  ['nothing', '', 10, ['']],
  ['what has room', 'one two', 7, ['one two']],
  ['what has none', 'one two', 6, ['one', 'two']],
  ['empty lines', 'one\n\ntwo', 10, ['one', '', 'two']],
  ['a line that ends', 'one\n', 10, ['one', '']],
  ['a line that begins empty', '\none', 10, ['', 'one']],
  ['a word as wide as a line', 'one two', 3, ['one', 'two']],
  ['characters wider than a line', '漢字', 1, ['漢', '字']],
  ['several blanks', 'one   two', 20, ['one   two']],
  ['wide characters', '漢字 漢字', 8, ['漢字', '漢字']],
  ['a word that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
])('%s', (_, text, width, lines) => expect(wrapped(text, width)).toEqual(lines));

it('keeps an address whole, for it is copied', () => {
  const address = 'https://example.org/a/long/way';
  expect(wrapped(`see ${address} for it`, 12)).toEqual(['see', address, 'for it']);
});
