/** A fix where no packages.txt is read: the system's own command installs the same names. */
import { describe, expect, it } from 'vitest';
import { forSystem } from '../../../../../src/core/explain/fix/place/for-system.ts';
import type { Known } from '../../../../../src/core/library/condition.ts';
import type { Fix } from '../../../../../src/core/library/entry.ts';
import { type Block, paragraph, snippet } from '../../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../../src/core/markup/read.ts';

const TITLE = 'Add Chromium and its driver to packages.txt';
const told = (known: Known, title = TITLE, ...blocks: Block[]) => {
  const fix = forSystem(
    { title: [title], blocks: [paragraph('Why.'), snippet('chromium\nchromium-driver\n', 'text'), ...blocks] } as unknown as Fix,
    known,
  );
  return [plainInlines(fix.title), plainWords(fix.blocks).split('\n').slice(2).join('\n').trim()];
};
const INSTALLED = 'Install Chromium and its driver on the system';

describe('names for packages.txt', () => {
  it.each<[string, Known, string]>([
    ['on a Linux of your own', { where: 'local', os: 'linux' }, 'sudo apt-get install -y chromium chromium-driver'],
    ['on a cluster', { where: 'cluster' }, 'sudo apt-get install -y chromium chromium-driver'],
    ['in a notebook', { where: 'colab' }, 'sudo apt-get install -y chromium chromium-driver'],
    ['in an image', { where: 'docker', os: 'linux' }, 'RUN apt-get update && apt-get install -y chromium chromium-driver'],
  ])('are installed %s', (_, known, command) => expect(told(known)).toEqual([INSTALLED, command]));

  it.each<[string, Known, string, string]>([
    ['Homebrew', { where: 'local', os: 'macos' }, 'poppler-utils', 'brew install poppler'],
    ['winget', { where: 'local', os: 'windows' }, 'ffmpeg', 'winget install Gyan.FFmpeg   # then open a new terminal'],
    ['nobody', { where: 'local', os: 'windows' }, 'libsndfile1', 'libsndfile1'],
  ])('have the name that %s gives them', (_, known, name, command) => {
    const fix = forSystem({ title: ['Add it to packages.txt'], blocks: [snippet(name, 'text')] } as unknown as Fix, known);
    expect(plainWords(fix.blocks).trim()).toBe(command);
  });

  it.each<[string, Known]>([
    ['in a Space', { where: 'space', os: 'linux' }],
    ['where nobody knows the place', { os: 'linux' }],
    ['on another system', { where: 'local', os: 'windows' }],
  ])('stay %s', (_, known) => expect(told(known)).toEqual([TITLE, 'chromium\nchromium-driver']));

  it('of another fix are left alone', () => {
    expect(told({ where: 'ci' }, 'Install git')).toEqual(['Install git', 'chromium\nchromium-driver']);
  });

  it('other snippets are as they were', () => {
    expect(told({ where: 'ci' }, TITLE, snippet('print(1)', 'python'))[1]).toContain('print(1)');
  });
});
