/** Logs in every script that terminals join, in terminals that join and that do not: nothing is wider than the screen. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { bin, ensureBuilt } from './built.ts';
import { SCRIPTS } from './scripts.ts';
import { KEY, linesOf, TestTerminal } from './terminal.ts';

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

/** A screen that counts as of old, and what one that joins letters makes of the same output. */
function open(args: string[], columns = 80, rows = 24): { app: TestTerminal; joining: () => string } {
  terminal = new TestTerminal(args, { columns, rows, unicode: '11' });
  const other = terminal.beside('15-graphemes');
  return { app: terminal, joining: () => linesOf(other).join('\n') };
}

describe('in terminals that count columns otherwise', () => {
  test.each([
    [80, 24],
    [120, 30],
    [60, 15],
  ])('%i × %i', async (columns, rows) => {
    const { app, joining } = open(['diagnose', '-i', log], columns, rows);
    const alsoWhole = () => vi.waitFor(() => expect(joining()).toSatisfy(isWhole), { timeout: 20_000 });
    await app.see((screen) => /Diagnosis of \d+ lines/.test(screen) && isWhole(screen));
    await alsoWhole();
    // Through the findings and the exceptions that nobody knows, each with its line of the log.
    await app.press(KEY.tab, isWhole);
    for (let step = 0; step < 12; step++) {
      expect(await app.press('j', isWhole)).toMatch(/Diagnosis/);
      await alsoWhole();
      expect(joining()).toMatch(/Diagnosis/);
    }
    await app.press(KEY.ctrlL, isWhole);
    await alsoWhole();
    app.type('q');
    expect(await app.exit()).toBe(0);
  });

  test('what is typed stays on its line', async () => {
    const { app, joining } = open([]);
    const isSearch = (screen: string): boolean =>
      screen.split('\n')[0]?.includes('zerogpu-advisor › Search') === true && !screen.includes('Words, an id');
    await app.see('Most asked');
    for (const text of [SCRIPTS.Hindi, SCRIPTS.Lao, SCRIPTS.emoji]) {
      app.type(`\u001b[200~${text} ${text}\u001b[201~`);
      await app.see(isSearch);
      await vi.waitFor(() => expect(joining()).toSatisfy(isSearch), { timeout: 20_000 });
      await app.press(KEY.esc, 'Words, an id');
    }
    app.type(KEY.ctrlC);
    expect(await app.exit()).toBe(130);
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
