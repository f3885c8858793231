/** Which sides of a conflict exclude each other, from the demands as pip lists them. */
import { expect, test } from 'vitest';
import { clashOf } from '../../../../src/core/explain/values/clash.ts';

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

test('the own pin counts first, wherever it is listed', () => {
  expect(clashOf(['a 1.0|numpy|>=2', 'b 1.0|numpy|<1.5', '|numpy|==1.0'])).toMatchObject({ pin: '==1.0', older: 'b', newer: 'a' });
});

test('what others want of other packages does not count', () => {
  expect(clashOf(['|numpy|==1.0', 'a 1.0|numpy|>=2', 'b 1.0|scipy|<1'])).toMatchObject({ fits: '>=2' });
});

test('one who asks twice does not clash with themselves', () => {
  expect(clashOf(['a 1.0|numpy|<1', 'a 1.0|numpy|>2'])).toBeNull();
});

test('of two pins of others the lower one is the older side, in whichever order they are listed', () => {
  const sides = { older: 'b', 'older-version': '2.0', 'older-wants': '==1.0', newer: 'a', 'newer-version': '', 'newer-wants': '==2.0' };
  expect(clashOf(['a|numpy|==2.0', 'b 2.0|numpy|==1.0'])).toEqual({ clash: 'numpy', ...sides });
  expect(clashOf(['b 2.0|numpy|==1.0', 'a|numpy|==2.0'])).toEqual({ clash: 'numpy', ...sides });
});

test.each([
  ['a pin of others is all that fits', ['|x|==1.0', 'a 1.0|x|==2.0', 'b 1.0|x|>=1.5'], '==2.0'],
  ['the highest lower end counts', ['|x|==1.0', 'a 1.0|x|>=2.0', 'b 1.0|x|>=2.10'], '>=2.10'],
  ['the lowest upper end counts', ['|x|==5.0', 'a 1.0|x|<=2.0', 'b 1.0|x|<=1.0'], '<=1.0'],
  ['an end that leaves out counts before one that does not', ['|x|==1.0', 'a 1.0|x|>=2.0', 'b 1.0|x|>2.0'], '>2.0'],
  ['in either order', ['|x|==1.0', 'b 1.0|x|>2.0', 'a 1.0|x|>=2.0'], '>2.0'],
  ['above, too', ['|x|==3.0', 'a 1.0|x|<=2.0', 'b 1.0|x|<2.0'], '<2.0'],
  ['in either order above', ['|x|==3.0', 'b 1.0|x|<2.0', 'a 1.0|x|<=2.0'], '<2.0'],
  ['a compatible release is a range', ['|x|==1.0', 'a 1.0|x|~=2.1.3'], '>=2.1.3,<2.2'],
  ['a wildcard is a range', ['|x|==1.0', 'a 1.0|x|==2.1.*'], '>=2.1,<2.2'],
  ['three signs are a pin', ['|x|==1.0', 'a 1.0|x|===2.1'], '==2.1'],
])('%s', (_, demands, fits) => expect(clashOf(demands)).toMatchObject({ fits }));

test.each([
  ['ends that meet', ['|x|>=2.0', 'a 1.0|x|<=2.0']],
  ['the exclusion of another version', ['|x|==2.0', 'a 1.0|x|!=2.1']],
  ['an exclusion within a range', ['|x|>=2.0', 'a 1.0|x|!=2.0']],
  ['limits of the same side', ['|x|>=2.0', 'a 1.0|x|>3.0']],
  ['what is no limit', ['|x|==1.0', 'a 1.0|x|at least ==2.0']],
])('no clash of %s', (_, demands) => expect(clashOf(demands)).toBeNull());

test.each([
  ['a lower end that leaves out what the other ends with', ['|x|<=2.0', 'a 1.0|x|>2.0'], 'newer'],
  ['an upper end that leaves out the pin', ['|x|==2.0', 'a 1.0|x|<2.0'], 'older'],
  ['a lower end above the pin', ['|x|==2.0', 'a 1.0|x|>2.0'], 'newer'],
])('a clash by %s', (_, demands, side) => expect(clashOf(demands)).toHaveProperty(side, 'a'));

test.each([
  [['a 1|x|>=2,>2', 'b 1|x|<=2'], true],
  [['a 1|x|>2,>=2', 'b 1|x|<=2'], true],
  [['a 1|x|>=2', 'b 1|x|<2,<=2'], true],
  [['a 1|x|>=2', 'b 1|x|<=2,<2'], true],
  [['a 1|x|>=2', 'b 1|x|<=2'], false],
  [['a 1|x|==2', 'b 1|x|!=2'], true],
  [['a 1|x|==2', 'b 1|x|!=3'], false],
  [['a 1|x|>=2', 'b 1|x|!=2'], false],
  [['a 1|x|===2', 'b 1|x|>2'], true],
  [['a 1|x|>2', 'b 1|y|<1'], false],
  [['a 1|x|>2', 'a 1|x|<1'], false],
])('%j exclude each other: %s', (demands, isClash) => expect(clashOf(demands) !== null).toBe(isClash));
