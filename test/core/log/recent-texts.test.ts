/** The texts just before a line: the last ones, whether they were read or passed over as bytes. */
import { describe, expect, it } from 'vitest';
import { KnownLines } from '../../../src/core/log/known-lines.ts';
import { LogText, openLine } from '../../../src/core/log/log-text.ts';
import { type Past, RecentTexts } from '../../../src/core/log/recent-texts.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';

const past = (text: string, line: number, more: Partial<Past> = {}): Past => ({
  ...{ said: new LogText(neutralise(text)), line, isCandidate: false, isQuoted: false, isRaised: false },
  ...more,
});
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`);

/** Texts that were read, one a line, and bytes that were passed over: "3-7" are the lines from 3 to 7. */
function recent(...parts: (Past | string)[]): RecentTexts {
  const texts = new RecentTexts(new KnownLines(openLine));
  for (const part of parts) {
    if (typeof part !== 'string') texts.add(part);
    else {
      const [from = 0, to = 0] = part.split('-').map(Number);
      const bytes = new TextEncoder().encode(`before\n${lines(from, to).join('\n')}\nbehind`);
      texts.pass(bytes, 7, bytes.length - 6, from, to - from + 1);
    }
  }
  return texts;
}
const read = (from: number, to: number) => lines(from, to).map((text, at) => past(text, from + at));

describe('all of them as one text', () => {
  it.each<[string, (Past | string)[], string[]]>([
    ['as they were read', read(1, 3), lines(1, 3)],
    ['as they were passed over', ['1-3'], lines(1, 3)],
    ['in the order of the log', [...read(1, 2), '3-5', ...read(6, 6), '7-7'], lines(1, 7)],
    ['forty at the most, that were read', read(1, 60), lines(21, 60)],
    ['forty at the most, that were passed over', ['1-60'], lines(21, 60)],
    ['forty at the most, of both', [...read(1, 30), '31-60'], lines(21, 60)],
    ['none of more than 64 lines ago', [...read(1, 3), past('late', 66)], ['line 3', 'late']],
    ['none of more than 64 lines ago that were passed over', ['1-3', past('late', 66)], ['line 3', 'late']],
    ['many of them', [...read(1, 300), ...read(301, 305)], lines(266, 305)],
  ])('%s', (_, parts, expected) =>
    expect(
      recent(...parts)
        .joined()
        .split('\n'),
    ).toEqual(expected),
  );

  it('is the same again, until another one comes', () => {
    const texts = recent(...read(1, 2));
    expect([texts.joined(), texts.joined()]).toEqual(['line 1\nline 2', 'line 1\nline 2']);
    texts.add(past('line 3', 3));
    expect(texts.joined()).toBe('line 1\nline 2\nline 3');
  });

  it('has four hundred characters of each', () => expect(recent(past('x'.repeat(900), 1)).joined()).toHaveLength(400));
});

describe('the last one', () => {
  it('is the statement above its marks', () => {
    const texts = recent(past('return loads(res)', 1, { isCandidate: true }), past('       ~~~~~^^^^^', 2));
    expect([texts.last()?.said.text, texts.isCandidate]).toEqual(['return loads(res)', true]);
  });

  it('is the last that is not blank, however it came', () => {
    expect(recent(...read(1, 2), past('', 3)).last()?.said.text).toBe('line 2');
    expect(recent(past('read', 1), '2-4').last()).toMatchObject({ said: { text: 'line 4' }, line: 4 });
    // What was passed over is nothing that was seen.
    const nothing = { isCandidate: false, isQuoted: false, isRaised: false };
    expect(recent('1-3', past('', 4)).last()).toMatchObject({ said: { text: 'line 3' }, line: 3, ...nothing });
    expect(recent(past('', 1)).last()).toBeNull();
    expect(recent().last()).toBeNull();
  });

  it('of bytes is found behind blank lines', () => {
    const texts = new RecentTexts(new KnownLines(openLine));
    const bytes = new TextEncoder().encode('one\n\n  \n\n');
    texts.pass(bytes, 0, bytes.length, 5, 4);
    expect(texts.last()).toMatchObject({ said: { text: 'one' }, line: 5 });
  });

  it('is none that stands too far above', () => {
    const texts = new RecentTexts(new KnownLines(openLine));
    const bytes = new TextEncoder().encode(`one\n${'\n'.repeat(70)}`);
    texts.pass(bytes, 0, bytes.length, 1, 71);
    expect(texts.last()).toBeNull();
  });

  it('that is not blank tells whether it may have begun an error', () => {
    expect(recent(past('a', 1, { isCandidate: true }), past('', 2)).isCandidate).toBe(true);
    expect(recent(past('a', 1, { isCandidate: true }), past('b', 2)).isCandidate).toBe(false);
  });
});

it('bytes that were passed over are kept though their place is used again', () => {
  const texts = new RecentTexts(new KnownLines(openLine));
  const bytes = new TextEncoder().encode(`${lines(1, 100).join('\n')}\n`);
  texts.pass(bytes, 0, bytes.length, 1, 100);
  texts.settle();
  bytes.fill(120);
  expect(texts.joined().split('\n')).toEqual(lines(61, 100));
  expect(texts.last()?.said.text).toBe('line 100');
});

it('the first is found for which something holds', () => {
  const texts = recent(...read(1, 3), '4-5');
  expect([
    texts.find(({ line }) => line > 1)?.line,
    texts.find(({ said }) => said.text === 'line 5')?.line,
    texts.find(() => false),
  ]).toEqual([2, 5, null]);
});

describe('they are source', () => {
  const statements = ['import torch', 'def run(x):', 'return x'];
  it.each([
    ['three statements', statements, true],
    ['two of them', statements.slice(1), false],
    ['words', ['it fails', 'again', 'and again'], false],
  ])('%s', (_, said, isSource) => expect(recent(...said.map((text, at) => past(text, at + 1))).isSource()).toBe(isSource));

  it('not where a traceback quotes them', () => {
    expect(recent(...statements.map((text, at) => past(text, at + 1, { isQuoted: true }))).isSource()).toBe(false);
  });
});
