/** Manners towards terminals, shells and tools: background, Ctrl-Z twice, a closed window, pastes that never end, a clipboard that hangs. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { bin, ensureBuilt } from './built.ts';
import { KEY, TestTerminal, UNTOUCHED } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let terminal: TestTerminal;
beforeAll(ensureBuilt, 120_000);
afterEach(() => terminal?.close());

const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';

async function shell(): Promise<TestTerminal> {
  terminal = new TestTerminal([], { shell: 'exec bash --norc --noprofile -i' });
  await terminal.see(/[#$]\s*$/);
  return terminal;
}

describe('jobs of a shell', () => {
  test('in the background nothing is written before it is brought to the front', async () => {
    const app = await shell();
    await app.press(`$NODE $BIN & sleep 1; jobs${KEY.enter}`, /Stopped/);
    expect(app.raw).not.toContain('\x1b[?1049h');
    await app.press(`fg${KEY.enter}`, 'Most asked');
    await app.press(KEY.ctrlC, /[#$]\s*$/);
    expect(app.modes).toMatchObject({ alternate: false });
  });

  test('Ctrl-Z twice in one read stops it, and it comes back', async () => {
    const app = await shell();
    await app.press(`$NODE $BIN${KEY.enter}`, 'Most asked');
    await app.press(KEY.ctrlZ + KEY.ctrlZ, /Stopped/);
    app.type(`fg${KEY.enter}`);
    await app.see('Most asked');
    await app.press(KEY.ctrlC, /[#$]\s*$/);
    await app.press(`echo "code $?"${KEY.enter}`, 'code 130');
  });
});

describe('a terminal that is closed', () => {
  // Only a shell of its own can tell how the program ended: the terminal is gone.
  test.each([
    ['the app', ''],
    ['a page', 'show quota-exceeded -i'],
    ['prompts', '--screen-reader'],
  ])('ends %s with 129, without a word', async (_, args) => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-closed-'));
    const [told, said] = [join(folder, 'code'), join(folder, 'said')];
    terminal = new TestTerminal([], { shell: `trap '' HUP; "${process.execPath}" "$BIN" ${args} 2>"${said}"; echo $? >"${told}"` });
    await terminal.see(/zerogpu-advisor|Answer|number/i);
    // Closing the master is what closing a window does.
    terminal.pty.kill('SIGCONT');
    (terminal.pty as unknown as { destroy: () => void }).destroy();
    const read = (file: string): string => readFileSync(file, 'utf8').trim();
    await vi.waitFor(() => expect(read(told)).toBe('129'), { timeout: 20_000 });
    // A cursor that is shown again is all that may be left in it.
    expect(read(said).replaceAll('\x1b[?25h', '')).toBe('');
  });
});

describe('a paste that does not end', () => {
  test('is taken after a while, and keys work again', async () => {
    terminal = new TestTerminal([]);
    await terminal.see('Most asked');
    terminal.type(`\x1b[200~${OOM}\rno end mark`);
    await terminal.see('Diagnosis');
    await terminal.press('?', 'Keys');
    terminal.type('q');
    expect(await terminal.exit()).toBe(0);
  });

  test('lets Ctrl-C through at once', async () => {
    terminal = new TestTerminal([]);
    await terminal.see('Most asked');
    terminal.type('\x1b[200~endless text');
    // One that is read together with the paste belongs to it; the next one comes alone.
    const again = setInterval(() => terminal.type(KEY.ctrlC), 200);
    const code = await terminal.exit().finally(() => clearInterval(again));
    expect(code).toBe(130);
    expect(terminal.modes).toEqual(UNTOUCHED);
  });

  test('a word that a terminal without brackets pastes on a page does not quit', async () => {
    terminal = new TestTerminal(['show', 'quota-exceeded', '-i']);
    await terminal.see('The booking is larger');
    await terminal.press('\x1b[31mquit and more\x1b[0m', 'Diagnosis');
    await terminal.press(KEY.esc, 'The booking is larger');
    await terminal.press('quota-exceeded', 'Diagnosis');
    expect(terminal.exitCode).toBeNull();
  });
});

describe('a long paste of lines that all are looked at', () => {
  const line = `${OOM} token=abc https://a.hf.space/x 502 `;
  const text = `${`${line.repeat(3)}\r`.repeat(9000)}`;

  test.each([
    ['Ctrl-C', KEY.ctrlC, 130],
    ['q', 'q', 0],
  ])('%s leaves while it is read', async (_, key, code) => {
    terminal = new TestTerminal([]);
    await terminal.see('Most asked');
    terminal.type(`\x1b[200~${text}\x1b[201~`);
    await terminal.see(/reading · /);
    const asked = performance.now();
    terminal.type(key);
    expect(await terminal.exit()).toBe(code);
    // A tenth of a second is promised; what reads on to the end takes many times longer.
    expect(performance.now() - asked).toBeLessThan(2000);
    expect(terminal.modes).toEqual(UNTOUCHED);
  });
});

describe('a clipboard tool that hangs', () => {
  test('is let go of: the copy goes elsewhere, and q ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-clipboard-'));
    const tool = join(folder, 'xclip');
    writeFileSync(tool, '#!/bin/sh\ntrap "" TERM\nexec sleep 60\n');
    chmodSync(tool, 0o755);
    terminal = new TestTerminal(['show', 'quota-exceeded', '-i'], { env: { PATH: `${folder}:${process.env.PATH}`, DISPLAY: ':9' } });
    await terminal.see('The booking is larger');
    await terminal.press('y', /to\s+the\s+terminal's\s+clipboard/);
    terminal.type('yq');
    expect(await terminal.exit()).toBe(0);
  });
});

describe('what is asked for in print is printed', () => {
  test.each(['--json', '--markdown'])('-i %s opens no app', async (flag) => {
    // Higher than the report: what is longer goes through the pager, as it should.
    terminal = new TestTerminal([], { shell: `echo '${OOM}' | $NODE $BIN -i ${flag}`, rows: 250 });
    expect(await terminal.exit()).toBe(0);
    expect(terminal.raw).not.toContain('\x1b[?1049h');
    expect(terminal.raw).toContain('cuda-out-of-memory');
  });
});

describe('an installation that cannot work', () => {
  const run = (code: string): Promise<{ status: number | null; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'pipe'] });
      let err = '';
      child.stderr.on('data', (chunk) => (err += chunk));
      child.on('close', (status) => resolve({ status, err }));
    });
  const requireIt = () => `require(${JSON.stringify(bin())})`;

  test('an old Node is told which one is needed', async () => {
    const { status, err } = await run(`Object.defineProperty(process.versions, 'node', { value: '18.20.8' }); ${requireIt()}`);
    expect(err).toBe('zerogpu-advisor: This is Node 18.20.8, and Node 20.19 or newer is needed.\n');
    expect(status).toBe(2);
  });

  test('a missing part is said in a sentence', async () => {
    const { status, err } = await run(
      `const M = require('module'); const real = M._resolveFilename; M._resolveFilename = (name, ...rest) => { if (/dist.main/.test(name)) throw new Error('Cannot find it'); return real(name, ...rest); }; ${requireIt()}`,
    );
    expect(err).toMatch(/^zerogpu-advisor: The installation is damaged \(Cannot find it\)\. Repeat it: .{1,60}\n$/);
    expect(status).toBe(70);
  });
});
