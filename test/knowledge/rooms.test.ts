import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** With more than these, nobody finds a file at a glance. */
const MOST_FILES = 16;

function foldersBelow(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap(({ name }) => foldersBelow(join(folder, name)))];
}

describe('the rooms', () => {
  const folders = foldersBelow(join(root, 'src'));
  it('are found', () => expect(folders.length).toBeGreaterThan(20));
  for (const folder of folders) {
    it(`${relative(root, folder)} holds at most ${MOST_FILES} files`, () => {
      const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
      expect(files.length).toBeLessThanOrEqual(MOST_FILES);
    });
  }
});
