import { describe, expect, it } from 'vitest';
import { commandFor, shellOf } from '../../../../../src/core/explain/fix/place/shell.ts';

describe('a command of a page', () => {
  it.each([
    ['pip install torch \\\n  --index-url https://x/cu128', 'pip install torch --index-url https://x/cu128'],
    ['export HF_HOME=/mnt/big TMPDIR="/mnt/big/a b"', '$env:HF_HOME = "/mnt/big"; $env:TMPDIR = "/mnt/big/a b"'],
    ['export CUDA_HOME="$CONDA_PREFIX"', '$env:CUDA_HOME = "$env:CONDA_PREFIX"'],
    ['export A=1 # why', '$env:A = "1" # why'],
    ['unset HF_HUB_OFFLINE # why', 'Remove-Item Env:HF_HUB_OFFLINE # why'],
    ['CACHE=$HOME/x pip check', '$env:CACHE = "$env:HOME/x"; pip check'],
    ['echo $5 and $x', 'echo $5 and $x'],
    ['say export A=1', 'say export A=1'],
    ['uv venv --python 3.12 .venv && source .venv/bin/activate', 'uv venv --python 3.12 .venv; .venv\\Scripts\\activate'],
    ['. .venv/bin/activate', '.venv\\Scripts\\activate'],
    ['', ''],
    ['unset HF_HUB_OFFLINE TRANSFORMERS_OFFLINE', 'Remove-Item Env:HF_HUB_OFFLINE, Env:TRANSFORMERS_OFFLINE'],
    ['MAX_JOBS=2 pip install flash-attn', '$env:MAX_JOBS = "2"; pip install flash-attn'],
    ['echo "[$CUDA_VISIBLE_DEVICES]"\nnvidia-smi -L', 'echo "[$env:CUDA_VISIBLE_DEVICES]"\nnvidia-smi -L'],
    ['python -c "import torch; print(torch.__version__)"', 'python -c "import torch; print(torch.__version__)"'],
  ])('%j is typed in PowerShell as %j', (unix, windows) => {
    expect(commandFor('powershell', unix)).toBe(windows);
  });

  it.each([
    ['pip install "numpy<2"', '!pip install "numpy<2"'],
    ['export HF_HUB_DISABLE_XET=1     # until it is mended', '%env HF_HUB_DISABLE_XET=1'],
    ['export A=1 B="2 3"', '%env A=1\n%env B=2 3'],
    ['sudo apt-get update', '!sudo apt-get update'],
    ['time python3 x.py', '!time python3 x.py'],
    ['apt install x', '!apt install x'],
    ['pipeline(x)', 'pipeline(x)'],
    ['x = pip', 'x = pip'],
    ['unset A_B # why', 'import os; [os.environ.pop(name, None) for name in "A_B".split()]'],
    ['unset A_B C', 'import os; [os.environ.pop(name, None) for name in "A_B C".split()]'],
    ['print(x.dtype)', 'print(x.dtype)'],
    ['# once\nnvidia-smi', '# once\n!nvidia-smi'],
    ['curl -O https://x/frpc\nchmod +x frpc', '!curl -O https://x/frpc\n!chmod +x frpc'],
    ['MAX_JOBS=2 make', '!MAX_JOBS=2 make'],
    ['cd "$HOME/app"\ncd src && make', '%cd "$HOME/app"\n!cd src && make'],
    ['!nvidia-smi\n%env A=1\n  more\n', '!nvidia-smi\n%env A=1\n  more\n'],
  ])('%j is typed in a cell as %j', (unix, cell) => {
    expect(commandFor('notebook', unix)).toBe(cell);
  });

  it('stays as it is for a Unix shell', () => {
    const command = 'export A=1\npip install a \\\n  b';
    expect(commandFor('unix', command)).toBe(command);
  });

  it('is for the place that the log shows', () => {
    expect([shellOf('kaggle', 'linux'), shellOf('colab', 'windows')]).toEqual(['notebook', 'notebook']);
    expect([shellOf('colab', 'linux'), shellOf('local', 'windows'), shellOf('space', 'linux'), shellOf(undefined, undefined)]).toEqual([
      'notebook',
      'powershell',
      'unix',
      'unix',
    ]);
  });
});
