/** Logs in every script that terminals join, in terminals that join and that do not: nothing is wider than the screen. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { bin, ensureBuilt } from './built.ts';
import { SCRIPTS } from './scripts.ts';
import { KEY, TestTerminal } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let terminal: TestTerminal | undefined;
let log = '';
beforeAll(async () => {
  await ensureBuilt();
  log = join(mkdtempSync(join(tmpdir(), 'advisor-scripts-')), 'run.log');
  const lines = Object.values(SCRIPTS).flatMap((text, at) => [
    `torch.OutOfMemoryError: CUDA out of memory. ${`${text} `.repeat(4)}`,
    ...Array(5).fill(''),
    `Strange${at}Error: ${text.repeat(3)}`,
    ...Array(5).fill(''),
  ]);
  writeFileSync(log, `${lines.join('\n')}\n`);
}, 120_000);
afterEach(() => terminal?.close());

const isWhole = (screen: string): boolean => /zerogpu-advisor|Diagnosis of/.test(screen.split('\n')[0] ?? '') && /help/.test(screen);

describe.each(['11', '15-graphemes'] as const)('a terminal that counts as %s', (unicode) => {
  test.each([
    [80, 24],
    [120, 30],
    [60, 15],
  ])('%i × %i', async (columns, rows) => {
    terminal = new TestTerminal(['diagnose', '-i', log], { columns, rows, unicode });
    await terminal.see((screen) => /Diagnosis of \d+ lines/.test(screen) && isWhole(screen));
    // Through the findings and the exceptions that nobody knows, each with its line of the log.
    await terminal.press(KEY.tab, isWhole);
    for (let step = 0; step < 12; step++) expect(await terminal.press('j', isWhole)).toMatch(/Diagnosis/);
    await terminal.press(KEY.ctrlL, isWhole);
    terminal.type('q');
    expect(await terminal.exit()).toBe(0);
  });

  test('what is typed stays on its line', async () => {
    terminal = new TestTerminal([], { unicode });
    await terminal.see('Most asked');
    for (const text of [SCRIPTS.Hindi, SCRIPTS.Lao, SCRIPTS.emoji]) {
      terminal.type(`\u001b[200~${text} ${text}\u001b[201~`);
      await terminal.see(
        (screen) => screen.split('\n')[0]?.includes('zerogpu-advisor › Search') === true && !screen.includes('Words, an id'),
      );
      await terminal.press(KEY.esc, 'Words, an id');
    }
    terminal.type(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
  });
});

test('tmux shows header and footer too', async () => {
  const socket = `advisor-${process.pid}`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-L', socket, '-f', '/dev/null', '-u', ...args], { env }).toString();
  try {
    tmux('new-session', '-d', '-x', '80', '-y', '24', process.execPath, bin(), 'diagnose', '-i', log);
    await vi.waitFor(() => expect(isWhole(tmux('capture-pane', '-p'))).toBe(true), { timeout: 20_000 });
    tmux('send-keys', 'Tab');
    for (let step = 0; step < 12; step++) {
      tmux('send-keys', 'j');
      await vi.waitFor(() => expect(isWhole(tmux('capture-pane', '-p'))).toBe(true), { timeout: 20_000 });
    }
    tmux('send-keys', 'q');
  } finally {
    try {
      tmux('kill-server');
    } catch {
      // It ended with the program.
    }
  }
});
