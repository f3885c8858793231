/** In a wide window what is read has its outline on the left: the headings, and on a page the entries that it leads to. */
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Subject } from '../../../src/tui/state/state.ts';
import { frameOf } from '../../../src/tui/view/frame.ts';
import { afterwards, stateOf, world } from '../world.ts';

const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';

function sideOf(state: ReturnType<typeof stateOf>): string[] {
  return frameOf(state, world).side.map((line) => stripVTControlCharacters(line).trim());
}

const PAGE: Subject = { screen: 'page', id: 'explicit-duration' };

test('a page shows its headings, and then what it is related to', () => {
  const side = sideOf(stateOf(PAGE, 150, 40));
  expect(side[0]).toBe('On this page');
  const places = ['Why', 'Do', "Don't", 'Sources', 'Related'].map((heading) => side.indexOf(heading));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(side[side.indexOf('Related') + 1]).toMatch(/^1 /);
});

test('a diagnosis with one finding shows the headings of its report', () => {
  const pasted = afterwards(stateOf(undefined, 150, 40), { type: 'paste', text: `all is well\n${OOM}` });
  const side = sideOf(pasted);
  expect(side[0]).toBe('On this page');
  expect(side.join(' ')).toContain('The GPU ran out of memory');
});

test('a narrow window has no room for it', () => expect(sideOf(stateOf(PAGE, 80, 40))).toEqual([]));
