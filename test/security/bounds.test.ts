/** Memory and work stay bounded for any log, and what was left out is said. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { Diagnoser } from '../../src/core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis.ts';
import { documentOf } from '../../src/core/document/document.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { TextProbe } from '../../src/core/log/encoding.ts';
import { ReplayFilter } from '../../src/core/log/replay.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { diagnose, library, matcher } from '../library.ts';
import { inside } from './inside.ts';
import { workOf } from './work.ts';

const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';
const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes on the heap that somebody still holds. */
function live(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** So often the heap is looked at: at the end, where what grows with the log is largest, and on the way, if it is given back. */
const LOOKS = 2;

/** A log in pieces of 64 kB that is never whole in memory; says how much the heap grew. */
function feed(total: number, piece: (index: number) => string, size = 65_536): { diagnosis: Diagnosis; grown: number } {
  const diagnoser = new Diagnoser(library, matcher);
  const before = live();
  let peak = 0;
  let fed = 0;
  let looked = 0;
  for (let index = 0; fed < total; ) {
    let chunk = '';
    while (chunk.length < size) chunk += piece(index++);
    diagnoser.push(Buffer.from(chunk));
    fed += chunk.length;
    if (fed < looked + total / LOOKS && fed < total) continue;
    looked = fed;
    peak = Math.max(peak, live());
  }
  return { diagnosis: diagnoser.end(), grown: peak - before };
}

/** A few chunks, what was found and the lines that are remembered; a log that were kept would be seen: each is longer, or of more objects. */
const ROOM = 14 * MB;
/** Where no line is like another one: the lines that are remembered come and go, and take 12 to 21 MB; all of that log would take 100. */
const ROOM_FOR_NEW_LINES = 24 * MB;

describe('memory', () => {
  it.each([
    ['one line of 100 MB', 100 * MB, () => 'x'.repeat(65_536), 1],
    ['one line of 100 MB of words', 100 * MB, () => `${OOM} `.repeat(1000), 1],
    ['carriage returns only', 4 * MB, () => 'ab\r'.repeat(20_000), 1],
    [
      'an endless traceback',
      4 * MB,
      (index: number) => `  File "/app/a${index}.py", line ${index}, in f\n    ${OOM}\n`,
      null,
      ROOM_FOR_NEW_LINES,
    ],
    [
      'a traceback that is never ended',
      4 * MB,
      (index: number) => `${index ? '' : 'Traceback (most recent call last):\n'}  ${OOM}\n`,
      null,
    ],
    ['a hundred thousand findings', 8 * MB, () => `${OOM}\n`, null],
    ['25,000 exceptions that nobody knows', 1 * MB, (index: number) => `Strange${index}Error: number ${index}\n`, null],
    ['empty lines', 5 * MB, () => '\n'.repeat(1000), null],
    ['zeros', 10 * MB, () => '\0'.repeat(65_536), 1],
    ['escape characters', 4 * MB, () => '\u001b]'.repeat(30_000), 1],
    ['open brackets', 20 * MB, () => '['.repeat(65_536), 1],
    [
      'events with new time stamps',
      12 * MB,
      (index: number) => `data: {"data": "${index} ${'x'.repeat(500)}", "timestamp": "${index}"}\n`,
      null,
    ],
    ['events with one time stamp', 12 * MB, (index: number) => `data: {"data": "${index} ${'x'.repeat(500)}", "timestamp": "1"}\n`, null],
  ])(
    '%s',
    (_, total, piece, lines, room = ROOM) => {
      const { diagnosis, grown } = feed(total, piece);
      expect(grown).toBeLessThan(room);
      if (lines) expect(diagnosis.lines).toBe(lines);
    },
    60_000,
  );

  it('byte by byte', () => {
    const diagnoser = new Diagnoser(library, matcher);
    const bytes = Buffer.from(`${'x'.repeat(200_000)}\n${OOM}\n`);
    for (let index = 0; index < bytes.length; index++) diagnoser.push(bytes.subarray(index, index + 1));
    const { findings, cutLines, lines } = diagnoser.end();
    expect([findings[0]?.id, findings[0]?.firstLine, cutLines, lines]).toEqual(['cuda-out-of-memory', 2, 1, 2]);
  }, 60_000);

  it('of the replay filter', () => {
    const filter = new ReplayFilter();
    const before = live();
    for (let index = 0; index < 200_000; index++) filter.isNew('1', `${index}${'x'.repeat(1000)}`);
    expect(live() - before).toBeLessThan(ROOM);
  });
});

describe('work grows with the log, not faster', () => {
  it.each([
    ['carriage returns', 'a\r'],
    ['line feeds', 'a\n'],
    ['introducers', '\u001b]'],
    ['8-bit introducers', '\u009d'],
    ['marks', '\u0301'],
    ['brackets', '{"a":['],
    ['quotes', '\\"'],
    ['frames', '  File "/a.py", line 1, in f\n'],
    ['known lines', `${OOM}\n`],
    ['half words', 'hf_a.'],
  ])(
    '%s',
    (_, unit) => {
      const time = (size: number) => {
        const diagnoser = new Diagnoser(library, matcher);
        const bytes = Buffer.from(unit.repeat(size / unit.length));
        return workOf(() => {
          diagnoser.push(bytes);
          diagnoser.end();
        });
      };
      time(50_000);
      // Eight times the log takes about eight times as long; a quadratic one would take 64 times.
      const allowed = 32 * Math.max(Math.min(time(100_000), time(100_000), time(100_000)), 2);
      const attempts = [time(800_000)];
      while (Math.min(...attempts) >= allowed && attempts.length < 5) attempts.push(time(800_000));
      expect(Math.min(...attempts)).toBeLessThan(allowed);
    },
    60_000,
  );
});

describe('what was left out is said', () => {
  const report = (diagnosis: Diagnosis) => toMarkdown(documentOf(explain(library, () => new SearchIndex(library), diagnosis)));

  it('of long lines', () => {
    const told = report(diagnose(`${'x '.repeat(10_000)}\n${OOM}\n`));
    expect(told).toContain('1 overlong line was cut at 8192 characters');
  });

  it('of exceptions beyond the first twenty', () => {
    const many = Array.from({ length: 33 }, (_, index) => `Strange${index}Error: no ${index}\n\n\n\n\n`).join('');
    const diagnosis = diagnose(many);
    expect(diagnosis.failures).toHaveLength(20);
    expect(diagnosis.moreFailures).toBe(13);
    // Three besides the first are named.
    expect(report(diagnosis)).toContain('29 further lines of other failures');
  });

  it('finds what stands at either end of a long line', () => {
    const both = diagnose(`${OOM} ${'x '.repeat(50_000)}\n`).findings.concat(diagnose(`${'x '.repeat(50_000)} ${OOM}\n`).findings);
    expect(both.map(({ id }) => id)).toEqual(['cuda-out-of-memory', 'cuda-out-of-memory']);
  });

  it('counts an endless traceback once', () => {
    const log = `Traceback (most recent call last):\n${'  File "/app/a.py", line 1, in f\n    CUDA out of memory. Tried to allocate 2 GiB\n'.repeat(2000)}`;
    expect(diagnose(log).findings.map(({ id, count, lastLine }) => [id, count, lastLine])).toEqual([['cuda-out-of-memory', 1, 4001]]);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, isBig = false) => {
    const bytes = Buffer.from(text, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-16, little end first, with a mark', utf16(`\ufeff${OOM}\n`)],
    ['UTF-16, big end first, with a mark', utf16(`\ufeff${OOM}\n`, true)],
    ['UTF-16, little end first, without one', utf16(`${OOM}\n`)],
    ['UTF-16, big end first, without one', utf16(`${OOM}\n`, true)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${OOM}\n`)],
    [
      'invalid UTF-8 around it',
      Buffer.concat([Buffer.from([0xff, 0xfe, 0x80, 0xc3].reverse()), Buffer.from(` ${OOM} `), Buffer.from([0xe2, 0x82])]),
    ],
    ['zeros in the middle of the log', Buffer.from(`start\n${'\0'.repeat(50)}\n${OOM}\n`)],
    ['no line feed at the end', Buffer.from(OOM)],
    ['carriage returns for line feeds', Buffer.from(`start\r${OOM}\rend`)],
  ])('%s, whole and byte by byte', (_, bytes) => {
    const probe = new TextProbe();
    expect((probe.take(bytes) ?? probe.end())?.isText).toBe(true);
    for (const cuts of [[], [...bytes.keys()]]) expect(diagnose(bytes, cuts).findings.map(({ id }) => id)).toEqual(['cuda-out-of-memory']);
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1]],
    ['zeros', Array(100).fill(0)],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0, 1, 0, 0, 0]],
    ['little numbers', Array.from({ length: 100 }, (_, index) => (index % 4 ? 0 : index / 4))],
  ])('%s is no log', async (_, bytes) => {
    const { code, err } = await inside(['diagnose'], new Uint8Array(bytes));
    expect(code).toBe(2);
    expect(err).toContain('is not text');
  });
});

describe('deep and wide JSON', () => {
  it.each([
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['four thousand brackets around a message', `${'['.repeat(4000)}"${OOM}"${']'.repeat(4000)}`],
    ['objects in objects', `${'{"a":'.repeat(1000)}"${OOM}"${'}'.repeat(1000)}`],
    ['a wide list', `[${Array(2500).fill('""').join()}, "${OOM}"]`],
    ['JSON in JSON in JSON', [...Array(8)].reduce((text: string) => JSON.stringify({ error: text }), OOM)],
  ])('%s', (_, line) => {
    const { findings, cutLines } = diagnose(`${line}\n`);
    // Either the message is found, or it is said that the line was cut.
    expect(findings.length + cutLines).toBeGreaterThan(0);
  });
});
