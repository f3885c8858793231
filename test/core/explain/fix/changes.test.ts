import { describe, expect, it } from 'vitest';
import { changedBy } from '../../../../src/core/explain/fix/changes.ts';
import { snippet } from '../../../../src/core/markup/blocks.ts';

describe('the packages that a fix changes', () => {
  it.each([
    ['conda install pytorch', 'bash', ['torch']],
    ['pip install -U "flash_attn==2.8.3" Flash.Attn', 'bash', ['flash-attn', 'flash-attn']],
    ['-torch==2.4.0\n+torch==2.8.0', 'diff', ['torch']],
    ['sdk: gradio\nsdk_version: 5.49.1', 'yaml', ['gradio']],
    ['print(torch.__version__)', 'python', []],
    ['torch==2.8.0\ndiffusers>=0.35', 'requirements', ['torch', 'diffusers']],
    ['torch==2.8.0', 'text', []],
    ['uv add "numpy<2"', 'bash', ['numpy']],
  ])('%s', (code, language, names) => {
    expect(changedBy({ blocks: [snippet(code, language)] })).toEqual(names);
  });
});
