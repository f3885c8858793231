import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, neutralise } from '../../../src/core/text/neutralise.ts';

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
    const piece = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 }));
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

describe('clip', () => {
  it('says that it left something out', () => {
    expect(clip(neutralise('abcdef'), 4)).toBe('abc…');
    expect(clip(neutralise('abc'), 4)).toBe('abc');
  });
});
