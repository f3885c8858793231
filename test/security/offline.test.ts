/** Offline for certain: the built program with network, processes and writing taken away, and what its files import at all. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { bin, ensureBuilt, NODE } from '../e2e/built.ts';
import { KEY, TestTerminal } from '../e2e/terminal.ts';

const SEAL = pathToFileURL(join(import.meta.dirname, 'sealed.mjs')).href;
const RUN_EACH = join(import.meta.dirname, 'run-each.mjs');
const NETWORK = ['net', 'http', 'https', 'http2', 'tls', 'dns', 'dns/promises', 'dgram', 'inspector', 'cluster', 'worker_threads'];

/** Costs quota, and fails nothing. */
const SPACE = join(import.meta.dirname, '../../src/check/checks/booking-over-tier/broken/other-file');

/** A build, a traceback through libraries, and a crash whose cause stands far above it. */
const LOGS = ['build-conflict', 'cuda-out-of-memory', 'start-poisoned-parent'].map((story) =>
  join(import.meta.dirname, `../logs/${story}.log`),
);

let terminal: TestTerminal | undefined;
beforeAll(ensureBuilt, 120_000);
afterEach(() => terminal?.close());

/** Runs Node behind the seal. */
function sealed(args: string[], input = '', env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(NODE[0], [...NODE.slice(1), '--import', SEAL, ...args], { env: { PATH: '', TERM: 'xterm', ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.stdin.on('error', () => {});
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

describe('sealed off', () => {
  const RUNS: Record<string, string[][]> = {
    diagnose: [['diagnose'], ['diagnose', '--json'], ['diagnose', '--markdown'], ['diagnose', ...LOGS]],
    search: [
      ['search', 'quota', 'exceeded'],
      ['search', 'oom', '--json'],
      ['how', 'long', 'may', 'a', 'call', 'take'],
    ],
    show: [
      ['show', 'quota-exceeded', '--color'],
      ['explain', 'quota-exceeded', '--json'],
    ],
    decide: [
      ['decide', 'large-or-xlarge', '--answers', '1'],
      ['decide', '--json'],
    ],
    list: [['list'], ['list', 'rules', '--json']],
    plan: [
      ['plan', '--duration', '120', '--tier', 'pro'],
      ['plan', '--params', '13b', '--dtype', 'fp16', '--json'],
    ],
    check: [
      ['check', SPACE],
      ['check', SPACE, '--json'],
      ['check', SPACE, '--format', 'sarif'],
      ['check', 'no/such/folder'],
    ],
    skill: [['skill'], ['skill', '--json']],
    completion: [
      ['completion', 'bash'],
      ['completion', 'zsh'],
      ['completion', 'fish'],
    ],
  };

  it('every command is tried', () => {
    expect(Object.keys(RUNS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  const { diagnose = [], ...OTHERS } = RUNS;

  it.each([...diagnose, ['check', SPACE], ['--version']].map((args) => [args.join(' '), args] as const))('%s', async (_, args) => {
    const { code, out, err } = await sealed([bin(), ...args], 'CUDA out of memory. Tried to allocate 2 GiB\n');
    expect(err).not.toContain('SEAL BROKEN');
    expect(code).toBe(0);
    expect(out).not.toBe('');
  });

  it('every other command, one after the other', async () => {
    const runs = [...Object.values(OTHERS).flat(), ['--help'], ['no-such-flag', '--no-such-flag']];
    const { out, err } = await sealed([RUN_EACH, bin(), JSON.stringify(runs)]);
    expect(err).not.toContain('SEAL BROKEN');
    const ends = [...out.matchAll(/([\s\S]*?)\ncode (\d{1,3}) of (.*)\n/g)];
    expect(ends.map(([, , , args]) => args)).toEqual(runs.map((args) => args.join(' ')));
    for (const [, told, code, args] of ends) {
      expect(['0', '2'], args).toContain(code);
      expect(told, args).not.toBe('');
    }
  });

  it.each(['', 'true'])('the app, with DEV=%s', async (DEV) => {
    terminal = new TestTerminal([], { env: { NODE_OPTIONS: `--import=${SEAL}`, DEV } });
    await terminal.see('Most asked');
    await terminal.press('quota', 'quota');
    await terminal.press(KEY.enter, (screen) => !screen.includes('Most asked'));
    terminal.type(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
    expect(terminal.raw).not.toContain('SEAL BROKEN');
  });

  it.each(['node:http', 'node:fs'])('would be noticed: %s', async (module) => {
    const { err } = await sealed([bin(), 'list'], '', { BREAK_SEAL: module });
    expect(err).toContain('SEAL BROKEN');
  });
});

describe('the files of the package', () => {
  const dist = () => join(bin(), '../../dist');
  const files = () => parts(dist());
  const code = (file: string) => files().get(file) as string;
  const imports = (file: string) => {
    const found = code(file).matchAll(
      /(?:\bfrom|\bimport|\brequire|__require)\s{0,3}\(?\s{0,3}["'`](?:node:)?([a-z][\w/.-]{1,80}|\.\/[\w.-]{1,80})["'`]/g,
    );
    return new Set([...found].map(([, name]) => name as string));
  };
  it('import nothing that speaks to a network', () => {
    expect(files().size).toBeGreaterThan(10);
    expect([...files().values()].some((text) => text.includes('react'))).toBe(true);
    const wrong = [...files().keys()].flatMap((file) =>
      NETWORK.filter((name) => imports(file).has(name)).map((name) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
    const calls = [...files().keys()].filter((file) => /\bfetch\(|new WebSocket\(|new XMLHttpRequest|sendBeacon/.test(code(file)));
    expect(calls).toEqual([]);
  });

  it('import nothing that is not shipped', () => {
    const outside = [...files().keys()].flatMap((file) =>
      [...imports(file)].filter((name) => !BUILT_IN.test(name)).map((name) => `${file}: ${name}`),
    );
    expect(outside).toEqual([]);
  });

  it('start a process only in the app, to copy', () => {
    const reached = new Set<string>();
    const reach = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      const text = code(file);
      // What is asked for later stands within a promise.
      for (const [, name] of text.matchAll(/=part\("([\w.-]{1,80}\.cjs)"\)/g)) reach(name as string);
    };
    reach('main.cjs');
    expect(reached.size).toBeGreaterThan(3);
    expect([...reached].filter((file) => imports(file).has('child_process'))).toEqual([]);
  });
});

/** By name the parts of the program, with what loads them: as its own text says where they are. */
function parts(dist: string): Map<string, string> {
  const loader = readFileSync(join(dist, 'main.cjs'), 'utf8');
  const places = JSON.parse(/^const PLACES = (.*);$/m.exec(loader)?.[1] ?? '{}') as Record<string, [number, number]>;
  const whole = brotliDecompressSync(readFileSync(join(dist, 'main.br')));
  const found = Object.entries(places).map(([name, [from, to]]) => [name, whole.toString('utf8', from, to)] as const);
  return new Map([['loader', loader], ...found]);
}

const BUILT_IN =
  /^(?:assert|buffer|child_process|events|fs|module|os|path|process|readline|stream|string_decoder|tty|url|util|vm|zlib)(?:\/promises)?$/;
