import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { NODE_FLAGS } from './node-flags.ts';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
    setupFiles: [join(root, 'test/same-draws.ts')],
    reporters: ['default', join(root, 'test/reporter.ts')],
    // Nothing takes five seconds by itself; a busy machine may need ten times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than the cores: who tests a terminal mostly waits for it. More than a few take more memory than time.
    maxWorkers: Math.min(availableParallelism(), 4) + 1,
    // Files share a process, so that the sources and the knowledge are read once and not by every file.
    isolate: false,
    execArgv: [...NODE_FLAGS],
  },
});
