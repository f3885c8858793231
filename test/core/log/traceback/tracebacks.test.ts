import { describe, expect, it } from 'vitest';
import { bareOf } from '../../../../src/core/log/prefix.ts';
import { TracebackLine } from '../../../../src/core/log/traceback/traceback-line.ts';
import { Tracebacks } from '../../../../src/core/log/traceback/tracebacks.ts';

/** The exceptions that end tracebacks, with their blocks and joints. */
function endsOf(log: string) {
  const tracebacks = new Tracebacks();
  const ends: [block: number, type: string | undefined, joints: readonly string[]][] = [];
  for (const line of log.split('\n')) {
    const { text, stream } = bareOf(line);
    if (tracebacks.feed(new TracebackLine(text), stream) !== 'end') continue;
    const { block, exception, joints } = tracebacks.current;
    ends.push([block, exception?.type, joints]);
  }
  return { ends, tracebacks };
}

describe('tracebacks of several programs', () => {
  it('that are interleaved are told apart', () => {
    const log = [
      '[rank0]: Traceback (most recent call last):',
      '[rank1]: Traceback (most recent call last):',
      '[rank0]:   File "/app/a.py", line 1, in run',
      '[rank1]:   File "/app/a.py", line 2, in run',
      '[rank1]:     two()',
      '[rank0]:     one()',
      '[rank1]: KeyError: two',
      '[rank0]: ValueError: one',
    ].join('\n');
    const { ends } = endsOf(log);
    expect(ends.map(([, type]) => type)).toEqual(['KeyError', 'ValueError']);
    expect(ends[0]?.[0]).not.toBe(ends[1]?.[0]);
  });

  it('are one chain where one was raised from the other', () => {
    const log = [
      'Traceback (most recent call last):',
      '  File "a.py", line 1, in f',
      'KeyError: 1',
      '',
      'The above exception was the direct cause of the following exception:',
      '',
      'Traceback (most recent call last):',
      '  File "a.py", line 2, in g',
      'ValueError: 2',
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      'Traceback (most recent call last):',
      '  File "a.py", line 3, in h',
      'OSError: 3',
    ].join('\n');
    const { ends } = endsOf(log);
    expect(new Set(ends.map(([block]) => block)).size).toBe(1);
    expect(ends.map(([, , joints]) => joints)).toEqual([[], ['direct'], ['direct', 'during']]);
  });

  it('end where they are indented as a whole', () => {
    const log = [
      '      Traceback (most recent call last):',
      '        File "<string>", line 19, in <module>',
      "      ModuleNotFoundError: No module named 'torch'",
      '      [end of output]',
    ];
    expect(endsOf(log.join('\n')).ends.map(([, type]) => type)).toEqual(['ModuleNotFoundError']);
    expect(endsOf(log.join('\n').replace('ModuleNotFoundError: No', 'Exception: No')).ends.map(([, type]) => type)).toEqual(['Exception']);
  });

  it('that nobody goes on with are given up', () => {
    const { tracebacks } = endsOf(`[rank0]: Traceback (most recent call last):\n${'all is well\n'.repeat(300)}`);
    expect(tracebacks.isOpen).toBe(false);
  });

  it('of thousands of made-up programs fill no memory', () => {
    const { tracebacks } = endsOf(Array.from({ length: 5000 }, (_, index) => `p${index} | Traceback (most recent call last):`).join('\n'));
    expect(tracebacks.isOpen).toBe(true);
    // Those that wrote last are followed, and the others forgotten.
    expect([1, 4960, 4990, 5000].map((block) => tracebacks.has(block))).toEqual([false, false, true, true]);
  });
});
