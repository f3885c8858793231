/** `npx tsx src/build/pictures.ts`: the README's pictures, taken from the built program in a real terminal, so that they never lie. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../test/e2e/built.ts';
import { type Expected, KEY, TestTerminal } from '../../test/e2e/terminal.ts';
import { drawScreen, toSvg } from './svg.ts';

interface Picture {
  name: string;
  title: string;
  columns: number;
  rows: number;
  args: string[];
  /** A line of a shell instead: what is piped in. */
  shell?: string;
  /** What is typed, and what the screen shows then. */
  steps: [keys: string, seen: Expected][];
  /** Every step is a frame of the picture, not the last alone. */
  isMoving?: boolean;
}

const LOG = [
  '* Running on local URL:  http://0.0.0.0:7860',
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 42, in generate',
  '    image = pipe(prompt).images[0]',
  "gradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left). Try again in 3:12:00.'",
].join('\r');

/** A program that goes on after two errors, as slowly as one can read. */
const LIVE_LOG = [
  'echo "* Running on local URL:  http://0.0.0.0:7860"',
  'for i in 1 2 3 4 5; do echo "INFO: request $i, 14.2 s on the GPU"; sleep 0.3; done',
  `echo "gradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left). Try again in 3:12:00.'"`,
  'sleep 2',
  'echo "INFO: request 7"',
  'echo "RuntimeError: No CUDA GPUs are available"',
  'sleep 60',
].join('; ');

const PICTURES: Picture[] = [
  {
    name: 'live',
    title: 'A log is watched: its last lines, then the first finding, a second one while the first is read, and the fix that is copied',
    columns: 90,
    rows: 24,
    args: [],
    shell: `(${LIVE_LOG}) | SSH_TTY=1 node $BIN -i`,
    isMoving: true,
    steps: [
      ['', /request 3/],
      ['', /1 ● The booking/],
      ['1', /› 1 The booking[\s\S]*Fix:/],
      ['', /2 ● PyTorch/],
      ['y', /sent: @spaces/],
      ['3', /› 3 the log/],
    ],
  },
  {
    name: 'home',
    title: 'The home screen: a search field, the most asked errors, the decision trees',
    columns: 80,
    rows: 24,
    args: [],
    steps: [['', 'Most asked']],
  },
  {
    name: 'diagnosis',
    title: 'A pasted log and its diagnosis: the matched words, the numbers, the fix that y copies, the rest of the page below',
    columns: 100,
    rows: 34,
    args: [],
    steps: [
      ['', 'Most asked'],
      [`\x1b[200~${LOG}\x1b[201~`, 'booked'],
    ],
  },
  {
    name: 'search',
    title: 'Search as you type, with the page beside it in a wide window',
    columns: 140,
    rows: 36,
    args: [],
    steps: [
      ['', 'Most asked'],
      ['tensor hangs', /\/ tensor hangs[\s\S]*› \S/],
    ],
  },
  {
    name: 'tree',
    title: 'A decision tree: the answers so far, the question, why it is asked',
    columns: 80,
    rows: 18,
    args: ['decide', 'large-or-xlarge'],
    steps: [
      ['', 'memory or speed'],
      ['1', 'How many GB'],
      ['5', 'How many parameters'],
    ],
  },
  {
    name: 'plan',
    title: 'A plan: does this call fit, in quota and in memory, with the sum',
    columns: 80,
    rows: 30,
    args: ['plan'],
    steps: [
      ['', 'Which duration'],
      ['4', 'Which size'],
      ['1', 'Who calls'],
      ['2', 'seconds of quota are left'],
      ['1', 'How many parameters'],
      ['3', 'precision'],
      ['1', /verdict/],
    ],
  },
];

const folder = join(import.meta.dirname, '../../.github/pictures');

async function take({ name, title, columns, rows, args, shell, steps, isMoving }: Picture): Promise<void> {
  const env = { FORCE_COLOR: '1', COLORTERM: 'truecolor' };
  const terminal = new TestTerminal(args, { columns, rows, env, ...(shell === undefined ? {} : { shell }) });
  try {
    const frames: string[][] = [];
    for (const [keys, seen] of steps) {
      await terminal.press(keys, seen);
      frames.push(drawScreen(terminal.xterm));
    }
    writeFileSync(join(folder, `${name}.svg`), toSvg(isMoving ? frames : frames.slice(-1), terminal.xterm, title));
    terminal.type(KEY.ctrlC);
    // What is piped in is still running, and has the terminal to itself now.
    if (shell !== undefined) await terminal.press('', 'the shell waits').then(() => terminal.type(KEY.ctrlC));
    await terminal.exit();
  } finally {
    terminal.close();
  }
}

await ensureBuilt();
mkdirSync(folder, { recursive: true });
for (const picture of PICTURES) await take(picture);
