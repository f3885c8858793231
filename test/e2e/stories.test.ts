/** Stories of an hour with the app, in windows of five sizes, typed as fast as people type: nothing is lost, hidden or cut. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, type TestContext, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { KEY, type Options, TestTerminal } from './terminal.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(ensureBuilt, 120_000);

/** The app in a terminal of its own, which ends with the test. */
function start({ onTestFinished }: TestContext, args: string[], options: Options): TestTerminal {
  const app = new TestTerminal(args, options);
  onTestFinished(() => app.close());
  return app;
}

const SIZES: [columns: number, rows: number][] = [
  [60, 18],
  [80, 24],
  [100, 30],
  [140, 40],
  [200, 50],
];
const QUOTA = 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left). Try again in 3:12:00.';
/** Two hundred words a minute: faster, a busy machine reads several keys at once, and takes them for a paste as it should. */
const KEY_MS = 50;

/** The size at which words come letter by letter; at the others they come whole, as a voice or a telephone types them. */
const BY_LETTERS = 80;

function piecesOf(text: string, columns: number): Iterable<string> {
  return columns === BY_LETTERS ? text : text.split(/(?= )/);
}

/** Types one character after the other, or one piece. */
async function typeOut(app: TestTerminal, text: Iterable<string>): Promise<void> {
  for (const piece of text) {
    app.type(piece);
    await new Promise((resolve) => setTimeout(resolve, KEY_MS));
  }
}

/** The letters alone: where a line is folded does not matter. */
function bare(screen: string): string {
  return screen.replace(/\s/g, '');
}

/** From home, with what the question says filled in. */
async function findPlan(app: TestTerminal, columns: number): Promise<void> {
  // Words, as a voice or a telephone types them.
  await typeOut(app, 'does a 13B bf16 model fit with 90 s calls as a free user'.split(/(?= )/));
  // Folded where there is no room for it, never cut.
  await app.see((screen) => /›Doesmy@spaces\.GPUcallfit\?Withduration90,tierfree,params.{0,140}13b,dtypebf16/.test(bare(screen)));
  app.type(KEY.enter);
  // The answers so far stand beside the question, or above it.
  await app.see(/Which size\?/);
  await app.see(columns >= 110 ? /duration: 90/ : /So far: duration 90/);
  await app.press('1', /seconds of quota are left/);
  await app.press('2', /Write .*then Enter/);
  await typeOut(app, '45');
  await app.press(KEY.esc, /The whole day/);
  await app.press('1', /fits|does not fit|more than/i);
}

// They wait for most of their time: several at once take no longer than the longest.
describe.concurrent('an hour with the app', () => {
  test.for(SIZES)(
    '%i×%i: a diagnosis is read, its second fix copied, lost from sight and found again; then a plan is found by its question',
    async ([columns, rows], context) => {
      const app = start(context, [], { columns, rows, env: { SSH_TTY: '/dev/pts/9' } });
      await app.see('Most asked');
      app.type(`\x1b[200~${QUOTA}\x1b[201~`);
      await app.see(/90 s, and 30 s were left/);
      // What y will take is marked before, named after, whole at every width.
      await app.see((screen) => /▌ {2,6}@spaces\.GPU\(duration=\d+\)/.test(screen) && screen.includes('y copy ▌'));
      await app.press('s', (screen) => /▌ {2,6}\S/.test(screen) && !/▌ {2,6}@spaces\.GPU\(duration/.test(screen));
      const [, marked = ''] = /▌ {2,6}(\S.*\S)/.exec(app.screen()) ?? [];
      await app.press('y', (screen) => bare(screen).includes(bare(`sent:${marked}`)) && screen.includes('(2'));
      await app.press('j', (screen) => !screen.includes('sent:'));
      const left = app.screen();
      await app.press(KEY.esc, /› Your diagnosis of 1 line/);
      await typeOut(app, piecesOf('return tensor', columns));
      await app.see(/\/ return tensor/);
      await app.press(KEY.altLeft, left);
      await app.press(']', /\/ return tensor/);
      await app.press(KEY.esc, 'Words, an id');
      expect(await app.press('[', (screen) => screen === left)).toBe(left);
      await app.press(KEY.esc, /› Your diagnosis of 1 line/);
      await findPlan(app, columns);
    },
  );

  test.for(SIZES)('%i×%i: the errors are filtered in place, and the list is as it was on coming back', async ([columns, rows], context) => {
    const app = start(context, ['list', 'errors', '-i'], { columns, rows });
    await app.see('While it is built');
    await app.press('/', /\n\/$/);
    await typeOut(app, piecesOf('quota', columns));
    const filtered = await app.see((screen) => screen.includes('/quota') && screen.includes('When a GPU is requested'));
    await app.press(KEY.down, (screen) => screen !== filtered);
    const chosen = app.screen();
    await app.press(KEY.enter, (screen) => !screen.includes('/quota'));
    expect(await app.press(KEY.esc, '/quota')).toBe(chosen);
    await app.press(KEY.esc, 'While it is built');
  });

  test.for(SIZES)(
    '%i×%i: a log is watched, nothing that is read is replaced, and leaving says what is waited for',
    async ([columns, rows], context) => {
      const log = `for i in 1 2 3; do echo "INFO: step $i"; done; echo "${QUOTA}"; sleep 2; echo "RuntimeError: No CUDA GPUs are available"; sleep 30`;
      const app = start(context, [], { columns, rows, shell: `(${log}) | $NODE $BIN -i` });
      expect(await app.see(/1 ● The booking is larger than the quota\s+that is left/)).not.toMatch(/recognised/);
      await app.press('1', /error\[quota-exceeded\]/);
      await app.see(/2 ● PyTorch found no GPU/);
      expect(app.screen()).toContain('error[quota-exceeded]');
      app.type('q');
      await app.see((screen) => bare(screen).includes('theshellwaitsforit'));
      expect(app.isAlternate).toBe(false);
    },
  );

  test('a Space is offered at home, and its findings open beside their source', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-space-'));
    writeFileSync(join(folder, 'README.md'), '---\ntitle: Demo\nsdk: gradio\nsdk_version: 5.49.1\napp_file: app.py\n---\n');
    writeFileSync(join(folder, 'requirements.txt'), 'torch==2.1.0\n');
    writeFileSync(
      join(folder, 'app.py'),
      'import spaces\nimport gradio as gr\n\n@spaces.GPU\ndef run(text):\n    return text\n\ngr.Interface(run, "text", "text").launch()\n',
    );
    const app = start(context, [], { columns: 140, rows: 40, shell: `cd ${folder} && $NODE $BIN` });
    await app.see(/› Check the Space in this folder/);
    await app.press(KEY.enter, /› 1 fails: .*torch[\s\S]*The source[\s\S]*1 torch==2\.1\.0/);
    await app.press(KEY.enter, /requirements\.txt:1[\s\S]*▶ 1 torch==2\.1\.0 +│/);
    await app.press(KEY.esc, /› 1 fails/);
    app.type(KEY.ctrlC);
    expect(await app.exit()).toBe(130);
  });
});
