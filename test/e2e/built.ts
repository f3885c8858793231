/** The built program for the tests that run it: built once when it is missing or older than what it is made of. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/**
 * Node, as the tests start the program that draws screens: as it is, but without the compiler that makes hot code faster, for in the few
 * seconds that a test lasts that compiler takes more time than it saves, and without threads that collect beside it, for all cores are
 * busy. For another release of Node see `npm run test:nodes`.
 */
export const NODE = [process.env.ADVISOR_NODE ?? process.execPath, '--no-opt', '--single-threaded-gc'] as const;

const LOCK = join(tmpdir(), 'zerogpu-advisor-build.lock');
const STALE_MS = 120_000;
const COPY = 'zerogpu-advisor-copy-';

let copied = '';

/** The program to run: a copy, so that a build that goes on beside the tests changes nothing under them. */
export function bin(): string {
  return join(copied, 'bin/zerogpu-advisor.js');
}

/** Makes sure that dist/ is there and up to date; several test files may ask at once. */
export async function ensureBuilt(): Promise<void> {
  while (!isFresh()) {
    if (!lock()) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'src/build/build.ts', '--unchecked', '--light'], {
        cwd: root,
      });
    } finally {
      rmdirSync(LOCK);
    }
  }
  copied = copy();
}

function copy(): string {
  const target = join(tmpdir(), `${COPY}${modified(join(root, 'dist/main.cjs'))}`);
  if (existsSync(target)) return target;
  removeOld();
  const draft = `${target}-${process.pid}`;
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(draft, part), { recursive: true });
  try {
    renameSync(draft, target);
  } catch {
    // Another test file was faster.
  }
  return target;
}

/** Copies of earlier builds; one may still be running that is not an hour old. */
function removeOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const age = Date.now() - (modified(join(tmpdir(), name)) ?? Date.now());
    if (name.startsWith(COPY) && age > 3_600_000) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function lock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (Date.now() - (modified(LOCK) ?? Date.now()) > STALE_MS) rmdirSync(LOCK);
    return false;
  }
}

/** Whether dist/ is there, and newer than what it is made of. */
export function isFresh(): boolean {
  const built = modified(join(root, 'dist/main.cjs'));
  return built !== null && built > Math.max(newest(join(root, 'src')), newest(join(root, 'content')));
}

function newest(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Math.max(...files.filter((file) => file.isFile()).map((file) => modified(join(file.parentPath, file.name)) ?? 0));
}

function modified(path: string): number | null {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}
