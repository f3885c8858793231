/** Commands for the Python that the log shows. */
import { expect, test } from 'vitest';
import { withInterpreter } from '../../../../../src/core/explain/fix/place/with-interpreter.ts';

test.each([
  ['pip install x', '/home/ann/app/venv/bin/python', 'unix', '/home/ann/app/venv/bin/python -m pip install x'],
  ['python -c "import x"', '/home/ann/app/venv/bin/python', 'unix', '/home/ann/app/venv/bin/python -c "import x"'],
  ['pip3 install x\necho done', '/a/b/bin/python', 'unix', '/a/b/bin/python -m pip install x\necho done'],
  ['pip install x', '/Users/ann/My apps/venv/bin/python', 'unix', '"/Users/ann/My apps/venv/bin/python" -m pip install x'],
  ['pip install x', 'D:\\Модели\\ComfyUI\\python.exe', 'powershell', 'D:\\Модели\\ComfyUI\\python.exe -m pip install x'],
  ['pip install x', 'C:\\My apps\\python.exe', 'powershell', '& "C:\\My apps\\python.exe" -m pip install x'],
] as const)('%s with %s', (command, interpreter, shell, told) => {
  expect(withInterpreter(command, interpreter, shell)).toBe(told);
});

test.each([
  ['a notebook', '!pip install x', '/home/ann/venv/bin/python', 'notebook'],
  ['a cell of a notebook', 'pip install x', '/home/ann/venv/bin/python', 'notebook'],
  ['a number', 'pip install x', 3, 'unix'],
  ['no interpreter', 'pip install x', undefined, 'unix'],
  ['a path that would end the command', 'pip install x', '/home/$(reboot)/bin/python', 'unix'],
  ['a path with a quote', 'pip install x', '/home/a"b/bin/python', 'unix'],
  ['a command of another tool', 'apt-get install python3', '/home/ann/venv/bin/python', 'unix'],
] as const)('%s leaves the command as it is', (_, command, interpreter, shell) => {
  expect(withInterpreter(command, interpreter, shell)).toBe(command);
});
