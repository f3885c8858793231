import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { besideLog } from '../../src/check/beside-log.ts';
import type { Folder } from '../../src/check/space/folder.ts';
import type { Beside } from '../../src/core/beside.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { NO_SEARCH } from '../../src/core/explain/nearest.ts';
import { openFolder } from '../../src/io/space-folder.ts';
import { toJson } from '../../src/render/json.ts';
import { diagnose, library } from '../library.ts';
import { SOUND_APP } from './spaces.ts';

const base = mkdtempSync(join(tmpdir(), 'beside-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const SECRET = 'password-of-somebody';
const root = join(base, 'space');
mkdirSync(join(root, 'folder.py'), { recursive: true });
writeFileSync(join(base, 'outside.py'), `${SECRET} = 1\n`.repeat(20));
writeFileSync(join(root, 'app.py'), SOUND_APP);
writeFileSync(join(root, '.env'), `${SECRET}=1\n`.repeat(20));
writeFileSync(join(root, 'README.md'), `---\nsdk: gradio\n---\n${SECRET}\n`.repeat(5));
writeFileSync(join(root, 'binary.py'), Buffer.from([0x7f, 0x45, 0x00, 0xff, 0x1b, 0x5b, 0x32, 0x4a, 0x0a]));
writeFileSync(join(root, 'large.py'), `${SECRET}\n`);
truncateSync(join(root, 'large.py'), 50 * 1024 * 1024);
symlinkSync(join(base, 'outside.py'), join(root, 'out.py'));
symlinkSync('round.py', join(root, 'round.py'));
symlinkSync('/dev/zero', join(root, 'zero.py'));
symlinkSync(base, join(root, 'up'));
symlinkSync('app.py', join(root, 'inside.py'));
spawnSync('mkfifo', [join(root, 'pipe.py')]);

const folder = openFolder(root) as Folder;

/** What a traceback gets that names this file. */
function beside(file: string, line = 1): Beside | undefined {
  const text = `Traceback (most recent call last):\n  File "${file}", line ${line}, in <module>\n    x\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB\n`;
  const result = besideLog(folder, library)(explain(library, NO_SEARCH, diagnose(text)));
  expect(toJson(result)).not.toContain(SECRET);
  return (result.diagnoses[0] ?? result.failures[0])?.beside;
}

describe('a log that names a file beside the source', () => {
  it.each(['app.py', '/home/user/app/app.py', '/srv/me/space/app.py', 'inside.py'])('gets its lines: %s', (file) => {
    expect(beside(file)?.source?.lines[0]).toBe('import gradio as gr');
  });

  it.each([
    '../outside.py',
    '/home/user/app/../outside.py',
    '/home/user/app/up/outside.py',
    'up/outside.py',
    'up/space/../outside.py',
    join(base, 'outside.py'),
    'out.py',
    'round.py',
    'zero.py',
    'pipe.py',
    'folder.py',
    'large.py',
    '.env',
    'README.md',
    'README.md/.py',
    'app.py\u0000',
    'app.py\u0000.py',
    '%2e%2e/outside.py',
    '..\\\\outside.py',
    'C:\\\\..\\\\outside.py',
    '~/outside.py',
    '$HOME/outside.py',
    'file:///etc/passwd.py',
    `${'up/'.repeat(100)}outside.py`,
    '.py',
    '/.py',
  ])('gets nothing, without waiting: %j', (file) => {
    const { source, change } = beside(file) ?? { source: null, change: null };
    expect({ source, change }).toEqual({ source: null, change: null });
  });

  it('gets nothing of a terminal sequence in a binary', () => {
    const shown = JSON.stringify(beside('binary.py') ?? '');
    expect(shown).not.toMatch(/\\u001b|\\u0000/);
  });

  it.each([0, 10_000, 9_999_999])('gets nothing of line %d', (line) => {
    expect(beside('app.py', line)?.source ?? null).toBeNull();
  });
});

describe('a source that is made to exhaust an edit', () => {
  it.each([
    ['brackets', `x = ${'('.repeat(1e5)}\n`],
    ['sums', `x = ${'1+'.repeat(5e4)}1\n`],
    ['decorators', `${'@a\n'.repeat(5e4)}def f(): pass\n`],
  ])('of %s costs the change alone', (_, text) => {
    const hostile: Folder = {
      name: 'space',
      read: (path) => (path === 'app.py' ? new TextEncoder().encode(`${SOUND_APP}${text}`) : null),
      list: () => ['app.py'],
    };
    const log =
      'Traceback (most recent call last):\n  File "app.py", line 10, in answer\n    x\ngradio.exceptions.Error: \'You have exceeded your free ZeroGPU quota (180s requested vs. 96s left). Try again in 5:12:40.\'\n';
    const [first] = besideLog(hostile, library)(explain(library, NO_SEARCH, diagnose(log))).diagnoses;
    expect(first?.beside?.source?.lines.join('\n')).toContain('def answer');
    expect(first?.beside?.change).toBeNull();
  });
});
