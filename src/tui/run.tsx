/** Opens the app on a terminal and gives the terminal back on every way out: the one owner of both. */
import './terminal/promise-shim.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';
import type { SpaceAtHand } from '../io/space-at-hand.ts';
import type { Streams } from '../io/streams.ts';
import type { Colour } from '../render/theme.ts';
import { keyboardOn, openKeys } from './terminal/keyboard.ts';

export interface AppOptions {
  /** Reads the knowledge, at the first call. */
  library: () => Library;
  /** The command that was named, if any, and its words. */
  command: string | null;
  words: string[];
  streams: Streams;
  /** Numbered prompts instead of screens. */
  isLinear: boolean;
  hasAltScreen: boolean;
  color: Colour;
  /** Reads the log that the app opens on; null when there is none. */
  readLog: ReadLog | null;
  /** The Space in this folder, or in the one that was named. */
  space: SpaceAtHand | null;
}

/** Reads a log to its end; tells in between what was found. */
export type ReadLog = (
  onChunk: (snapshot: () => Diagnosis, bytes: Uint8Array) => void,
) => Promise<Diagnosis | { what: string; help: string }>;

/** Runs the app; the exit code, or null where there are no keys to read and one should print instead. */
export async function runApp(options: AppOptions): Promise<number | null> {
  const keys = openKeys(options.streams);
  if (!keys) return null;
  if (options.isLinear) {
    const { runLinear } = await import('./linear/linear.ts');
    return runLinear(options, keys);
  }
  const keyboard = keyboardOn(keys);
  try {
    const { showApp } = await import('./show.tsx');
    return await showApp(options, keyboard);
  } finally {
    keyboard.close();
  }
}
