/** Opens the app on a terminal and gives the terminal back on every way out: the one owner of both. */
import './terminal/promise-shim.ts';
import type { Library } from '../core/library/library.ts';
import type { Progress, Reading } from '../io/input.ts';
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

/** Reads a log to its end, or until it is told to stop; tells in between what was found. */
export type ReadLog = (onProgress: Progress, stopped: AbortSignal) => Promise<Reading>;

/** Runs the app; the exit code, or null where there are no keys to read and one should print instead. */
export async function runApp(options: AppOptions): Promise<number | null> {
  const keys = openKeys(options.streams);
  if (!keys) return null;
  if (options.isLinear) {
    const { runLinear } = await import('./linear/linear.ts');
    return runLinear(options, keys);
  }
  const keyboard = keyboardOn(keys);
  // In the background this stops the process, before anything was written to a screen that belongs to others.
  keyboard.setRawMode(true);
  try {
    const { showApp } = await import('./show.tsx');
    return await showApp(options, keyboard);
  } finally {
    keyboard.close();
  }
}
