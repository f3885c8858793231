/** The ways a process is told to end, to stop or to go on, as calls. */
import process from 'node:process';
import { EXIT } from '../core/result.ts';

export type Ending = { code: number } | { error: unknown };

/** Listens until the returned function is called. */
export function onSignals(end: (how: Ending) => void, onStop: () => void, onContinue: () => void): () => void {
  const onError = (error: unknown): void => end({ error });
  const listeners: [string, (...args: never[]) => void][] = [
    ['SIGINT', () => end({ code: EXIT.interrupt })],
    ['SIGTERM', () => end({ code: EXIT.terminate })],
    ['SIGHUP', () => end({ code: EXIT.hangUp })],
    ['SIGTSTP', onStop],
    ['SIGCONT', onContinue],
    ['uncaughtException', onError],
    ['unhandledRejection', onError],
  ];
  for (const [name, listener] of listeners) process.on(name, listener as () => void);
  return () => {
    for (const [name, listener] of listeners) process.off(name, listener as () => void);
  };
}
