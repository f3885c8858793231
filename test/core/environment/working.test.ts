import { describe, expect, it } from 'vitest';
import { withoutWorking } from '../../../src/core/environment/working.ts';

describe('clauses that say that it works', () => {
  it.each([
    ['It works in the Space, but on my PC it ends with an error', ' but on my PC it ends with an error'],
    ['Locally it runs fine. In the Space it fails', ' In the Space it fails'],
    ['Auf dem Space läuft es, lokal bricht es ab', ' lokal bricht es ab'],
    ['En local funciona, en el Space no', ' en el Space no'],
    ['It fails on Spaces. I did not test it on Colab', 'It fails on Spaces.'],
    ["I haven't tried it locally, the Space fails", ' the Space fails'],
    ['本地运行正常，部署到 Space 报错', '部署到 Space 报错'],
  ])('%s', (text, rest) => expect(withoutWorking(text)).toBe(rest));

  it.each([
    'It does not work in the Space',
    'In the Space the build never works, the start fails with my own model',
    'Everything is fine',
    '  File "/home/user/app/works.py", line 3, in runs, fine',
    'anna@tower:~$ python works.py, fine',
  ])('is left whole: %s', (text) => expect(withoutWorking(text)).toBe(text));

  it('of a longer text than anybody writes in a line nothing is left out', () => {
    const text = `${'x'.repeat(700)}, it works, my Space fails`;
    expect(withoutWorking(text)).toBe(text);
  });
});
