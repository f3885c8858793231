import { describe, expect, it } from 'vitest';
import { withFrames } from '../../../src/core/environment/from-frames.ts';
import { holds, type Known, parseCondition } from '../../../src/core/library/condition.ts';
import type { FrameVersion } from '../../../src/core/library/frame.ts';
import { diagnose } from '../../library.ts';

const frame = { file: '/usr/lib/python3.10/site-packages/torch/nn/modules/module.py', line: 1518, function: '_wrapped_call_impl' };
const torch: FrameVersion = { project: 'torch', text: '2.1.x', isExact: false, oldest: '2.1.0', newest: '2.1.2', from: frame };

describe('versions from frames', () => {
  it('are told with the frame that settled them', () => {
    expect(withFrames(diagnose('').environment, [torch]).packages.torch).toMatchObject({
      version: '2.1.x',
      exact: false,
      from: 'frame',
      by: 'module.py:1518',
      range: { oldest: '2.1.0', newest: '2.1.2' },
    });
  });

  it.each([
    ['Successfully installed torch-2.5.1', '2.5.1'],
    ['torch==2.1.2', '2.1.2'],
    ['torch==2.4.0', '2.1.x'],
  ])('beside "%s" the version is %s', (line, version) => {
    expect(withFrames(diagnose(line).environment, [torch]).packages.torch?.version).toBe(version);
  });
});

describe('a condition on a version that is known only so far', () => {
  const known: Known = {
    torch: { text: '2.1.x', oldest: '2.1.0', newest: '2.1.2' },
    gradio: { text: '4.41.0 to 4.44.1', oldest: '4.41.0', newest: '4.44.1' },
    spaces: { text: '0.51.0 or newer', oldest: '0.51.0', newest: null },
  };
  it.each([
    ['torch < 2.8', true],
    ['torch >= 2.8', false],
    ['torch = 2.1', true],
    ['torch != 2.1', false],
    ['torch = 2.2', false],
    ['gradio < 4.43', null],
    ['gradio >= 4.41', true],
    ['gradio = 4.44', null],
    ['gradio > 4.44.1', false],
    ['gradio <= 4.40', false],
    ['spaces >= 0.50', true],
    ['spaces < 0.60', null],
    ['spaces = 0.50.2', false],
    ['has torch', true],
  ])('%s: %s', (condition, value) => {
    const parsed = parseCondition(condition);
    expect(parsed && holds(parsed, known)).toBe(value);
  });
});
