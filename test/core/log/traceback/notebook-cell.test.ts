/** A cell of a notebook is called one. */
import { describe, expect, it } from 'vitest';
import { cellOf, lineOf } from '../../../../src/core/log/traceback/notebook-cell.ts';

describe('a frame in a notebook', () => {
  it.each([
    ['/tmp/ipykernel_55/2163066244.py', 'a notebook cell'],
    ['C:\\Users\\sam\\AppData\\Local\\Temp\\ipykernel_29716\\3481243923.py', 'a notebook cell'],
    ['<ipython-input-3-8b5d2f9c1a77>', 'cell In [3]'],
    ['/tmp/ipython-input-12-3735894382.py', 'cell In [12]'],
    ['/tmp/ipython-input-3735894382.py', 'a notebook cell'],
    ['/home/ann/my-ipython-input-3.py', null],
    ['In [4]', 'cell In [4]'],
    ['In[12]', 'cell In [12]'],
    ['/tmp/ipykernel_55/train.py', null],
    ['/usr/lib/python3/dist-packages/ipykernel/kernelapp.py', null],
    ['/home/user/app/app.py', null],
  ])('%s', (file, cell) => expect(cellOf(file)).toBe(cell));
});

describe('a line', () => {
  it.each([
    ['/x/app.py', 12, 'app.py:12'],
    ['/x/app.py', 0, 'app.py'],
    ['In [4]', 12, 'cell In [4], line 12'],
    ['In [4]', 0, 'cell In [4]'],
  ])('of %s: %i', (file, line, text) => expect(lineOf(file, 'app.py', line)).toBe(text));
});
