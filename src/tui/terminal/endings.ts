/** The ways a process is told to end, to stop or to go on, as calls. */
import process from 'node:process';
import { EXIT } from '../../core/result.ts';

/** What the process may be told. */
export interface Told {
  end: (how: Ending) => void;
  stop: () => void;
  goOn: () => void;
  /** The window changed, if only for a moment: what was cut off must be drawn again. */
  windowChanged: () => void;
}

export type Ending = { code: number } | { error: unknown };

/** Listens until the returned function is called. */
export function onSignals({ end, stop, goOn, windowChanged }: Told): () => void {
  const onError = (error: unknown): void => end({ error });
  const listeners: [string, (...args: never[]) => void][] = [
    ['SIGINT', () => end({ code: EXIT.interrupt })],
    ['SIGTERM', () => end({ code: EXIT.terminate })],
    ['SIGHUP', () => end({ code: EXIT.hangUp })],
    ['SIGTSTP', stop],
    ['SIGCONT', goOn],
    ['SIGWINCH', windowChanged],
    ['uncaughtException', onError],
    ['unhandledRejection', onError],
  ];
  for (const [name, listener] of listeners) process.on(name, listener as () => void);
  return () => {
    for (const [name, listener] of listeners) process.off(name, listener as () => void);
  };
}
