import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, neutralise } from '../../../src/core/text/neutralise.ts';
import { anyCharacter } from '../../any-character.ts';

const ESC = '\u001b';

describe('neutralise', () => {
  it.each([
    ['plain text stays', 'plain text stays'],
    ['umlauts äöü, 漢字 and 👩‍🚀 stay', 'umlauts äöü, 漢字 and 👩‍🚀 stay'],
    [`${ESC}[31mred${ESC}[0m`, 'red'],
    [`${ESC}]0;title\u0007text`, 'text'],
    [`${ESC}]52;c;ZXZpbA==${ESC}\\text`, 'text'],
    [`${ESC}Pq#0;2;0;0;0${ESC}\\text`, 'text'],
    [`${ESC}]0;never ended`, '0;never ended'],
    [`${ESC}(Btext`, 'text'],
    ['\u009b31mtext', 'text'],
    ['\u009d0;title\u009ctext', 'text'],
    ['a\tb', 'a  b'],
    ['a\u0008b', 'a␈b'],
    ['a\u0000b\u007f', 'a␀b␡'],
    ['a\u202eb', 'a\\u{202E}b'],
    ['a\u200bb\u2066', 'a\\u{200B}b\\u{2066}'],
    ['tag \u{e0041}', 'tag \\u{E0041}'],
    ['lone \ud800', 'lone \ufffd'],
    ['lone \udc00', 'lone \ufffd'],
    ['lone \udfff', 'lone \ufffd'],
    ['no \uffffcharacter', 'no \\u{FFFF}character'],
    ['next\u0085line, soft\u00adhyphen', 'next\\u{85}line, soft\\u{AD}hyphen'],
    ['hard\u00a0blank', 'hard\u00a0blank'],
    ['~', '~'],
  ])('%j', (raw, shown) => expect(neutralise(raw)).toBe(shown));

  it('lets no control, bidi or invisible character through, whatever comes in', () => {
    const nasty = fc.constantFrom(
      ESC,
      '\u009b',
      '\u009d',
      '\u0007',
      '\u009c',
      '\u202e',
      '\u200b',
      '\u2028',
      '\r',
      '\u0000',
      '[31m',
      ']52;c;',
      '\\',
    );
    const piece = fc.oneof(nasty, fc.string({ unit: anyCharacter, maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const shown = neutralise(pieces.join(''));
        expect(shown).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}|[\u{e0000}-\u{e007f}]/u,
        );
        expect(neutralise(shown)).toBe(shown);
      }),
    );
  });
});

describe('a sequence', () => {
  it.each([
    ['with a blank in it', `${ESC} Fx`, 'x'],
    ['with the last of its first bytes', `${ESC}/Zx`, 'x'],
    ['of the first final byte', `${ESC}0x`, 'x'],
    ['of the last final byte', `${ESC}~x`, 'x'],
    ['of none, where a control follows', `${ESC}\u0007x`, '␇x'],
    ['at the end of the text', `x${ESC}`, 'x'],
    ['begun at the end of the text', `x${ESC}[`, 'x'],
    ['cut at the end of the text', `x${ESC}[31`, 'x'],
    ['of control with parameters', `${ESC}[?25hx`, 'x'],
    ['of control, with its first final byte', `${ESC}[2@x`, 'x'],
    ['of control, with its last final byte', `${ESC}[3~x`, 'x'],
    ['of control without a final byte', `${ESC}[\u007fx`, '␡x'],
    ['with letters beyond ASCII in its string', `${ESC}]0;é title\u0007text`, 'text'],
    ['broken off by a cancel', `${ESC}]0;title\u0018text`, 'text'],
    ['broken off by a substitute', `${ESC}]0;title\u001atext`, 'text'],
    ['broken off by the next one', `${ESC}]0;title${ESC}[31mtext`, 'text'],
    ['broken off by the next one in eight bits', `${ESC}]0;title\u009b31mtext`, 'text'],
    ['broken off by the first control of eight bits', `${ESC}]0;title\u0080text`, '\\u{80}text'],
    ['broken off by the last control of eight bits, which never ends', `${ESC}]0;title\u009ftext`, 'text'],
    ['as long as one may be', `${ESC}]${'x'.repeat(4095)}\u0007text`, 'text'],
    ['longer than one may be', `${ESC}]${'x'.repeat(4096)}\u0007text`, `${'x'.repeat(4096)}␇text`],
  ])('%s', (_, raw, shown) => expect(neutralise(raw)).toBe(shown));
});

describe('what stands on a character or joins two', () => {
  const WOMAN = '\u{1f469}';
  const joined = (count: number) => Array.from({ length: count }, () => WOMAN).join('\u200d');
  const accents = (count: number) => '\u0300'.repeat(count);

  it.each([
    ['emoji', joined(2)],
    ['as many emoji as the longest has', joined(5)],
    ['an emoji behind one with a style', '❤\ufe0f\u200d🔥'],
    ['an emoji in colour, or in black', '❤\ufe0f ❤\ufe0e'],
    ['a key', '1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3'],
    ['four marks', `a${accents(4)}b${accents(4)}`],
    // Whatever joined before, the next group may join as much.
    ['groups one after the other', `${joined(5)}a${joined(5)}`],
  ])('stays: %s', (_, text) => expect(neutralise(text)).toBe(text));

  it.each([
    ['a joiner between letters', 'a\u200db', 'a\\u{200D}b'],
    ['a joiner behind an emoji', `${WOMAN}\u200da`, `${WOMAN}\\u{200D}a`],
    ['a joiner before an emoji', `a\u200d${WOMAN}`, `a\\u{200D}${WOMAN}`],
    ['a joiner at the end', `${WOMAN}\u200d`, `${WOMAN}\\u{200D}`],
    ['one joiner too many', joined(6), `${joined(5)}\\u{200D}${WOMAN}`],
    ['a style on a letter', 'a\ufe0f', 'a\\u{FE0F}'],
    ['a style on a digit that is no key', '1\ufe0f2', '1\\u{FE0F}2'],
    ['a style on a letter, as of a key', 'a\ufe0f\u20e3', 'a\\u{FE0F}\u20e3'],
    ['five marks', `a${accents(5)}b`, `a${accents(4)}\ufffdb`],
    ['a heap of marks', `a${accents(40)}b${accents(1)}`, `a${accents(4)}\ufffdb${accents(1)}`],
    ['a mark that nobody sees', 'a\u034fb', 'a\\u{34F}b'],
  ])('is shown: %s', (_, raw, shown) => expect(neutralise(raw)).toBe(shown));
});

describe('clip', () => {
  it.each([
    ['ab\u{10000}cd', 'ab…'],
    ['ab\u{103ff}cd', 'ab…'],
    ['abc\u{103ff}', 'abc…'],
    ['abc！d', 'abc…'],
    ['ab！cd', 'ab！…'],
  ])('cuts no character in two: %s', (text, cut) => expect(clip(neutralise(text), 4)).toBe(cut));

  it('says that it left something out', () => {
    expect(clip(neutralise('abcdef'), 4)).toBe('abc…');
    expect(clip(neutralise('abc'), 4)).toBe('abc');
  });
});
