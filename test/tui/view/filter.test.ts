import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/tui/state/model.ts';
import { viewNow } from '../../../src/tui/state/state.ts';
import { filterRows } from '../../../src/tui/view/filter.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { press, stateOf, world } from '../world.ts';

const row = (label: string, more: Partial<Row> = {}): Row => ({ label, target: { to: 'nothing' }, ...more });
const heading = (label: string): Row => ({ label, target: null });
const ROWS = [
  heading('Build'),
  row('No module named pkg_resources', { note: 'pkg-resources-missing' }),
  row('requires a different python', { note: 'python-version-mismatch', also: 'The package needs another Python' }),
  heading('On the GPU'),
  row('CUDA out of memory', { note: 'cuda-out-of-memory' }),
];
const labels = (query: string) => filterRows(ROWS, query).map(({ label }) => label);

describe('a filter', () => {
  test('keeps rows that hold every word, anywhere, in any case, and their headings', () => {
    expect(labels('MEMORY cuda')).toEqual(['On the GPU', 'CUDA out of memory']);
    expect(labels('mismatch')).toEqual(['Build', 'requires a different python']);
    expect(labels('memory python')).toEqual([]);
  });

  test('finds other words for a row, and shows them', () => {
    expect(labels('needs another')).toEqual(['Build', 'requires a different python · The package needs another Python']);
  });

  test('marks what matched', () => {
    const [, found] = filterRows(ROWS, 'mod res');
    expect(found?.marks?.map(([start, end]) => found.label.slice(start, end))).toEqual(['mod', 'res']);
  });

  test('is content with letters in order where no row has the words', () => {
    expect(labels('coom')).toEqual(['On the GPU', 'CUDA out of memory']);
    expect(labels('xyzzy')).toEqual([]);
  });

  test('leaves rows in order, marks within their labels', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (query) => {
        const found = filterRows(ROWS, query);
        for (const { label, marks = [] } of found)
          for (const [start, end] of marks) expect(start >= 0 && start < end && end <= label.length).toBe(true);
        const places = found.map(({ note, label }) => ROWS.findIndex((each) => (note ? each.note === note : each.label === label)));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('in the list of errors', () => {
  const list = stateOf({ screen: 'list', kind: 'error' });

  test('typing narrows it, Enter opens, Esc of the page comes back to it as it was', () => {
    const filtered = press(list, '/', ...'quota', 'down');
    const { rows } = sceneOf(filtered, world);
    expect(rows.filter(({ target }) => target).length).toBeLessThan(10);
    const back = press(filtered, 'enter', 'esc');
    expect(viewNow(back)).toEqual(viewNow(filtered));
    expect(sceneOf(press(back, 'esc'), world).rows.length).toBe(sceneOf(list, world).rows.length);
  });

  test('what no row has can be searched for everywhere', () => {
    const found = press(list, '/', ...'bf16 weights', 'enter');
    expect(viewNow(found)).toMatchObject({ subject: { screen: 'search' }, field: { text: 'bf16 weights' } });
  });

  test('errors stand under the words that users see, by where they happen', () => {
    const { rows } = sceneOf(list, world);
    expect(rows.filter(({ target }) => target === null).length).toBeGreaterThan(4);
    expect(rows.find(({ note }) => note === 'gpu-task-aborted')?.label).toBe('GPU task aborted');
    expect(rows.filter(({ target }) => target).length).toBe(world.library.list('error').length);
  });

  test('digits open the rows that bear them', () => {
    const { rows } = sceneOf(list, world);
    const third = rows.find(({ number }) => number === 3);
    expect(viewNow(press(list, '3')).subject).toMatchObject({ screen: 'page', id: third?.note });
  });
});
