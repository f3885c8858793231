import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const REFUSED = [
  ['src/core/file.ts', 'node:fs', 'core/ knows no screen'],
  ['src/core/paint.ts', '../render/theme.ts', 'core/ knows no screen'],
  ['src/commands/paint.ts', '../render/json.ts', 'A command takes the library'],
  ['src/render/keys.ts', '../tui/keys.ts', 'render/ makes text'],
  ['src/render/ink.ts', 'ink', 'render/ makes text'],
  ['src/knowledge/show.ts', '../commands/show.ts', 'knowledge/ reads content'],
  ['src/tui/load.ts', '../knowledge/load.ts', 'tui/ may import'],
] as const;
const ALLOWED = [
  ['src/commands/fine.ts', '../core/library.ts'],
  ['src/tui/fine.ts', '../render/theme.ts'],
  ['src/tui/ink.ts', 'ink'],
] as const;

/** One run of the linter over files with these imports; out: its complaints. */
function lint(): { path: string; message: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  cpSync(join(root, '.biome.json'), join(folder, 'biome.json'));
  for (const [path, source] of [...REFUSED, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import x from '${source}';\n\nexport default x;\n`);
  }
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--reporter=json', '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; message: string; location: { path: string | { file: string } } }[];
  };
  return diagnostics
    .filter(({ category }) => category.endsWith('noRestrictedImports'))
    .map(({ message, location }) => ({ message, path: typeof location.path === 'string' ? location.path : location.path.file }));
}

describe('the import arrows', () => {
  const complaints = lint();
  it.each(REFUSED)('%s may not import %s, and is told why', (path, _, words) => {
    expect(complaints.find((complaint) => complaint.path.endsWith(path))?.message).toContain(words);
  });
  it.each(ALLOWED)('%s may import %s', (path) => expect(complaints.filter((complaint) => complaint.path.endsWith(path))).toEqual([]));
});
