import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownLines } from '../../../src/core/log/known-lines.ts';
import { LineReader } from '../../../src/core/log/lines.ts';
import type { OpenLine } from '../../../src/core/log/log-text.ts';

/** An open line that only holds its raw text. */
function bareLine(raw: string): OpenLine {
  return { texts: [], event: { timestamp: '', text: raw }, level: null };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function openText(lines: KnownLines, text: string): string | undefined {
  const bytes = bytesOf(`before\n${text}\nbehind`);
  return lines.open(bytes, 7, bytes.length - 7)?.event?.text;
}

describe('lines that are known by their bytes', () => {
  it('are the same as those that are read', () => {
    const piece = fc.constantFrom('a', '\r', '\0', '\0\0', 'ö', '\ufeff', 'x'.repeat(9000), 'y'.repeat(5000), '\x1b[0m', '');
    const lines = fc.array(
      fc.oneof(
        fc.array(piece, { maxLength: 4 }).map((all) => bytesOf(all.join(''))),
        fc.uint8Array({ maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(lines, (some) => {
        const known = new KnownLines(bareLine);
        const ended = [...some, ...some].map((line) => new Uint8Array([...line.filter((byte) => byte !== 10), 10]));
        const [emitted, opened] = [[] as string[], [] as string[]];
        const reader = new LineReader(({ text }) => emitted.push(text));
        const beside = new LineReader(({ text }) => opened.push(text));
        for (const each of [reader, beside]) each.push(bytesOf('the encoding is known\n'));
        for (const line of ended) {
          reader.push(line);
          const found = beside.isAtLine ? known.open(line, 0, line.length - 1) : null;
          if (!found) beside.push(line);
          else {
            opened.push(found.event?.text as string);
            beside.pass(line.length, 1);
          }
        }
        expect(opened).toEqual(emitted);
        expect([beside.bytes, beside.lines, beside.next]).toEqual([reader.bytes, reader.lines, reader.next]);
      }),
    );
  });

  it('are told apart though they count as the same', () => {
    // Two words of one length and one hash.
    const lines = new KnownLines(bareLine);
    for (const word of ['declinate', 'macallums', 'declinate', 'macallums']) expect(openText(lines, word)).toBe(word);
  });

  it('are opened once, while they are among the last ones', () => {
    const opened: string[] = [];
    const lines = new KnownLines((raw) => {
      opened.push(raw);
      return bareLine(raw);
    });
    const all = Array.from({ length: 2000 }, (_, line) => `line ${line}`);
    for (let turn = 0; turn < 3; turn++) expect(all.filter((line) => openText(lines, line) !== line)).toEqual([]);
    expect(opened).toHaveLength(2000);
  });

  it('are forgotten where there are too many, or too long ones: what they say stays the same', () => {
    const lines = new KnownLines(bareLine);
    const many = Array.from({ length: 30_000 }, (_, line) => `line ${line}`);
    const long = Array.from({ length: 400 }, (_, line) => `${'x'.repeat(4000)}${line}`);
    for (const line of [...many, ...many, ...long, ...long]) if (openText(lines, line) !== line) expect.unreachable(line.slice(-9));
    expect(openText(lines, 'line 1')).toBe('line 1');
  });

  it('leaves to the reader what parts a line, and what is too long', () => {
    const lines = new KnownLines(bareLine);
    expect(openText(lines, 'a\rb')).toBeUndefined();
    expect(openText(lines, 'a\0b')).toBeUndefined();
    expect(openText(lines, 'x'.repeat(9000))).toBeUndefined();
    expect(openText(lines, 'x'.repeat(8000))).toHaveLength(8000);
  });
});
