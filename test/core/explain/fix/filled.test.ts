/** A fix as it is told for one text: with its values, and for the place that the log shows. */
import { expect, it } from 'vitest';
import { filled } from '../../../../src/core/explain/fix/filled.ts';
import type { Known } from '../../../../src/core/library/condition.ts';
import { BARE_FIX, type Fix } from '../../../../src/core/library/entry.ts';
import { code, paragraph, snippet } from '../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../src/core/markup/read.ts';

const FIX: Fix = {
  ...BARE_FIX,
  name: 'install',
  title: ['Install ', { type: 'value', name: 'module' }],
  blocks: [paragraph('It is ', { type: 'value', name: 'module' }, '.'), snippet('pip install {{module}}', 'bash')],
  verify: 'python -c "import {{module}}"',
  // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
  then: [
    { see: [code('{{module}}'), ' is missing'], do: ['look again'] },
    { see: ['the Space stops'], do: ['restart it'] },
  ],
};
const told = (known: Known, blanks: Record<string, string> = {}) => {
  const { title, blocks, verify, ...fix } = filled(FIX, { known, blanks });
  return {
    title: plainInlines(title),
    text: plainWords(blocks),
    verify,
    branches: fix.then.map(({ see, do: todo }) => `${plainInlines(see)}: ${plainInlines(todo)}`),
  };
};

it('has its values in all of its parts', () => {
  expect(told({ module: 'cv2' })).toEqual({
    title: 'Install cv2',
    text: 'It is cv2.\n\npip install cv2',
    verify: 'python -c "import cv2"',
    branches: ['cv2 is missing: look again', 'the Space stops: restart it'],
  });
  expect(told({}, { module: 'the module' }).text).toBe('It is <the module>.\n\npip install <the module>');
});

it('is told for the place: in its shell, with its Python, and without what only a Space has', () => {
  expect(told({ module: 'cv2', where: 'colab' })).toMatchObject({
    text: expect.stringMatching(/^It is cv2\.\n\n!pip install cv2\n/),
    verify: '!python -c "import cv2"',
    branches: ['cv2 is missing: look again'],
  });
  expect(told({ module: 'cv2', where: 'local', interpreter: '/v/bin/python' }).text).toContain('/v/bin/python -m pip install cv2');
  expect(told({ module: 'cv2', where: 'space' }).branches).toHaveLength(2);
});

it('may have nothing that shows that it worked', () => {
  expect(filled({ ...FIX, verify: null }, { known: {}, blanks: {} }).verify).toBeNull();
});
