import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/knowledge/check.ts';
import { readContent } from '../../src/knowledge/read/files.ts';
import { assembled } from '../library.ts';

const folder = join(import.meta.dirname, '../content');
const sound = readContent(join(folder, 'sound'));

/** Every deliberately broken file with the complaints that stand beside it. */
function brokenFiles() {
  return ['errors', 'rules', 'guides', 'trees', 'asks'].flatMap((kind) =>
    readdirSync(join(folder, 'broken', kind))
      .filter((name) => !name.endsWith('.expect'))
      .map((name) => {
        const text = readFileSync(join(folder, 'broken', kind, name), 'utf8');
        const expected = readFileSync(join(folder, 'broken', kind, name.replace(/\.\w+$/, '.expect')), 'utf8')
          .trim()
          .split('\n');
        return { path: `${kind}/${name}`, text, expected };
      }),
  );
}

describe('the checker', () => {
  it('is silent on sound content', () => {
    expect(checkContent(sound)).toEqual([]);
  });

  it.each(brokenFiles())('complains about $path', ({ path, text, expected }) => {
    const list = path.startsWith('asks/') ? 'asks' : 'files';
    const files = [...sound[list], { path, text }].sort((a, b) => (a.path < b.path ? -1 : 1));
    const problems = checkContent({ ...sound, [list]: files });
    for (const line of expected) {
      const [check = '', words = ''] = line.split(/: ?(.*)/);
      const told = problems.filter((problem) => problem.check === check).map((problem) => `${problem.path} ${problem.reason}`);
      expect(told.join('\n')).toContain(words);
    }
    for (const problem of problems) expect(problem.help.length).toBeGreaterThan(10);
  });

  it('has a broken file for every check that it knows', () => {
    const folder = join(import.meta.dirname, '../../src/knowledge');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const source = files.map((name) => readFileSync(join(folder, name), 'utf8'));
    const checks = new Set(source.flatMap((text) => [...text.matchAll(/check: '([a-z-]+)'/g)].map((found) => found[1])));
    const proven = new Set(brokenFiles().flatMap(({ expected }) => expected.map((line) => line.split(':')[0])));
    expect([...checks].filter((check) => !proven.has(check))).toEqual([]);
  });
});

describe('the real content', () => {
  it('has no problem', () => {
    expect(checkContent(readContent(join(import.meta.dirname, '../../content')), assembled)).toEqual([]);
  }, 120_000);
});
