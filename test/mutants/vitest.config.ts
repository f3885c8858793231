/** The tests that see a change of src/core or src/render within seconds: nothing built, no terminal, no whole corpus. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/core/**/*.test.ts', 'test/render/**/*.test.ts', 'test/golden/*.test.ts'],
    testTimeout: 240_000,
  },
});
