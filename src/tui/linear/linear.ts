/** The app for those who listen, and for terminals that cannot move: text from top to bottom, and one numbered prompt. */
import { createInterface } from 'node:readline';
import { EXIT } from '../../core/result.ts';
import type { AppOptions } from '../run.tsx';
import type { State } from '../state/state.ts';
import type { Ending } from '../terminal/endings.ts';
import { onSignals } from '../terminal/endings.ts';
import type { KeySource } from '../terminal/keyboard.ts';
import { SETTLE_MS } from '../terminal/paste-guard.ts';
import { worldOf } from '../world.ts';
import { firstState } from './first-state.ts';
import { say, turn } from './turn.ts';

/** Runs the prompts until somebody leaves; gives the exit code. */
export async function runLinear(options: AppOptions, { stream, isOurs }: KeySource): Promise<number> {
  const { streams } = options;
  const world = worldOf(options.library(), false, options.space);
  const write = (text: string): void => void streams.stdout.write(`${text}\n`);
  let state: State = await firstState(options, world, write);
  return new Promise((resolve) => {
    const lines: string[] = [];
    let timer: NodeJS.Timeout | undefined;
    const prompts = createInterface({ input: stream, terminal: false });
    const finish = (code: number): void => {
      // First, for closing the prompts ends them once more.
      resolve(code);
      clearTimeout(timer);
      stopListening();
      prompts.close();
      if (isOurs) stream.destroy();
    };
    const stopListening = onSignals({
      end: (how: Ending) => finish('code' in how ? how.code : EXIT.bug),
      stop: () => process.kill(process.pid, 'SIGSTOP'),
      goOn: () => undefined,
      windowChanged: () => undefined,
    });
    const answer = (): void => {
      const next = turn(state, lines.splice(0), world);
      if (next === null) {
        finish(EXIT.found);
        return;
      }
      state = next;
      write(say(state, world, streams.stdout.columns));
    };
    prompts.on('line', (line) => {
      lines.push(line);
      clearTimeout(timer);
      timer = setTimeout(answer, SETTLE_MS);
    });
    prompts.on('close', () => finish(EXIT.found));
    write(say(state, world, streams.stdout.columns));
  });
}
