/** Logs that are opened by name: whatever they are, they stop like standard input, are told from what is no text, and keep apart. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bin, ensureBuilt, NODE } from '../e2e/built.ts';
import { KEY, TestTerminal, UNTOUCHED } from '../e2e/terminal.ts';
import { inside } from './inside.ts';

const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';
/** Far more than the hundred milliseconds that are promised, for the machine may be busy; what never ends is told from them. */
const PATIENCE_MS = 5000;

let folder = '';
let running: ChildProcess[] = [];
let terminal: TestTerminal | undefined;
beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'advisor-named-'));
}, 120_000);
afterEach(() => {
  terminal?.close();
  terminal = undefined;
  for (const child of running) kill(child);
  running = [];
});

function kill({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** A pipe with a name; `writer` is a shell command that writes into it. */
function fifo(name: string, writer?: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  if (writer) running.push(spawn('/bin/bash', ['-c', `${writer} > '${path}'`], { detached: true, stdio: 'ignore' }));
  return path;
}

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** Starts a shell command; `seen` tells when a text has been printed. */
function start(command: string): { child: ChildProcess; ended: Promise<Ended>; seen: (text: string) => Promise<void> } {
  const child = spawn('/bin/bash', ['--norc', '--noprofile', '-c', command], {
    env: { PATH: process.env.PATH ?? '', NODE: NODE.join(' '), BIN: bin() },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (err += chunk));
  const ended = new Promise<Ended>((resolve) =>
    child.on('exit', (code, signal) => setImmediate(() => resolve({ code, signal, out, err }))),
  );
  const seen = async (text: string): Promise<void> => {
    while (!(out + err).includes(text) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return { child, ended, seen };
}

function within<T>(promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('it goes on for ever')), PATIENCE_MS).unref());
  return Promise.race([promise, late]);
}

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe('a signal while a named log is read: the report, and the code of the signal', () => {
  describe.each([
    ['a silent writer', () => fifo(`silent-${Math.random()}`, `{ echo '${OOM}'; sleep 100; }`)],
    ['an endless writer', () => fifo(`endless-${Math.random()}`, `yes '${OOM}'`)],
  ])('%s', (_, source) => {
    it.each(SIGNALS)('%s', async (signal, code) => {
      const { child, ended, seen } = start(`exec $NODE "$BIN" diagnose '${source()}'`);
      await seen('cuda-out-of-memory');
      child.kill(signal);
      const end = await within(ended);
      expect({ code: end.code, signal: end.signal, err: end.err }).toEqual({ code, signal: null, err: '' });
      expect(end.out).toContain('cuda-out-of-memory');
      expect(end.out).toMatch(/Read [\d,]+ lines?,/);
    });
  });

  it.each(SIGNALS)('a process substitution, %s', async (signal, code) => {
    const { child, ended, seen } = start(`exec $NODE "$BIN" diagnose <(echo '${OOM}'; sleep 100)`);
    await seen('cuda-out-of-memory');
    child.kill(signal);
    expect((await within(ended)).code).toBe(code);
  });

  it.each(SIGNALS)('a pipe that nobody writes into, %s', async (signal, code) => {
    // The finding of the first file says that the second one is being waited for.
    const first = join(folder, 'first.log');
    writeFileSync(first, `${OOM}\n`);
    const { child, ended, seen } = start(`exec $NODE "$BIN" diagnose '${first}' '${fifo(`nobody-${signal}`)}'`);
    await seen('cuda-out-of-memory');
    child.kill(signal);
    const end = await within(ended);
    expect(end.code).toBe(code);
    expect(end.out).toContain('Read 1 line');
  });
});

describe('a named pipe is read as a file is', () => {
  it.each([
    ['a writer that comes later', `sleep 0.3; echo '${OOM}'`],
    ['a writer that pauses', `{ echo start; sleep 0.3; echo '${OOM}'; }`],
    ['much at once', `{ seq 200000; echo '${OOM}'; }`],
  ])('%s', async (name, writer) => {
    const { ended } = start(`exec $NODE "$BIN" diagnose '${fifo(name.replaceAll(' ', '-'), writer)}'`);
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).toContain('cuda-out-of-memory');
  });

  it.each(['<(true)', '/dev/null', `<(echo '${OOM}')`])('%s ends', async (source) => {
    const { code } = await within(start(`exec $NODE "$BIN" diagnose ${source}`).ended);
    expect(code).toBe(source.includes(OOM) ? 0 : 1);
  });
});

describe('in the app', () => {
  it.each([
    ['q', 'q', 0, `{ echo '${OOM}'; sleep 100; }`],
    ['Ctrl-C', KEY.ctrlC, 130, `{ echo '${OOM}'; sleep 100; }`],
    ['q, an endless writer', 'q', 0, `yes '${OOM}'`],
    ['Ctrl-C, an endless writer', KEY.ctrlC, 130, `yes '${OOM}'`],
  ])('%s leaves, and nothing stays behind', async (name, key, code, writer) => {
    terminal = new TestTerminal(['diagnose', '-i', fifo(`app-${name.replaceAll(/\W/g, '')}`, writer)]);
    await terminal.see((screen) => screen.includes('The GPU ran out of memory'));
    terminal.type(key);
    expect(await within(terminal.exit())).toBe(code);
    expect(terminal.modes).toEqual(UNTOUCHED);
  });

  it.each([
    ['q', 'q', 0],
    ['Ctrl-C', KEY.ctrlC, 130],
  ])('%s leaves while nobody writes', async (name, key, code) => {
    terminal = new TestTerminal(['diagnose', '-i', fifo(`waiting-${name}`)]);
    await terminal.see('Waiting for the log');
    terminal.type(key);
    expect(await within(terminal.exit())).toBe(code);
  });

  it('does not open for what is not there', async () => {
    terminal = new TestTerminal(['diagnose', '-i', join(folder, 'nothing.log')]);
    expect(await terminal.exit()).toBe(2);
    expect(terminal.raw).toContain('There is no file');
    expect(terminal.raw).not.toContain('\x1b[?1049h');
  });

  it('ends with 2 and says why when what was named is no text', async () => {
    const picture = join(folder, 'picture.log');
    writeFileSync(picture, randomBytes(5000));
    terminal = new TestTerminal(['diagnose', '-i', picture]);
    await terminal.see('is not text');
    terminal.type('q');
    expect(await terminal.exit()).toBe(2);
    expect(terminal.screen()).toContain('is not text');
    expect(terminal.screen()).not.toContain('Nothing recognised');
  });
});

describe('several files', () => {
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (...names: string[]) => inside(['diagnose', '--json', ...names]);

  it('are not glued where one ends without a line feed', async () => {
    const { out } = await run(file('half', 'RuntimeError: CUDA out of'), file('rest', ' memory. Tried to allocate 2.00 GiB\n'));
    expect(JSON.parse(out)).toMatchObject({ lines: 2, diagnoses: [] });
  });

  it('have each their own encoding', async () => {
    const wide = file('wide', Buffer.from(`\ufeff${OOM}\n`, 'utf16le'));
    const big = file('big', Buffer.from(`${OOM}\n`, 'utf16le').swap16());
    const { out } = await run(file('narrow', 'start'), wide, big, file('last', OOM));
    expect(JSON.parse(out)).toMatchObject({ lines: 4, diagnoses: [{ id: 'cuda-out-of-memory', count: 3, file: wide, firstLine: 1 }] });
  });

  it('that are missing do not keep the others from being read', async () => {
    const { code, out, err } = await run(join(folder, 'missing'), file('here', OOM), folder);
    expect(code).toBe(2);
    expect(JSON.parse(out).diagnoses[0].id).toBe('cuda-out-of-memory');
    expect(err).toMatch(/^zerogpu-advisor: There is no file ".*missing"\..*\nzerogpu-advisor: ".*" is a folder\..*\n$/);
  });

  it('that are all missing are one problem', async () => {
    const { code, out } = await run(join(folder, 'missing'), join(folder, 'missing-too'));
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ schema: 'zerogpu-advisor/problem@1' });
  });

  it.each([
    ['packed', gzipSync(OOM), /not text: it is compressed \(gzip\)/],
    ['random', randomBytes(20_000), /is not text\./],
  ])('%s bytes are refused with a sentence', async (name, bytes, words) => {
    const { code, err } = await run(file(name, bytes));
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  it('may have any name that the system knows', async () => {
    execFileSync('/bin/bash', ['-c', `printf '%s\\n' '${OOM}' > '${folder}/'$'caf\\xe9.log'`]);
    const { code, out } = await start(`exec $NODE "$BIN" diagnose --json '${folder}/'$'caf\\xe9.log'`).ended;
    expect(code).toBe(0);
    expect(JSON.parse(out).diagnoses[0].file).toContain('caf\ufffd.log');
  });
});

describe('the first bytes do not decide alone', () => {
  it.each([
    ['controls', "printf '\\1\\2'"],
    ['a zero', "printf '\\0'"],
    ['a hole', 'head -c 100000 /dev/zero'],
  ])('a pipe that begins with %s', async (_, first) => {
    const { code, out } = await start(`{ ${first}; sleep 0.3; echo '${OOM}'; } | $NODE "$BIN" --json`).ended;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ lines: 1, diagnoses: [{ id: 'cuda-out-of-memory' }] });
  });
});
