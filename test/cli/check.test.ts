import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOUND_APP } from '../check/spaces.ts';
import { inside } from '../security/inside.ts';
import { program } from './program.ts';

const base = mkdtempSync(join(tmpdir(), 'advisor-'));

function space(name: string, files: Record<string, string>): string {
  mkdirSync(join(base, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(base, name, file), text);
  return join(base, name);
}

const sound = space('sound', { 'app.py': SOUND_APP });
const empty = space('empty', {});
const failing = space('failing', { 'app.py': SOUND_APP, 'requirements.txt': 'torch==2.5.1\n' });

describe('check', () => {
  it('of a good Space exits with 0, and shows the calls and the verdict', async () => {
    const { code, out, err } = await program(['check', sound]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('answer');
    expect(out.trimEnd()).toMatch(/Would start: .*$/s);
    expect(out).not.toContain('\u001b');
  });

  it('of a failing one exits with 1, names the line, and shows the change without making it', async () => {
    const { code, out } = await program(['check', failing]);
    expect(code).toBe(1);
    expect(out).toContain('requirements.txt:1:1');
    expect(out).toContain('-torch==2.5.1');
    expect(readFileSync(join(failing, 'requirements.txt'), 'utf8')).toBe('torch==2.5.1\n');
  });

  it('prints JSON, SARIF and annotations', async () => {
    expect(JSON.parse((await inside(['check', failing, '--json'])).out)).toMatchObject({
      schema: 'zerogpu-advisor/check@1',
      verdict: 'would-fail',
    });
    expect(JSON.parse((await inside(['check', failing, '--format', 'sarif'])).out)).toMatchObject({ version: '2.1.0' });
    expect((await inside(['check', failing, '--format', 'github'])).out).toMatch(/^::error file=.*requirements\.txt,line=1,/);
    const inActions = await program(['check', failing], '', { GITHUB_ACTIONS: 'true' });
    expect(inActions.out).toContain('Would not start');
    expect(inActions.out).toMatch(/^::error /m);
  });

  it.each([
    [['check', join(base, 'nowhere')], 'There is no folder'],
    [['check', empty], 'There is no app'],
    [['check', sound, failing], 'takes one folder'],
    [['check', sound, '--select', 'torch-pins'], 'Did you mean torch-pin?'],
    [['check', sound, '--format', 'xml'], 'Use one of text, sarif, github'],
  ])('refuses %j with one sentence', async (args, words) => {
    const { code, out, err } = await inside(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
