/** What the built program answers: as a process, and inside this one where only the words count. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bin, ensureBuilt } from '../e2e/built.ts';
import { inside } from '../security/inside.ts';
import { program } from './program.ts';

beforeAll(ensureBuilt, 120_000);

const QUOTA = 'ZeroGPU quota exceeded\nYou have exceeded your free GPU quota (60s requested vs. 30s left). Try again in 3:12:00\n';
const folder = mkdtempSync(join(tmpdir(), 'advisor-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a diagnosis', () => {
  it('answers a pipe with cause, numbers and a fix', async () => {
    const { code, out, err } = await program([], QUOTA);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('quota-exceeded');
    expect(out).toMatch(/60 s[\s\S]*30 s/);
    expect(out).toContain('@spaces.GPU(duration=');
    expect(out).not.toContain('\u001b');
  });

  it('is one JSON document of the contract', async () => {
    const { code, out } = await inside(['diagnose', '--json'], QUOTA);
    const json = JSON.parse(out);
    expect(code).toBe(0);
    expect(json).toMatchObject({ schema: 'zerogpu-advisor/diagnosis@1', lines: 2, bytes: QUOTA.length, notices: [], unrecognised: [] });
    expect(json.diagnoses).toHaveLength(1);
    expect(json.diagnoses[0]).toMatchObject({
      id: 'quota-exceeded',
      kind: 'error',
      role: 'cause',
      count: 1,
      location: null,
      values: { requested: 60, left: 30, wait: '3:12:00' },
    });
    for (const fix of json.diagnoses[0].fixes) expect(Object.keys(fix).slice(0, 3)).toEqual(['title', 'code', 'language']);
    for (const source of json.diagnoses[0].sources) expect(Object.keys(source)).toEqual(['title', 'url', 'checked']);
    expect(Object.keys(json.versions)).toEqual(['spaces', 'torch', 'gradio', 'python']);
  });

  it('tells the version of a library by its frames', async () => {
    const frame = '  File "/usr/local/lib/python3.10/site-packages/torch/nn/modules/module.py", line 1518, in _wrapped_call_impl';
    const source = '    return self._call_impl(*args, **kwargs)';
    const { out } = await program(['diagnose', '--json'], `Traceback (most recent call last):\n${frame}\n${source}\nRuntimeError: odd\n`);
    expect(JSON.parse(out).environment.packages.torch).toMatchObject({
      version: '2.1.x',
      exact: false,
      from: 'frame',
      by: 'module.py:1518',
    });
  });

  it('reads several files, and - as standard input', async () => {
    const log = file('a.log', 'all is well\n');
    const { code, out } = await inside(['diagnose', log, '-', '--json'], QUOTA);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ lines: 3, diagnoses: [{ file: null, firstLine: 1 }] });
  });

  it('says plainly that it recognised nothing, and names a failure that no page knows', async () => {
    const nothing = await inside([], 'all is well\nstill well\n');
    expect(nothing.code).toBe(1);
    expect(nothing.out).toContain('Nothing recognised');
    const { code, out } = await inside([], 'Traceback (most recent call last):\n  File "app.py", line 3, in <module>\nFrobError: no\n');
    expect(code).toBe(1);
    expect(out).not.toContain('Nothing recognised');
    expect(out).toContain('FrobError: no');
    expect(out).toContain('app.py:3');
  });

  it('prints a finding while the log is still open', async () => {
    const { spawn } = await import('node:child_process');
    const child = spawn(process.env.ADVISOR_NODE ?? process.execPath, [bin()]);
    const first = new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
    child.stdin.write(QUOTA);
    expect(await first).toContain('quota-exceeded');
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.stdin.end();
    expect(await closed).toBe(0);
  });
});

describe('wrong use', () => {
  it.each([
    ['an unknown flag', ['--jsno'], /no flag --jsno.*--json/],
    ['a flag without its value', ['--width'], /--width needs a value/],
    ['a value out of range', ['--width', '5'], /--width does not take "5"/],
    ['a value for a switch', ['--json=yes'], /--json takes no value/],
    ['an unknown id', ['show', 'qouta-exceded'], /Did you mean quota-exceeded/],
    ['no id', ['show'], /Which entry/],
    ['an unknown tree', ['decide', 'larg-or-xlarg'], /Did you mean large-or-xlarge/],
    ['an answer that is not offered', ['decide', 'large-or-xlarge', '--answers', '9'], /from 1 to/],
    ['answers beyond the end', ['decide', 'large-or-xlarge', '--answers', '1,1,1,1,1,1,1,1,1,1'], /after the end|no answer/],
    ['an unknown kind', ['list', 'things'], /errors, rules, guides, trees/],
    ['nothing to search for', ['search'], /nothing to search for/],
    ['no such file', ['diagnose', '/no/such/file.log'], /There is no file/],
    ['a folder', ['diagnose', tmpdir()], /is a folder/],
  ])('%s ends with 2 and one sentence', async (_, args, words) => {
    const { code, out, err } = await inside(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a binary file', async () => {
    const { code, err } = await program([
      'diagnose',
      file(
        'bin',
        new Uint8Array(4000).map((_, index) => index % 7),
      ),
    ]);
    expect(code).toBe(2);
    expect(err).toContain('is not text');
  });

  it('ends with 1 on empty input', async () => {
    const { code, out, err } = await program([]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('no input');
  });
});

describe('the other commands', () => {
  it('search', async () => {
    const { code, out } = await program(['search', 'illegal', 'duration', '--json']);
    expect(code).toBe(0);
    const { schema, query, results } = JSON.parse(out);
    expect({ schema, query }).toEqual({ schema: 'zerogpu-advisor/search@1', query: 'illegal duration' });
    expect(results[0]).toMatchObject({
      kind: expect.any(String),
      title: expect.any(String),
      summary: expect.any(String),
      score: expect.any(Number),
    });
    expect(results.map((result: { id: string }) => result.id)).toContain('illegal-duration');
    expect((await inside(['search', 'qqqqzzzz'])).code).toBe(1);
  });

  it('words without a command print the best answers into a pipe', async () => {
    const { code, out } = await inside(['returning', 'tensors', 'hangs']);
    expect(code).toBe(0);
    expect(out).toContain('returning-tensors-hang');
  });

  it('show, by any case and by explain', async () => {
    const { code, out } = await program(['explain', 'QUOTA-EXCEEDED', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zerogpu-advisor/entry@1',
      entry: { id: 'quota-exceeded', kind: 'error', markdown: expect.stringContaining('## Fix') },
    });
  });

  it('list', async () => {
    const { out } = await program(['list', 'trees', '--json']);
    const { schema, entries } = JSON.parse(out);
    expect(schema).toBe('zerogpu-advisor/list@1');
    expect(entries.every((entry: { kind: string }) => entry.kind === 'tree')).toBe(true);
  });

  it('decide, whole and by answers', async () => {
    const whole = JSON.parse((await inside(['decide', 'large-or-xlarge', '--json'])).out);
    expect(whole).toMatchObject({ schema: 'zerogpu-advisor/tree@1', tree: { id: 'large-or-xlarge' } });
    const walked = JSON.parse((await program(['decide', 'large-or-xlarge', '--answers', '1', '--json'])).out);
    expect(walked.path).toHaveLength(1);
    expect((walked.question === null) !== (walked.answer === null)).toBe(true);
  });

  it('help and version', async () => {
    const { code, out } = await program(['--help']);
    expect(code).toBe(0);
    expect(out.indexOf('Examples')).toBeLessThan(out.indexOf('Commands'));
    expect((await inside(['show', '-h'])).out).toContain('zerogpu-advisor show');
    expect((await program(['-V'])).out).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('terminal manners', () => {
  it('colours only when asked to, in a pipe', async () => {
    expect((await inside(['show', 'quota-exceeded'])).out).not.toContain('\u001b');
    expect((await inside(['show', 'quota-exceeded', '--color'])).out).toContain('\u001b[');
    expect((await inside(['show', 'quota-exceeded'], '', { FORCE_COLOR: '1' })).out).toContain('\u001b[');
    expect((await inside(['show', 'quota-exceeded'], '', { FORCE_COLOR: '1', NO_COLOR: '1' })).out).not.toContain('\u001b');
  });

  it('keeps to the width', async () => {
    for (const width of [20, 40, 80, 120]) {
      const { out } = await inside(['show', 'quota-exceeded', '--width', String(width)]);
      // Code is indented, and like addresses it is left whole.
      const words = out.split('\n').filter((line) => !line.startsWith('  ') && !line.includes('://'));
      expect(Math.max(...words.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    }
  });
});

it('a page of its own says what to put where a log would give the value', async () => {
  for (const form of ['--plain', '--markdown', '--json']) {
    const { out } = await inside(['show', 'quota-exceeded', form]);
    expect(out).not.toContain('{{');
    expect(out).toContain('duration=<');
  }
});
