import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineReader, LONGEST_LINE, looksBinary, type RawLine } from '../../../src/core/log/lines.ts';

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
    const text = `HEAD${'x'.repeat(100_000)}TAIL`;
    const [line] = read(utf8(text)).lines;
    expect(line?.text).toHaveLength(LONGEST_LINE);
    expect(line?.text.startsWith('HEAD')).toBe(true);
    expect(line?.text.endsWith('TAIL')).toBe(true);
    expect((line?.cut ?? 0) + LONGEST_LINE).toBe(text.length);
  });

  it('gives the same lines for any chunking', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r', '\r\n', 'é', '漢', '😀', 'word'),
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

  it('tells binary from text', () => {
    expect(looksBinary(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]))).toBe(true);
    expect(looksBinary(utf8('\u001b[31mERROR\u001b[0m 漢字\tx\r\n'))).toBe(false);
    expect(looksBinary(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe(false);
  });
});
