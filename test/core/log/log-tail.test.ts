import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LogTail } from '../../../src/core/log/log-tail.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function tailOf(...chunks: string[]): LogTail {
  const tail = new LogTail();
  for (const chunk of chunks) {
    // Whoever reads a file fills the same buffer again.
    const buffer = Buffer.from(chunk);
    tail.push(buffer);
    buffer.fill(0x45);
  }
  return tail;
}

describe('the end of a log', () => {
  test('numbers its lines from the beginning of the log', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index + 1}`);
    const tail = tailOf(`${lines.join('\n')}\n`).lines();
    expect(tail.length).toBeLessThanOrEqual(400);
    expect(tail.at(-1)).toEqual({ number: 5000, text: 'line 5000' });
    for (const { number, text } of tail) expect(text).toBe(`line ${number}`);
  });

  test('shows a line that has no end yet, and no half of one at the front', () => {
    expect(
      tailOf('one\ntwo')
        .lines()
        .map(({ text }) => text),
    ).toEqual(['one', 'two']);
    const long = Array.from({ length: 3000 }, (_, index) => `${index + 1} ${'x'.repeat(60)}`).join('\n');
    const [first] = tailOf(long).lines();
    expect(first?.text.startsWith(`${first.number} x`)).toBe(true);
  });

  test('is the same however the log is cut', () => {
    const text = Array.from({ length: 100 }, (_, index) => `línea ${index} 漢字 ${'y'.repeat(index)}`).join('\n');
    const whole = tailOf(text).lines();
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const tail = new LogTail();
        const all = bytes(text);
        const places = [0, ...cuts.sort((a, b) => a - b), all.length];
        for (const [index, from] of places.slice(0, -1).entries()) tail.push(all.subarray(from, places[index + 1]));
        expect(tail.lines()).toEqual(whole);
      }),
    );
  });

  test('keeps its own copy of the bytes', () => {
    const buffer = bytes('kept\n');
    const tail = new LogTail();
    tail.push(buffer);
    buffer.fill(0);
    expect(tail.lines()).toEqual([{ number: 1, text: 'kept' }]);
  });

  test('shows no control character and no secret, and what stands in events of the log API', () => {
    const token = `hf_${'a1B2'.repeat(9)}`;
    const shown = tailOf(
      `\x1b[31mred\x1b[0m \x07\nHF_TOKEN=${token}\ndata: {"data": "inside\\n", "timestamp": "2026-01-01T00:00:00Z"}\n`,
    ).lines();
    expect(JSON.stringify(shown)).not.toContain(token);
    for (const { text } of shown) expect(text).not.toMatch(/\p{Control}/u);
    expect(shown.map(({ text }) => text)).toContain('inside');
  });

  test('stays small, whatever comes', () => {
    const tail = new LogTail();
    const chunk = bytes('z'.repeat(64 * 1024));
    for (let count = 0; count < 200; count++) tail.push(chunk);
    expect(JSON.stringify(tail.lines()).length).toBeLessThan(300 * 1024);
  });
});
