/** The recordings of the laboratory: each tells how it was made, and none tells of the machine that made it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Recording {
  story: string;
  says: string;
  packages: Record<string, string>;
  python: string;
  standIns: string[];
  date: string;
}

const lab = join(import.meta.dirname, '../lab');
const logs = join(import.meta.dirname, '../logs');
const recordings: Record<string, Recording> = JSON.parse(readFileSync(join(lab, 'recordings.json'), 'utf8'));
const locks = readdirSync(join(lab, 'rooms')).filter((name) => name.endsWith('.txt'));
const locked = new Set(
  locks.flatMap((name) =>
    readFileSync(join(lab, 'rooms', name), 'utf8')
      .toLowerCase()
      .replaceAll('_', '-')
      .split('\n'),
  ),
);
const textOf = (name: string) => readFileSync(join(logs, `${name}.log`), 'utf8');

describe.each(Object.entries(recordings))('recording %s', (name, recording) => {
  it('has its log, its ids and its story', () => {
    expect(existsSync(join(logs, `${name}.expect`))).toBe(true);
    expect(textOf(name).trim()).not.toBe('');
    expect(existsSync(join(lab, 'stories', `${recording.story}.py`))).toBe(true);
    expect(recording.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('shows paths of a Space only', () => {
    const paths = [...textOf(name).matchAll(/File "(?<path>\/[^"]{1,300})"/g)].map((found) => found.groups?.path ?? '');
    expect(paths.filter((path) => !/^\/(?:home\/user|usr\/(?:local\/)?lib|tmp\/pip-[\w-]{1,40})\//.test(path))).toEqual([]);
    expect(textOf(name)).not.toMatch(/\/root\/|\.pyenv|\.lab\/|127\.0\.0\.1:(?!50000\b|9\b)\d/);
  });
});

describe('the list of recordings', () => {
  it('names versions that a lock holds', () => {
    const made = Object.values(recordings).filter(({ story }) => story.startsWith('spaces/'));
    const named = made.flatMap(({ packages }) => Object.entries(packages).map(([name, version]) => `${name}==${version}`));
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((pin) => !locked.has(pin))).toEqual([]);
  });
});
