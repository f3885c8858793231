import { describe, expect, it } from 'vitest';
import { bareOf } from '../../../src/core/log/prefix.ts';

describe('what stands before the words', () => {
  it.each([
    ['[rank0]: RuntimeError: x', '[rank0]:', null, 'RuntimeError: x'],
    ['[rank3]:   File "a.py", line 1', '[rank3]:', null, '  File "a.py", line 1'],
    [
      '(EngineCore_DP0 pid=3208) ERROR 04-27 12:56:07 [core.py:968] RuntimeError: x',
      '(EngineCore_DP0 pid=3208)',
      'error',
      'RuntimeError: x',
    ],
    ['(run_eval pid=11314, ip=10.128.0.158)     raise x', '(run_eval pid=11314, ip=10.128.0.158)', null, '    raise x'],
    ['tts-api      | INFO:     up', 'tts-api      |', null, 'INFO:     up'],
    ['#12 3.173 E: Package', '#12', null, 'E: Package'],
    ['3.173 E: Package', '', null, 'E: Package'],
    ['77.76       /bin/sh: c++: not found', '', null, '      /bin/sh: c++: not found'],
    ['233.2 ERROR: Exception:', '', null, 'ERROR: Exception:'],
    ['2026-04-02 10:00:00,123 ERROR no model', '', 'error', 'no model'],
    ['2026-04-02 10:00:00 - WARNING - slow', '', 'low', 'slow'],
    ['[16:10:33] stdout/INFO  triton', '', 'low', 'triton'],
    ['E1104 12:00:00.123000 139 torch/distributed/elastic/api.py:833] failed (exitcode: 1)', '', 'error', 'failed (exitcode: 1)'],
    ['W0324 09:18:37.443000 1 torch/_dynamo/convert_frame.py:906]   File "/srv/app.py"', '', 'low', '  File "/srv/app.py"'],
    ['  | Traceback (most recent call last):', '', null, 'Traceback (most recent call last):'],
    ['> quoted', '', null, 'quoted'],
    ['│ boxed │', '', null, 'boxed'],
  ])('%s', (line, stream, level, text) => expect(bareOf(line)).toEqual({ stream, level, text }));

  it.each([
    '| a | table |',
    '3.14 is pi',
    '14.76 GiB total capacity; 120.5 MiB free',
    '120.5 seconds later',
    '7860 is the port',
    'plain words',
    'E1104 is the code of a biscuit [x]',
    '(a note) words',
    '#12 is an issue',
    'torch | 2.1'.slice(0, 5),
  ])('leaves alone: %s', (line) => expect(bareOf(line)).toEqual({ stream: '', level: null, text: line }));
});
