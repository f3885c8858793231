import { describe, expect, it } from 'vitest';
import { framesIn, LibraryFrames } from '../../../../src/core/log/traceback/library-frames.ts';

const PATH = '/usr/lib/python3.10/site-packages/torch/nn/modules/module.py';

describe('frames of libraries', () => {
  it('are kept with their source, once each, and the user’s own are not', () => {
    const frames = new LibraryFrames();
    for (let turn = 0; turn < 2; turn++) {
      frames.takeFrame(framesIn('  File "/home/user/app/app.py", line 3, in run'), null, 1);
      frames.takeSource('pipe(prompt)');
      frames.takeFrame(framesIn(`  File "${PATH}", line 1518, in _wrapped_call_impl`), null, 3);
      frames.takeSource('return self._call_impl(*args, **kwargs)');
    }
    expect(frames.list).toEqual([
      { file: PATH, line: 1518, function: '_wrapped_call_impl', quote: 'return self._call_impl(*args, **kwargs)', log: null, at: 3 },
    ]);
  });

  it('may have no function, and no source', () => {
    const frames = new LibraryFrames();
    frames.takeFrame(framesIn(`  File "${PATH}", line 3`), null, 1);
    expect(frames.list).toEqual([{ file: PATH, line: 3, function: '', log: null, at: 1 }]);
    frames.takeSource('');
    frames.takeSource('late()');
    expect(frames.list[0]?.quote).toBeUndefined();
    expect(framesIn('no frame in site-packages/ here')).toEqual([]);
  });

  it('have so much of their source, however long it is', () => {
    const frames = new LibraryFrames();
    frames.takeFrame(framesIn(`  File "${PATH}", line 3, in f`), null, 1);
    frames.takeSource('x'.repeat(900));
    expect(frames.list[0]?.quote).toHaveLength(400);
    expect(framesIn(`File "${PATH}", line 3, in f ${'x'.repeat(900)}`)[0]?.frame.quote).toHaveLength(400);
  });

  it('are read from a traceback on one line', () => {
    const frames = new LibraryFrames();
    frames.takeFrame(
      framesIn(`Traceback (most recent call last): File "${PATH}", line 1, in f a(b) File "${PATH}", line 2, in g c(d) ValueError: x`),
      null,
      1,
    );
    expect(frames.list.map(({ line, quote }) => [line, quote])).toEqual([
      [1, 'a(b)'],
      [2, 'c(d) ValueError: x'],
    ]);
  });

  it('without end fill no memory', () => {
    const frames = new LibraryFrames();
    for (let line = 0; line < 5000; line++) frames.takeFrame(framesIn(`File "${PATH}", line ${line}, in f`), null, line);
    expect(frames.list.length).toBeLessThanOrEqual(200);
  });
});
