import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingOf, TextProbe } from '../../../src/core/log/encoding.ts';
import { randomFrom } from '../../bench/mixes.ts';

const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** The verdict on bytes that come in pieces. */
function judged(bytes: Uint8Array, size = bytes.length): boolean {
  const probe = new TextProbe();
  for (let at = 0; at < bytes.length; at += size) {
    const verdict = probe.take(bytes.subarray(at, at + size));
    if (verdict) return verdict.isText;
  }
  return probe.end()?.isText ?? false;
}

describe('controls', () => {
  /** A line in which every third character is this control. */
  const full = (code: number) => utf8(`${`ab${String.fromCharCode(code)}`.repeat(60)}\n`);

  it.each([7, 8, 9, 10, 11, 12, 13, 27])('%i may stand in a log as often as it likes', (code) => expect(judged(full(code))).toBe(true));
  it.each([1, 6, 14, 26, 28, 31, 127])('%i may not', (code) => expect(judged(full(code))).toBe(false));
});

describe('the encoding', () => {
  it.each([
    ['UTF-8', utf8('line one\n'), 'utf-8'],
    ['UTF-8 that begins with a zero', utf8('\0a log line that is long enough to tell'), 'utf-8'],
    ['UTF-8 behind a hole', utf8(`${'\0'.repeat(40)}text`), 'utf-8'],
    ['UTF-8 that begins with controls', utf8('\u0001\u0002 a log line that is long enough'), 'utf-8'],
    ['UTF-16 with a mark, little end first', utf16('\ufeffa'), 'utf-16le'],
    ['UTF-16 with a mark, big end first', utf16('\ufeffa', true), 'utf-16be'],
    ['UTF-16 of which only the mark tells', utf16('\ufeff显存不足'), 'utf-16le'],
    ['UTF-16 of which only the mark tells, big end first', utf16('\ufeff显存不足', true), 'utf-16be'],
    ['UTF-16, little end first', utf16('RuntimeError: CUDA'), 'utf-16le'],
    ['UTF-16, big end first', utf16('RuntimeError: CUDA', true), 'utf-16be'],
    ['UTF-16 that begins with other letters', utf16('错误: RuntimeError'), 'utf-16le'],
    ['UTF-16, one letter', utf16('a'), 'utf-16le'],
    ['nothing', utf8(''), 'utf-8'],
  ])('%s', (_, bytes, expected) => expect(encodingOf(bytes, true)).toBe(expected));

  it('is told from the bytes, not from where they are cut', () => {
    const start = fc.array(fc.constantFrom(0, 10, 13, 65, 0xe9, 0xff, 0xfe), { maxLength: 40 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(start, (bytes) => {
        const told = Array.from({ length: bytes.length }, (_, at) => encodingOf(bytes.subarray(0, at + 1))).find((each) => each !== null);
        expect(encodingOf(bytes)).toBe(told ?? null);
      }),
    );
  });

  it('waits for no more than the first line', () => {
    expect(encodingOf(utf8('ok\n'))).toBe('utf-8');
    expect(encodingOf(utf8('o'))).toBe(null);
    expect(encodingOf(utf16('ok\n'))).toBe(null);
  });
});

describe('a text', () => {
  it.each([
    ['in colours', utf8('\u001b[31mERROR\u001b[0m 漢字\tx\r\n')],
    ['in UTF-16', utf16('RuntimeError: CUDA out of memory')],
    ['in UTF-16 with a mark', utf16('\ufeffa')],
    ['in UTF-16, in Russian', utf16('\ufeffОшибка: недостаточно памяти\n'.repeat(20))],
    ['in Latin-1', Buffer.from(`${'caf\u00e9 d\u00e9j\u00e0 vu '.repeat(50)}`, 'latin1')],
    ['in a Cyrillic code page', Buffer.from(Array.from({ length: 900 }, (_, at) => (at % 7 ? 0xc0 + (at % 60) : 0x20)))],
    ['that begins with controls', utf8('\u0001\u0002 RuntimeError: CUDA out of memory')],
    ['that begins with a zero', utf8('\0RuntimeError: CUDA out of memory')],
    ['behind a hole', utf8(`${'\0'.repeat(100_000)}RuntimeError: CUDA out of memory`)],
    ['with holes', utf8(`start\n${'\0'.repeat(9000)}\n${'\0'.repeat(9000)}end`)],
    ['in the frames of a container', utf8('\u0001\0\0\0\0\0\0\u0018RuntimeError: CUDA error\n'.repeat(40))],
    ['of one letter', utf8('x')],
  ])('%s is read, however it comes', (_, bytes) => {
    for (const size of [1, 2, 7, 4096, bytes.length]) expect(judged(bytes, size)).toBe(true);
  });
});

describe('no text', () => {
  const program = execFileSync('head', ['-c', '20000', process.execPath]);
  const module = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, 3, 2, 1, 0, 7, 7, 1, 3, 0x61]);
  it.each([
    ['a program', program],
    ['its first bytes', program.subarray(0, 24)],
    ['a module for the web', module],
    ['zeros', new Uint8Array(100)],
    ['a packed log', gzipSync('a log')],
    ['a long packed log', gzipSync(randomBytes(9000))],
  ])('%s is refused, however it comes', (_, bytes) => {
    for (const size of [1, 7, 4096, bytes.length]) expect(judged(bytes, size)).toBe(false);
  });

  it('random bytes are refused every time', () => {
    // The same at every run: bytes that are really random begin with the mark of UTF-16 once in 32,768 times.
    const random = randomFrom(1);
    for (let turn = 0; turn < 200; turn++)
      expect(
        judged(
          Uint8Array.from({ length: 20_000 }, () => random(256)),
          4096,
        ),
      ).toBe(false);
  });

  it('packed files are named', () => {
    const probe = new TextProbe();
    expect(probe.take(gzipSync('a log'))).toEqual({ isText: false, packed: 'gzip' });
  });
});

it('a log is called one as soon as four thousand bytes say so, and not before', () => {
  const probe = new TextProbe();
  expect(probe.take(utf8('a line of a log\n'.repeat(20)))).toBeNull();
  expect(probe.take(utf8('a line of a log\n'.repeat(235)))).toBeNull();
  expect(probe.take(utf8('a line of a log\n'))).toEqual({ isText: true });
});
