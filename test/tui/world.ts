/** The real library as a world, and a hand that presses keys on a state. */

import type { Effect, State, Subject } from '../../src/tui/state/state.ts';
import type { Press } from '../../src/tui/terminal/key-names.ts';
import { openView } from '../../src/tui/update/open.ts';
import { type Action, reduce } from '../../src/tui/update/reduce.ts';
import { type World, worldOf } from '../../src/tui/world.ts';
import { library } from '../library.ts';

export const world: World = worldOf(library, true);
export const plainWorld: World = worldOf(library, false);

/** A state that shows a subject in a window. */
export function stateOf(subject: Subject = { screen: 'home' }, columns = 80, rows = 24): State {
  return { size: { columns, rows }, views: [openView(subject)], at: 0, status: null };
}

/** What remains of a state after keys and texts: names of keys, or text in quotes. */
export function press(state: State, ...keys: string[]): State {
  return act(state, ...keys).state;
}

/** The same, with what the outside was asked to do. */
export function act(state: State, ...keys: string[]): { state: State; effects: Effect[] } {
  const effects: Effect[] = [];
  let now = state;
  for (const key of keys) {
    const step = reduce(now, { type: 'press', press: toPress(key) }, world);
    now = step.state;
    effects.push(...step.effects);
  }
  return { state: now, effects };
}

export function afterwards(state: State, action: Action): State {
  return reduce(state, action, world).state;
}

const NAMED = /^(?:up|down|left|right|pageup|pagedown|home|end|enter|esc|tab|backspace|delete|ctrl\+.)$/;

function toPress(key: string): Press {
  return NAMED.test(key) ? { key } : { text: key };
}
