import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillReadme } from '../../src/build/docs.ts';
import { library } from '../library.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('agrees with the registry and the key table (npm run docs prints it anew)', () => {
    // The counts are renewed with a release: who adds an entry need not touch the README.
    const withoutCounts = (text: string) => text.replace(/<!-- counts -->[\s\S]*<!-- \/counts -->/, '');
    expect(withoutCounts(fillReadme(readme, library))).toBe(withoutCounts(readme));
  });

  it('names the test command that CI runs', () => {
    const run = readFileSync(join(root, '.ci/run'), 'utf8').trim().split('\n').at(-1) as string;
    expect(readme).toContain(`\n${run}\n`);
  });

  it('links to files that exist', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https:)([^)#]+)\)/g))
      expect(() => readFileSync(join(root, path as string))).not.toThrow();
  });
});

describe('the pages for who changes the program', () => {
  it.each(['CONTRIBUTING.md', 'JOURNEYS.md', 'SECURITY.md'])('%s names files and folders that exist', (page) => {
    const named = [...readFileSync(join(root, '.github', page), 'utf8').matchAll(/`((?:src|bin|test|content)\/[\w./-]+)`/g)].map(
      ([, path]) => path as string,
    );
    const made = named.filter((path) => !path.includes('my-error'));
    expect(made.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it.each(readdirSync(join(root, 'content')).filter((name) => name !== 'README.md'))('content/README.md tells what %s is', (name) => {
  expect(readFileSync(join(root, 'content/README.md'), 'utf8')).toMatch(new RegExp(`^\\| \`${name}(?:/[^\`]*)?\` \\|`, 'm'));
});
