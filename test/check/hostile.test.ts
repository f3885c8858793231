import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSpace } from '../../src/check/check-space.ts';
import type { CheckReport } from '../../src/core/check-report.ts';
import type { ProblemResult } from '../../src/core/result.ts';
import { openFolder } from '../../src/io/space-folder.ts';
import { library } from '../library.ts';
import { check, placesOf, SOUND_APP } from './spaces.ts';

const base = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A folder on the disk, filled by `fill`. */
function folder(name: string, fill: (path: string) => void): string {
  const path = join(base, name);
  mkdirSync(path);
  fill(path);
  return path;
}

function checkDisk(path: string): CheckReport | ProblemResult {
  const opened = openFolder(path);
  return 'what' in opened ? { type: 'problem', ...opened } : checkSpace(opened, library, []);
}

function report(path: string): CheckReport {
  const answer = checkDisk(path);
  if ('type' in answer) throw new Error(answer.what);
  return answer;
}

describe('a hostile folder', () => {
  it('with a pipe as app.py is not waited for', () => {
    const path = folder('pipe', (at) => spawnSync('mkfifo', [join(at, 'app.py')]));
    expect(report(path)).toMatchObject({
      verdict: 'cannot-tell',
      findings: [],
      unseen: [{ file: 'app.py', why: 'is not a regular file' }],
    });
  });

  it('with a folder as app.py', () => {
    const path = folder('folder', (at) => mkdirSync(join(at, 'app.py')));
    expect(report(path).unseen).toMatchObject([{ file: 'app.py', why: 'is a folder' }]);
  });

  it('with links that lead out, round, and to a device', () => {
    writeFileSync(join(base, 'secret.py'), 'password = "x"\n');
    const path = folder('links', (at) => {
      writeFileSync(join(at, 'app.py'), `import out\nimport round\n${SOUND_APP}`);
      symlinkSync(join(base, 'secret.py'), join(at, 'out.py'));
      symlinkSync('round.py', join(at, 'round.py'));
      symlinkSync('/dev/zero', join(at, 'requirements.txt'));
      symlinkSync('.', join(at, 'again'));
    });
    const { verdict, findings, unseen } = report(path);
    expect(findings).toEqual([]);
    expect(verdict).toBe('cannot-tell');
    expect(unseen).toMatchObject([
      { file: 'requirements.txt', why: 'is a link that leads out of the folder' },
      { file: 'out.py', why: 'is a link that leads out of the folder' },
      { file: 'round.py', why: 'is a link that leads back to itself' },
    ]);
  });

  it('with a link to a file inside, which is read', () => {
    const path = folder('inside', (at) => {
      writeFileSync(join(at, 'main.py'), SOUND_APP);
      symlinkSync('main.py', join(at, 'app.py'));
    });
    expect(report(path).calls).toHaveLength(1);
  });

  it('with 50 MB as app.py, which are not read', () => {
    const path = folder('large', (at) => {
      writeFileSync(join(at, 'app.py'), SOUND_APP);
      truncateSync(join(at, 'app.py'), 50 * 1024 * 1024);
    });
    expect(report(path)).toMatchObject({ verdict: 'cannot-tell', unseen: [{ file: 'app.py', why: 'was not read: it has 50 MB' }] });
  });

  it.skipIf(process.getuid?.() === 0)('with a file that may not be read', () => {
    const path = folder('locked', (at) => {
      writeFileSync(join(at, 'app.py'), SOUND_APP);
      chmodSync(join(at, 'app.py'), 0);
    });
    expect(report(path).unseen).toMatchObject([{ file: 'app.py', why: 'may not be read' }]);
  });

  it('that is empty, missing, or a file', () => {
    expect(checkDisk(folder('empty', () => {}))).toMatchObject({ type: 'problem', what: expect.stringContaining('There is no app') });
    expect(checkDisk(join(base, 'nowhere'))).toMatchObject({ what: expect.stringContaining('There is no folder') });
    expect(checkDisk(join(base, 'secret.py'))).toMatchObject({ what: expect.stringContaining('is not a folder') });
  });

  it('with two apps and nothing that says which: both are read, and it is said', () => {
    const path = folder('two', (at) => {
      writeFileSync(join(at, 'one.py'), SOUND_APP);
      writeFileSync(join(at, 'other.py'), SOUND_APP);
    });
    const { verdict, calls, unseen } = report(path);
    expect(calls.map(({ file }) => file)).toEqual(['one.py', 'other.py']);
    expect(unseen).toMatchObject([{ why: expect.stringContaining('2 files look like the app') }]);
    expect(verdict).toBe('cannot-tell');
  });
});

const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
const BROKEN = SOUND_APP.replace('duration=20', 'duration=200');

