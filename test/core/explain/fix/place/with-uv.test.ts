import { describe, expect, it } from 'vitest';
import { UV } from '../../../../../src/core/environment/packages/installer.ts';
import { withUv } from '../../../../../src/core/explain/fix/place/with-uv.ts';

describe('in an environment that uv made', () => {
  it.each([
    ['pip install gradio==5.49.1 "huggingface_hub<1"', 'uv pip install gradio==5.49.1 "huggingface_hub<1"'],
    ['pip3 show torch', 'uv pip show torch'],
    ['python -m pip check', 'uv pip check'],
    ['pip download --no-deps --only-binary :all: basicsr', 'uvx pip download --no-deps --only-binary :all: basicsr'],
    ['python app.py', 'python app.py'],
    ['# pip install x', '# pip install x'],
    ['pip install a\npip uninstall -y b', 'uv pip install a\nuv pip uninstall -y b'],
  ])('%j', (line, told) => expect(withUv(line, UV.environment)).toBe(told));
});

describe('in a project of uv', () => {
  it.each([
    ['pip install gradio==5.49.1 "huggingface_hub<1"', 'uv add gradio==5.49.1 "huggingface_hub<1"'],
    ['pip install -U transformers', 'uv add -U transformers'],
    [
      'pip install torch --index-url https://download.pytorch.org/whl/cu128',
      'uv pip install torch --index-url https://download.pytorch.org/whl/cu128',
    ],
    ['pip install --force-reinstall numpy', 'uv pip install --force-reinstall numpy'],
    ['pip install -r requirements.txt', 'uv pip install -r requirements.txt'],
    ['pip show torch', 'uv pip show torch'],
    ['python -c "import torch; print(torch.__version__)"', 'uv run python -c "import torch; print(torch.__version__)"'],
    ['ls -la', 'ls -la'],
  ])('%j', (line, told) => expect(withUv(line, UV.project)).toBe(told));
});
