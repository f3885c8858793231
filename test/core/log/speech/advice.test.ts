import { describe, expect, it } from 'vitest';
import { adviceIn } from '../../../../src/core/log/speech/advice.ts';
import { diagnose } from '../../../library.ts';

describe('what a message says to do', () => {
  it.each([
    [
      'The operator is not there. If you want it, please comment on an issue. As a temporary fix, you can set `X_FALLBACK=1` to go on. Slow.',
      'you can set `X_FALLBACK=1` to go on',
    ],
    [
      'Could not write (/data). You should set the variable CACHE to version 2.1 of the folder.',
      'You should set the variable CACHE to version 2.1 of the folder',
    ],
    ['Please install the teapot package: pip install teapot', 'Please install the teapot package: pip install teapot'],
    ['error: no kettle - try --boil instead', 'try --boil instead'],
    [`{'message': "No 'tea'. Use 'black_tea' instead.", 'type': 'odd'}`, "Use 'black_tea' instead"],
    ["{'error': {'message': 'Too cold: please boil the water'}}", 'please boil the water'],
  ])('%s', (text, advice) => expect(adviceIn(text)).toBe(advice));

  it.each([
    'The user can set nothing',
    'Please see the documentation of the kettle.',
    "DeprecationWarning: 'X' is deprecated. Use 'Y' instead",
    'Retry later',
    '',
  ])('nothing: %s', (text) => expect(adviceIn(text)).toBeNull());

  it('stands with the failure, from its own line or from those just behind it', () => {
    const after = ['Resource kettle not found.', 'Please use the loader to obtain it:', '', '>>> kettle.download()', 'all else', 'nothing'];
    expect(diagnose(`${after.join('\n')}\n`).failures[0]?.advice).toBe('Please use the loader to obtain it: >>> kettle.download()');
    expect(diagnose('OddError: it is cold. You should boil the water first.\n').failures[0]?.advice).toBe(
      'You should boil the water first',
    );
    expect(diagnose('OddError: it is cold\n').failures[0]?.advice).toBeNull();
  });
});
