/** Lines of the user's own file around the one that a frame names. */
import { expect, it } from 'vitest';
import { sourceSnippet } from '../../../src/core/document/source.ts';
import { own } from '../../../src/core/text/neutralise.ts';

/** The lines of a file from this number on, around line 10. */
const shown = (from: number, lines: string[], rows: number, line = 10) =>
  sourceSnippet({ file: own('app.py'), line, from, lines: lines.map(own) }, rows).code.split('\n');

it('stand with their numbers, and a mark at that line', () => {
  expect(shown(7, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 3)).toEqual(['   9 │ c', '> 10 │ d', '  11 │ e']);
  expect(shown(10, ['d', 'e'], 3)).toEqual(['> 10 │ d', '  11 │ e']);
  expect(shown(7, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 1)).toEqual(['> 10 │ d']);
});

it('are those that say something, but for that very line', () => {
  expect(shown(8, ['', '  ', 'd', '', 'f'], 5)).toEqual(['> 10 │ d', '  11 │', '  12 │ f']);
  expect(shown(9, ['', '', ''], 3)).toEqual(['> 10 │']);
  expect(shown(1, ['', ''], 3, 99)).toEqual(['']);
});

it('are cut to the window', () => {
  const [line = ''] = shown(10, ['x'.repeat(200)], 1);
  expect([line.length, line.endsWith('…')]).toEqual([73, true]);
});
