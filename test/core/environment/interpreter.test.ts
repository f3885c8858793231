/** Which Python the paths of a text belong to. */
import { expect, test } from 'vitest';
import { diagnose } from '../../library.ts';

const frame = (path: string): string => `  File "${path}", line 3, in f\n    x()`;
const interpreterOf = (text: string): string | null => diagnose(text).environment.interpreter;

test.each([
  ['/home/ann/tts/venv/lib/python3.11/site-packages/x/y.py', '/home/ann/tts/venv/bin/python'],
  ['/home/ann/miniconda3/envs/tts/lib/python3.11/site-packages/x.py', '/home/ann/miniconda3/envs/tts/bin/python'],
  ['C:\\apps\\gen\\venv\\lib\\site-packages\\x\\y.py', 'C:\\apps\\gen\\venv\\Scripts\\python.exe'],
  ['C:\\Users\\ann\\miniconda3\\envs\\gen\\Lib\\site-packages\\x.py', 'C:\\Users\\ann\\miniconda3\\envs\\gen\\python.exe'],
  ['C:\\gen\\installer_files\\env\\Lib\\site-packages\\x.py', 'C:\\gen\\installer_files\\env\\python.exe'],
  ['F:\\ComfyUI\\python_embeded\\Lib\\site-packages\\x.py', 'F:\\ComfyUI\\python_embeded\\python.exe'],
  ['D:\\Модели\\ComfyUI_windows_portable\\ComfyUI\\nodes.py', 'D:\\Модели\\ComfyUI_windows_portable\\python_embeded\\python.exe'],
])('%s', (path, python) => expect(interpreterOf(frame(path))).toBe(python));

test.each([
  ['an image', '/usr/local/lib/python3.10/site-packages/x.py'],
  ['a build of pip', '/tmp/pip-build-env-6c82/overlay/lib/python3.10/site-packages/x.py'],
  ["a user's own packages", '/home/ann/.local/lib/python3.10/site-packages/x.py'],
  ['a folder that tells no kind of environment', 'C:\\apps\\gen\\lib\\site-packages\\x.py'],
])('%s has none', (_, path) => expect(interpreterOf(frame(path))).toBeNull());

test('of two environments nobody knows which is meant', () => {
  const [one, other] = ['/home/ann/a/venv', '/home/ann/b/venv'].map((venv) => frame(`${venv}/lib/python3.11/site-packages/x.py`));
  expect(interpreterOf(`${one}\n${other}`)).toBeNull();
});
