/** The built program in a pseudo-terminal: the ways of a user, and the terminal given back on every way out. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { KEY, type Options, TestTerminal, UNTOUCHED } from './terminal.ts';

let terminal: TestTerminal;

function open(args: string[] = [], options?: Options): TestTerminal {
  terminal = new TestTerminal(args, options);
  return terminal;
}

beforeAll(ensureBuilt, 120_000);
afterEach(() => terminal?.close());

const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00.';

describe('the way of a user', () => {
  for (const [columns, rows] of [
    [80, 24],
    [60, 18],
    [140, 45],
  ] as const) {
    test(`start, search, open, back, tree, quit at ${columns}×${rows}`, async () => {
      const app = open([], { columns, rows });
      await app.see('Most asked');
      expect(app.isAlternate).toBe(true);
      await app.press('quota exceeded', /\/ quota exceeded[\s\S]*› "ZeroGPU quota exceeded" · the/);
      await app.press(KEY.enter, '› quota-exceeded');
      await app.press('j', /[1-9] %/);
      await app.press(KEY.esc, '/ quota exceeded');
      await app.press(KEY.esc, 'Words, an id');
      await app.press('large-or-xlarge', /\/ large-or-xlarge[\s\S]*› Which size do I need/);
      await app.press(KEY.enter, 'memory or speed');
      await app.press('1', 'How many GB are all the weights');
      await app.press(KEY.esc, (screen) => !screen.includes('How many GB'));
      app.type('q');
      expect(await app.exit()).toBe(0);
      expect(app.modes).toEqual(UNTOUCHED);
    });
  }

  test('words open the search for them, and the variable CI does not blank the app', async () => {
    const app = open(['returning', 'tensors'], { env: { CI: 'true' } });
    await app.see('/ returning tensors');
    await app.press(KEY.enter, (screen) => !screen.includes('/ returning'));
  });

  test('? shows the keys, Esc comes back; where one types, letters are text: q, j, k and ? inside a word', async () => {
    const app = open();
    await app.see('Most asked');
    await app.press('?', 'Keys');
    await app.press(KEY.esc, 'Most asked');
    await app.press('jqk?', '/ jqk?');
    await app.press(KEY.backspace, (screen) => /\/ jqk\b(?!\?)/.test(screen));
  });

  test('Esc on the empty home screen leaves', async () => {
    const app = open();
    await app.see('Most asked');
    app.type(KEY.esc);
    expect(await app.exit()).toBe(0);
    expect(app.modes).toEqual(UNTOUCHED);
  });

  test('a page: history keeps the place where one was, places found are counted, the outline leads to headings', async () => {
    const app = open(['show', 'quota-exceeded', '-i']);
    const top = 'error (cause, scheduler)';
    await app.see(top);
    const deep = await app.press(`${KEY.pageDown}`, (screen) => !screen.includes(top));
    await app.press('?', 'Keys');
    expect(await app.press('[', (screen) => !screen.includes('Keys\n'))).toBe(deep);
    await app.press(']', 'Keys');

    // A search inside it: found places are counted, n goes on.
    await app.press('[', (screen) => screen === deep);
    await app.press('g', top);
    await app.press('/token', '/token');
    await app.press(KEY.enter, /n N 1 of \d/);
    await app.press('n', /n N 2 of \d/);
    await app.press('N', /n N 1 of \d/);
    await app.press(KEY.esc, (screen) => !screen.includes('n N'));

    // The outline leads to its headings, numbers to related entries.
    await app.press('g', top);
    await app.press('o', 'Outline');
    await app.press('G', /› \d? *Sources/);
    await app.press(KEY.enter, /checked 2026/);
    // The number of a link is out of sight here: it is shown first.
    await app.press('1', /Links\n› 1 /);
    await app.press(KEY.enter, (screen) => !screen.includes('› quota-exceeded'));
  });

  test('decide ID walks a tree; an earlier answer can be changed', async () => {
    const app = open(['decide', 'large-or-xlarge']);
    await app.see('memory or speed');
    await app.press('1', 'How many GB');
    await app.press('5', 'How many parameters');
    await app.press('o', 'Outline');
    await app.press(KEY.enter, (screen) => screen.includes('memory or speed') && !screen.includes('How many'));
  });
});

describe('ways out', () => {
  test('Ctrl-C leaves with 130, wherever one is', async () => {
    for (const keys of ['quota', '\x10?']) {
      const app = open();
      await app.see('Most asked');
      app.type(keys);
      app.type(KEY.ctrlC);
      expect(await app.exit()).toBe(130);
      expect(app.modes).toEqual(UNTOUCHED);
    }
  });

  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const) {
    test(`${signal} ends with ${code} and a whole terminal`, async () => {
      const app = open();
      await app.see('Most asked');
      process.kill(app.pty.pid, signal);
      expect(await app.exit()).toBe(code);
      expect(app.modes).toEqual(UNTOUCHED);
    });
  }

  test('Ctrl-C at home gives the line discipline back', async () => {
    // The shell waits: what is written just before an exit may be lost on a busy machine.
    const app = open([], { shell: '$NODE $BIN; echo "code $?"; stty -a; read -r _' });
    await app.see('Most asked');
    app.type(KEY.ctrlC);
    const told = await app.see((screen) => screen.includes('code 130') && screen.includes('icanon'));
    expect(told).toMatch(/(?<!-)icanon/);
    expect(told).toMatch(/(?<!-)echo\b/);
    app.type(KEY.enter);
    await app.exit();
    expect(app.modes).toEqual(UNTOUCHED);
  });

  test('the last diagnosis stays to be read', async () => {
    const app = open();
    await app.see('Most asked');
    await app.press(`\x1b[200~${QUOTA}\x1b[201~`, '60 s, and 30 s were left');
    app.type('q');
    expect(await app.exit()).toBe(0);
    expect(app.modes).toEqual(UNTOUCHED);
    expect(app.raw.slice(app.raw.lastIndexOf('\x1b[?1049l'))).toContain('The booking is larger than the quota that is left');
  });

  test('without the alternate screen the shell stays in sight', async () => {
    const app = open([], { shell: 'echo before; $NODE $BIN --no-alt-screen' });
    await app.see('Most asked');
    expect(app.isAlternate).toBe(false);
    app.type(KEY.ctrlC);
    expect(await app.exit()).toBe(130);
    expect(app.raw).not.toContain('\x1b[?1049h');
    expect(app.raw).not.toContain('\x1b[3J');
  });
});

describe('copying', () => {
  test('over SSH the snippet goes to the terminal, and no more is claimed', async () => {
    const app = open(['show', 'quota-exceeded', '-i'], { env: { SSH_TTY: '/dev/pts/9' } });
    await app.see('error (cause, scheduler)');
    await app.press('y', /sent: .{0,60}@spaces\.GPU[\s\S]{0,60}\(\d of \d{1,2}\)\s+·\s+to\s+the\s+terminal's\s+clipboard/);
    const sent = /\x1b\]52;c;([\w+/=]+)\x07/.exec(app.raw)?.[1] ?? '';
    expect(Buffer.from(sent, 'base64').toString()).toContain('@spaces.GPU');
  });
});

describe('our own bugs', () => {
  test('end with 70, a whole terminal and a sentence', async () => {
    const app = open([], { env: { NODE_OPTIONS: `--import ${new URL('./crash.mjs', import.meta.url).href}` } });

    // Real processes on a busy machine.
    vi.setConfig({ testTimeout: 90_000 });
    await app.see('Most asked');
    process.kill(app.pty.pid, 'SIGUSR2');
    expect(await app.exit()).toBe(70);
    expect(app.modes).toEqual(UNTOUCHED);
    expect(app.screen()).toContain('this is our bug: Error: on purpose');
  });
});

describe('linear', () => {
  test('--screen-reader: prompts, no screen, words and numbers', async () => {
    const app = open(['--screen-reader'], { rows: 240 });
    await app.see('q to quit:');
    await app.press('quota exceeded\r', /Search\.[\s\S]*1\. "ZeroGPU quota exceeded" · the booking is larger[\s\S]*q to quit:/);
    await app.press('1\r', 'error (cause, scheduler)');
    await app.press(`${QUOTA}\rsecond line\r`, '60 s, and 30 s were left');
    app.type('q\r');
    expect(await app.exit()).toBe(0);
    expect(app.raw).not.toContain('\x1b');
  });

  test('ACCESSIBLE=1 and Ctrl-C', async () => {
    const app = open(['decide', 'large-or-xlarge'], { env: { ACCESSIBLE: '1' } });
    await app.see('q to quit:');
    await app.press('1\r', 'How many GB');
    app.type(KEY.ctrlC);
    expect(await app.exit()).toBe(130);
  });
});

describe('surroundings', () => {
  test('NO_COLOR: not one colour, and everything is still there', async () => {
    const app = open(['quota'], { env: { NO_COLOR: '1' } });
    await app.see('› ');
    expect(app.raw).not.toMatch(/\x1b\[[\d;]*[1-9][\d;]*m/);
  });

  test('a dumb terminal gets text', async () => {
    const app = open(['quota'], { env: { TERM: 'dumb' } });
    expect(await app.exit()).toBe(0);
    expect(app.raw).not.toContain('\x1b');
    expect(app.raw).toContain('quota-exceeded');
  });
});
