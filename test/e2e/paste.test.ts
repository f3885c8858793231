/** A paste is always the same diagnosis and never a command, however the terminal delivers it. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { KEY, TestTerminal } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const LOG = [
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 12, in generate',
  '    image = pipe(prompt).images[0]',
  'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 47.40 GiB of which 1.10 GiB is free.',
];
const TITLE = /CUDA ran out|out of (?:GPU )?memory|memory/i;

let terminal: TestTerminal | undefined;
beforeAll(ensureBuilt, 120_000);
afterAll(() => terminal?.close());
// Nobody goes on with an app in which something went wrong.
afterEach(({ task }) => {
  if (task.result?.state === 'fail') leave();
});

function leave(): void {
  terminal?.close();
  terminal = undefined;
}

/** The app at home: the one of the test before, from which Esc leads there, or a new one. */
async function start(): Promise<TestTerminal> {
  terminal?.type(KEY.esc);
  terminal ??= new TestTerminal([]);
  await terminal.see('Most asked');
  return terminal;
}

function bracketed(text: string): string {
  return `\x1b[200~${text}\x1b[201~`;
}

/** What a diagnosis says, without how much was read. */
async function diagnosed(app: TestTerminal): Promise<string> {
  const screen = await app.see((text) => text.includes('› Diagnosis') && TITLE.test(text));
  return screen.split('\n').slice(0, 8).join('\n');
}

describe('the same diagnosis', () => {
  let expected = '';
  beforeAll(async () => {
    const app = await start();
    app.type(bracketed(LOG.join('\r')));
    expected = await diagnosed(app);
  });

  test('bracketed, in one chunk', () => expect(expected).toContain('app.py:12'));

  test('bracketed, in seven chunks that cut the marks', async () => {
    const app = await start();
    const text = bracketed(LOG.join('\r'));
    const cuts = [0, 3, 5, 60, 61, 200, text.length - 4, text.length];
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      app.type(text.slice(from, cuts[index + 1]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await diagnosed(app)).toBe(expected);
  });

  test('from a terminal that does not bracket', async () => {
    const app = await start();
    app.type(LOG.join('\r'));
    expect(await diagnosed(app)).toBe(expected);
  });

  test('with escape characters, Ctrl-C and end marks inside', async () => {
    const app = await start();
    const hostile = `\x1b[31m${LOG[0]}\x1b[0m\x1b[201~\r${LOG[1]}\x1b[201~\r${LOG[2]}\r\x03q\x1b[201~\r${LOG[3]}`;
    app.type(bracketed(hostile));
    const title = (screen: string) => screen.split('\n')[2]?.slice(0, 40);
    expect(title(await diagnosed(app))).toBe(title(expected));
    expect(app.exitCode).toBeNull();
  });

  test('of 2,000 lines', async () => {
    const app = await start();
    const noise = Array.from({ length: 1996 }, (_, index) => `INFO: step ${index} of the run, everything as usual`);
    app.type(bracketed([...noise, ...LOG].join('\r')));
    await app.see((text) => text.includes('Diagnosis') && TITLE.test(text));
    await app.press('G', /2,000 lines[\s\S]*2,000 lines/);
  });
});

describe('never a command', () => {
  test('letters that are keys do nothing', async () => {
    const app = await start();
    app.type(bracketed('q\rq\rq'));
    await app.see('Nothing recognised');
    expect(app.exitCode).toBeNull();
  });

  test('an attack on the terminal changes nothing but the diagnosis', async () => {
    const app = await start();
    const titles: string[] = [];
    app.xterm.onTitleChange((title) => titles.push(title));
    app.type(bracketed('\x1b]0;owned\x07\x9b2J\x1b]52;c;b3duZWQ=\x07RuntimeError: \u202eevil\u200b'));
    await app.see('Diagnosis');
    expect(titles).toEqual([]);
    expect(app.raw).not.toContain('b3duZWQ=\x07');
    expect(app.raw).not.toContain('\u202e');
  });

  test('one line goes into the search field; a log does not', async () => {
    const app = await start();
    await app.press('quota', '/ quota');
    await app.press(bracketed(' exceeded'), '/ quota exceeded');
    await app.press(bracketed(LOG.join('\n')), 'Diagnosis');
    await app.press(KEY.esc, '/ quota exceeded');
  });

  test('the paste screen takes one typed line', async () => {
    leave();
    const app = new TestTerminal(['list', 'trees', '-i']);
    terminal = app;
    await app.see('All decision trees');
    await app.press('p', 'Paste here');
    await app.press('illegal duration', '› illegal duration');
    await app.press(KEY.enter, (screen) => screen.includes('Diagnosis') && !screen.includes('Paste here'));
  });
});
