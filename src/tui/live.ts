/** A log that comes while the app is open: findings appear as they are read, and keys come first. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { own } from '../core/text/neutralise.ts';
import type { ReadLog } from './run.tsx';
import { type Origin, type View, viewOf } from './state/state.ts';
import type { Store } from './update/store.ts';
import type { World } from './world.ts';

/** At most this often the screen follows the log. */
const FOLLOW_MS = 120;

/** The screen that a log is read into. */
export function liveView(world: World, name: Origin['name']): View {
  const nothing = own('');
  return viewOf({ screen: 'diagnosis', result: world.diagnose(''), origin: { name, first: nothing, last: nothing, isReading: true } });
}

/** Reads the log into the store. */
export function readLive(readLog: ReadLog, store: Store, name: Origin['name']): { stop: () => void } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const show = (diagnosis: Diagnosis, isReading: boolean): void => {
    if (!isStopped) store.dispatch({ type: 'live', result: store.world.explain(diagnosis), isReading, name });
  };
  const onChunk = (snapshot: () => Diagnosis): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show(snapshot(), true);
    }, FOLLOW_MS);
  };
  void readLog(onChunk).then((end) => {
    clearTimeout(timer);
    if (isStopped) return;
    if ('what' in end) {
      store.dispatch({ type: 'live', result: store.world.diagnose(''), isReading: false, name });
      store.dispatch({ type: 'status', text: `${end.what} ${end.help}` });
    } else show(end, false);
  });
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
