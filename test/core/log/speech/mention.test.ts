/** How a line that speaks of an error begins, and what leads to it; all of it together is tried in test/core/diagnose/line-matches.test.ts. */
import { describe, expect, it } from 'vitest';
import {
  isExample,
  isHeading,
  isOfProgram,
  isStatement,
  leadOf,
  type Opening,
  openingOf,
} from '../../../../src/core/log/speech/mention.ts';

describe('what a line may be an example of', () => {
  it.each<[string, Opening]>([
    ['| "CUDA out of memory" | it is full |', 'row about'],
    ['| `GPU task aborted` | it died |', 'row about'],
    ['| first try | it died |', 'row'],
    ['"CUDA out of memory",', 'string'],
    ["f'it failed'", 'string'],
    ['CUDA out of memory', 'other'],
    ['| no row', 'other'],
  ])('%s is %s', (line, opening) => expect(openingOf(line)).toBe(opening));

  it('is told by how a line leads to the next', () => {
    const led = (line: string) => Object.entries(leadOf(line)).flatMap(([name, is]) => (is ? [name] : []));
    expect(['raise ValueError(', '",', '```', '```python', 'If you see this:', 'It fails:'].map(led)).toEqual([
      ['opensCall'],
      ['opensCall'],
      ['isFence'],
      ['isFence'],
      ['announces'],
      [],
    ]);
  });

  it('is one only behind such a line', () => {
    const is = (opening: Opening, before: string[], last = before.at(-1)) =>
      isExample(opening, { lead: () => (last === undefined ? null : leadOf(last)), joined: () => before.join('\n') });
    expect([is('row about', []), is('row', []), is('string', []), is('other', [])]).toEqual([true, false, false, false]);
    expect([is('string', ['call(']), is('other', ['call(']), is('other', ['If you see this:'])]).toEqual([true, false, true]);
    // A fence may stand between, and blank lines.
    expect([is('other', ['If you see this:', '', '```']), is('other', ['It fails:', '```'])]).toEqual([true, false]);
    expect(is('other', ['If you see this:', '', '```', ''], '```')).toBe(true);
  });
});

describe('a line of a program', () => {
  it.each(['# a comment', '// one', 'if "x" in str(e):', 'except ValueError:', 'raise ValueError("no")'])('%s', (line) =>
    expect(isOfProgram(line, false)).toBe(true),
  );
  it.each(['it fails', 'ValueError: it fails', 'raise Odd( ValueError: it fails'])('not: %s', (line) =>
    expect(isOfProgram(line, false)).toBe(false),
  );

  it('counts where a traceback quotes it, unless it is a comment or compares', () => {
    expect(['raise ValueError("no")', '# a comment', 'if "x" in str(e):'].map((line) => isOfProgram(line, true))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each(['def run(x):', 'class A:', '@spaces.GPU', 'from a import b', 'for x in y:', 'const x = 1', '}', 'self.x = 1'])(
    'begins as a statement: %s',
    (line) => {
      expect(isStatement(line)).toBe(true);
    },
  );
  it.each(['definitely', 'import', 'for all of us', 'if it fails', 'ValueError: x', ''])('does not: %j', (line) =>
    expect(isStatement(line)).toBe(false),
  );
});

it.each([
  ['# ValueError: it fails', true],
  ['## [Bug]: torch.cuda.OutOfMemoryError: full', true],
  ['#### ValueError: it fails', false],
  ['# A title', false],
  ['ValueError: it fails', false],
])('%s is the title of an issue: %s', (line, is) => expect(isHeading(line)).toBe(is));
