/** A fix as it is told where the log was made. */
import { expect, test } from 'vitest';
import { explain } from '../../../../../src/core/explain/explain.ts';
import { forPlace } from '../../../../../src/core/explain/fix/place/for-place.ts';
import { NO_SEARCH } from '../../../../../src/core/explain/nearest.ts';
import type { Known } from '../../../../../src/core/library/condition.ts';
import { bullets, paragraph, snippet } from '../../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords, snippetsOf } from '../../../../../src/core/markup/read.ts';
import { diagnose, library } from '../../../../library.ts';

/** The first fix of a text: its first snippet, and its branches. */
function fixOf(text: string) {
  const fix = explain(library, NO_SEARCH, diagnose(text)).diagnoses[0]?.fix;
  return {
    code: fix ? snippetsOf(fix.blocks)[0]?.code : undefined,
    branches: fix?.then.map(({ see, do: todo }) => plainInlines([...see, ' ', ...todo])) ?? [],
  };
}

const node = (name: string): string => `Cannot import D:\\ComfyUI_windows_portable\\ComfyUI\\nodes\\${name} module for custom nodes: `;

test('all that is missing stands in one command, for the Python of the app', () => {
  const { code } = fixOf(`${node('a')}No module named 'dotenv'\n${node('b')}No module named 'einops'`);
  expect(code).toBe('D:\\ComfyUI_windows_portable\\python_embeded\\python.exe -m pip install python-dotenv einops');
});

test('a notebook is started again after an install', () => {
  const { code } = fixOf("/tmp/ipython-input-1-0af.py in <cell line: 0>()\nModuleNotFoundError: No module named 'einops'");
  expect(code).toBe('!pip install einops\n# then restart the session: the old version stays in memory');
});

test('a snippet that says so itself is not told twice to start again', () => {
  expect(code('pip install x\n# then Runtime → Restart session', 'bash', { where: 'colab' }, 'notebook')?.match(/restart/gi)).toHaveLength(
    1,
  );
});

test('in a container the mounted cache gets another owner', () => {
  const { code } = fixOf("docker run --rm demo\nPermissionError: [Errno 13] Permission denied: '/root/.cache/huggingface'");
  expect(code).toContain('sudo chown -R');
});

test('the folder that Gradio names is the one that is allowed, with slashes that escape nothing', () => {
  const { code } = fixOf(
    'C:\\gen> python app.py\ngradio.exceptions.InvalidPathError: Cannot move E:\\out\\b.mp4 to the gradio cache dir because it was not created',
  );
  expect(code).toBe('demo.launch(allowed_paths=["E:/out"])');
});

test('branches about Spaces are told where a Space may be', () => {
  const error = "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='huggingface.co', port=443): Read timed out.";
  expect(fixOf(error).branches.join()).toContain('README.md');
  expect(fixOf(`C:\\gen> python app.py\n${error}`).branches.join()).not.toContain('README.md');
});

const code = (text: string, language: string, known: Known, shell: Parameters<typeof forPlace>[2] = 'unix') =>
  snippetsOf(forPlace([snippet(text, language)], known, shell))[0]?.code;

test.each([
  ['notes and empty lines stay away', '# pinned\n\ntorch==2.8  # why\n', 'pip install "torch==2.8"'],
  ['signs that mean something to a shell are quoted', 'numpy>=1.24,<2', 'pip install "numpy>=1.24,<2"'],
  ['a bare name is brought up to date', 'spaces\ntorch==2.8', 'pip install -U spaces "torch==2.8"'],
  ['options stay as they are', '--extra-index-url https://x.org/a?b', 'pip install --extra-index-url https://x.org/a?b'],
  ['an address may hold a sharp', 'git+https://x.org/a#egg=b', 'pip install "git+https://x.org/a#egg=b"'],
])('lines of a requirements file become a command where there is a prompt: %s', (_, lines, command) => {
  for (const where of ['local', 'caller', 'docker']) expect(code(lines, 'requirements', { where })).toBe(command);
  for (const where of ['space', undefined]) expect(code(lines, 'requirements', { where })).toBe(lines);
});

test('other snippets are no commands', () => {
  expect(code('torch==2.8', 'text', { where: 'local' })).toBe('torch==2.8');
  expect(code('pip install x', 'bash', { where: 'space', interpreter: '/a/venv/bin/python' })).toBe('/a/venv/bin/python -m pip install x');
  expect(code('nvidia-smi', 'bash', { where: 'colab' }, 'notebook')).toBe('!nvidia-smi');
});

test('what only a Space has is left out before the first step, for who has none', () => {
  const told = (first: string, where: string | undefined) =>
    plainWords(forPlace([paragraph(first), bullets([['then']])], where === undefined ? {} : { where }, 'unix'));
  expect(told('Restart the Space.', 'local')).toBe('- then');
  for (const where of ['space', 'caller', undefined]) expect(told('Restart the Space.', where)).toBe('Restart the Space.\n\n- then');
  expect(told('In a Space or elsewhere.', 'local')).toContain('elsewhere');
  expect(told('Restart it.', 'local')).toContain('Restart it.');
  // It is all that there is.
  expect(plainWords(forPlace([paragraph('Restart the Space.')], { where: 'local' }, 'unix'))).toBe('Restart the Space.');
});
