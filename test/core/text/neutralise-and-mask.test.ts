/** What is done with foreign text before it is shown. */
import { expect, it } from 'vitest';
import { neutraliseAndMask } from '../../../src/core/text/neutralise-and-mask.ts';

it.each([
  ['as it is', 'what?', 'what?'],
  ['cut', 'a question without an end', 'a question without…'],
  ['without what a terminal would obey', '\u001b[31mred', 'red'],
  // The half of it that would be left could be read.
  ['masked before it is cut', `my hf_${'aB3dE5gH7j'.repeat(4)}`, 'my hf_****'],
])('%s', (_, raw, shown) => expect(neutraliseAndMask(raw, 19)).toBe(shown));

it('whole where no width is given', () => expect(neutraliseAndMask('a'.repeat(5000))).toBe('a'.repeat(5000)));
