/** Opens the app with what the arguments and the streams ask for. It is loaded only then: a pipe never pays for React. */
import type { Request } from './args.ts';
import type { Library } from './core/library/library.ts';
import type { Trouble } from './core/result.ts';
import { readLog, troubleWith } from './io/input.ts';
import { spaceAtHand } from './io/space-at-hand.ts';
import { isOn, type Streams, wantsColor } from './io/streams.ts';

/** Runs the app. Out: its exit code, what is wrong with a named file, or null where there are no keys to read and one should print instead. */
export async function openApp(request: Request, streams: Streams, library: () => Library): Promise<number | Trouble | null> {
  const { command, words, flags } = request;
  const trouble = command?.name === 'diagnose' ? troubleWith(words) : null;
  if (trouble) return trouble;
  const { runApp } = await import('./tui/run.tsx');
  const isPiped = streams.stdin.isTTY !== true;
  const hasLog = command?.name === 'diagnose' ? isPiped || words.length > 0 : !command && words.length === 0 && isPiped;
  return runApp({
    library,
    command: command?.name ?? null,
    words,
    streams,
    isLinear: Boolean(flags['screen-reader']) || isOn(streams.env.ACCESSIBLE) || streams.env.TERM === 'dumb',
    hasAltScreen: !flags['no-alt-screen'],
    color: wantsColor(streams, flags),
    readLog: hasLog ? (onProgress, stopped) => readLog(words, streams, library(), onProgress, stopped) : null,
    space: spaceAtHand(namedFolder(request), library),
  });
}

/** The folder of the Space, where one is named. */
function namedFolder({ command, words, flags }: Request): string | null {
  if (command?.name === 'check') return words[0] ?? '.';
  return typeof flags.app === 'string' ? flags.app : null;
}
