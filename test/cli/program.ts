/** Runs the program as a shell would, built from the sources as they are: real pipes, real exit codes. */
import { spawn } from 'node:child_process';
import { once } from '../../src/core/once.ts';
import { bin, ensureBuilt, NODE } from '../e2e/built.ts';

const ready = once(ensureBuilt);

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** A clean environment: nothing of the developer's shell changes colours or widths. */
function environment(extra: Record<string, string>): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TERM: 'xterm-256color', ...extra };
}

/** Runs with these arguments in a folder; `stdin` is written and closed. */
export async function program(
  args: string[],
  stdin: string | Uint8Array = '',
  env: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Outcome> {
  await ready();
  return new Promise((resolve, reject) => {
    const child = spawn(NODE[0], [...NODE.slice(1), bin(), ...args], { cwd, env: environment(env) });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
    child.stdin.end(stdin);
  });
}
