/** Every attack through a real pseudo-terminal: printed there by `diagnose`, and pasted into the app. The terminal must stay as it was. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { KEY, TestTerminal, UNTOUCHED } from '../e2e/terminal.ts';
import { ATTACKS, type Attack, logWith } from './attacks.ts';

/** What an attack may have done to a terminal. */
interface Effects {
  titles: string[];
  clipboard: string[];
  bells: number;
  /** What the terminal would have typed at the prompt. */
  typed: string[];
}

let terminal: TestTerminal;
beforeAll(ensureBuilt, 120_000);
afterEach(() => terminal?.close());

function watch({ xterm }: TestTerminal): Effects {
  const effects: Effects = { titles: [], clipboard: [], bells: 0, typed: [] };
  xterm.onTitleChange((title) => effects.titles.push(title));
  xterm.parser.registerOscHandler(52, (data) => effects.clipboard.push(data) > 0);
  xterm.onBell(() => effects.bells++);
  xterm.onData((data) => effects.typed.push(data));
  return effects;
}

const NO_EFFECT: Effects = { titles: [], clipboard: [], bells: 0, typed: [] };

/** The modes that xterm knows, and where the cursor stands. */
function state({ xterm, modes }: TestTerminal): unknown {
  const { type, cursorX } = xterm.buffer.active;
  return { modes, own: { ...xterm.modes }, type, cursorX };
}

function batches(size: number, attacks = ATTACKS): { names: string; batch: Attack[] }[] {
  const groups: Attack[][] = [];
  for (let from = 0; from < attacks.length; from += size) groups.push(attacks.slice(from, from + size));
  return groups.map((batch) => ({ names: batch.map(({ name }) => name).join(', '), batch }));
}

function files(batch: Attack[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-attacks-'));
  return batch.map((attack, number) => {
    const file = join(folder, `${number}.log`);
    writeFileSync(file, logWith(attack));
    return file;
  });
}

/** What is shown while a log is read for long, and taken away again. */
const WATCHING = /(?:\r\u001b\[K(?:\u001b\[[\d;]{0,20}m)*watching · [^\r\n]{0,150})+\r\u001b\[K/g;

const PRINT_EACH = join(import.meta.dirname, 'print-each.mjs');

describe('printed by diagnose', () => {
  it.each(batches(36))('$names', async ({ batch }) => {
    const [first, ...others] = files(batch);
    // The first by a process of its own, as a shell starts it.
    terminal = new TestTerminal([], {
      env: { PAGER: 'cat' },
      // The shell stays until all was read: what is on its way when the last program ends may be lost with the terminal.
      shell: `{ $NODE "$BIN" diagnose ${first} || echo went-wrong; $NODE ${PRINT_EACH} ${others.join(' ')}; } && echo all-printed; read -r _`,
    });
    const effects = watch(terminal);
    const before = state(terminal);
    await terminal.see('all-printed');
    await expect.poll(() => state(terminal), { timeout: 5000 }).toEqual(before);
    terminal.type(KEY.enter);
    expect(await terminal.exit()).toBe(0);
    expect(effects).toEqual(NO_EFFECT);
    expect(terminal.raw.match(/CUDA/g)?.length).toBeGreaterThanOrEqual(batch.length);
    expect(terminal.raw).not.toContain('went-wrong');
    // Colours, line ends and, on a busy machine, the line that tells that a log is read are ours; what else a terminal acts on is not.
    expect(terminal.raw.replace(WATCHING, '').replace(/\u001b\[[\d;]{0,20}m|\r\n/g, '')).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/,
    );
  });

  it('would have been seen: the same logs as they are', async () => {
    terminal = new TestTerminal([], { shell: `cat ${files(ATTACKS).join(' ')}` });
    const effects = watch(terminal);
    await terminal.exit();
    expect(effects.titles.join()).toContain('evil');
    expect(effects.clipboard.join()).toContain('ZXZpbA==');
    expect(effects.typed.length).toBeGreaterThan(3);
    expect(state(terminal)).not.toEqual({ modes: UNTOUCHED });
  });
});

/** What is pasted of a batch: each attack in a line of its own, and behind an error. */
function pasted(batch: Attack[]): string {
  const lines = batch.flatMap(({ text }) => [text, `CUDA out of memory. Tried to allocate 2.00 GiB. ${text}`]);
  return `\u001b[200~${lines.join('\r')}\u001b[201~`;
}

describe('pasted into the app', () => {
  /** So many pastes one after the other into one app. */
  const PASTES = 9;

  it.each(batches(6 * PASTES))('$names', async ({ batch: attacks }) => {
    terminal = new TestTerminal([]);
    const atStart = state(terminal);
    await terminal.see('Most asked');
    const effects = watch(terminal);
    const before = { ...terminal.xterm.modes };
    for (const { batch } of batches(6, attacks)) {
      terminal.type(pasted(batch));
      await terminal.see('› Diagnosis');
      const { clipboard, typed, bells } = effects;
      expect({ clipboard, typed, bells }).toEqual({ clipboard: [], typed: [], bells: 0 });
      expect(effects.titles.filter((title) => /evil/.test(title))).toEqual([]);
      // Only the cursor may differ, which the home screen shows in its field.
      await expect.poll(() => ({ ...terminal?.xterm.modes }), { timeout: 5000 }).toEqual(before);
      expect(terminal.isAlternate).toBe(true);
      await terminal.press(KEY.esc, 'Most asked');
      await expect.poll(() => ({ ...terminal?.xterm.modes }), { timeout: 5000 }).toEqual(before);
    }
    terminal.type(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
    await expect.poll(() => terminal?.modes, { timeout: 5000 }).toEqual(UNTOUCHED);
    expect((state(terminal) as { own: unknown }).own).toEqual((atStart as { own: unknown }).own);
  });
});
