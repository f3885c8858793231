/** The app: the store's state as a screen, keys and pastes as actions. */
import { useApp, useInput, usePaste } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import { presses } from './terminal/key-names.ts';
import type { Store } from './update/store.ts';
import { Screen } from './view/components/screen.tsx';
import { frameOf } from './view/frame.ts';

interface Props {
  readonly store: Store;
  /** Told how to hand the terminal over, once Ink is there. */
  readonly onReady: (app: ReturnType<typeof useApp>) => void;
}

/** The app: hears every key, and draws the frame of the state. */
export function App({ store, onReady }: Props) {
  const app = useApp();
  const state = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => onReady(app), [app, onReady]);
  useInput((input, key) => {
    for (const press of presses(input, key)) store.dispatch({ type: 'press', press });
  });
  usePaste((text) => store.dispatch({ type: 'paste', text }));
  return <Screen frame={frameOf(state, store.world)} rule={store.world.theme.quiet('│')} />;
}
