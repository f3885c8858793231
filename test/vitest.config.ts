import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** Code has run eight times as long as V8 asks for before it is made faster: most of it never is, which saves a tenth. Known to Node 20. */
const compiledLate = Number.parseInt(process.versions.node, 10) < 22 ? ['--interrupt-budget=500000'] : [];

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
    reporters: ['default', join(root, 'test/reporter.ts')],
    // Nothing takes five seconds by itself; a busy machine may need ten times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than the cores: who tests a terminal mostly waits for it. More than a few take more memory than time.
    maxWorkers: Math.min(availableParallelism(), 4) + 1,
    // Files share a process, so that the sources and the knowledge are read once and not by every file.
    isolate: false,
    execArgv: [
      // Logs make many short-lived strings: with more room for the young a tenth of the time is saved.
      '--min-semi-space-size=64',
      '--max-semi-space-size=128',
      // All cores are busy with tests: threads that collect beside them only take turns with them.
      '--single-threaded-gc',
      ...compiledLate,
    ],
  },
});
