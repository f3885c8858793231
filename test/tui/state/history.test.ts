import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDiagnosis } from '../../../src/tui/state/history.ts';
import { type State, viewNow } from '../../../src/tui/state/state.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { act, afterwards, press, stateOf, world } from '../world.ts';

const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00.';
const diagnosed = (state: State) => afterwards(state, { type: 'paste', text: QUOTA });
const screen = (state: State) => viewNow(state).subject.screen;
const firstRow = (state: State) => sceneOf(state, world).model.rows.find(({ target }) => target);

describe('a diagnosis', () => {
  test('stands on top of the home screen, chosen, and leads back to where one left it', () => {
    const read = press(diagnosed(press(stateOf(), 'down', 'down')), 'j', 'j', 's');
    const home = press(read, 'esc');
    expect(screen(home)).toBe('home');
    expect(firstRow(home)?.label).toMatch(/^Your diagnosis of 1 line: The booking is larger/);
    expect(viewNow(press(home, 'enter'))).toEqual(viewNow(read));
  });

  test('survives searches, pages and another Esc', () => {
    const left = press(diagnosed(stateOf()), 'esc', ...'tensor', 'enter', 'esc', 'esc', 'esc');
    expect(screen(left)).toBe('home');
    expect(viewNow(press(left, 'enter')).subject).toMatchObject({ screen: 'diagnosis' });
  });

  test('of two the newer stands there, both are in the history', () => {
    const two = afterwards(press(diagnosed(stateOf()), 'esc'), { type: 'paste', text: 'RuntimeError: No CUDA GPUs are available' });
    expect(firstRow(press(two, 'esc'))?.label).toContain('PyTorch found no GPU');
    expect(viewNow(press(two, '[')).subject).toMatchObject({ result: { diagnoses: [{ entry: { id: 'quota-exceeded' } }] } });
  });
});

describe('[ and ]', () => {
  test('go through the history from a field that is empty, and are text in one that is not', () => {
    const searched = press(diagnosed(stateOf()), 'esc', 'q', 'backspace');
    expect(screen(searched)).toBe('search');
    expect(screen(press(searched, '['))).toBe('diagnosis');
    expect(viewNow(press(searched, 'a', '[')).field?.text).toBe('a[');
  });

  test('Alt with an arrow goes from every field', () => {
    const searched = press(diagnosed(stateOf()), 'esc', ...'tensor');
    const back = press(searched, 'alt+left');
    expect(screen(back)).toBe('diagnosis');
    expect(viewNow(press(back, 'alt+right')).field?.text).toBe('tensor');
  });

  test('say when there is nothing further', () => {
    expect(press(stateOf(), '[').status).toContain('first screen');
    expect(press(stateOf({ screen: 'help', about: 'page' }), ']').status).toContain('last screen');
  });
});

test('[ leads to where one was, also from a screen that was opened in the middle of the history', () => {
  const state = press(diagnosed(stateOf()), '?', '[', '?');
  expect(screen(state)).toBe('help');
  expect(screen(press(state, '['))).toBe('diagnosis');
});

test('Esc goes to where a screen was opened from, whatever was opened meanwhile', () => {
  const state = press(diagnosed(stateOf()), 'esc', ...'tensor', 'enter');
  expect(screen(press(state, 'esc'))).toBe('search');
  expect(screen(press(state, 'esc', 'esc', 'esc'))).toBe('home');
});

test('no keys whatever lose a diagnosis', () => {
  const key = fc.constantFrom(
    'esc',
    'enter',
    '[',
    ']',
    'down',
    'a',
    '1',
    '/',
    '?',
    'o',
    'x',
    'tab',
    'p',
    'left',
    'alt+left',
    's',
    'backspace',
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 25 }), (keys) => {
      const { state } = act(diagnosed(stateOf()), ...keys);
      expect(lastDiagnosis(state)?.subject).toMatchObject({ screen: 'diagnosis' });
      expect(new Set(state.views.map(({ id }) => id)).size).toBe(state.views.length);
      expect(viewNow(state)).toBeDefined();
    }),
    { numRuns: 60 },
  );
});

test('a long history forgets old pages, never a diagnosis', () => {
  let state = diagnosed(stateOf());
  for (let count = 0; count < 300; count++) state = press(state, 'p');
  expect(state.views.length).toBeLessThanOrEqual(200);
  expect(lastDiagnosis(state)).toBeDefined();
});
