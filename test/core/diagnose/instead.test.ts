import { describe, expect, it } from 'vitest';
import { ownFileOf } from '../../../src/core/diagnose/instead.ts';
import type { SafeText } from '../../../src/core/text/neutralise.ts';
import { diagnose, idsOf } from '../../library.ts';

const NO_CUDA = 'AssertionError: Torch not compiled with CUDA enabled';

describe('the same words on another machine', () => {
  it('are told as what they are there, wherever the machine is named', () => {
    expect(idsOf(NO_CUDA)).toEqual(['cpu-only-torch']);
    expect(idsOf(`C:\\work> python app.py\n${NO_CUDA}`)).toEqual(['cpu-only-torch']);
    expect(idsOf(`${NO_CUDA}\nno idea why, this is my MacBook`)).toEqual(['no-cuda-gpus']);
  });

  it('are told once', () => {
    const both = `on my MacBook\nRuntimeError: No CUDA GPUs are available\n\n\n\n\n\n${NO_CUDA}`;
    expect(idsOf(both)).toEqual(['no-cuda-gpus']);
  });

  it('point to the fix that belongs there', () => {
    const [finding] = diagnose(`${NO_CUDA}\nmacOS 15.5`).findings;
    expect(finding).toMatchObject({ id: 'no-cuda-gpus', role: 'cause', evidence: NO_CUDA });
    expect(finding?.pattern).toBeGreaterThan(0);
  });
});

describe('the file that a module stands for', () => {
  const at = (file: string) => ({ file: file as SafeText, line: 1, function: 'run' as SafeText, quoted: '' });
  it.each([
    ['/srv/nodes/Uni-W/tools/__init__.py', 'Uni-W.tools.clip', 'Uni-W/tools/clip.py'],
    ['C:\\nodes\\Uni-W\\tools\\__init__.py', 'Uni-W.tools.clip', 'Uni-W/tools/clip.py'],
    ['/srv/nodes/app.py', 'Uni-W.tools.clip', undefined],
    ['/srv/utils/app.py', 'utils', undefined],
  ])('%s asks for %s', (file, module, own) => {
    expect(ownFileOf({ location: at(file), values: { module: module as SafeText } })).toBe(own);
  });
});
