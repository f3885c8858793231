import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFull, Shorthand } from '../../../src/knowledge/shipped/shorthand.ts';
import { anyCharacter } from '../../any-character.ts';
import { library } from '../../library.ts';

/** JSON, as all that is shipped: control characters are escaped in it. */
const texts = fc.array(fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom('worker', 'é', '\u0080', 'quota quota')), {
  maxLength: 40,
});

describe('shorthand', () => {
  it('reads as what was written, whatever stands in it', () =>
    fc.assert(
      fc.property(texts, (written) => {
        const json = written.map((text) => JSON.stringify(text.repeat(9)));
        const shorthand = new Shorthand(json);
        expect(json.map((text) => inFull(shorthand.key)(shorthand.of(text)))).toEqual(json);
      }),
    ));

  it('makes a character of a common word, and leaves a rare one', () => {
    const shorthand = new Shorthand(['worker '.repeat(20), 'a fork']);
    expect(shorthand.of('the fork of a worker')).toBe('the fork of a \u0000');
  });

  it('gives no word a character that the texts hold themselves', () => {
    const shorthand = new Shorthand(['worker '.repeat(20), '\u0000 \u0001']);
    expect(shorthand.of('worker')).toBe('\u0002');
    expect(inFull(shorthand.key)('\u0000\u0001\u0002')).toBe('\u0000\u0001worker');
  });

  it('halves the pages', () => {
    const pages = library.entries.map((entry) => JSON.stringify(entry));
    const shorthand = new Shorthand(pages);
    const again = inFull(shorthand.key);
    const short = pages.map((page) => shorthand.of(page));
    expect(short.map(again)).toEqual(pages);
    expect(short.join('').length).toBeLessThan(pages.join('').length * 0.6);
  });
});
