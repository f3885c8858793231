/** The built program for the tests that run it: built once when it is missing or older than what it is made of. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const bin = join(root, 'bin/zerogpu-advisor.js');

const LOCK = join(tmpdir(), 'zerogpu-advisor-build.lock');
const STALE_MS = 120_000;

/** Makes sure that dist/ is there and up to date; several test files may ask at once. */
export async function ensureBuilt(): Promise<void> {
  while (!isFresh()) {
    if (!lock()) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'src/build/build.ts', '--unchecked'], { cwd: root });
    } finally {
      rmdirSync(LOCK);
    }
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

function isFresh(): boolean {
  const built = modified(join(root, 'dist/main.js'));
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
