/** A fix as it is told where the log was made. */
import { expect, test } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { plainInlines, snippetsOf } from '../../../src/core/markup/read.ts';
import { diagnose, library } from '../../library.ts';

/** The first fix of a text: its first snippet, and its branches. */
function fixOf(text: string) {
  const fix = explain(library, { search: () => [] }, diagnose(text)).diagnoses[0]?.fix;
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
