/** How the app feels, in numbers: `npx tsx test/bench/tui.ts`. First frame, key to screen, bytes for each key; medians and p95. */
import { performance } from 'node:perf_hooks';
import { ensureBuilt } from '../e2e/built.ts';
import { KEY, TestTerminal } from '../e2e/terminal.ts';

const ROUNDS = 40;
const STARTS = 7;
/** Nothing for this long: the answer to a key is complete. */
const QUIET_MS = 50;

interface Answer {
  /** Until the first byte of the new screen was there, in ms. */
  latency: number;
  bytes: number;
}

/** Sends one key and measures the answer. */
function measure(app: TestTerminal, key: string): Promise<Answer> {
  return new Promise((resolve) => {
    const start = performance.now();
    let latency = Number.NaN;
    let bytes = 0;
    let timer: NodeJS.Timeout | undefined;
    const finish = (): void => {
      listener.dispose();
      resolve({ latency, bytes });
    };
    const listener = app.pty.onData((data) => {
      if (bytes === 0) latency = performance.now() - start;
      bytes += Buffer.byteLength(data);
      clearTimeout(timer);
      timer = setTimeout(finish, QUIET_MS);
    });
    timer = setTimeout(finish, 1000);
    app.type(key);
  });
}

async function firstFrame(): Promise<number> {
  const start = performance.now();
  const app = new TestTerminal([]);
  try {
    return await new Promise((resolve) => app.pty.onData(() => app.raw.includes('Most asked') && resolve(performance.now() - start)));
  } finally {
    app.close();
  }
}

function quantile(values: number[], share: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Sends keys and prints a row; gives the answers. */
async function keys(name: string, app: TestTerminal, next: (round: number) => string): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let round = 0; round < ROUNDS; round++) answers.push(await measure(app, next(round)));
  print(name, answers);
  return answers;
}

function print(name: string, answers: Answer[]): void {
  const latency = answers.map((answer) => answer.latency);
  const bytes = answers.map((answer) => answer.bytes);
  const figures = [quantile(latency, 0.5), quantile(latency, 0.95)].map((ms) => ms.toFixed(1).padStart(7));
  process.stdout.write(
    `${name.padEnd(44)}${figures.join('')}${String(quantile(bytes, 0.5)).padStart(8)}${String(quantile(bytes, 0.95)).padStart(8)}\n`,
  );
}

const QUESTION = 'why is returning a tensor from gpu so slow';
const LOG = Array.from({ length: 2000 }, (_, index) => `INFO: step ${index} of the run, everything as usual`);
LOG[1990] = 'RuntimeError: No CUDA GPUs are available';

// A pseudo-terminal alone does not keep the process waiting.
const alive = setInterval(() => undefined, 1000);
await ensureBuilt();
const starts: number[] = [];
for (let count = 0; count < STARTS; count++) starts.push(await firstFrame());
process.stdout.write(
  `first frame of the app: median ${quantile(starts, 0.5).toFixed(0)} ms, p95 ${quantile(starts, 0.95).toFixed(0)} ms\n\n`,
);
process.stdout.write(`${''.padEnd(44)} ms p50 ms p95  B p50   B p95\n`);
for (const [columns, rows] of [
  [60, 18],
  [80, 24],
  [140, 45],
] as const) {
  const app = new TestTerminal([], { columns, rows });
  try {
    await app.see('Most asked');
    await app.press('w', '/ w');
    await app.press(KEY.esc, 'Words, an id');
    const all: Answer[] = [];
    const row = async (name: string, next: (round: number) => string) => {
      all.push(...(await keys(`${columns}×${rows} ${name}`, app, next)));
    };
    await row('choose: down and up', (round) => (round % 10 < 5 ? KEY.down : KEY.up));
    await row('type a question', (round) => QUESTION[round] as string);
    await app.press(KEY.esc, 'Words, an id');
    await app.press(`\x1b[200~${LOG.join('\r')}\x1b[201~`, 'Diagnosis');
    await row('2,000-line log open: down', () => 'j');
    await row('2,000-line log open: ? and back', (round) => (round % 2 === 0 ? '?' : '['));
    print(`${columns}×${rows} all of these keys`, all);
  } finally {
    app.close();
  }
}

/** Ten thousand lines a second through the pipe: how long until a key shows. */
async function liveKeys(): Promise<number[]> {
  const source = `setInterval(() => process.stdout.write('INFO: step done, all as usual, nothing to see\\n'.repeat(100)), 10)`;
  const app = new TestTerminal([], { shell: `node -e "${source}" | node $BIN -i` });
  const waits: number[] = [];
  try {
    await until(app, 'watching');
    for (let round = 0; round < ROUNDS; round++) {
      const isHelp = round % 2 === 0;
      const from = app.raw.length;
      const start = performance.now();
      app.type(isHelp ? '?' : '[');
      await until(app, isHelp ? 'Keys' : 'watching', from);
      waits.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  } finally {
    app.close();
  }
  return waits;
}

/** Resolves as soon as the program has written `text`, after `from`. */
function until(app: TestTerminal, text: string, from = 0): Promise<void> {
  return new Promise((resolve) => {
    const listener = app.pty.onData(() => {
      if (!app.raw.slice(from).includes(text)) return;
      listener.dispose();
      resolve();
    });
  });
}

const waits = await liveKeys();
process.stdout.write(
  `\nwhile 10,000 lines a second come: key to screen p50 ${quantile(waits, 0.5).toFixed(1)} ms, p95 ${quantile(waits, 0.95).toFixed(1)} ms\n`,
);
clearInterval(alive);
