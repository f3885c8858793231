/** The tests that see a change of src/core or src/render within seconds: nothing built, no terminal, no whole corpus. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [
      'test/core/**/*.test.ts',
      'test/render/**/*.test.ts',
      'test/golden/*.test.ts',
      'test/knowledge/evaluation.test.ts',
      'test/security/{secrets,verbatim}.test.ts',
    ],
    // Counting which test reaches which mutant makes the property tests many times slower.
    testTimeout: 240_000,
  },
});
