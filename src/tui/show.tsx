/** The app on the screen, from the first frame to the restored terminal. */
import { render } from 'ink';
import { documentOf } from '../core/document/document.ts';
import type { Library } from '../core/library/library.ts';
import { EXIT, type Trouble } from '../core/result.ts';
import { complain } from '../io/complain.ts';
import { readText } from '../io/input.ts';
import { paint } from '../render/paint.ts';
import { App } from './app.tsx';
import { FIRST_READING, type Live, liveView, readLive, WATCHED_AFTER_MS } from './live.ts';
import type { AppOptions, ReadLog } from './run.tsx';
import { lastDiagnosis } from './state/history.ts';
import type { Effect, State, WindowSize } from './state/state.ts';
import { copy, runTool } from './terminal/clipboard.ts';
import { type Ending, onSignals } from './terminal/endings.ts';
import type { Keyboard } from './terminal/keyboard.ts';
import { layoutEngine } from './terminal/layout-engine.ts';
import { Suspender } from './terminal/suspend.ts';
import { startView } from './update/start.ts';
import { createStore } from './update/store.ts';
import { worldOf } from './world.ts';

/** The first frame and a quick first key come before the search index. */
const WARM_AFTER_MS = 30;
const HOME_AND_ERASE = '\x1b[H\x1b[J';

/** Shows the app until it is left; gives the exit code. */
export async function showApp(options: AppOptions, keyboard: Keyboard): Promise<number> {
  const { command, words, streams, hasAltScreen, color, readLog, space } = options;
  // Ink's layout engine is made ready meanwhile.
  const library = options.library();
  const { stdout, env } = streams;
  const world = worldOf(library, color, space);
  const name = words.length > 0 ? 'file' : 'pipe';
  const initial: State = {
    size: sizeOf(stdout, hasAltScreen),
    views: [readLog ? liveView(world, name) : startView(command, words, library)],
    at: 0,
    status: null,
  };
  const readings: Live[] = [];
  let ending: Ending | null = null;
  const end = (how: Ending): void => {
    ending ??= how;
    instance.unmount();
  };
  const act = (effect: Effect): void => {
    if (effect.type === 'exit') end({ code: effect.code });
    else if (effect.type === 'suspend') suspender.suspend();
    else if (effect.type === 'repaint') repaint();
    else if (effect.type === 'read') readings.push(readLive(readingOf(effect.text, library), store, effect.reading, null));
    else
      void copy(effect.text, effect.what, { env, run: runTool, write: (text) => stdout.write(text) }).then((text) =>
        store.dispatch({ type: 'status', text }),
      );
  };
  const store = createStore(initial, world, act);
  const suspender = new Suspender(keyboard);
  await layoutEngine;
  const app = <App store={store} onReady={(hooks) => suspender.attach(hooks)} />;
  const repaint = (): void => {
    instance.clear();
    if (hasAltScreen) stdout.write(HOME_AND_ERASE);
    instance.rerender(app);
  };
  const onResize = (): void => {
    store.dispatch({ type: 'resize', size: sizeOf(stdout, hasAltScreen) });
    repaint();
  };
  const instance = render(app, {
    stdout: stdout as NodeJS.WriteStream,
    stdin: keyboard as unknown as NodeJS.ReadStream,
    stderr: streams.stderr as NodeJS.WriteStream,
    alternateScreen: hasAltScreen,
    exitOnCtrlC: false,
    incrementalRendering: true,
    maxFps: 60,
    // The variable CI must not make a blank screen: whoever opens the app is there to see it.
    interactive: true,
    patchConsole: false,
  });
  // Before Ink's own listener, so that its next frame is drawn for the new size on an empty screen.
  stdout.prependListener('resize', onResize);
  keyboard.on('hangup', () => end({ code: EXIT.hangUp }));
  const stopListening = onSignals({ end, stop: () => suspender.suspend(), goOn: () => suspender.resumed(repaint), windowChanged: repaint });
  if (readLog) readings.push(readLive(readLog, store, FIRST_READING, WATCHED_AFTER_MS[name]));
  const warming = setTimeout(world.warm, WARM_AFTER_MS);
  try {
    await instance.waitUntilExit();
  } finally {
    clearTimeout(warming);
    for (const reading of readings) reading.stop();
    stdout.off('resize', onResize);
    stopListening();
  }
  const how = ending as Ending | null;
  if (how && 'error' in how) throw how.error;
  printLast(store.get(), options);
  if (name === 'pipe' && readings[0]?.isReading()) sayWhatIsWaitedFor(options);
  const code = complained(
    readings.flatMap((reading) => reading.troubles()),
    options,
  );
  return how?.code || code;
}

function readingOf(text: string, library: Library): ReadLog {
  return (onProgress, stopped) => readText(text, library, onProgress, stopped);
}

/** Without the alternate screen one row stays free, so that nothing scrolls. */
function sizeOf(stdout: AppOptions['streams']['stdout'], hasAltScreen: boolean): WindowSize {
  const rows = stdout.rows || 24;
  return { columns: stdout.columns || 80, rows: hasAltScreen ? rows : Math.max(1, rows - 1) };
}

/** What was diagnosed last stays to be read after the app is gone. */
function printLast(state: State, { streams, color }: AppOptions): void {
  const subject = lastDiagnosis(state)?.subject;
  if (subject?.screen !== 'diagnosis' || subject.result.diagnosis.bytes === 0) return;
  const { lines } = paint(documentOf(subject.result), { width: Math.max(20, Math.min(100, state.size.columns)), color });
  streams.stdout.write(`${lines.join('\n')}\n`);
}

/** The shell waits for every program of a pipe: one that is silent does not notice that nobody reads it any more. */
function sayWhatIsWaitedFor({ streams }: AppOptions): void {
  streams.stderr.write('zerogpu-advisor: The program that writes the log is still running, and the shell waits for it. Ctrl-C ends it.\n');
}

/** Whoever left the app because nothing could be read finds out why, and so does a script. */
function complained(troubles: readonly Trouble[], { streams }: AppOptions): number {
  for (const trouble of troubles) complain(trouble, streams);
  return troubles.length > 0 ? EXIT.usage : EXIT.found;
}
