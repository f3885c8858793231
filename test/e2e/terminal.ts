/** A real pseudo-terminal with a screen: the program is typed at, and the screen is waited for, never the clock. */
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bin, NODE, root } from './built.ts';
import { countingAs, type UnicodeVersion } from './unicode.ts';

export interface Options {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  /** Another program than ours, for pipes and shells; `$NODE $BIN` is ours. */
  shell?: string;
  /** How the terminal counts columns, if not by the oldest tables. */
  unicode?: UnicodeVersion;
}

const PATIENCE_MS = 20_000;
/** A screen on which nothing came for this long is taken to be still. */
const STILL_MS = 60;
const POLL_MS = 10;

/** What a shell adds to the number of the signal that ended a program. A second Ctrl-C may come when the terminal is given back already. */
const SIGNALLED = 128;

/** Variables of the developer's own shell that must not reach the program. */
const SCRUBBED = [
  'CI',
  'NO_COLOR',
  'FORCE_COLOR',
  'CLICOLOR_FORCE',
  'TERM_PROGRAM',
  'TMUX',
  'ACCESSIBLE',
  'SSH_TTY',
  'SSH_CONNECTION',
  'DISPLAY',
  'WAYLAND_DISPLAY',
];

export const KEY = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  altLeft: '\x1b[1;3D',
  altRight: '\x1b[1;3C',
  pageDown: '\x1b[6~',
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  backspace: '\x7f',
  ctrlC: '\x03',
  ctrlZ: '\x1a',
  ctrlL: '\x0c',
};

export class TestTerminal {
  readonly pty: IPty;
  readonly xterm: xterm.Terminal;
  raw = '';
  /** As a shell tells it; null while the program runs. */
  exitCode: number | null = null;
  #lastOutput = 0;
  #unparsed = 0;

  constructor(args: string[], { columns = 80, rows = 24, env = {}, shell, unicode }: Options = {}) {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SCRUBBED.includes(name)));
    const [file, ...argv] = shell === undefined ? [...NODE, bin(), ...args] : ['/bin/bash', '--norc', '--noprofile', '-c', shell];
    this.xterm = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    if (unicode) countingAs(this.xterm, unicode);
    this.pty = spawn(file, argv, {
      cols: columns,
      rows,
      cwd: root,
      env: { ...clean, TERM: 'xterm-256color', PS1: '$ ', NODE: NODE.join(' '), BIN: bin(), ...env } as Record<string, string>,
    });
    this.pty.onData((data) => {
      this.raw += data;
      this.#lastOutput = Date.now();
      this.#unparsed++;
      this.xterm.write(data, () => this.#unparsed--);
    });
    this.xterm.onData((answer) => this.pty.write(answer));
    this.pty.onExit(({ exitCode, signal }) => {
      this.exitCode = signal ? SIGNALLED + signal : exitCode;
    });
  }

  /** Types, without waiting. */
  type(text: string): void {
    this.pty.write(text);
  }

  /** Types and waits for what it leads to. */
  async press(text: string, expected: Expected): Promise<string> {
    this.type(text);
    return this.see(expected);
  }

  /** Waits until the screen is still and shows what is expected; gives the screen. */
  async see(expected: Expected): Promise<string> {
    return this.#until(
      () => {
        // Looking at the screen is what costs: it is not worth it while something comes.
        const isStill = this.#unparsed === 0 && Date.now() - this.#lastOutput >= STILL_MS;
        const screen = isStill ? this.screen() : '';
        return isStill && matches(screen, expected) ? screen : null;
      },
      `the screen to show ${String(expected)}`,
    );
  }

  /** Waits for the end of the program; gives its exit code. */
  async exit(): Promise<number> {
    await this.#until(() => (this.exitCode !== null && this.#unparsed === 0 ? true : null), 'the program to end');
    return this.exitCode as number;
  }

  /** Changes the size of the window. */
  resize(columns: number, rows: number): void {
    // What is on the screen now belongs to the size before: only new output counts.
    this.#lastOutput = Number.POSITIVE_INFINITY;
    this.xterm.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  /** What the screen shows, one line for each row, blanks at the ends removed. */
  screen(): string {
    return this.lines().join('\n');
  }

  lines(): string[] {
    return linesOf(this.xterm);
  }

  /** A second screen of this size for the same output, which counts columns otherwise; the program is answered by the first alone. */
  beside(unicode: UnicodeVersion): xterm.Terminal {
    const other = new xterm.Terminal({ cols: this.xterm.cols, rows: this.xterm.rows, scrollback: 5000, allowProposedApi: true });
    countingAs(other, unicode);
    this.pty.onData((data) => other.write(data));
    return other;
  }

  /** Whether the alternate screen is shown. */
  get isAlternate(): boolean {
    return this.xterm.buffer.active.type === 'alternate';
  }

  /** Every mode that the program may have switched, as it is now. */
  get modes(): { alternate: boolean; bracketedPaste: boolean; cursorShown: boolean } {
    return {
      alternate: this.isAlternate,
      bracketedPaste: this.xterm.modes.bracketedPasteMode,
      cursorShown: this.raw.lastIndexOf('\x1b[?25h') >= this.raw.lastIndexOf('\x1b[?25l'),
    };
  }

  /** Ends a program that a failed test left running. */
  close(): void {
    try {
      if (this.exitCode === null) process.kill(this.pty.pid, 'SIGKILL');
    } catch {
      // It ended, and its exit has not been reported yet.
    }
    this.xterm.dispose();
  }

  async #until<T>(probe: () => T | null, what: string): Promise<T> {
    const start = Date.now();
    for (;;) {
      const found = probe();
      if (found !== null) return found;
      if (Date.now() - start > PATIENCE_MS)
        throw new Error(
          `Waited in vain for ${what} (exit code ${this.exitCode}).\n--- screen\n${this.screen()}\n--- last bytes\n${JSON.stringify(this.raw.slice(-600))}`,
        );
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/** What a screen shows, blanks at the ends of its lines removed. */
export function linesOf({ buffer: { active }, rows, cols }: xterm.Terminal): string[] {
  return Array.from({ length: rows }, (_, row) =>
    (active.getLine(active.viewportY + row)?.translateToString(true, 0, cols) ?? '').trimEnd(),
  );
}

export type Expected = string | RegExp | ((screen: string) => boolean);

function matches(screen: string, expected: Expected): boolean {
  if (typeof expected === 'string') return screen.includes(expected);
  return typeof expected === 'function' ? expected(screen) : expected.test(screen);
}

/** The modes of a terminal that nobody has touched. */
export const UNTOUCHED = { alternate: false, bracketedPaste: false, cursorShown: true };
