import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const REFUSED = [
  ['src/core/text/file.ts', 'node:fs', 'core/text/ knows no screen'],
  ['src/core/text/entry.ts', '../library/entry.ts', 'core/text/ knows no screen'],
  ['src/core/match/log.ts', '../log/lines.ts', 'may import library/'],
  ['src/core/log/machine.ts', '../environment/inventory.ts', 'may import match/, library/, text/'],
  ['src/core/environment/found.ts', '../diagnose/findings.ts', 'may import log/, match/, library/, text/'],
  ['src/core/log/found.ts', '../diagnose/diagnosis.ts', 'may import match/, library/, text/'],
  ['src/core/search/result.ts', '../result.ts', 'core/search/ knows no screen'],
  ['src/core/paint.ts', '../render/theme.ts', 'core/ knows no screen'],
  ['src/core/explain/fix/place/print.ts', '../../../../main.ts', 'core/explain/ knows no screen'],
  ['src/core/explain/fix/flag.ts', '../../../args.ts', 'core/explain/ knows no screen'],
  ['src/core/flag.ts', '../args.ts', 'core/ knows no screen'],
  ['src/commands/paint.ts', '../render/json.ts', 'A command takes the library'],
  ['src/render/keys.ts', '../tui/state/keys.ts', 'render/ makes text'],
  ['src/render/ink.ts', 'ink', 'render/ makes text'],
  ['src/io/main.ts', '../main.ts', 'io/ reads and writes'],
  ['src/check/file.ts', 'node:fs', 'check/ reads sources'],
  ['src/check/checks/torch-pin/print.ts', '../../../render/json.ts', 'check/ reads sources'],
  ['src/frames/text.ts', '../core/text/fold.ts', 'frames/ knows what a frame is'],
  ['src/knowledge/show.ts', '../commands/show.ts', 'knowledge/ reads content'],
  ['src/tui/load.ts', '../knowledge/load.ts', 'tui/ may import'],
  ['src/tui/state/scene.ts', '../view/scene.ts', 'tui/state/ may import'],
  ['src/tui/screens/reduce.ts', '../update/reduce.ts', 'tui/screens/ may import'],
] as const;
const ALLOWED = [
  ['src/core/document/fine.ts', '../result.ts'],
  ['src/core/environment/fine.ts', '../log/mention.ts'],
  ['src/core/diagnose/fine.ts', '../log/lines.ts'],
  ['src/check/checks/torch-pin/fine.ts', '../../../core/plan/figures.ts'],
  ['src/frames/fine.ts', '../core/library/frame.ts'],
  ['src/commands/fine.ts', '../core/library/library.ts'],
  ['src/tui/fine.ts', '../render/theme.ts'],
  ['src/tui/ink.ts', 'ink'],
  ['src/tui/screens/help-too.ts', './help.ts'],
] as const;
/** Two files that import each other. */
const CIRCLE = [
  ['src/core/plan/egg.ts', './hen.ts'],
  ['src/core/plan/hen.ts', './egg.ts'],
] as const;

interface Complaint {
  path: string;
  rule: string;
  message: string;
}

/** One run of the linter over files with these imports. */
function lint(): Complaint[] {
  const folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  cpSync(join(root, '.biome.json'), join(folder, 'biome.json'));
  for (const [path, source] of [...REFUSED, ...ALLOWED, ...CIRCLE]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import x from '${source}';\n\nexport default x;\n`);
  }
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; message: string; location: { path: string | { file: string } } }[];
  };
  return diagnostics.map(({ category, message, location }) => ({
    rule: category.split('/').at(-1) as string,
    message,
    path: typeof location.path === 'string' ? location.path : location.path.file,
  }));
}

describe('the import arrows', () => {
  const complaints = lint();
  const about = (path: string, rule: string) => complaints.filter((each) => each.path.endsWith(path) && each.rule === rule);

  it.each(REFUSED)('%s may not import %s, and is told why', (path, _, words) => {
    expect(about(path, 'noRestrictedImports')[0]?.message).toContain(words);
  });
  it.each(ALLOWED)('%s may import %s', (path) => expect(about(path, 'noRestrictedImports')).toEqual([]));
  it.each(CIRCLE)('%s may not import %s, which imports it', (path) => expect(about(path, 'noImportCycles')).toHaveLength(1));
});
