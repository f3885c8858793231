import type { Key } from 'ink';
import { expect, test } from 'vitest';
import { presses } from '../../../src/tui/terminal/key-names.ts';

const NO_KEY = {} as Key;

test.each([
  ['\x1a\x1a', [{ key: 'ctrl+z' }, { key: 'ctrl+z' }]],
  ['\x03\x03', [{ key: 'ctrl+c' }, { key: 'ctrl+c' }]],
  ['j\x0c', [{ text: 'j' }, { key: 'ctrl+l' }]],
  ['ab\r', [{ text: 'a' }, { text: 'b' }, { key: 'enter' }]],
  ['é\u0000', [{ text: 'é' }]],
])('several keys in one read are each of them: %j', (input, expected) => {
  expect(presses(input, NO_KEY)).toEqual(expected);
});
