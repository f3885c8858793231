/** Ctrl-Z and fg: the terminal is given to the shell and taken back whole. */
import process from 'node:process';
import type { useApp } from 'ink';
import type { Keyboard } from './keyboard.ts';

type Hooks = ReturnType<typeof useApp>;

/** A stop that nobody carries out (no job control) is given up after this time. */
const PATIENCE_MS = 300;

/** Gives the terminal back to the shell, and takes it again when somebody brings the program to the front. */
export class Suspender {
  readonly #keyboard: Keyboard;
  #hooks: Hooks | undefined;
  #resume: (() => void) | undefined;

  constructor(keyboard: Keyboard) {
    this.#keyboard = keyboard;
  }

  attach(hooks: Hooks): void {
    this.#hooks = hooks;
  }

  /** Stops the whole job, as the terminal itself would have done. */
  suspend(): void {
    if (!this.#hooks || this.#resume || process.platform === 'win32') return;
    void this.#hooks.suspendTerminal(
      () =>
        new Promise<void>((resolve) => {
          this.#resume = resolve;
          const listeners = process.listeners('SIGTSTP');
          process.removeAllListeners('SIGTSTP');
          process.kill(0, 'SIGTSTP');
          setTimeout(() => this.#goOn(listeners), PATIENCE_MS);
          process.once('SIGCONT', () => this.#goOn(listeners));
        }),
    );
  }

  /** Told that the process goes on. A stop that did not come through suspend() left the terminal as it was: take it anew. */
  resumed(repaint: () => void): void {
    if (this.#resume) return;
    this.#keyboard.setRawMode(false);
    this.#keyboard.setRawMode(true);
    repaint();
  }

  #goOn(listeners: NodeJS.SignalsListener[]): void {
    const resume = this.#resume;
    if (!resume) return;
    this.#resume = undefined;
    for (const listener of listeners) process.on('SIGTSTP', listener);
    resume();
  }
}
