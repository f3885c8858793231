/** A log that comes while the app is open: its lines and findings appear as they are read, and keys come first. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { LogTail } from '../core/log/log-tail.ts';
import type { DiagnosisResult, Trouble } from '../core/result.ts';
import { own } from '../core/text/neutralise.ts';
import type { Progress, Reading } from '../io/input.ts';
import type { ReadLog } from './run.tsx';
import { type Origin, type View, viewOf } from './state/state.ts';
import type { Store } from './update/store.ts';
import type { World } from './world.ts';

/** At most this often the screen follows the log. */
const FOLLOW_MS = 120;
/** A log that ends within this time was there already, and is shown as a diagnosis at once; a later one is watched. A file may be long. */
export const WATCHED_AFTER_MS: Record<'pipe' | 'file', number> = { pipe: 400, file: 3000 };
/** How long ago the last line came is said anew so often. */
const CLOCK_MS = 1000;

/** Number of the log that the app opens on. */
export const FIRST_READING = 1;

/** The screen that it is read into. */
export function liveView(world: World, name: Origin['name']): View {
  const nothing = own('');
  const origin: Origin = { name, first: nothing, last: nothing, isReading: true, reading: FIRST_READING, tail: null, idle: 0 };
  return viewOf({ screen: 'diagnosis', result: world.diagnose(''), origin });
}

/** A log that is being read. */
export interface Live {
  /** Reads no more of it, and lets go of what it is read from. */
  stop: () => void;
  isReading: () => boolean;
  /** What could not be read of it, so far. */
  troubles: () => readonly Trouble[];
}

/** Reads a log into the store, to the screen with this number; it is watched when it has not ended after so many milliseconds; null: never. */
export function readLive(readLog: ReadLog, store: Store, reading: number, watchedAfter: number | null): Live {
  const reader = new LiveReader(store, reading, watchedAfter);
  void readLog(reader.onProgress, reader.stopping.signal).then(reader.onEnd);
  return { stop: reader.stop, isReading: () => !reader.hasEnded, troubles: () => reader.troubles };
}

class LiveReader {
  readonly stopping = new AbortController();
  hasEnded = false;
  troubles: readonly Trouble[] = [];
  readonly #store: Store;
  readonly #reading: number;
  readonly #tail = new LogTail();
  #lastAt = Date.now();
  #snapshot: (() => Diagnosis) | null = null;
  #isWatched = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #patience: NodeJS.Timeout | undefined;
  readonly #clock: NodeJS.Timeout;

  constructor(store: Store, reading: number, watchedAfter: number | null) {
    this.#store = store;
    this.#reading = reading;
    // A log that says nothing at all is watched as well.
    if (watchedAfter !== null) this.#patience = setTimeout(this.#watch, watchedAfter);
    this.#clock = setInterval(this.#follow, CLOCK_MS);
  }

  readonly onProgress: Progress = (snapshot, bytes) => {
    this.#snapshot = snapshot;
    this.#lastAt = Date.now();
    this.#tail.push(bytes);
    this.#timer ??= setTimeout(this.#follow, FOLLOW_MS);
  };

  readonly onEnd = ({ diagnosis, troubles }: Reading): void => {
    this.hasEnded = true;
    this.#rest();
    if (this.stopping.signal.aborted) return;
    this.troubles = troubles;
    this.#show(this.#store.world.explain(diagnosis), false);
    if (troubles.length > 0) this.#store.dispatch({ type: 'status', text: troubles.map(({ what, help }) => `${what} ${help}`).join(' ') });
  };

  readonly stop = (): void => {
    this.stopping.abort();
    this.#rest();
  };

  #rest(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    clearInterval(this.#clock);
  }

  readonly #watch = (): void => {
    this.#isWatched = true;
    this.#follow();
  };

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { world } = this.#store;
    this.#show(this.#snapshot ? world.explain(this.#snapshot()) : world.diagnose(''), true);
  };

  #show(result: DiagnosisResult, isReading: boolean): void {
    const idle = Math.floor((Date.now() - this.#lastAt) / 1000);
    const tail = this.#isWatched ? this.#tail.lines() : null;
    this.#store.dispatch({ type: 'live', result, isReading, reading: this.#reading, tail, idle });
  }
}
