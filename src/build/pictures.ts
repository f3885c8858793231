/** `npx tsx src/build/pictures.ts`: the README's pictures, taken from the built program in a real terminal, so that they never lie. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../test/e2e/built.ts';
import { type Expected, KEY, TestTerminal } from '../../test/e2e/terminal.ts';
import { toSvg } from './svg.ts';

interface Picture {
  name: string;
  title: string;
  columns: number;
  rows: number;
  args: string[];
  /** What is typed, and what the screen shows then. */
  steps: [keys: string, seen: Expected][];
}

const LOG = [
  '* Running on local URL:  http://0.0.0.0:7860',
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 42, in generate',
  '    image = pipe(prompt).images[0]',
  "gradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left). Try again in 3:12:00.'",
].join('\r');

const PICTURES: Picture[] = [
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
    title: 'A pasted log and its diagnosis: the matched words, the numbers as bars, the fix',
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
      ['tensor hangs', /\/ tensor hangs[\s\S]*›/],
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
      ['2', 'seconds are left'],
      ['1', 'How many parameters'],
      ['3', 'precision'],
      ['1', /verdict/],
    ],
  },
];

const folder = join(import.meta.dirname, '../../.github/pictures');

async function take({ name, title, columns, rows, args, steps }: Picture): Promise<void> {
  const terminal = new TestTerminal(args, { columns, rows, env: { FORCE_COLOR: '1' } });
  try {
    for (const [keys, seen] of steps) await terminal.press(keys, seen);
    writeFileSync(join(folder, `${name}.svg`), toSvg(terminal.xterm, title));
    terminal.type(KEY.ctrlC);
    await terminal.exit();
  } finally {
    terminal.close();
  }
}

await ensureBuilt();
mkdirSync(folder, { recursive: true });
for (const picture of PICTURES) await take(picture);
