/** Standard input as data, keys from /dev/tty; live logs; suspending in a real shell. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { KEY, TestTerminal, UNTOUCHED } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let terminal: TestTerminal;
let folder = '';
beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'advisor-'));
}, 120_000);
afterEach(() => terminal?.close());

const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00.';

function shell(command: string): TestTerminal {
  terminal = new TestTerminal([], { shell: command });
  return terminal;
}

describe('standard input is data', () => {
  test('-i opens the app on the result; keys come from the terminal', async () => {
    const app = shell(`echo '${QUOTA}' | $NODE $BIN -i; echo "code $?"`);
    await app.see('The booking is larger than the quota');
    await app.press('?', 'Keys');
    await app.press(KEY.esc, 'Diagnosis');
    app.type('q');
    await app.exit();
    expect(app.screen()).toContain('code 0');
    expect(app.modes).toEqual(UNTOUCHED);
  });

  test('findings appear while the pipe is open, and keys work', async () => {
    const log = join(folder, 'live.log');
    writeFileSync(log, 'starting\n');
    const app = shell(`tail -f ${log} 2>/dev/null | $NODE $BIN -i`);
    await app.see(/watching · 1 line/);
    writeFileSync(log, `starting\n${QUOTA}\n`);
    await app.see('The booking is larger than the quota');
    expect(app.screen()).toContain('watching');
    await app.press('?', 'Keys');
    app.type('q');
    process.kill(app.pty.pid, 'SIGTERM');
  });

  test('for a screen reader findings are said as they come, and the report at the end', async () => {
    const app = new TestTerminal([], {
      rows: 300,
      shell: `(echo start; echo '${QUOTA}'; sleep 2; echo end) | $NODE $BIN -i --screen-reader`,
    });
    terminal = app;
    const meanwhile = await app.see('Found at line 2: The booking is larger than the quota');
    expect(meanwhile).not.toContain('Diagnosis of');
    await app.see(/Diagnosis of 3 lines[\s\S]*q to quit:/);
    app.type('q\r');
    expect(await app.exit()).toBe(0);
    expect(app.raw).not.toContain('\x1b');
  });

  test('ten thousand lines a second: keys get through', async () => {
    const app = shell(
      `node -e 'const w=()=>{while(process.stdout.write("INFO step done, all as usual\\n".repeat(400)));process.stdout.once("drain",w)};process.stdout.on("error",()=>process.exit());w()' | $NODE $BIN -i; echo "code $?"`,
    );
    await app.see((screen) => /watching · [\d,]{5,} lines/.test(screen) || screen.includes('lines'));
    app.type('?');
    await app.see(() => app.screen().includes('Keys'));
    app.type('q');
    await app.exit();
    expect(app.screen()).toContain('code 0');
  });

  test('a file is named: its diagnosis opens', async () => {
    const log = join(folder, 'build.log');
    writeFileSync(log, `${'noise\n'.repeat(50)}${QUOTA}\n`);
    terminal = new TestTerminal(['diagnose', log, '-i']);
    await terminal.see(/build\.log:51/);
  });

  test('a file that is not there is said, not crashed on', async () => {
    terminal = new TestTerminal(['diagnose', join(folder, 'nothing.log'), '-i']);
    await terminal.see('There is no file');
  });

  test('without a terminal to read keys from, it prints', async () => {
    const app = shell(`echo '${QUOTA}' | setsid -w $NODE $BIN -i; echo "code $?"`);
    await app.exit();
    expect(app.screen()).toContain('code 0');
    expect(app.raw).not.toContain('\x1b[?1049h');
    expect(app.raw).toContain('The booking is larger than the quota');
  });
});

describe('Ctrl-Z and fg', () => {
  test('the shell gets its terminal, and the app comes back whole', async () => {
    const app = new TestTerminal([], { shell: 'exec bash --norc --noprofile -i' });
    terminal = app;
    await app.see(/[#$]\s*$/);
    await app.press(`$NODE $BIN show quota-exceeded -i${KEY.enter}`, 'error (cause, scheduler)');
    const before = app.screen();
    await app.press(KEY.ctrlZ, /Stopped/);
    expect(app.modes).toMatchObject({ alternate: false, cursorShown: true });
    await app.press(`stty -a | grep -o -- '-*icanon'${KEY.enter}`, (screen) => screen.includes('\nicanon'));
    app.type(`fg${KEY.enter}`);
    await app.see((screen) => screen === before);
    expect(app.isAlternate).toBe(true);
    await app.press(KEY.pageDown, (screen) => screen !== before);
    await app.press('q', /[#$]\s*$/);
    await app.press(`echo "code $?"${KEY.enter}`, 'code 0');
    expect(app.modes).toMatchObject({ alternate: false });
  });
});
