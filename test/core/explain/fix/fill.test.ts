/** What stands on a page in the place of a value: what is known, else what to put there; and nothing that code could not bear. */
import { describe, expect, it } from 'vitest';
import { type Filling, fillBlocks, fillCode, fillInlines, fillName, fillWhole } from '../../../../src/core/explain/fix/fill.ts';
import {
  type Block,
  bullets,
  code,
  emphasis,
  type Inline,
  indented,
  paragraph,
  snippet,
  strong,
} from '../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../src/core/markup/read.ts';

const RANGE = { text: '2.6 to 2.8', oldest: '2.6', newest: '2.8' };

function filling(known: Filling['known'] = {}): Filling {
  return { known, blanks: { module: 'the missing module' } };
}

const value = (name: string): Inline => ({ type: 'value', name });

describe('a value that is not known', () => {
  it.each([
    ['{{module}}', '<the missing module>'],
    ['{{own-file}} {{free_space}}', '<own file> <free space>'],
  ])('of %s is said in words', (text, blank) => {
    expect(fillCode(text, filling())).toBe(blank);
    expect(fillName(text, filling())).toBeNull();
  });

  it('leaves a sentence out that needs it, in words or in code, and no other', () => {
    const sentences: Inline[][] = [
      ['It asks for ', value('module')],
      ['Run ', code('pip install {{module}}')],
      ['Run ', code('pip check'), '.'],
    ];
    const said = (known: Filling['known']) =>
      sentences.map((each) => fillWhole(each, filling(known))).map((each) => each && plainInlines(each));
    expect(said({})).toEqual([null, null, 'Run pip check.']);
    expect(said({ module: 'cv2' })).toEqual(['It asks for cv2', 'Run pip install cv2', 'Run pip check.']);
  });
});

describe('a value of a text', () => {
  it.each([
    ['cv2', 'pip install cv2'],
    ['>=2.6,<2.9', 'pip install >=2.6,<2.9'],
    ['-r evil.txt', 'pip install <module: see the log, it is not fit for code>'],
    ['cv2; rm -rf ~', 'pip install <module: see the log, it is not fit for code>'],
    ['cv2\nimport os', 'pip install <module: see the log, it is not fit for code>'],
    ['"+x+"', 'pip install <module: see the log, it is not fit for code>'],
    ['a gradio[oauth]', 'pip install a gradio[oauth]'],
    ['a -r[x]', 'pip install <module: see the log, it is not fit for code>'],
    ["['small', 1.5]", "pip install ['small', 1.5]"],
    ['["a", b(1)]', 'pip install <module: see the log, it is not fit for code>'],
    ['x'.repeat(201), 'pip install <module: see the log, it is not fit for code>'],
  ])('enters code where it is fit for it: %j', (module, line) => {
    expect(fillCode('pip install {{module}}', filling({ module }))).toBe(line);
  });

  it.each([
    ['cv2', 'for cv2'],
    ['$(id)', null],
    ['', null],
  ])('enters a name where it is fit for it: %j', (module, name) => expect(fillName('for {{module}}', filling({ module }))).toBe(name));

  it('enters a name only with all the others', () => {
    const known = { module: 'cv2', torch: RANGE };
    expect(fillName('{{module}} and {{other}}', filling(known))).toBeNull();
    expect(fillName('{{other}} and {{module}}', filling(known))).toBeNull();
    expect(fillName('{{module}} and {{torch}}', filling(known))).toBeNull();
    expect(fillName('no place', filling())).toBe('no place');
  });

  it('is a path of Windows with slashes, one for each', () => {
    expect(fillCode('{{module}}', filling({ module: 'C:\\\\a\\b' }))).toBe('C:/a/b');
    expect(fillCode('{{module}}', filling({ module: 'x\\b' }))).toContain('not fit for code');
  });

  it('may be a number; of a range words tell, and code does not choose', () => {
    const known = { torch: RANGE, python: 3.12 };
    expect(plainInlines(fillInlines([value('torch'), ' on ', value('python')], filling(known)))).toBe('2.6 to 2.8 on 3.12');
    expect(fillCode('torch=={{torch}}', filling(known))).toBe('torch==<torch>');
    expect(fillName('torch {{torch}}', filling(known))).toBeNull();
  });

  it('is cut where it is endless, and shows no secret', () => {
    const shown = (module: string) => plainInlines(fillInlines([value('module')], filling({ module })));
    expect(shown('a b '.repeat(200)).length).toBeLessThanOrEqual(200);
    expect(shown(`hf_${'aB3dE5gH7'.repeat(4)}`)).toBe('hf_****');
  });
});

it('fills the words of every kind of block', () => {
  const words: Inline[] = ['take ', strong(emphasis(value('module'))), ' or ', code('{{module}}')];
  const blocks: Block[] = [
    { type: 'heading', depth: 2, inlines: words },
    paragraph(...words),
    snippet('import {{module}}', 'python'),
    bullets([words]),
    { type: 'table', head: [['kind']], rows: [[words]] },
    { type: 'quote', blocks: [paragraph(...words)] },
    indented(paragraph(...words)),
    { type: 'details', summary: 'more', blocks: [paragraph(...words)] },
  ];
  for (const block of blocks) {
    const filled = plainWords(fillBlocks([block], filling({ module: 'cv2' })));
    expect(filled, block.type).toMatch(/take cv2 or cv2|import cv2/);
    expect(filled, block.type).not.toContain('{{');
  }
});
