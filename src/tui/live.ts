/** A log that comes while the app is open: findings appear as they are read, and keys come first. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { own } from '../core/text/neutralise.ts';
import type { Trouble } from '../io/input.ts';
import type { ReadLog } from './run.tsx';
import { type Origin, type View, viewOf } from './state/state.ts';
import type { Store } from './update/store.ts';
import type { World } from './world.ts';

/** At most this often the screen follows the log. */
const FOLLOW_MS = 120;

/** Number of the log that the app opens on. */
export const FIRST_READING = 1;

/** The screen that it is read into. */
export function liveView(world: World, name: Origin['name']): View {
  const nothing = own('');
  return viewOf({
    screen: 'diagnosis',
    result: world.diagnose(''),
    origin: { name, first: nothing, last: nothing, isReading: true, reading: FIRST_READING },
  });
}

/** A log that is being read. */
export interface Live {
  /** Reads no more of it, and lets go of what it is read from. */
  stop: () => void;
  /** What could not be read of it, so far. */
  troubles: () => readonly Trouble[];
}

/** Reads a log into the store, to the screen with this number. */
export function readLive(readLog: ReadLog, store: Store, reading = FIRST_READING): Live {
  const stopping = new AbortController();
  let troubles: readonly Trouble[] = [];
  let timer: NodeJS.Timeout | undefined;
  const show = (diagnosis: Diagnosis, isReading: boolean): void =>
    store.dispatch({ type: 'live', result: store.world.explain(diagnosis), isReading, reading });
  const onProgress = (snapshot: () => Diagnosis): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show(snapshot(), true);
    }, FOLLOW_MS);
  };
  void readLog(onProgress, stopping.signal).then((end) => {
    clearTimeout(timer);
    if (stopping.signal.aborted) return;
    troubles = end.troubles;
    show(end.diagnosis, false);
    if (troubles.length > 0) store.dispatch({ type: 'status', text: troubles.map(({ what, help }) => `${what} ${help}`).join(' ') });
  });
  return {
    stop() {
      stopping.abort();
      clearTimeout(timer);
    },
    troubles: () => troubles,
  };
}
