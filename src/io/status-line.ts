/** One line on the terminal that says that a log is being read; it is gone before anything else is printed. */
import { count } from '../core/document/quantity.ts';
import type { Streams } from './streams.ts';

const EVERY_MS = 1000;
const ERASE = '\r\x1b[K';

/** Drawn on standard error, and only where that is a terminal. */
export class StatusLine {
  readonly #stderr: Streams['stderr'] | null;
  #timer: NodeJS.Timeout | undefined;
  #said = { lines: 0, findings: 0, at: 0 };
  #isDrawn = false;

  constructor(streams: Streams, isSilent: boolean) {
    this.#stderr =
      !isSilent && streams.stdout.isTTY === true && streams.stderr.isTTY === true && streams.env.TERM !== 'dumb' ? streams.stderr : null;
  }

  /** Says how far the reading has come, and goes on saying how long ago that was. */
  show(lines: number, findings: number): void {
    if (!this.#stderr) return;
    this.#said = { lines, findings, at: Date.now() };
    this.#timer ??= setInterval(() => this.#draw(), EVERY_MS).unref();
    this.#draw();
  }

  /** Makes room for what is printed next. */
  clear(): void {
    if (this.#isDrawn) this.#stderr?.write(ERASE);
    this.#isDrawn = false;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.clear();
  }

  #draw(): void {
    const { lines, findings, at } = this.#said;
    const seconds = Math.round((Date.now() - at) / 1000);
    const last = seconds < 2 ? '' : ` · last line ${seconds} s ago`;
    this.#stderr?.write(`${ERASE}watching · ${count(lines, 'line')} · ${count(findings, 'finding')}${last} · Ctrl-C for the summary`);
    this.#isDrawn = true;
  }
}
