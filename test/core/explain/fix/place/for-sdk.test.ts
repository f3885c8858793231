/** A fix where no front matter is read: the version of Gradio is a requirement there. */
import { describe, expect, it } from 'vitest';
import { forSdk } from '../../../../../src/core/explain/fix/place/for-sdk.ts';
import type { Known } from '../../../../../src/core/library/condition.ts';
import type { Fix } from '../../../../../src/core/library/entry.ts';
import { type Block, code, paragraph, snippet } from '../../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../../src/core/markup/read.ts';

const FRONT = 'sdk: gradio\nsdk_version: 5.49.1';
const fixWith = (...blocks: Block[]) => ({ title: ['Raise it in ', code('README.md'), ', README.md'], blocks }) as unknown as Fix;
const told = (known: Known, ...blocks: Block[]) => {
  const fix = forSdk(fixWith(...blocks), known);
  return [plainInlines(fix.title), plainWords(fix.blocks)];
};

describe('front matter that says which Gradio is wanted', () => {
  it.each<[string, Known, string, string]>([
    ['in a Docker Space is a line of requirements.txt', { sdk: 'docker' }, 'requirements.txt', 'gradio==5.49.1'],
    ['elsewhere is one of the environment', { where: 'local' }, 'your environment', 'gradio==5.49.1'],
    ['in a Space stays', { where: 'space' }, 'README.md', FRONT],
    ['stays where nobody knows the place', {}, 'README.md', FRONT],
  ])('%s', (_, known, place, lines) => {
    expect(told(known, paragraph('Why.'), snippet(FRONT, 'yaml'))).toEqual([`Raise it in ${place}, ${place}`, `Why.\n\n${lines}`]);
  });

  it.each([
    ['sdk_version: "5.0"', 'gradio==5.0'],
    ["-sdk: gradio\nsdk_version: '4.44.1' # the last one", 'gradio==4.44.1'],
  ])('may be written so: %j', (lines, requirement) => expect(told({ sdk: 'docker' }, snippet(lines, 'yaml'))[1]).toBe(requirement));

  it.each(['sdk_version: 5.0\nhardware: zero', 'sdk: docker\nsdk_version: 5.0', 'pip install gradio==5.0'])(
    'stays with more in it: %j',
    (lines) => {
      expect(told({ sdk: 'docker' }, snippet(lines, 'yaml'))).toEqual(['Raise it in README.md, README.md', lines]);
    },
  );

  it('is no sentence that looks so', () => {
    expect(told({ sdk: 'docker' }, paragraph('sdk_version: 5.0'))).toEqual(['Raise it in README.md, README.md', 'sdk_version: 5.0']);
  });
});