describe('an odd file', () => {
  it.each([
    ['a byte order mark', `\ufeff${BROKEN}`],
    ['CRLF', BROKEN.replaceAll('\n', '\r\n')],
    ['CR alone', BROKEN.replaceAll('\n', '\r')],
    ['tabs', BROKEN.replaceAll('    ', '\t')],
    ['a form feed', BROKEN.replace('@spaces', '\f@spaces')],
    ['no line feed at the end', BROKEN.trimEnd()],
    [
      'Latin-1 that is declared',
      bytes(
        `# -*- coding: latin-1 -*-\n${BROKEN.replace('distil', 'é')}`
          .replace('import gradio', '# é\nimport gradio')
          .replace('# -*- coding: latin-1 -*-\n# é\n', '# coding: latin-1 é\n'),
        'latin1',
      ),
    ],
  ])('with %s is read as Python reads it', (name, text) => {
    const line = name.startsWith('Latin') ? 9 : 8;
    expect(placesOf(check({ 'app.py': text }))).toEqual([`app.py:${line} booking-over-tier`]);
  });

  it.each([
    ['NUL', `${SOUND_APP}\0`, 'a NUL character'],
    ['binary', new Uint8Array(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x00])), 'not UTF-8'],
    ['Latin-1 that is not declared', bytes(`# é\n${SOUND_APP}`, 'latin1'), 'not UTF-8'],
    ['UTF-16', bytes(`\ufeff${SOUND_APP}`, 'utf16le'), 'UTF-16'],
    ['Python 2', `${SOUND_APP}\nprint "hello"\n`, 'invalid syntax'],
    ['a merge conflict', `<<<<<<< HEAD\n${SOUND_APP}`, ''],
    ['1e5 open brackets', `x = ${'('.repeat(1e5)}`, 'nested too deeply'],
    ['1e5 nested brackets', `x = ${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'nested too deeply'],
  ])('with %s is one finding, and the rest goes on', (_, text, what) => {
    const { verdict, findings } = check({ 'app.py': text, 'requirements.txt': 'torch==2.0.1\n' });
    expect(findings.map(({ check: name }) => name)).toEqual(['python-syntax', 'torch-pin']);
    expect(findings[0]?.message).toContain(what);
    expect(verdict).toBe('would-fail');
  });

  it.each([
    ['a chain of 1e5 sums', `x = ${'1+'.repeat(1e5)}1`],
    ['2e4 branches', `if a:\n  pass\n${'elif a:\n  pass\n'.repeat(2e4)}`],
    ['brackets that Python still takes, in a chain that we do not', `x = ${'('.repeat(150)}${'1+'.repeat(900)}1${')'.repeat(150)}`],
    ['an encoding that is not read here', bytes('# coding: shift_jis\n# \xe9\n', 'latin1')],
    ['letters beyond 16 bits', '\u{1d431} = 1\n'],
    ['a dictionary that awaits its items', 'async def f():\n    return {a: b async for a, b in c}\n'],
  ])('with %s is not seen, and not said to fail', (_, text) => {
    const { verdict, findings, unseen } = check({ 'app.py': text });
    expect(findings).toEqual([]);
    expect(unseen).toMatchObject([{ file: 'app.py', why: expect.stringContaining('was not read') }]);
    expect(verdict).toBe('cannot-tell');
  });

  it.each([
    ['decorators', `${'@a\n'.repeat(1e5)}def f(): pass\n`],
    ['ancestors', Array.from({ length: 5000 }, (_, at) => `class C${at}(C${at - 1}):\n  def f(self): return self.f()\n`).join('')],
    [
      'doublings',
      `${Array.from({ length: 2000 }, (_, at) => `D${at + 1} = D${at} + D${at}\n`).join('')}@spaces.GPU(duration=D2000)\ndef f(): pass\n`,
    ],
    [
      'functions that call one another',
      Array.from(
        { length: 2000 },
        (_, at) => `def h${at}(x): return ${Array.from({ length: 9 }, (__, by) => `h${(at * 7 + by) % 2000}(x)`).join('+')}\n`,
      ).join(''),
    ],
    [
      'itself',
      'from app import *\nimport app\nspaces = spaces\nGPU = GPU\ndef f(x=f): return f(f(f))\n@f(f)\n@f\ndef z(): return z()\nspaces.GPU = spaces.GPU(spaces.GPU)\n',
    ],
    ['huge numbers', 'N = 10**400\nT = "a" * 10**9\n@spaces.GPU(duration=N)\ndef f(): pass\n'],
  ])('made of %s ends, and is answered', (_, text) => {
    expect(check({ 'app.py': `${SOUND_APP}${text}` }).calls[0]?.function).toBe('answer');
  });

  it('that imports a thousand files which are not there', () => {
    const text = Array.from({ length: 1000 }, (_, at) => `from .m${at} import x\n`).join('');
    const { verdict, unseen } = check({ 'app.py': `${text}${SOUND_APP}` });
    expect(unseen).toHaveLength(1000);
    expect(verdict).toBe('cannot-tell');
  });
});

describe('text of a stranger', () => {
  it('reaches nobody as a terminal sequence, and with its secrets masked', () => {
    const token = `hf_${'aB3'.repeat(12)}`;
    const app = SOUND_APP.replace('duration=20', 'duration=200')
      .replace('@spaces', `TOKEN = "${token}"\n@spaces`)
      .replace('def answer', 'def ans\u200dwer');
    const report = check({ 'app.py': app, 'requirements.txt': `torch==2.0.1 # \u001b[31mred\u001b[0m\u202e ${token}\n` });
    const text = JSON.stringify(report);
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/\\u001b|\u202e/);
    expect(report.findings.map(({ check: name }) => name)).toContain('torch-pin');
  });
});
