/** Every key works where its help says so, and nowhere else; every footer names only keys that do something there and then. */
import { describe, expect, test } from 'vitest';
import { BINDINGS } from '../../../src/tui/state/bindings.ts';
import { FOOTERS } from '../../../src/tui/state/footers.ts';
import { bindingOf } from '../../../src/tui/state/keys.ts';
import { ALL, FIELDS, type Place } from '../../../src/tui/state/places.ts';
import { type Origin, type State, viewNow } from '../../../src/tui/state/state.ts';
import { isOfUse } from '../../../src/tui/view/footer.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { act, afterwards, press, stateOf, world } from '../world.ts';

const LOG = Array.from({ length: 80 }, (_, index) => `INFO: step ${index}`);
const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00.';
const none = '' as Origin['first'];

/** A log that is watched, with its own part chosen. */
function watched(): State {
  const origin: Origin = { name: 'pipe', first: none, last: none, isReading: true, reading: 1, tail: null, idle: 0 };
  const start = stateOf({ screen: 'diagnosis', result: world.diagnose(''), origin }, 140, 30);
  const tail = LOG.map((text, index) => ({ number: index + 1, text: text as Origin['first'] }));
  const result = world.diagnose([...LOG, QUOTA].join('\n'));
  return afterwards(start, { type: 'live', result, isReading: true, reading: 1, tail, idle: 0 });
}

/** For each place a few states in it, among which every key of the place has something to do. */
const STATES: Record<Place, State[]> = {
  home: [press(press(stateOf({ screen: 'home' }, 140, 30), '?', 'esc'), 'down'), press(stateOf({ screen: 'home' }, 140, 30), '?', '[')],
  search: [
    press(stateOf({ screen: 'home' }, 140, 30), 'q', 'backspace', 'down'),
    press(stateOf({ screen: 'home' }, 140, 30), ...'quota', 'down'),
  ],
  list: [
    press(stateOf({ screen: 'list', kind: 'error' }, 140, 30), '?', 'esc', 'pagedown'),
    press(stateOf({ screen: 'list', kind: 'error' }, 140, 30), '?', '['),
  ],
  page: [press(stateOf({ screen: 'page', id: 'quota-exceeded' }, 140, 30), '/', ...'token', 'enter', '?', 'esc', 's')],
  ask: [press(stateOf({ screen: 'tree', id: 'large-or-xlarge', answers: [] }, 140, 30), '1', 'down')],
  value: [press(stateOf({ screen: 'plan', answers: { size: 'large' }, isTyped: true }, 140, 30), ...'45')],
  diagnosis: [
    press(afterwards(stateOf({ screen: 'home' }, 140, 20), { type: 'paste', text: `a\n${QUOTA}` }), '/', ...'quota', 'enter', 's'),
  ],
  log: [press(watched(), '/', ...'step', 'enter', 'k', 'k')],
  check: [],
  paste: [press(stateOf({ screen: 'paste' }, 140, 30), ...'text')],
  help: [press(stateOf({ screen: 'page', id: 'quota-exceeded' }, 140, 12), '?', '/', ...'page', 'enter', 'j')],
  overlay: [press(stateOf({ screen: 'page', id: 'quota-exceeded' }, 140, 12), 'enter', 'down')],
  find: [press(stateOf({ screen: 'page', id: 'quota-exceeded' }), '/', ...'token')],
  filter: [press(stateOf({ screen: 'list', kind: 'error' }), '/', ...'gpu', 'down')],
};

/** Whether a key does anything: to the screen, or outside. */
function doesSomething(state: State, key: string): boolean {
  const { state: after, effects } = act(state, key);
  return effects.length > 0 || shot(after) !== shot(state);
}

function shot(state: State): string {
  const { field, find, overlay, scroll, selected, sideSelected, focus, held, isNearOnly, snippet } = viewNow(state);
  return JSON.stringify([
    state.at,
    state.views.length,
    state.status,
    field,
    find,
    overlay,
    scroll,
    selected,
    sideSelected,
    focus,
    held === null,
    isNearOnly,
    snippet,
  ]);
}

/** The first key of a command that is a key in this place. */
function keyAt(command: (typeof BINDINGS)[number]['command'], place: Place): string {
  const { keys, inField = [], inEmptyField = [] } = bindingOf(command);
  return (FIELDS.includes(place) ? [...inField, ...inEmptyField][0] : keys[0]) ?? '';
}

const PLACES = ALL.filter((place) => STATES[place].length > 0);
/** At an end of what it moves in, or of the history, a key has nothing to do; the states stand elsewhere, but not at all ends at once. */
const MOVES = /^(?:up|down|page|half|top|bottom|next|previous|history|otherPane|outline|pick|copy)/;

describe.each(PLACES)('in %s', (place) => {
  test('the states of this test stand there', () => {
    for (const state of STATES[place]) expect(sceneOf(state, world).place).toBe(place);
  });

  test('every key that the help names does something', () => {
    for (const { command, at } of BINDINGS) {
      if (!at.includes(place) || MOVES.test(command)) continue;
      const key = keyAt(command, place);
      const isSign = bindingOf(command).inEmptyField?.includes(key);
      const states = isSign ? STATES[place].map((state) => press(state, 'ctrl+u', 'ctrl+k')) : STATES[place];
      expect({ command, does: states.some((state) => doesSomething(state, key)) }).toEqual({ command, does: true });
    }
  });

  test('moves lead somewhere from one of two ends', () => {
    for (const { command, at } of BINDINGS) {
      if (!at.includes(place) || !MOVES.test(command)) continue;
      const key = keyAt(command, place);
      const states = STATES[place].flatMap((state) => [state, ...['g', 'G', '[', 'up', 'pagedown'].map((to) => press(state, to))]);
      expect({ command, does: states.some((state) => doesSomething(state, key)) }).toEqual({ command, does: true });
    }
  });

  test('a key that the help does not name does nothing', () => {
    for (const { command, at, keys } of BINDINGS) {
      if (at.includes(place) || FIELDS.includes(place)) continue;
      for (const state of STATES[place])
        for (const key of keys) expect({ command, key, does: doesSomething(state, key) }).toEqual({ command, key, does: false });
    }
  });

  test('every key of the footer does something now', () => {
    for (const state of STATES[place])
      for (const named of FOOTERS[place]) {
        const command = typeof named === 'string' ? named : named[0];
        if (!isOfUse(command, state, sceneOf(state, world)) || command === 'up' || command === 'historyBack') continue;
        expect({ command, does: doesSomething(state, keyAt(command, place)) }).toEqual({ command, does: true });
      }
  });
});

test('every place has its footer, of keys that work there', () => {
  for (const place of ALL)
    for (const named of FOOTERS[place]) expect(bindingOf(typeof named === 'string' ? named : named[0]).at).toContain(place);
});
