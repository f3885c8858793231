/** Escapes undone, to look for secrets: what a program would read, and where each character of it stood. */
import { expect, it } from 'vitest';
import { placeOf, readingOf } from '../../../../src/core/text/secrets/reading.ts';

it.each([
  ['plain', 'plain'],
  ['a%20b%7Ec', 'a b~c'],
  ['a%253Db', 'a=b'],
  ['a%1fb%00c', 'a\nb\nc'],
  ['a%7fb%ffc', 'abc'],
  [String.raw`a\u003db\x3dc`, 'a=b=c'],
  [String.raw`a\nb\tc`, 'a\nb\nc'],
  [String.raw`a\u{200B}b`, 'ab'],
  ['a&quot;b&QUOT;c', 'a"b"c'],
  ['a&#61;b&#x3d;c', 'a=b=c'],
  ['a␀b\ufffdc\u200dd', 'abcd'],
  [String.raw`a\_b`, 'a_b'],
])('%j reads as %j', (text, read) => {
  const reading = readingOf(text);
  expect(reading.text).toBe(read);
  expect(placeOf(reading, read.length)).toBe(text.length);
  expect(placeOf(reading, 0)).toBe(0);
  // The last character of each stands at the end of the text.
  expect(placeOf(reading, read.length - 1)).toBe(text.length - 1);
});
