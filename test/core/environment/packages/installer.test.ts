import { expect, it } from 'vitest';
import { UV } from '../../../../src/core/environment/packages/installer.ts';
import { diagnose } from '../../../library.ts';

it.each([
  ['$ uv run app.py', UV.project],
  ['error: Unable to find lockfile at `uv.lock`', UV.project],
  ['Using Python 3.10.9 environment at: venv', UV.environment],
  [
    '  File "/home/ann/.local/share/uv/python/cpython-3.12.9-linux-x86_64-gnu/lib/python3.12/runpy.py", line 88, in _run_code',
    UV.environment,
  ],
  ['  File "C:\\Users\\ann\\AppData\\Local\\uv\\cache\\builds-v0\\.tmpq\\setup.py", line 4, in <module>', UV.environment],
  ['I made it with uv venv\nand start it with uv run', UV.project],
  ['  × Failed to build `llvmlite==0.36.0`\n  ├─▶ The build backend returned an error', UV.environment],
  ['    ╰─▶ Call to `setuptools.build_meta:__legacy__.build_wheel` failed (exit status: 1)', UV.environment],
  ['× Failed to build installable wheels for some pyproject.toml based projects', null],
  ['$ uv venv\n$ pip install gradio', null],
  ['uvicorn running on 7860', null],
  ['The uv runs of the texture and UV sync', null],
])('%j', (text, installer) => expect(diagnose(text).environment.installer).toBe(installer));
