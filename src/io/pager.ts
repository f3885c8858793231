/** Output that is longer than the screen goes through a pager, as git does it. */
import { spawn } from 'node:child_process';
import type { Streams } from './streams.ts';

/** What less does then: leaves at once what fits, keeps colours, and does not clear the screen. */
const USUAL = { command: 'less', args: ['-FRX'] };

interface Pager {
  command: string;
  args: string[];
  /** Named by the user, and handed to a shell: it may have arguments of its own. */
  isShell: boolean;
}

/** Shows a text in the pager; false when the user has none: then the caller writes it. */
export async function page(text: string, { env }: Streams): Promise<boolean> {
  const pager = pagerOf(env);
  if (!pager) return false;
  return new Promise((resolve) => {
    const child = spawn(pager.command, pager.args, { stdio: ['pipe', 'inherit', 'inherit'], shell: pager.isShell });
    child.on('error', () => resolve(false));
    // Ctrl-C belongs to the pager while it is there.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    child.on('exit', (code) => {
      process.off('SIGINT', ignore);
      // A shell tells with 127 that it knows no such command.
      resolve(code !== 127);
    });
    child.stdin?.on('error', ignore);
    child.stdin?.end(text);
  });
}

/** ZEROGPU_ADVISOR_PAGER, PAGER, else less; null when the user wants none. */
function pagerOf(env: Streams['env']): Pager | null {
  const named = env.ZEROGPU_ADVISOR_PAGER ?? env.PAGER;
  if (named === undefined) return { ...USUAL, isShell: false };
  return named.trim() === '' || named.trim() === 'cat' ? null : { command: named, args: [], isShell: true };
}
