/**
 * `npm run build`: content, tables of releases, program, man page and licences to dist/. `--unchecked` builds while content is still being
 * written, `--light` what only tests read: larger, made in half the time, and with the knowledge that it was made of.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { marksOf } from '../core/diagnose/watch.ts';
import { Library } from '../core/library/library.ts';
import { Matcher } from '../core/match/match.ts';
import { tableOf } from '../core/match/table.ts';
import { checkContent } from '../knowledge/check.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { readContent } from '../knowledge/read/files.ts';
import { assemble } from '../knowledge/read/library.ts';
import { SMALLEST } from '../knowledge/shipped/compressed.ts';
import { RELEASES_FILE } from '../knowledge/shipped/load.ts';
import { pack } from '../knowledge/shipped/pack.ts';
import { bundle, PACKAGE } from './bundle/bundle.ts';
import { manPage } from './man.ts';
import { packReleases } from './releases/pack.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
/** Brotli is done in a moment, and still makes a quarter of a text. */
const LIGHT = 4;
const isLight = process.argv.includes('--light');
const effort = isLight ? LIGHT : SMALLEST;

const content = readContent(join(root, 'content'));
const assembled = assemble(content);
const problems = process.argv.includes('--unchecked') ? [] : checkContent(content, assembled);
if (problems.length > 0) {
  process.stderr.write(`${problems.map(formatProblem).join('\n')}\n\n${problems.length} problems in content/: not built\n`);
  process.exitCode = 1;
} else {
  // Beside, and then in its place: who runs the program meanwhile finds the old one or the new one.
  const next = join(root, `dist.${process.pid}`);
  mkdirSync(next, { recursive: true });
  const { knowledge } = assembled;
  const errors = new Library(knowledge).errors();
  const table = { ...tableOf(errors), windows: new Matcher(errors, undefined, marksOf(knowledge)).gate?.offsets ?? [] };
  for (const [name, bytes] of Object.entries(pack(knowledge, table, effort))) writeFileSync(join(next, name), bytes);
  writeFileSync(join(next, RELEASES_FILE), packReleases(join(root, 'content/releases'), effort));
  writeFileSync(join(next, 'zerogpu-advisor.1'), manPage(PACKAGE.version, PACKAGE.description));
  if (isLight) writeFileSync(join(next, 'assembled.v8'), serialize({ ...assembled, knowledge: { ...knowledge, table } }));
  await bundle(next, effort);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}
