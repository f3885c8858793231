/** Nine tasks of a newcomer, key by key: run as a test, and written down as .github/WALKTHROUGH.md. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Expected, KEY, TestTerminal } from './terminal.ts';

export interface Step {
  /** As a person would say it. */
  does: string;
  keys: string;
  sees: Expected;
  /** Typing words and pasting are not counted as keys. */
  isTyping?: boolean;
}

export interface Task {
  name: string;
  /** The command line. */
  start: string;
  args: () => string[];
  /** What is piped in: a line of a shell. */
  pipe?: string;
  first: Expected;
  steps: Step[];
}

const QUOTA = 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left). Try again in 3:12:00.';
const BUILD_LOG = [
  '--> RUN pip install --no-cache-dir -r requirements.txt',
  'Collecting flash-attn',
  '  error: subprocess-exited-with-error',
  '  × python setup.py egg_info did not run successfully.',
  "      ModuleNotFoundError: No module named 'torch'",
  'ERROR: Failed to build installable wheels for some pyproject.toml based projects (flash-attn)',
].join('\n');

/** A program that goes on after two errors. */
const LIVE_LOG = [
  'echo "* Running on local URL:  http://0.0.0.0:7860"',
  'echo "INFO: a request"',
  `echo "gradio.exceptions.Error: '${QUOTA}'"`,
  'sleep 1',
  'echo "INFO: another request"',
  'echo "RuntimeError: No CUDA GPUs are available"',
  'sleep 60',
].join('; ');

function buildLog(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'advisor-')), 'build.log');
  writeFileSync(file, BUILD_LOG);
  return file;
}

const HOME = { start: 'zerogpu-advisor', args: () => [], first: 'Most asked' };

export const TASKS: Task[] = [
  {
    ...HOME,
    name: 'Find the rule on returning tensors',
    steps: [
      { does: 'type `return tensor`', keys: 'return tensor', sees: /\/ return tensor[\s\S]*Move every result to the CPU/, isTyping: true },
      { does: '↓, to the rule', keys: KEY.down, sees: /› Move every result to the CPU/ },
      { does: 'Enter', keys: KEY.enter, sees: '› no-cuda-tensors-out' },
    ],
  },
  {
    ...HOME,
    name: 'Decide the size for a 13B model',
    steps: [
      { does: 'type `large-or-xlarge`', keys: 'large-or-xlarge', sees: /› Which size do I need/, isTyping: true },
      { does: 'Enter', keys: KEY.enter, sees: 'memory or speed' },
      { does: '1, memory', keys: '1', sees: 'How many GB are all the weights' },
      { does: '5, I do not know', keys: '5', sees: 'How many parameters' },
      { does: '1, up to 17 billion', keys: '1', sees: 'on top of the weights' },
      { does: '1, little', keys: '1', sees: /Stay on large/ },
    ],
  },
  {
    ...HOME,
    name: 'Diagnose a pasted quota error',
    steps: [{ does: 'paste the message', keys: `\x1b[200~${QUOTA}\x1b[201~`, sees: '90 s, and 30 s were left', isTyping: true }],
  },
  {
    name: 'Find why a build fails, from its log',
    start: 'zerogpu-advisor diagnose build.log -i',
    args: () => ['diagnose', buildLog(), '-i'],
    first: /Diagnosis of 6 lines[\s\S]*Fix: /,
    steps: [],
  },
  {
    ...HOME,
    name: 'Copy a snippet',
    steps: [
      { does: 'type `quota exceeded`', keys: 'quota exceeded', sees: /\/ quota exceeded[\s\S]*› "ZeroGPU quota exceeded"/, isTyping: true },
      { does: 'Enter', keys: KEY.enter, sees: '› quota-exceeded' },
      { does: 'y', keys: 'y', sees: /▌ {2}@spaces\.GPU[\s\S]*(?:copied|sent): @spaces\.GPU/ },
    ],
  },
  {
    ...HOME,
    name: 'Copy the second fix of a pasted error',
    steps: [
      { does: 'paste the message', keys: `\x1b[200~${QUOTA}\x1b[201~`, sees: '90 s, and 30 s were left', isTyping: true },
      {
        does: 's, the next snippet',
        keys: 's',
        sees: (screen) => /\n▌ {2,6}\S/.test(screen) && !/▌ {2,6}@spaces\.GPU\(duration/.test(screen),
      },
      { does: 'y', keys: 'y', sees: /(?:copied|sent): .+\s\(2\s+of \d/ },
    ],
  },
  {
    ...HOME,
    name: 'Back to a diagnosis that was left for a search',
    steps: [
      { does: 'paste the message', keys: `\x1b[200~${QUOTA}\x1b[201~`, sees: '90 s, and 30 s were left', isTyping: true },
      { does: 'Esc, home', keys: KEY.esc, sees: /› Your diagnosis of 1 line/ },
      { does: 'type `return tensor`', keys: 'return tensor', sees: /\/ return tensor[\s\S]*Move every result/, isTyping: true },
      { does: 'Alt-←, the screen before', keys: KEY.altLeft, sees: '90 s, and 30 s were left' },
    ],
  },
  {
    name: 'Watch a log, and see what is new in it',
    start: 'hf spaces logs USER/SPACE --follow | zerogpu-advisor -i',
    args: () => ['-i'],
    pipe: LIVE_LOG,
    first: /watching · 5 lines · 2 findings[\s\S]*1 ● [\s\S]*2 ● /,
    steps: [
      { does: '1, the first finding', keys: '1', sees: /› 1 The booking is larger[\s\S]*90 s, and 30 s were left/ },
      { does: '2, the second', keys: '2', sees: /› 2 PyTorch found no GPU[\s\S]*error\[no-cuda-gpus\]/ },
      { does: '3, the log again', keys: '3', sees: /› 3 the log, followed/ },
    ],
  },
  {
    ...HOME,
    name: 'Get help',
    steps: [{ does: '?', keys: '?', sees: 'Keys' }],
  },
];

/** Does a task; gives the screen after each step, the first one included. */
export async function doTask({ args, pipe, first, steps }: Task, columns = 80, rows = 24): Promise<string[]> {
  const shell = pipe === undefined ? {} : { shell: `(${pipe}) | $NODE $BIN ${args().join(' ')}` };
  const terminal = new TestTerminal(args(), { columns, rows, ...shell });
  try {
    const screens = [await terminal.see(first)];
    for (const { keys, sees } of steps) screens.push(await terminal.press(keys, sees));
    return screens;
  } finally {
    terminal.close();
  }
}

/** Keys besides typing. */
export function keyCount({ steps }: Task): number {
  return steps.filter(({ isTyping }) => !isTyping).length;
}
