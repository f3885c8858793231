/** Which Pythons a fix is for that pins torch. */
import { expect, it } from 'vitest';
import { isRuledOut } from '../../../src/core/explain/fix/choose-fix.ts';
import { BARE_FIX, type Fix } from '../../../src/core/library/entry.ts';
import { snippet } from '../../../src/core/markup/blocks.ts';
import { limitsOf } from '../../../src/knowledge/read/limits.ts';
import { knowledge } from '../../library.ts';

const COMPANIONS = { python: { '2.8.0': '3.9 3.13', '2.9.1': '3.10 3.14' } };

function pinning(code: string): Fix {
  const blocks = [snippet(code, 'requirements')];
  return { ...BARE_FIX, name: 'pin', title: [], blocks, limits: limitsOf({ blocks }, COMPANIONS) };
}

it.each([
  ['torch==2.9.1\ntorchvision==0.24.1', '3.9', true],
  ['torch==2.9.1\ntorchvision==0.24.1', '3.9.18', true],
  ['torch==2.9.1', '3.10', false],
  ['torch==2.9.1', '3.14.2', false],
  ['torch==2.8.0', '3.14', true],
  ['torch==2.8.0', '3.13.5', false],
  ['torch==9.9.9', '3.9', false],
  ['torch>=2.9', '3.9', false],
  ['torchaudio==2.9.1', '3.9', false],
])('%s on Python %s: ruled out is %s', (code, python, isOut) => expect(isRuledOut(pinning(code), { python })).toBe(isOut));

it('an unknown Python rules nothing out', () => expect(isRuledOut(pinning('torch==2.9.1'), {})).toBe(false));

it('each torch that a page pins is in the table', () => {
  const fixes = knowledge.entries.flatMap((entry) => (entry.kind === 'error' ? entry.fixes : []));
  const pins = fixes.filter(({ blocks }) => /\btorch==\d+\.\d+\.\d+/.test(JSON.stringify(blocks)));
  expect(pins.length).toBeGreaterThan(5);
  expect(pins.filter(({ limits }) => limits.length === 0).map(({ title }) => JSON.stringify(title))).toEqual([]);
});
