import { describe, expect, it } from 'vitest';
import { syntaxFaultOf } from '../../../../src/core/explain/values/syntax-fault.ts';

describe('what is wrong with a line', () => {
  it.each([
    ['<<<<<<< HEAD', 'merge'],
    ['=======', 'merge'],
    ['>>>>>>> 3f2a9c1 (Update app.py)', 'merge'],
    ['<!DOCTYPE html>', 'page'],
    ['version https://git-lfs.github.com/spec/v1', 'pointer'],
    ['%matplotlib inline', 'shell'],
    ['pip install -U gradio', 'shell'],
    ['```', 'shell'],
    ['outputs=[image,, seed],', 'comma'],
    ['print "done"', 'python2'],
    ['except ValueError, error:', 'python2'],
    ['for step in range(3)', 'colon'],
    ['else', 'colon'],
  ])('%s', (line, fault) => expect(syntaxFaultOf(line)).toEqual({ fault }));

  it.each([
    ['match mode:', '3.10'],
    ['if (n := len(rows)) > 3:', '3.8'],
    ['except* ValueError:', '3.11'],
    ['type Pair = tuple[int, int]', '3.12'],
    ['def first[T](rows: list[T]) -> T:', '3.12'],
  ])('%s is newer than some Pythons', (line, python) => expect(syntaxFaultOf(line)).toEqual({ fault: 'newer', 'needs-python': python }));

  it.each(['demo.launch(', 'if ready and (', 'x = [1, 2', 'print("a")', 'return x', 'with open(path) as file, \\', 'def run(', ''])(
    '%s shows nothing by itself',
    (line) => expect(syntaxFaultOf(line)).toEqual({ fault: 'other' }),
  );
});
