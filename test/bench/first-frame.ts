/** Time from the start of a program to the first output on a real terminal that holds a text. */
import { spawn } from '@lydell/node-pty';
import { median } from './measure.ts';

export interface Shown {
  name: string;
  args: string[];
  text: string;
}

/** Median milliseconds of each, turn by turn; the first round only warms up. */
export async function firstFrames(programs: Shown[], turns: number): Promise<Map<string, number>> {
  const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const program of programs) {
      const ms = await once(program);
      if (turn > 0) times.get(program.name)?.push(ms);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function once({ args, text }: Shown): Promise<number> {
  const { CI: _, ...env } = process.env;
  const start = performance.now();
  const pty = spawn(process.execPath, args, { cols: 80, rows: 24, env: { ...env, TERM: 'xterm-256color' } as Record<string, string> });
  let seen = '';
  return new Promise((resolve, reject) => {
    let ms = 0;
    pty.onData((data) => {
      seen += data;
      if (ms > 0 || !seen.includes(text)) return;
      ms = performance.now() - start;
      pty.kill();
    });
    pty.onExit(() => (ms > 0 ? resolve(ms) : reject(new Error(`"${text}" was never on the screen:\n${seen}`))));
  });
}

const SETTLED_MS = 300;
const KEYS = 20;

/** Median milliseconds from a letter typed into the search of the app to the first byte of its answer. */
export async function firstKeys(program: string): Promise<number> {
  const pty = spawn(process.execPath, [program], {
    cols: 80,
    rows: 24,
    env: { ...process.env, TERM: 'xterm-256color' } as Record<string, string>,
  });
  const answer = (): Promise<void> =>
    new Promise((resolve) => {
      const listener = pty.onData(() => {
        listener.dispose();
        resolve();
      });
    });
  const waits: number[] = [];
  try {
    await answer();
    for (let turn = 0; turn < KEYS; turn++) {
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
      const answered = answer();
      const start = performance.now();
      pty.write('quota of the gpu is gone'[turn] as string);
      await answered;
      waits.push(performance.now() - start);
    }
  } finally {
    pty.kill();
  }
  return median(waits);
}
