/** Tracebacks as notebooks and Rich print them. */
import { describe, expect, it } from 'vitest';
import { bare } from '../../../../src/core/log/prefix.ts';
import { prettyFrameIn } from '../../../../src/core/log/traceback/pretty-traceback.ts';
import { TracebackTracker } from '../../../../src/core/log/traceback/traceback.ts';
import { TracebackLine } from '../../../../src/core/log/traceback/traceback-line.ts';

it.each([
  ['Cell In[5], line 9', { file: 'In[5]', line: 9, name: '' }],
  ['File /opt/x/core.py:118, in Core.run(self)', { file: '/opt/x/core.py', line: 118, name: 'Core.run' }],
  ['/tmp/ipython-input-37.py in <cell line: 0>()', { file: '/tmp/ipython-input-37.py', line: null, name: '' }],
  ['~/app.py in run(x)', { file: '~/app.py', line: null, name: 'run' }],
  ['words in between', null],
])('%s names a frame', (line, frame) => expect(prettyFrameIn(line)).toEqual(frame));

const END = "AttributeError: 'NoneType' object has no attribute 'decode'";
const COLAB = `---------------------------------------------------------------------------
AttributeError                            Traceback (most recent call last)
/tmp/ipython-input-3735894382.py in <cell line: 0>()
      7 pipe = load("x")
----> 9 image = pipe.run(prompt)
     10 image.save("a.png")

1 frames
[/usr/local/lib/python3.12/dist-packages/oddpipe/core.py](https://localhost:8080/#) in run(self, prompt)
    117         state = self.state
--> 118         return state.decode(prompt)
    119 

${END}`;
const JUPYTER = `AttributeError                            Traceback (most recent call last)
Cell In[5], line 9
      7 pipe = load("x")
----> 9 image = pipe.run(prompt)

File /opt/conda/lib/python3.11/site-packages/oddpipe/core.py:118, in Core.run(self, prompt)
    117 state = self.state
--> 118 return state.decode(prompt)

${END}`;
const RICH = `╭───────────────────── Traceback (most recent call last) ──────────────────────╮
│ /home/ann/app.py:9 in <module>                                               │
│                                                                              │
│     7 pipe = load("x")                                                       │
│ ❱   9 image = pipe.run(prompt)                                               │
│                                                                              │
│ /opt/conda/lib/python3.10/site-packages/oddpipe/core.py:118 in run           │
│                                                                              │
│   117 │   state = self.state                                                 │
│ ❱ 118 │   return state.decode(prompt)                                        │
╰──────────────────────────────────────────────────────────────────────────────╯
${END}`;

function follow(text: string): TracebackTracker {
  let blocks = 0;
  const tracker = new TracebackTracker(() => ++blocks);
  for (const line of text.split('\n')) tracker.feed(new TracebackLine(bare(line)));
  return tracker;
}

describe('a traceback', () => {
  it.each([
    ['of Colab', COLAB],
    ['of Jupyter', JUPYTER],
    ['of Rich', RICH],
  ])('%s tells its frames, the line that failed and its exception', (_, text) => {
    const { location, innermost, inPackage, exception } = follow(text);
    expect(location).toMatchObject({ line: 9, quoted: 'image = pipe.run(prompt)' });
    expect(innermost).toMatchObject({ line: 118, quoted: 'return state.decode(prompt)' });
    expect(inPackage).toBe(innermost);
    expect(exception?.type).toBe('AttributeError');
  });

  it('may begin with how many frames are left out', () => {
    const { innermost, exception } = follow(COLAB.replace(/\n\/tmp[^¶]{1,400}?\n\n1 frames/, '\n7 frames'));
    expect(innermost).toMatchObject({ line: 118, quoted: 'return state.decode(prompt)' });
    expect(exception?.type).toBe('AttributeError');
  });

  it('of Python ends at a line that begins with a number', () => {
    const tracker = follow('Traceback (most recent call last):\n  File "/home/ann/app.py", line 9, in run\n    x()\n12 samples left');
    expect(tracker.isOpen).toBe(false);
  });

  it('does not begin at words about a file', () => {
    expect(follow('/home/ann/app.py in the folder').innermost).toBeNull();
  });
});
