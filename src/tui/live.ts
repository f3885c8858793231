/** A log that comes while the app is open: its lines and findings appear as they are read, and keys come first. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { LogTail } from '../core/log/log-tail.ts';
import { own } from '../core/text/neutralise.ts';
import type { ReadLog } from './run.tsx';
import { type Origin, type View, viewOf } from './state/state.ts';
import type { Store } from './update/store.ts';
import type { World } from './world.ts';

/** At most this often the screen follows the log. */
const FOLLOW_MS = 120;
/** A log that ends within this time was there already, and is shown as a diagnosis at once; a later one is watched. A file may be long. */
const PATIENCE_MS: Record<Origin['name'], number> = { pipe: 400, file: 3000, paste: 0, line: 0 };
/** How long ago the last line came is said anew so often. */
const CLOCK_MS = 1000;

/** The screen that a log is read into. */
export function liveView(world: World, name: Origin['name']): View {
  const nothing = own('');
  const origin: Origin = { name, first: nothing, last: nothing, isReading: true, tail: null, idle: 0 };
  return viewOf({ screen: 'diagnosis', result: world.diagnose(''), origin });
}

/** Reads the log into the store. */
export function readLive(readLog: ReadLog, store: Store, name: Origin['name']): { stop: () => void; isReading: () => boolean } {
  const reader = new LiveReader(store, name);
  void readLog(reader.onChunk).then(reader.onEnd);
  return { stop: reader.stop, isReading: () => !reader.hasEnded };
}

class LiveReader {
  hasEnded = false;
  readonly #store: Store;
  readonly #name: Origin['name'];
  readonly #tail = new LogTail();
  readonly #start = Date.now();
  #lastAt = Date.now();
  #snapshot: (() => Diagnosis) | null = null;
  #isStopped = false;
  #isWatched = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #first: NodeJS.Timeout;
  readonly #clock: NodeJS.Timeout;

  constructor(store: Store, name: Origin['name']) {
    this.#store = store;
    this.#name = name;
    // A log that says nothing at all is watched as well.
    this.#first = setTimeout(this.#follow, PATIENCE_MS[name]);
    this.#clock = setInterval(this.#follow, CLOCK_MS);
  }

  readonly onChunk = (snapshot: () => Diagnosis, bytes: Uint8Array): void => {
    this.#snapshot = snapshot;
    this.#lastAt = Date.now();
    this.#tail.push(bytes);
    this.#timer ??= setTimeout(this.#follow, FOLLOW_MS);
  };

  readonly onEnd = (end: Awaited<ReturnType<ReadLog>>): void => {
    this.hasEnded = true;
    this.stop(true);
    if (this.#isStopped) return;
    const { world } = this.#store;
    const isTrouble = 'what' in end;
    this.#show(isTrouble ? world.diagnose('') : world.explain(end), false);
    if (isTrouble) this.#store.dispatch({ type: 'status', text: `${end.what} ${end.help}` });
  };

  readonly stop = (isOver = false): void => {
    this.#isStopped ||= !isOver;
    clearTimeout(this.#timer);
    clearTimeout(this.#first);
    clearInterval(this.#clock);
  };

  readonly #follow = (): void => {
    this.#timer = undefined;
    if (this.#isStopped) return;
    this.#isWatched ||= Date.now() - this.#start >= PATIENCE_MS[this.#name];
    const { world } = this.#store;
    this.#show(this.#snapshot ? world.explain(this.#snapshot()) : world.diagnose(''), true);
  };

  #show(result: ReturnType<World['diagnose']>, isReading: boolean): void {
    const idle = Math.floor((Date.now() - this.#lastAt) / 1000);
    const tail = this.#isWatched ? this.#tail.lines() : null;
    this.#store.dispatch({ type: 'live', result, isReading, name: this.#name, tail, idle });
  }
}
