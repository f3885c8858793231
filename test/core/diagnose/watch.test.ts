/** What is looked for besides signatures: which line is handed to whom, and what is looked for no more. */
import { describe, expect, it } from 'vitest';
import { type Kind, Watch } from '../../../src/core/diagnose/watch.ts';
import { library, matcher } from '../../library.ts';

const LAST_LINE = 100_000;
const FULL = 'Python 3.11.9 (main)';
const PATH = '  File "/usr/lib/python3.12/asyncio/x.py", line 3, in f';

function watching(...lines: [text: string, line?: number, kind?: Kind][]): Watch {
  const watch = new Watch(matcher, library);
  for (const [text, line = 1, kind = 'plain'] of lines) watch.read({ text }, { file: null, line }, kind);
  return watch;
}
const pythonOf = (watch: Watch) => watch.inventory.environment.python;
/** How much the gate of a watch finds in a text that the watch does not ignore. */
function foundIn(watch: Watch, text: string): number {
  const found = new Set<number>();
  const bytes = new TextEncoder().encode(text);
  watch.gate.next(bytes, 0, bytes.length, found);
  return [...found].filter((mark) => !watch.ignored.has(mark)).length;
}

describe('a line', () => {
  it('tells of the machine, and where it was told', () => {
    const watch = watching(['all is well'], ['Successfully installed torch-2.8.0', 7]);
    expect(watch.inventory.environment.packages.torch).toMatchObject({ version: '2.8.0', line: 7 });
  });

  it('of a log that goes on for longer tells nothing, but frames do', () => {
    expect([pythonOf(watching([FULL, LAST_LINE])), pythonOf(watching([FULL, LAST_LINE + 1]))]).toEqual(['3.11.9', null]);
    expect(pythonOf(watching([PATH, LAST_LINE + 1, 'frame']))).toBe('3.12');
  });

  it('of source tells no version', () => {
    expect(watching(['Successfully installed torch-2.8.0', 1, 'source']).inventory.environment.packages).toEqual({});
  });

  it('may be a row of a table, till its file or the time for it is over', () => {
    const head = 'Package            Version';
    const versionIn = (watch: Watch, line = 3) => {
      watch.read({ text: 'oddpackage  1.2.3' }, { file: null, line }, 'plain');
      return watch.inventory.environment.packages.oddpackage?.version;
    };
    expect(versionIn(watching([head]))).toBe('1.2.3');
    const anew = watching([head]);
    anew.begin();
    expect(versionIn(anew)).toBeUndefined();
    expect(versionIn(watching([head, LAST_LINE]), LAST_LINE + 1)).toBeUndefined();
  });

  it('may hold signs of failures, each told once and in order', () => {
    const { signs } = library.failures;
    const all = signs.flatMap(({ literals }) => literals).join(' ');
    expect(watching().signsIn({ text: all })).toEqual([...signs.keys()]);
    const [literal = ''] = signs[3]?.literals ?? [];
    expect(watching().signsIn({ text: literal })).toContain(3);
    expect(watching().signsIn({ text: 'all is well' })).toEqual([]);
  });
});

describe('what is known well', () => {
  const INSTALLED = 'Successfully installed torch-2.8.0';
  const FRAME = '/usr/lib/python3.12/x';

  it('is ignored, and nothing else', () => {
    const fresh = watching();
    expect(fresh.ignored.size).toBe(0);
    const watch = watching([FULL]);
    expect(foundIn(watch, FRAME)).toBeLessThan(foundIn(fresh, FRAME));
    expect(foundIn(watch, INSTALLED)).toBe(foundIn(fresh, INSTALLED));
  });

  it('is taken out of the gate now and then', () => {
    const watch = watching([FULL]);
    const { gate } = watch;
    watch.thin(65_535, 10);
    expect(watch.gate).toBe(gate);
    watch.thin(65_536, 10);
    const thinned = watch.gate;
    expect(thinned).not.toBe(gate);
    const allIn = (each: typeof gate) => {
      const found = new Set<number>();
      each.next(new TextEncoder().encode(FRAME), 0, FRAME.length, found);
      return [...found];
    };
    expect(allIn(gate).some((mark) => watch.ignored.has(mark))).toBe(true);
    expect(allIn(thinned).some((mark) => watch.ignored.has(mark))).toBe(false);
    watch.thin(131_071, 10);
    expect(watch.gate).toBe(thinned);
    watch.thin(131_072, 10);
    expect(watch.gate).not.toBe(thinned);
  });

  it('is all of the machine behind the last line that tells of it, till the next file', () => {
    const watch = watching();
    watch.thin(10, LAST_LINE);
    expect(watch.ignored.size).toBe(0);
    watch.thin(10, LAST_LINE + 1);
    expect(watch.ignored.size).toBe(watch.inventory.marks.length);
    expect(foundIn(watch, 'Traceback (most recent call last):')).toBeGreaterThan(0);
    watch.begin();
    expect(watch.ignored.size).toBe(0);
    // What was known well before stays so.
    const known = watching([FULL]);
    const { size } = known.ignored;
    known.thin(10, LAST_LINE + 1);
    known.begin();
    expect(known.ignored.size).toBe(size);
  });
});
