/** What a finding's values are, besides those that its own pattern caught. */
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../src/core/explain/values.ts';
import { diagnose, library } from '../../library.ts';

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
