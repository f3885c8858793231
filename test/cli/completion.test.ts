import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manPage } from '../../src/build/man.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { library } from '../library.ts';
import { inside } from '../security/inside.ts';
import { program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'advisor-completion-'));
const scripts: Record<string, string> = {};
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, out } = await program(['completion', shell]);
    expect(code).toBe(0);
    scripts[shell] = join(folder, shell);
    writeFileSync(scripts[shell], out);
  }
});

/** What bash offers for the last of these words. */
function bash(words: string[]): string[] {
  const list = ['zerogpu-advisor', ...words].map((word) => `'${word}'`).join(' ');
  const code = `source ${scripts.bash}; COMP_WORDS=(${list}); COMP_CWORD=${words.length}; _zerogpu_advisor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', code]);
  expect(stderr.toString()).toBe('');
  return stdout.toString().split('\n').filter(Boolean);
}

function fish(line: string): string[] {
  const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `source ${scripts.fish}; complete -C '${line}'`]);
  expect(stderr.toString()).toBe('');
  return stdout
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('\t')[0] as string);
}

describe.skipIf(!has('bash'))('completion in bash', () => {
  it('offers every command and no other word', () => {
    expect(bash([''])).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
    expect(bash(['dia'])).toEqual(['diagnose']);
  });

  it('offers every id where an id belongs, and trees only where one is walked', () => {
    expect(bash(['show', '']).sort()).toEqual(
      library
        .list()
        .map(({ id }) => id)
        .sort(),
    );
    expect(bash(['decide', '']).sort()).toEqual(
      library
        .list('tree')
        .map(({ id }) => id)
        .sort(),
    );
    expect(bash(['explain', 'quota-exc'])).toEqual(['quota-exceeded']);
    expect(bash(['list', ''])).toEqual(['errors', 'rules', 'guides', 'trees']);
    expect(bash(['completion', 'f'])).toEqual(['fish']);
  });

  it('offers the flags of the command and their values', () => {
    expect(bash(['plan', '--siz'])).toEqual(['--size']);
    expect(bash(['plan', '--size', ''])).toEqual(['large', 'xlarge']);
    expect(bash(['show', '--siz'])).toEqual([]);
    expect(bash(['--json', 'show', '--mark'])).toEqual(['--markdown']);
  });
});

describe.skipIf(!has('fish'))('completion in fish', () => {
  it('offers commands, ids, flags and values', () => {
    expect(fish('zerogpu-advisor comp')).toEqual(['completion']);
    expect(fish('zerogpu-advisor decide large')).toEqual(['large-or-xlarge']);
    expect(fish('zerogpu-advisor show quota-exc')).toEqual(['quota-exceeded']);
    expect(fish('zerogpu-advisor plan --size x')).toEqual(['xlarge']);
    expect(fish('zerogpu-advisor plan --dur')).toEqual(['--duration']);
  });
});

describe.skipIf(!has('zsh'))('completion in zsh', () => {
  it('is sound and registers itself', () => {
    const code = `autoload -U compinit; compinit -u -D; source ${scripts.zsh}; print -r -- $_comps[zerogpu-advisor]`;
    const { stdout, stderr } = spawnSync('zsh', ['-fc', code]);
    expect(stderr.toString()).toBe('');
    expect(stdout.toString().trim()).toBe('_zerogpu_advisor');
  });

  it('holds every id and flag', () => {
    const script = readFileSync(scripts.zsh as string, 'utf8');
    for (const { id } of library.list()) expect(script).toContain(id);
    for (const { name, flags } of COMMANDS)
      for (const each of [name, ...flags.map((flag) => `--${flag.name}[`)]) expect(script).toContain(each);
  });
});

describe('completion', () => {
  it('says which shells there are', async () => {
    const { code, err } = await inside(['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(err).toContain('bash, zsh, fish');
  });
});

describe('the manual page', () => {
  const page = manPage('1.2.3', 'What it is - in short');

  it('names every command and flag', () => {
    for (const { name, flags } of COMMANDS)
      for (const each of [name, ...flags.map((flag) => `\\-\\-${flag.name.replaceAll('-', '\\-')}`)]) expect(page).toContain(each);
  });

  it('is in the package, as the registry prints it now', () => {
    const root = join(import.meta.dirname, '../..');
    const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(readFileSync(join(root, 'dist/zerogpu-advisor.1'), 'utf8')).toBe(manPage(version, description));
  });

  it.skipIf(spawnSync('groff', ['--version']).status !== 0)('is sound roff', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Kutf8', '-Tutf8', '-ww'], { input: page });
    expect(stderr.toString()).toBe('');
    expect(stdout.toString()).toContain('reads what it is given');
  });
});
