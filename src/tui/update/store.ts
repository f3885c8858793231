/** Holds the state, runs the reducer, tells who listens, and hands effects to whoever can do them. */

import type { Effect, State } from '../state/state.ts';
import type { World } from '../world.ts';
import { type Action, reduce } from './reduce.ts';

export interface Store {
  readonly world: World;
  get: () => State;
  dispatch: (action: Action) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Makes a store; `act` does what the reducer may not. */
export function createStore(initial: State, world: World, act: (effect: Effect) => void): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    world,
    get: () => state,
    dispatch(action) {
      const step = reduce(state, action, world);
      if (step.state !== state) {
        state = step.state;
        for (const listener of listeners) listener();
      }
      for (const effect of step.effects) act(effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
