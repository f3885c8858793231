import { describe, expect, it } from 'vitest';
import { withOwnStatement } from '../../../../src/core/explain/fix/own-statement.ts';
import type { LineEdit } from '../../../../src/core/library/edit.ts';
import { BARE_FIX, type Fix } from '../../../../src/core/library/entry.ts';
import { paragraph, snippet } from '../../../../src/core/markup/blocks.ts';
import { snippetsOf } from '../../../../src/core/markup/read.ts';
import type { SafeText } from '../../../../src/core/text/neutralise.ts';

function fixWith(...edits: LineEdit[]): Fix {
  const blocks = [paragraph('Why.'), snippet('example()', 'python')];
  return { ...BARE_FIX, name: 'x', title: ['X'], blocks, edits };
}

function shown(fix: Fix, quoted: string, known: Record<string, string> = {}): string[] {
  const location = { file: 'app.py' as SafeText, line: 3, function: 'f' as SafeText, quoted };
  return snippetsOf(withOwnStatement(fix, location, { known, blanks: {} }).blocks).map(({ code }) => code);
}

describe('the change of the user’s own statement', () => {
  it('stands before the example of the page', () => {
    expect(shown(fixWith({ drop: '{{argument}}' }), 'f(a=1, b=2)', { argument: 'b' })).toEqual(['-f(a=1, b=2)\n+f(a=1)', 'example()']);
  });

  it('shows the lines that change and no others', () => {
    expect(shown(fixWith({ drop: 'b' }), 'f(\na=1,\nb=2,\nc=3,\n)')).toEqual(['-b=2,', 'example()']);
  });

  it('is left out where a value is not known, or is no name', () => {
    expect(shown(fixWith({ drop: '{{argument}}' }), 'f(a=1)')).toEqual(['example()']);
    expect(shown(fixWith({ drop: '{{argument}}' }), 'f(a=1)', { argument: 'a"; x' })).toEqual(['example()']);
  });

  it('is left out where nothing is quoted, or nothing fits', () => {
    expect(shown(fixWith({ drop: 'a' }), '')).toEqual(['example()']);
    expect(shown(fixWith({ drop: 'a' }), 'main()')).toEqual(['example()']);
  });

  it('shows, where nothing is quoted, the one change of the name that the message has', () => {
    const fix = fixWith(
      { from: 'simps', to: 'simpson' },
      { from: 'cm.get_cmap', to: 'plt.get_cmap' },
      { move: 'hann', to: 'signal.windows' },
    );
    expect(shown(fix, '', { name: 'get_cmap' })).toEqual(['-cm.get_cmap\n+plt.get_cmap', 'example()']);
    expect(shown(fix, '', { argument: 'hann' })).toEqual(['+from signal.windows import hann', 'example()']);
    expect(shown(fix, '', { name: 'get' })).toEqual(['example()']);
    expect(shown(fix, 'main()', { name: 'simps' })).toEqual(['example()']);
    expect(shown(fix, '', { name: 'simps', module: 'hann' })).toEqual(['example()']);
  });

  it('shows no secret and no control character', () => {
    const [diff] = shown(fixWith({ drop: 'a' }), `f(a=1, token="hf_${'abcdefgh'.repeat(4)}")\u001b[31m`);
    expect(diff).not.toContain('abcdefgh');
    expect(diff).not.toContain('\u001b');
  });
});
