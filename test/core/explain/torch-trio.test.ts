/** What moves together with torch, and from which index. */
import { expect, test } from 'vitest';
import { torchTrio } from '../../../src/core/explain/torch-trio.ts';
import { diagnose, library } from '../../library.ts';

const trioFor = (text: string, values = {}) => torchTrio(library.companions, values, diagnose(text).environment);

test('the first release that is asked for, with its companions, built for the same CUDA', () => {
  expect(trioFor('torch==2.5.1+cu124', { needs: '2.6' })).toEqual({
    'torch-trio': 'torch==2.6.0 torchvision==0.21.0 torchaudio==2.6.0',
    'torch-index': 'cu124',
  });
});

test('where that CUDA is gone, the next of its generation', () => {
  expect(trioFor('torch==2.3.0+cu121', { since: '2.7' })).toMatchObject({ 'torch-index': 'cu126' });
});

test('the torch of the xformers that is there, for the card that is there', () => {
  const trio = trioFor('torch==2.3.0+cu121\nxformers==0.0.30\nNVIDIA GeForce RTX 5070 Ti');
  expect(trio).toEqual({
    'torch-trio': 'torch==2.7.0 torchvision==0.22.0 torchaudio==2.7.0 xformers==0.0.30',
    'torch-index': 'cu128',
  });
});

test.each([
  ['nobody asks for a release', '', {}],
  ['another library is asked for', '', { since: '4.52', library: 'transformers' }],
  ['no such release is known', '', { needs: '9.9' }],
])('none where %s', (_, text, values) => expect(trioFor(text, values)).toBeNull());
