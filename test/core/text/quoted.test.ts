/** What somebody typed, as a message quotes it. */
import { expect, it } from 'vitest';
import { quoted } from '../../../src/core/text/quoted.ts';

it.each([
  ['as it is', 'what?', 'what?'],
  ['cut', 'a question without an end', 'a question without…'],
  ['without what a terminal would obey', '\u001b[31mred', 'red'],
  // The half of it that would be left could be read.
  ['masked before it is cut', `my hf_${'aB3dE5gH7j'.repeat(4)}`, 'my hf_****'],
])('%s', (_, typed, shown) => expect(quoted(typed, 19)).toBe(shown));
