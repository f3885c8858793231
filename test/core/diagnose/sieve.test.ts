import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Diagnoser, matcherOf } from '../../../src/core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis.ts';
import { KnownLines } from '../../../src/core/log/known-lines.ts';
import { LineReader } from '../../../src/core/log/lines.ts';
import { openLine } from '../../../src/core/log/log-text.ts';
import { logBlock } from '../../bench/log.ts';
import { cleanLines, drawn, loop, randomFrom, realTexts, withOtherNumbers } from '../../bench/mixes.ts';
import { library, matcher, parsed } from '../../library.ts';
import { libraryOf } from '../../security/small-library.ts';

const SIEVE_ALL = 0;
const READ_ALL = Number.POSITIVE_INFINITY;
const samples = parsed.flatMap(({ samples = [] }) => samples);

/** Reads all of it, each line anew. */
function runPlainly(bytes: Uint8Array): Diagnosis {
  const diagnoser = new Diagnoser(library, matcher, READ_ALL, (raw) => openLine(raw));
  diagnoser.push(bytes);
  return diagnoser.end();
}

function quiet(lines: number): string[] {
  return Array(lines).fill('all is well');
}

function run(bytes: Uint8Array, cuts: number[], sievedAfter?: number): Diagnosis {
  const diagnoser = new Diagnoser(library, matcher, sievedAfter);
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    // A fresh copy that is spoilt afterwards: the diagnoser may keep nothing of a chunk. Files come as buffers, whose slices are no copies.
    const chunk = Buffer.from(bytes.subarray(from, cut));
    diagnoser.push(chunk);
    chunk.fill(0x45);
    from = cut;
  }
  return diagnoser.end();
}

const clean = fc.oneof(
  fc.nat(99_999).map((n) => `INFO:     10.16.3.${n % 256}:${n} - "POST /queue/join?__theme=dark HTTP/1.1" 200 OK\n`),
  fc.nat(100).map((n) => `Downloading shards: ${n}%|██▏  | ${n}/100 [00:01<00:09, 2.1s/it]\r`),
  fc.nat(9999).map((n) => `step ${n} loss=0.0${n} naïve café №${n} 漢字\n`),
  fc.constantFrom(
    '\n',
    '\n\n\n',
    '   \n',
    '\r\n',
    ':\n',
    'data: \n',
    '# a comment\n',
    'nothing to see\r\n',
    '    indented\n',
    '"quoted"\n',
    '\'data: {\\"a\\": 1}\';\n',
    `'event {"step": "three of nine"}';\n`,
  ),
  fc.constantFrom(`${'x'.repeat(9000)}\n`, `HEAD${'y'.repeat(20_000)} CUDA out of memory\n`),
);
const telling = fc.oneof(
  fc.constantFrom(...samples).map((sample) => `${sample}\n`),
  fc.constantFrom(...samples).map((sample) => `${sample.toUpperCase()}\n`),
  fc.constantFrom(...samples).map((sample) => `${JSON.stringify({ error: sample })}\n`),
  fc.constantFrom(...samples).map((sample) => `\u001b[31m${sample.replace(' ', '\u001b[0m ')}\n`),
  fc.constantFrom(...samples).map((sample) => `${sample.replaceAll(' ', '\t')}\n`),
  fc.constantFrom(...samples).map((sample) => sample.replace(/ (?=\S+ \S+$)/, '\n')),
  fc
    .tuple(fc.nat(9), fc.constantFrom(...samples))
    .map(([n, sample]) => `data: ${JSON.stringify({ data: sample, timestamp: `2026-06-20T01:00:0${n}Z` })}\n\n`),
  fc.constantFrom(
    'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in <module>\n    frob()\nFrobError: upside down\n',
    'Traceback (most recent call last):\n',
    'During handling of the above exception, another exception occurred:\n',
    '  File "/home/user/app/app.py", line 12, in run\n',
    '│ /home/user/app/app.py:12 in run │\n',
    'some.module.OddTimeout\n',
    'torch==2.8.0\n',
    '/usr/local/lib/python3.10/site-packages/x\n',
    'torch\u00a02.7.0\n',
    'Odd\\u0045rror: hidden\n',
    'sdk_version: 5.49.1\n',
    'ZeroGPU quota exceeded\n',
    'SomethingError\n',
    'kernel died\n',
    'Successfully installed torch-2.8.0 gradio-5.49.1\n',
    'Collecting numpy==1.24.3 (from -r requirements.txt (line 4))\n',
    '  Downloading torch-2.8.0-cp310-cp310-manylinux_2_28_x86_64.whl (888.0 MB)\n',
    'Package    Version\n---------- -------\nrich       14.0.0\naiofiles   24.1.0\n',
    'torch==2.8.0\nrich==14.0.0\n',
    'Python 3.10.13 (main) [GCC 11.4.0] on linux\n',
    '* Running on local URL:  http://127.0.0.1:7860\n',
    'E: Unable to locate package x\n',
    'Error: Could not frob\nCaused by: a broken widget\n',
    'RuntimeError: it failed because of the following error:\nthe widget is gone\n',
    'app-1 exited with code 1\n',
    '[rank0]: Traceback (most recent call last):\n[rank1]: KeyError: 3\n',
    'web-1  | fatal: no\n',
    '{"level": "ERROR", "message": "the teapot is empty"}\n',
  ),
);

