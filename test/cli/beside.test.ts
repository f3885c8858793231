import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOUND_APP } from '../check/spaces.ts';
import { inside } from '../security/inside.ts';
import { program } from './program.ts';

const base = mkdtempSync(join(tmpdir(), 'advisor-'));

function folder(name: string, files: Record<string, string>): string {
  mkdirSync(join(base, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(base, name, file), text);
  return join(base, name);
}

const APP = SOUND_APP.replace('duration=20', 'duration=120');
const FRONT = '---\ntitle: A Space\nsdk: gradio\n---\n';
const REFUSED = [
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 10, in answer',
  "gradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (180s requested vs. 96s left). Try again in 5:12:40.'",
  '',
].join('\n');

const nowhere = folder('nowhere', { 'notes.txt': 'x' });
const diagnosed = (cwd: string, args: string[] = []) => program(['diagnose', ...args], REFUSED, {}, cwd);

describe('a log that is diagnosed inside a Space’s folder', () => {
  it.each([
    ['whose README says so', { 'README.md': FRONT, 'app.py': APP }],
    ['with an app beside its requirements', { 'app.py': APP, 'requirements.txt': 'torch\n' }],
  ])('%s: shows the line of the frame and the change', async (name, files) => {
    const { code, out, err } = await diagnosed(folder(`in ${name}`, files));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/> 10 │/);
    expect(out).toContain('-@spaces.GPU(duration=120)');
    expect(out).toContain('+@spaces.GPU(duration=64)');
  });

  it.each([
    ['a README without an sdk', { 'README.md': '# A library\nsdk: gradio\n', 'app.py': APP }],
    ['a README of another project', { 'README.md': '---\ntitle: A library\n---\n', 'app.py': APP }],
    ['an app alone', { 'app.py': APP }],
  ])('not beside %s', async (name, files) => {
    const { out } = await diagnosed(folder(`not ${name}`, files));
    expect(out).not.toContain('│ import');
    expect(out).not.toContain('-@spaces.GPU');
  });
});

describe('diagnose --app DIR', () => {
  const app = folder('app', { 'app.py': APP });

  it('shows the same from anywhere', async () => {
    const { code, out } = await diagnosed(nowhere, ['--app', app]);
    expect(code).toBe(0);
    expect(out).toContain('+@spaces.GPU(duration=64)');
  });

  it('needs no word: the flag says what is meant', async () => {
    const piped = await inside(['--app', app], REFUSED);
    expect(piped).toEqual(await inside(['diagnose', '--app', app], REFUSED));
    const log = join(nowhere, 'run.log');
    writeFileSync(log, REFUSED);
    for (const args of [
      ['--app', app, log],
      [log, '--app', app],
    ])
      expect((await inside(args)).out).toContain('+@spaces.GPU(duration=64)');
  });

  it('puts it into JSON: the lines, and the change as the first fix', async () => {
    const { diagnoses } = JSON.parse((await inside(['diagnose', '--app', app, '--json'], REFUSED)).out);
    expect(diagnoses[0].source).toMatchObject({ file: 'app.py', line: 10, from: 7 });
    expect(diagnoses[0].source.lines).toHaveLength(7);
    expect(diagnoses[0].fixes[0]).toMatchObject({ title: 'Book at most 64 s', language: 'diff', file: 'app.py', line: 8 });
    expect(diagnoses[0].fixes[0].code).toContain('+@spaces.GPU(duration=64)');
    expect(diagnoses[0].fixes[1].language).toBe('python');
  });

  it('leaves JSON as it was where there is no folder', async () => {
    const { diagnoses } = JSON.parse((await diagnosed(nowhere, ['--json'])).out);
    expect(diagnoses[0]).not.toHaveProperty('source');
    expect(diagnoses[0].fixes[0].language).toBe('python');
  });

  it('puts it into Markdown', async () => {
    const { out } = await inside(['diagnose', '--app', app, '--markdown'], REFUSED);
    expect(out).toContain('```diff\n--- a/app.py');
  });

  it.each([
    [join(base, 'missing'), 'There is no folder'],
    [nowhere, 'There is no app in'],
  ])('of %s is refused before the log is read', async (name, words) => {
    const { code, out, err } = await inside(['diagnose', '--app', name], REFUSED);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('changes nothing on the disk', async () => {
    await diagnosed(nowhere, ['--app', app]);
    expect((await program(['check', app, '--json'])).out).toContain('duration=120');
  });
});
