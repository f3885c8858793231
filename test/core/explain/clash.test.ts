/** Which sides of a conflict exclude each other, from the demands as pip lists them. */
import { expect, test } from 'vitest';
import { clashOf } from '../../../src/core/explain/clash.ts';

test('a pin against one of many gets the versions that all others accept', () => {
  const demands = [
    '|huggingface-hub|==0.25.2',
    'transformers 4.47.1|huggingface-hub|<1.0,>=0.24.0',
    'gradio 5.9.1|huggingface-hub|>=0.25.1',
    'diffusers 0.33.0.dev0|huggingface-hub|>=0.27.0',
  ];
  expect(clashOf(demands)).toEqual({
    clash: 'huggingface-hub',
    pin: '==0.25.2',
    fits: '>=0.27.0,<1.0',
    newer: 'diffusers',
    'newer-version': '0.33.0.dev0',
    'newer-wants': '>=0.27.0',
  });
});

test('of two libraries the one that stops below is the older side', () => {
  const clash = clashOf(['gradio 5.46.1|huggingface-hub|<1.0,>=0.33.5', 'x 1.0|y|>=2', 'transformers 5.0.0|huggingface-hub|==1.0.0']);
  expect(clash).toMatchObject({ older: 'gradio', newer: 'transformers', clash: 'huggingface-hub' });
});

test('a pin that one side shares and another refuses has to move with that side', () => {
  const clash = clashOf(['|torch|==1.5.0', 'torchvision 0.6.0|torch|==1.5.0', 'sentence-transformers 0.4.1|torch|>=1.6.0']);
  expect(clash).toMatchObject({ pin: '==1.5.0', older: 'torchvision', newer: 'sentence-transformers', 'newer-wants': '>=1.6.0' });
  expect(clash).not.toHaveProperty('fits');
});

test.each([
  ['that can be met', ['|numpy|>=1.24', 'a 1.0|numpy|<2']],
  ['for other packages', ['|numpy|==1.0', 'a 1.0|scipy|>=2']],
  ['of a wildcard that covers the other', ['|torch|==2.*', 'a 1.0|torch|>=2.5']],
  ['that cannot be read', ['|numpy|', 'x', 'a 1.0|numpy|~~~~']],
])('no clash between demands %s', (_, demands) => {
  expect(clashOf(demands)).toBeNull();
});

test.each([
  ['an exclusion of the very pin', ['|tokenizers|==0.11.3', 'a 1.0|tokenizers|!=0.11.3']],
  ['a compatible release', ['|torch|==3.0', 'a 1.0|torch|~=2.10']],
  ['ends that touch and leave out', ['|torch|>=2.0', 'a 1.0|torch|<2.0']],
])('a clash by %s', (_, demands) => {
  expect(clashOf(demands)).not.toBeNull();
});
