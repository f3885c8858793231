/** A signal that comes while a log is read ends the reading, not the program: what was read is still reported. */
import { EXIT } from '../core/result.ts';

const CODES = { SIGINT: EXIT.interrupt, SIGTERM: EXIT.terminate, SIGHUP: EXIT.hangUp } as const;
type Signal = keyof typeof CODES;

/** Who hears signals; the process, or nobody in a test. */
export interface SignalSource {
  on: (signal: Signal, listener: (signal: Signal) => void) => unknown;
  off: (signal: Signal, listener: (signal: Signal) => void) => unknown;
}

/** Hears the first signal during a reading; the second one, and any outside of it, ends the program as ever. */
export class Interruption {
  /** The exit code of the signal that came, if one did. */
  code: number | null = null;
  readonly #source: SignalSource | null;

  constructor(source: SignalSource | null = null) {
    this.#source = source;
  }

  /** Reads while listening; `read` is handed what to call to learn of the end. */
  async during<T>(read: (stopped: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const listener = (signal: Signal): void => {
      this.code = CODES[signal];
      this.#listen('off', listener);
      controller.abort();
    };
    this.#listen('on', listener);
    try {
      return await read(controller.signal);
    } finally {
      this.#listen('off', listener);
    }
  }

  #listen(how: 'on' | 'off', listener: (signal: Signal) => void): void {
    for (const signal of Object.keys(CODES) as Signal[]) this.#source?.[how](signal, listener);
  }
}
