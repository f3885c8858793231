import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
/** What starts the built program, or a terminal: each of these files has a process of its own. */
const PROGRAMS = ['test/{cli,e2e}/**/*.test.ts', 'test/security/{bounds,named,offline,processes,pty}.test.ts'];
const TESTS = 'test/**/*.test.{ts,tsx}';

export default defineConfig({
  root,
  test: {
    reporters: ['default', join(root, 'test/reporter.ts')],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // One more than the cores of a small machine: who tests a terminal mostly waits for it.
    maxWorkers: 3,
    projects: [
      { extends: true, test: { name: 'programs', include: PROGRAMS } },
      // Functions: they share a process, so that the knowledge is read once and not by every file.
      { extends: true, test: { name: 'functions', include: [TESTS], exclude: [...PROGRAMS, 'test/bench/**'], isolate: false } },
    ],
  },
});
