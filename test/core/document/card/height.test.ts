import { describe, expect, it } from 'vitest';
import { fitting, heightOf } from '../../../../src/core/document/card/height.ts';
import { briefLocationText } from '../../../../src/core/document/card/place.ts';
import { type Block, code, indented, PLAIN_TEXT, paragraph, snippet, tight } from '../../../../src/core/markup/blocks.ts';
import { own } from '../../../../src/core/text/neutralise.ts';
import { paint } from '../../../../src/render/paint.ts';

const LONG_WORDS = 'incomprehensibility notwithstanding '.repeat(6).trim();

describe('the height of what stands on a card', () => {
  it.each<[string, Block]>([
    ['a line', paragraph('Restart the Space.')],
    ['long words, which leave much of a line', paragraph(LONG_WORDS, code('x'.repeat(60)))],
    ['a line of the log', { type: 'snippet', code: LONG_WORDS, language: PLAIN_TEXT, as: 'evidence' }],
    ['code, which keeps its lines', indented(snippet(`${'x = 1; '.repeat(20)}\ny = 2`, 'python'))],
    ['a group within a group', tight(paragraph(LONG_WORDS), indented(paragraph(LONG_WORDS)))],
  ])('is what is painted: %s', (_, block) => {
    const { lines } = paint([indented(block)], { width: 80, color: false });
    expect(heightOf([block])).toBe(lines.filter((line) => line.trim() !== '').length);
  });

  it('ends with the first block that has no room', () => {
    const [one, two] = [paragraph('one'), paragraph(LONG_WORDS)];
    expect(fitting([one, two, one], 3)).toEqual([one]);
    expect(fitting([one, two, one], 6)).toEqual([one, two, one]);
    expect(fitting([one], 0)).toEqual([]);
  });
});

describe('a place on a card', () => {
  const at = (file: string) => briefLocationText({ file: own(file), line: 7, function: own('run'), quoted: own('') });

  it.each([
    ['app.py', 'app.py:7 in run'],
    ['/tmp/ipykernel_29716/3481243923.py', 'a notebook cell, line 7 in run'],
    ['In [4]', 'cell In [4], line 7 in run'],
    ['/home/user/app/tools/app.py', 'tools/app.py:7 in run'],
    [`/root/${'deep/'.repeat(20)}tools/app.py`, `…/${'deep/'.repeat(7)}tools/app.py:7 in run`],
    [`C:\\${'deep\\'.repeat(20)}app.py`, `…\\${'deep\\'.repeat(8)}app.py:7 in run`],
  ])('%s', (file, shown) => {
    expect(at(file)).toBe(shown);
  });
});
