/** How surely a name says that its value is a secret. */
import { describe, expect, it } from 'vitest';
import { nameAt, strengthOf } from '../../../../src/core/text/secrets/strength.ts';

/** The strength of the name that the text ends with, the ending behind a bar: "hf_|token". */
function strength(text: string, looksRandom = false): string {
  const from = text.indexOf('|');
  const whole = text.replace('|', '');
  return strengthOf(nameAt(whole, from, whole.length), () => looksRandom);
}

describe('a name', () => {
  it.each([
    ['hf_|token', 'sure'],
    ['HF-|TOKEN', 'sure'],
    ['FOO_|TOKEN', 'sure'],
    ['foo_|token', 'maybe'],
    ['A_foo|Token', 'maybe'],
    ['hfx|token', 'maybe'],
    ['|token', 'maybe'],
    ['pad_|token', 'no'],
    ['unpad|token', 'no'],
    ['api_|key', 'sure'],
    ['my API |key', 'sure'],
    ['|key', 'no'],
    ['foo_|key', 'no'],
    ['?foo_|key', 'maybe'],
    ['&foo|key', 'maybe'],
    ['?primary|key', 'no'],
    ['x_|sig', 'maybe'],
    ['X-Amz-|Signature', 'maybe'],
    ['&|sign', 'maybe'],
    ['|sign', 'no'],
    ['de|sign', 'no'],
    ['a_b|signature', 'no'],
    ['amz-x|sig', 'no'],
    ['|pass', 'maybe'],
    ['db_|pass', 'maybe'],
    ['db-|auth', 'maybe'],
    ['by|pass', 'no'],
    ['a_by|pass', 'no'],
    ['o|auth', 'no'],
    ['|jwt', 'maybe'],
    ['some|bearer', 'maybe'],
    ['any|password', 'sure'],
    ['|secret', 'sure'],
  ])('%s: %s', (name, expected) => expect(strength(name)).toBe(expected));

  it('of a key is believed where the value looks drawn by lot, unless keys of other trades are called so', () => {
    expect(['foo_|key', '|key', 'primary_|key', 'sort|key'].map((name) => strength(name, true))).toEqual(['maybe', 'maybe', 'no', 'no']);
  });
});

describe('where a name begins', () => {
  it.each([
    ['my-hf_token', 6, { start: 'my-hf_', ending: 'token', before: '' }],
    ['(TOKEN', 1, { start: '', ending: 'token', before: '(' }],
    ['set API key', 8, { start: 'API ', ending: 'key', before: ' ' }],
    ['hf api key', 7, { start: 'hf api ', ending: 'key', before: '' }],
    // Only a blank joins words, and only some words.
    ['api\nkey', 4, { start: '', ending: 'key', before: '\n' }],
    ['good key', 5, { start: '', ending: 'key', before: ' ' }],
  ])('%j', (text, from, name) => expect(nameAt(text, from, text.length)).toEqual(name));

  it('is sixty characters before its ending at the most', () => {
    expect(nameAt(`${'a'.repeat(100)}token`, 100, 105).start).toHaveLength(60);
  });
});
