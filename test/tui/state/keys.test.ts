import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../../src/tui/state/bindings.ts';
import { commandFor, keyTable } from '../../../src/tui/state/keys.ts';

/** The keys that people may rely on: changing one of these breaks what hands have learnt. */
const PROMISED: [string, string][] = [
  ['up', 'up'],
  ['down', 'down'],
  ['j', 'down'],
  ['k', 'up'],
  ['pageup', 'pageUp'],
  ['pagedown', 'pageDown'],
  ['space', 'pageDown'],
  ['b', 'pageUp'],
  ['ctrl+u', 'halfUp'],
  ['ctrl+d', 'halfDown'],
  ['g', 'top'],
  ['G', 'bottom'],
  ['home', 'top'],
  ['end', 'bottom'],
  ['enter', 'open'],
  ['right', 'open'],
  ['l', 'open'],
  ['esc', 'back'],
  ['left', 'back'],
  ['h', 'back'],
  ['backspace', 'back'],
  ['/', 'search'],
  ['n', 'next'],
  ['N', 'previous'],
  ['1', 'pick'],
  ['9', 'pick'],
  ['[', 'historyBack'],
  [']', 'historyForward'],
  ['tab', 'otherPane'],
  ['y', 'copySnippet'],
  ['c', 'copySnippet'],
  ['Y', 'copyPage'],
  ['o', 'outline'],
  ['x', 'source'],
  ['p', 'paste'],
  ['?', 'help'],
  ['q', 'quit'],
  ['ctrl+c', 'leave'],
  ['ctrl+z', 'suspend'],
  ['ctrl+l', 'repaint'],
];

describe('the key table', () => {
  test.each(PROMISED)('%s is %s', (key, command) => expect(commandFor(key, false)).toBe(command));

  test('no key stands for two commands', () => {
    const keys = BINDINGS.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('no letter, digit or sign acts while text is typed', () => {
    for (const { inField = [] } of BINDINGS) for (const key of inField) expect(key).toMatch(/^(?:\w{2,}|ctrl\+\w|alt\+\w{1,5})$/);
  });

  test('leaving, suspending and repainting work everywhere', () => {
    for (const key of ['ctrl+c', 'ctrl+z', 'ctrl+l', 'esc']) expect(commandFor(key, true)).toBe(commandFor(key, false));
  });

  test('the table for people names every binding', () => {
    for (const { shown, help } of BINDINGS) expect(keyTable()).toContainEqual([shown, help]);
  });
});
