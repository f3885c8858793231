/** Any size: nothing wider or higher than the screen, nothing left over from the size before. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { TestTerminal } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let terminal: TestTerminal;
beforeAll(ensureBuilt, 120_000);
afterEach(() => terminal?.close());

const STORM: [number, number][] = [
  [81, 24],
  [30, 8],
  [200, 60],
  [60, 18],
  [59, 14],
  [110, 20],
  [109, 40],
  [40, 10],
  [39, 10],
  [40, 9],
  [140, 45],
  [45, 60],
  [200, 10],
  [61, 15],
  [120, 30],
  [70, 50],
  [100, 12],
  [30, 60],
  [160, 25],
  [80, 24],
];

/** Sizes in a storm without a pause. */
const STORMS = 50;

/** What a fresh start shows at a size: what a resized screen must show too. */
async function fresh(args: string[], columns: number, rows: number): Promise<string> {
  const app = new TestTerminal(args, { columns, rows });
  try {
    return await app.see(shown(columns, rows));
  } finally {
    app.close();
  }
}

function shown(columns: number, rows: number): RegExp {
  return columns < 40 || rows < 10 ? /This window is/ : /help|back|quit/;
}

describe('a storm of resizes', () => {
  for (const args of [[], ['show', 'quota-exceeded', '-i'], ['decide', 'large-or-xlarge']]) {
    test(`${args.join(' ') || 'home'}: every stop looks like a fresh start`, async () => {
      terminal = new TestTerminal(args);
      const atFirst = await terminal.see(/help|back|quit/);
      for (const [columns, rows] of STORM) {
        terminal.resize(columns, rows);
        await terminal.see((screen) => shown(columns, rows).test(screen) && isWhole(terminal, columns, rows));
        expect(terminal.xterm.buffer.active.baseY).toBe(0);
      }
      expect(terminal.screen()).toBe(atFirst);
      for (const [columns, rows] of [
        [140, 45],
        [60, 18],
        [45, 12],
      ] as const) {
        terminal.resize(columns, rows);
        const expected = await fresh(args, columns, rows);
        await terminal.see((screen) => screen === expected);
      }
    });
  }

  for (const args of [
    ['show', 'worker-error', '-i'],
    ['list', 'errors', '-i'],
  ]) {
    test(`${args.join(' ')}: ${STORMS} without a pause end whole`, async () => {
      terminal = new TestTerminal(args);
      const atFirst = await terminal.see(/help/);
      for (let count = 0; count < STORMS; count++) {
        const [columns, rows] = STORM[(count * 7) % (STORM.length - 1)] as [number, number];
        terminal.resize(columns, rows);
      }
      terminal.resize(80, 24);
      await terminal.see((screen) => screen === atFirst);
    });
  }

  test('while a log comes, the screen stays whole and the log is followed', async () => {
    const log = 'i=0; while true; do i=$((i+1)); echo "INFO: step $i"; sleep 0.02; done';
    terminal = new TestTerminal([], { shell: `(${log}) | $NODE $BIN -i` });
    await terminal.see(() => terminal.screen().includes('watching') && terminal.screen().includes('INFO: step 20'));
    for (const [columns, rows] of STORM) terminal.resize(columns, rows);
    await terminal.see((screen) => /watching[\s\S]*INFO: step \d{2,4}\n─+\n .*help\s*$/.test(screen));
    terminal.type('f');
    await terminal.see((screen) => screen.includes('f follow'));
  });
});

/** The footer stands in the last row where there is one; a screen that is too small has its sentence on top. */
function isWhole(app: TestTerminal, columns: number, rows: number): boolean {
  const lines = app.lines();
  if (columns < 40 || rows < 10) return (lines[0] ?? '').startsWith('This window is') && lines.slice(6).every((line) => line === '');
  return /help|back|quit/.test(lines[rows - 1] ?? '');
}
