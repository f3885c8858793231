import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, LONGEST_LINE, type RawLine } from '../../../src/core/log/lines.ts';

function read(bytes: Uint8Array, cuts: number[] = []): { lines: RawLine[]; count: number } {
  const lines: RawLine[] = [];
  const reader = new LineReader((line) => lines.push(line));
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    reader.push(bytes.subarray(from, cut));
    from = cut;
  }
  reader.end();
  return { lines, count: reader.lines };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const texts = (bytes: Uint8Array) => read(bytes).lines.map(({ number, text }) => `${number}:${text}`);

describe('lines', () => {
  it('knows every line ending', () => {
    expect(texts(utf8('a\nb\r\nc\n'))).toEqual(['1:a', '2:b', '3:c']);
    expect(texts(utf8('a\n\nb'))).toEqual(['1:a', '2:', '3:b']);
    expect(texts(utf8(''))).toEqual([]);
  });

  it('keeps the number of the physical line for each state of a progress bar', () => {
    expect(texts(utf8('x\n10%\r50%\r100%\ny'))).toEqual(['1:x', '2:10%', '2:50%', '2:100%', '3:y']);
  });

  it('counts lines as an editor does', () => {
    expect(read(utf8('a\nb\n')).count).toBe(2);
    expect(read(utf8('a\nb')).count).toBe(2);
  });

  it('reads UTF-16 with a byte-order mark, and survives invalid UTF-8', () => {
    expect(texts(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0]))).toEqual(['1:a', '2:b']);
    expect(texts(new Uint8Array([0x61, 0xff, 0x62]))).toEqual(['1:a\ufffdb']);
  });

  it('keeps head and tail of an overlong line and says how much was cut', () => {
    const text = `HEAD ${'x y '.repeat(25_000)} TAIL`;
    const [line] = read(utf8(text)).lines;
    const kept = line?.text ?? '';
    expect(kept.length).toBeGreaterThan(LONGEST_LINE - 8);
    expect(kept.length).toBeLessThanOrEqual(LONGEST_LINE);
    expect(kept.startsWith('HEAD x y')).toBe(true);
    expect(kept.endsWith('y  TAIL')).toBe(true);
    expect(kept.split('…')).toHaveLength(2);
    expect((line?.cut ?? 0) + kept.length - 1).toBe(text.length);
  });

  it('keeps the longest line whole, however it comes', () => {
    for (const pieces of [1, 2, 5])
      for (const [length, cut] of [
        [LONGEST_LINE, false],
        [LONGEST_LINE + 1, true],
      ] as const) {
        const bytes = utf8('x y '.repeat(LONGEST_LINE).slice(0, length));
        const [line] = read(
          bytes,
          Array.from({ length: pieces - 1 }, (_, at) => Math.floor(((at + 1) * length) / pieces)),
        ).lines;
        expect([line !== undefined && line.cut > 0, line?.text.includes('…')]).toEqual([cut, cut]);
      }
  });

  it('keeps nothing of the word at the cut, however long it is: half a secret is not known for one', () => {
    for (const [before, after] of [
      ['token=', ' failed'],
      [`${'a '.repeat(3000)}token=`, ' failed'],
      ['', `${' b'.repeat(3000)}`],
    ]) {
      const [line] = read(utf8(`${before}${'S3cret'.repeat(3000)}${after}`)).lines;
      expect(line?.text).not.toContain('S3cret');
    }
  });

  it.each([
    ['at the start', '\0\0\0first\nsecond\n', ['1:first', '2:second']],
    ['at the end of a line', 'first\0\0\nsecond\0', ['1:first', '2:second']],
    ['between lines', 'first\n\0\0\0\nsecond', ['1:first', '2:', '3:second']],
    ['as the last line', 'first\n\0\0\0', ['1:first']],
    ['within a line: two texts', 'fir\0\0\0\0st\nsecond', ['1:fir', '1:st', '2:second']],
    ['within a word: alone it is a character', 'fi\0rst\nsecond', ['1:fi\0rst', '2:second']],
    ['before a carriage return', '10%\0\0\r20%\n', ['1:10%', '1:20%']],
    ['of any length', `${'\0'.repeat(100_000)}first${'\0'.repeat(100_000)}\nsecond`, ['1:first', '2:second']],
  ])('zeros %s hide nothing', (_, text, expected) => {
    expect(texts(utf8(text))).toEqual(expected);
    expect(read(utf8(text), [1, 2, 3, 4, 5, 6, 7, 8, 9, 100_003]).lines).toEqual(read(utf8(text)).lines);
  });

  it('knows whether a whole line that comes stands for itself', () => {
    const isAtLine = (text: string) => {
      const reader = new LineReader(() => {});
      reader.push(utf8('the encoding is known\n'));
      reader.push(utf8(text));
      return reader.isAtLine;
    };
    expect(['', 'a\n', 'a\r\n', 'a', 'a\r', 'a\n\0'].map(isAtLine)).toEqual([true, true, true, false, false, false]);
    expect(new LineReader(() => {}).isAtLine).toBe(false);
    const wide = new LineReader(() => {});
    wide.push(Buffer.from('\ufeffa\n', 'utf16le'));
    expect([wide.isAtLine, wide.isBytewise]).toEqual([false, false]);
  });

  it('gives the same lines for any chunking', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r', '\r\n', 'é', '漢', '😀', 'word', '\0', '\0\0\0'),
      fc.string({ maxLength: 20 }),
      fc.constant('y'.repeat(9000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(40_000), { maxLength: 12 }), (pieces, cuts) => {
        const bytes = utf8(pieces.join(''));
        expect(read(bytes, cuts)).toEqual(read(bytes));
      }),
    );
  });
});
