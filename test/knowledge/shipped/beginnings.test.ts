import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthened, shortened } from '../../../src/knowledge/shipped/beginnings.ts';

describe('words without the beginnings that they share', () => {
  it('leaves out what the word before begins with as well', () => {
    expect(shortened(['cuda', 'cuda_home', 'cu', 'torch'])).toBe('Acuda E_home C Atorch');
  });

  it('gives every list of words again', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', 'é', '"', '|'), maxLength: 90 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(lengthened(shortened(words))).toEqual(words);
      }),
    );
  });
});