describe('passing over lines', () => {
  it('is possible with the real signatures', () => expect(matcher.gate).not.toBeNull());

  it('changes nothing: any mixture of clean lines and every sample, any chunking', () => {
    const log = fc.array(fc.oneof({ weight: 3, arbitrary: clean }, { weight: 1, arbitrary: telling }), { maxLength: 60 });
    fc.assert(
      fc.property(log, fc.array(fc.nat(30_000), { maxLength: 8 }), (pieces, cuts) => {
        const bytes = new TextEncoder().encode(pieces.join(''));
        const whole = runPlainly(bytes);
        expect(run(bytes, [], READ_ALL)).toEqual(whole);
        expect(run(bytes, cuts, SIEVE_ALL)).toEqual(whole);
        expect(run(bytes, cuts)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('changes nothing in real texts drawn at random, in a loop of them, and with other numbers each time', () => {
    const texts = fc.array(fc.constantFrom(...realTexts()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 3 }), fc.nat(), fc.boolean(), (some, rounds, seed, isFresh) => {
        const random = randomFrom(seed);
        const loop = Array.from({ length: rounds }, () => `${some.join('\n')}\n`).join('');
        const bytes = new TextEncoder().encode(isFresh ? withOtherNumbers(loop, random) : loop);
        const whole = runPlainly(bytes);
        const cuts = Array.from({ length: 5 }, () => random(bytes.length));
        expect(run(bytes, cuts, SIEVE_ALL)).toEqual(whole);
        expect(run(bytes, cuts)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('changes nothing in the mixes of the bench', () => {
    for (const bytes of [drawn(0.15), loop(0.15), cleanLines(0.15, matcher)])
      expect(run(bytes, [60_000, 120_000], SIEVE_ALL)).toEqual(runPlainly(bytes));
  }, 60_000);

  it('keeps what `near` needs from far above, and forgets what is too far', () => {
    const near = library.errors().find(({ signature }) => signature.near.length > 0);
    expect(near).toBeDefined();
    for (const { entry, samples: own = [] } of parsed) {
      if (entry.kind !== 'error' || entry.signature.near.length === 0) continue;
      for (const sample of own) {
        const [first = '', ...rest] = sample.split('\n');
        if (rest.length === 0) continue;
        // So far apart none has to do with another; how many are found tells whether one was forgotten, or kept for too long.
        const log = [0, 39, 40, 70].flatMap((gap) => [first, ...quiet(gap), ...rest, ...quiet(100)]);
        const bytes = new TextEncoder().encode([...log, ''].join('\n'));
        const cuts = Array.from({ length: 15 }, (_, index) => 100 + index * 389);
        expect(run(bytes, cuts, SIEVE_ALL)).toEqual(run(bytes, [], READ_ALL));
      }
    }
  });

  it('reads next to nothing of a log in which all is well, once it knows the machine', () => {
    const block = logBlock([], Number.MAX_SAFE_INTEGER);
    const read = vi.spyOn(LineReader.prototype, 'push');
    const readLine = vi.spyOn(KnownLines.prototype, 'open');
    const diagnoser = new Diagnoser(library, matcher, SIEVE_ALL);
    for (let turn = 0; turn < 4; turn++) {
      read.mockClear();
      readLine.mockClear();
      for (let at = 0; at < block.length; at += 65_536) diagnoser.push(block.subarray(at, at + 65_536));
    }
    // The pieces of the lines at both ends of a chunk are handed on as they come.
    expect(read.mock.calls.length + readLine.mock.calls.length).toBeLessThan((block.length / 65_536) * 4);
    read.mockRestore();
    readLine.mockRestore();
  });

  it('waits for what may still say what to do about a failure', () => {
    const quiet = 'all is well\n'.repeat(20);
    for (let between = 0; between < 8; between++) {
      const after = `${'nothing new\n'.repeat(between)}You should boil the water first.\n`;
      const bytes = new TextEncoder().encode(`${quiet}OddError: it is cold\n${after}${quiet}`);
      const plain = run(bytes, [], READ_ALL);
      expect(plain.failures.map(({ advice }) => advice !== null)).toEqual([between < 6]);
      expect(run(bytes, [], SIEVE_ALL).failures).toEqual(plain.failures);
    }
  });

  it.each([
    ['known & wanted', 'known &amp; wanted'],
    ['known < wanted', 'known &lt; wanted'],
    ['known > wanted', 'known &gt; wanted'],
    ['known "wanted', 'known &quot;wanted'],
    ["known 'wanted", 'known &#39;wanted'],
    ['known and wanted', 'known\u00a0and\u3000wanted'],
    ["isn't known", 'isn\u2019t known'],
    ['known_and_wanted', 'known\\_and\\_wanted'],
  ])('reads %j where it stands as %j', (pattern, line) => {
    const own = libraryOf(pattern);
    const diagnoser = new Diagnoser(own, matcherOf(own), SIEVE_ALL);
    diagnoser.push(new TextEncoder().encode(`all is well\n${line}\nall is well\n`));
    expect(diagnoser.end().findings).toMatchObject([{ firstLine: 2, evidence: line }]);
  });

  it('counts lines and bytes that it never read', () => {
    const bytes = new TextEncoder().encode('all is well\n'.repeat(10_000));
    expect(run(bytes, [5000, 77_777])).toMatchObject({ lines: 10_000, bytes: bytes.length, findings: [] });
  });

  it('reads UTF-16 in full, however it is cut', () => {
    const text = `all is well\n${samples[0]}\n`;
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const utf8 = run(new TextEncoder().encode(text), [], READ_ALL);
    for (const cuts of [[], [1], [1, 2, 3], [25, 26]]) expect(run(bytes, cuts, SIEVE_ALL).findings).toEqual(utf8.findings);
  });
});
