/** The built program as a process: readers that go away, signals, closed streams, a full disk, nothing to read, nowhere to write. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bin, ensureBuilt, NODE } from '../e2e/built.ts';

const LINE = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.\n';
const STACK = /^\s+at |node:internal|Unhandled|Error: /m;

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

let running: ChildProcess[] = [];
beforeAll(ensureBuilt, 120_000);
afterEach(() => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  running = [];
});

function start(
  command: string,
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended>; sees: (text: string) => Promise<void> } {
  const child = spawn('/bin/bash', ['--norc', '--noprofile', '-c', command], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TERM: 'xterm', NODE: NODE.join(' '), BIN: bin(), ...env },
    detached: true,
  });
  running.push(child);
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const told = () => {
    for (const check of waiting) check();
  };
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    told();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    told();
  });
  child.stdin?.on('error', () => {});
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
  const sees = (text: string) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!(out + err).includes(text)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { child, ended, sees };
}

/** A shell command with this standard input. */
function shell(command: string, input = '', env: Record<string, string> = {}): Promise<Ended> {
  const { child, ended } = start(command, env);
  child.stdin?.end(input);
  return ended;
}

const RUN = '$NODE "$BIN"';

/** A report of so many is larger than a pipe, which holds 64 kB. */
const ENOUGH_ERRORS = 75;

describe('a reader that goes away', () => {
  it.each([
    ['list --json', `${RUN} list --json | head -1`],
    ['show', `${RUN} show quota-exceeded | head -1`],
    ['diagnose', `${RUN} diagnose | head -1`],
    ['many pages', `${RUN} list --markdown | true`],
  ])('ends %s quietly', async (_, command) => {
    const { code, err } = await shell(`${command}; exit \${PIPESTATUS[0]}`, LINE.repeat(15_000));
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('gets more than a pipe holds, whole, however slow it is', async () => {
    const errors = readFileSync(join(import.meta.dirname, '../examples/errors.jsonl'), 'utf8').split('\n');
    const file = join(mkdtempSync(join(tmpdir(), 'advisor-')), 'some.log');
    writeFileSync(file, errors.slice(0, ENOUGH_ERRORS).join('\n'));
    const whole = await shell(`${RUN} diagnose ${file} --json`);
    expect(whole.out.length).toBeGreaterThan(100_000);
    expect(() => JSON.parse(whole.out)).not.toThrow();
    const slow = await shell(`${RUN} diagnose ${file} --json | { for _ in {1..20}; do read -r _; sleep 0.01; done; wc -c; }`);
    const read = whole.out.split('\n').slice(0, 20).join('\n').length + 1;
    expect(Number(slow.out.trim())).toBe(Buffer.byteLength(whole.out) - Buffer.byteLength(whole.out.slice(0, read)));
    expect(slow.err).toBe('');
  });
});

describe('a signal while a stream is read', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s: the report of what was read, then %i', async (signal, code) => {
    const { child, ended, sees } = start(`exec ${RUN}`);
    child.stdin?.write(LINE);
    await sees('  line 1');
    child.kill(signal);
    const { code: exit, out, err } = await ended;
    expect(exit).toBe(code);
    expect(err).toBe('');
    expect(out).toContain('Read 1 line');
  });

  it('says so when nothing had come', async () => {
    const { child, ended, sees } = start(`echo up >&2; exec ${RUN}`);
    await sees('up');
    // The second signal, at the latest, finds the program reading or ends it: both are 130 for a shell.
    const again = setInterval(() => child.kill('SIGINT'), 300);
    const { code, signal, out, err } = await ended;
    clearInterval(again);
    expect(code ?? signal).toSatisfy((end) => end === 130 || end === 'SIGINT');
    expect(out).toBe('');
    expect(err).not.toMatch(STACK);
  });

  it('gives one JSON document all the same', async () => {
    const { child, ended, sees } = start(`{ echo up >&2; cat; } | ${RUN} --json & wait $!; exit $?`);
    child.stdin?.write(LINE);
    await sees('up');
    child.stdin?.end();
    const { out } = await ended;
    expect(JSON.parse(out).diagnoses[0].id).toBe('cuda-out-of-memory');
  });

  it('stops and goes on: nothing is lost', async () => {
    const { child, ended, sees } = start(`exec ${RUN}`);
    child.stdin?.write(LINE);
    await sees('  line 1');
    child.kill('SIGSTOP');
    child.stdin?.write(LINE);
    child.kill('SIGCONT');
    child.stdin?.end(LINE);
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('Read 3 lines');
  });
});

describe('streams that are not there', () => {
  it.each([
    ['no standard input', `${RUN} <&-`, 1, /There was no input/],
    ['an empty one', `${RUN} </dev/null`, 1, /There was no input/],
    ['no standard output', `${RUN} list >&-`, 0, /^$/],
    ['no standard error', `${RUN} nothing-known --nonsense 2>&-`, 2, /^$/],
    ['none at all', `${RUN} <&- >&- 2>&-`, 1, /^$/],
    ['a full disk', `${RUN} list >/dev/full`, 2, /^zerogpu-advisor: The output could not be written \(ENOSPC\)\. .{1,80}\n$/],
    ['a full disk for messages', `${RUN} show nothing-known 2>/dev/full`, 2, /^$/],
    ['a full disk for both', `${RUN} list >/dev/full 2>/dev/full`, 2, /^$/],
  ])('%s', async (_, command, code, message) => {
    const { code: exit, err } = await shell(command);
    expect(err).toMatch(message);
    expect(err).not.toMatch(STACK);
    expect(exit).toBe(code);
  });

  it('does without a terminal, and without one to ask', async () => {
    for (const flags of ['', '-i', '--plain', '--screen-reader']) {
      const { code, out, err } = await shell(`setsid -w ${RUN} ${flags}`, LINE);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('cuda-out-of-memory');
    }
  });
});

describe('an odd environment', () => {
  it.each([
    ['no TERM', `env -u TERM ${RUN}`],
    ['a dumb one', `TERM=dumb ${RUN}`],
    ['an unknown one', `TERM=nonsense ${RUN}`],
    ['no HOME', `env -u HOME ${RUN}`],
    ['nothing at all', `env -i $NODE "$BIN"`],
    ['a hostile one', `TERM=$'\\e]0;evil\\a' COLUMNS=-5 LANG=$'\\e[2J' ${RUN}`],
    ['a home that cannot be written', `HOME=/proc ${RUN}`],
    ['a folder that is gone', `d=$(mktemp -d); cd "$d"; rmdir "$d"; ${RUN}`],
  ])('%s', async (_, command) => {
    const { code, out, err } = await shell(command, LINE);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('cuda-out-of-memory');
    expect(out).not.toContain('\u001b');
  });

  it('leaves no file behind', async () => {
    const home = mkdtempSync(join(tmpdir(), 'advisor-home-'));
    writeFileSync(join(home, 'run.log'), LINE);
    const env = { HOME: home, TMPDIR: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') };
    const commands = [
      'diagnose run.log',
      'list',
      'search oom',
      'show quota-exceeded',
      'decide large-or-xlarge',
      'plan --duration 60',
      'completion bash',
    ];
    await shell(`cd "$HOME"; ${commands.map((command) => `${RUN} ${command} >/dev/null`).join('; ')}`, '', env);
    expect(readdirSync(home, { recursive: true })).toEqual(['run.log']);
  });
});
