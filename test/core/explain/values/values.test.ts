/** What a finding's values are, besides those that its own pattern caught. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/diagnose/diagnosis.ts';
import { valuesOf } from '../../../../src/core/explain/values/values.ts';
import { diagnose, library } from '../../../library.ts';

const SYMBOL =
  'ImportError: /usr/lib/python3.12/site-packages/flash_attn_2_cuda.cpython-312-x86_64-linux-gnu.so: undefined symbol: _ZN3c10';

function valuesBeside(line: string) {
  const diagnosis = diagnose(`${line}\n${SYMBOL}\n`);
  const [finding] = diagnosis.findings;
  if (!finding) throw new Error('nothing found');
  return valuesOf(library, finding, diagnosis);
}

describe('the names that a wheel of torch has', () => {
  it.each([
    ['Successfully installed torch-2.8.0', '2.8', '2.8.0', undefined],
    ['Successfully installed torch-2.10.1+cu128', '2.10', '2.10.1', 'cu128'],
    ['Successfully installed torch-2.6.0+cpu', '2.6', '2.6.0', 'cpu'],
  ])('%s', (line, minor, release, build) => {
    const { 'torch-minor': ofMinor, 'torch-release': ofRelease, 'torch-build': ofBuild } = valuesBeside(line);
    expect([ofMinor, ofRelease, ofBuild]).toEqual([minor, release, build]);
  });

  it('are unknown where no torch is', () => {
    expect(Object.keys(valuesBeside('Successfully installed numpy-2.1.0')).filter((name) => name.startsWith('torch'))).toEqual([]);
  });
});

describe('the package that gives an argument which a function does not take', () => {
  const giverIn = (file: string, call: string) => {
    const diagnosis = diagnose(`Traceback (most recent call last):
  File "/home/user/app/app.py", line 3, in <module>
    model.fit(x, y)
  File "${file}", line 115, in solve
    ${call}
TypeError: cg() got an unexpected keyword argument 'tol'
`);
    return valuesOf(library, diagnosis.findings[0] as Finding, diagnosis).giver;
  };
  const SKLEARN = '/usr/local/lib/python3.11/site-packages/sklearn/linear_model/_ridge.py';

  it('is named as it is installed', () => {
    expect(giverIn(SKLEARN, 'coef = cg(C, y, tol = tol)')).toBe('scikit-learn');
    expect(giverIn(SKLEARN, 'coef = sparse.cg(')).toBe('scikit-learn');
    expect(giverIn(SKLEARN, 'super().__init__(')).toBe('scikit-learn');
  });

  it.each([
    ['a package that only passes on what it was given', SKLEARN, 'return cg(*args, **kwargs)'],
    ['a package whose line begins another call', SKLEARN, 'coef = fit('],
    ['a package that gives another one', SKLEARN, 'return cg(C, rtol=1)'],
    ['the user', '/home/user/app/solve.py', 'coef = cg(C, y, tol=tol)'],
  ])('is not %s', (_, file, call) => {
    expect(giverIn(file, call)).toBeUndefined();
  });
});
