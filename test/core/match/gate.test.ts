import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/core/match/gate.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function found(gate: Gate | null, text: string): number[] {
  const all = new Set<number>();
  gate?.next(bytes(text), 0, bytes(text).length, all);
  return [...all].sort((a, b) => a - b);
}

describe('a gate', () => {
  it('finds every text, in any case', () => {
    const texts = ['out of memory', 'memory', 'quota exceeded', 'überschreitet', 'задача', '任务已中止'];
    const gate = Gate.of(texts.map((text) => ({ text })));
    for (const text of texts) {
      expect(found(gate, `… ${text.toUpperCase()} …`)).toContain(texts.indexOf(text));
      expect(found(gate, text)).toContain(texts.indexOf(text));
    }
    expect(found(gate, 'CUDA out of memory')).toEqual([0, 1]);
    expect(found(gate, 'quota is fine, out of mem')).toEqual([]);
  });

  it('takes a word in its own case and to its end only', () => {
    const gate = Gate.of([{ text: 'Error', isWord: true }]);
    for (const text of ['ValueError', 'ValueError: no', 'ValueError" }', 'ValueError \n']) expect(found(gate, text)).toEqual([0]);
    for (const text of ['errors: 0', 'valueerror:', 'Errors', 'Error_count', 'Error(1)']) expect(found(gate, text)).toEqual([]);
  });

  it('takes a tab for the blanks that it becomes', () => {
    const gate = Gate.of([{ text: 'failed to' }, { text: 'failed  badly' }]);
    expect(found(gate, 'FAILED\tto')).toContain(0);
    expect(found(gate, 'failed\tbadly')).toContain(1);
  });

  it('is none when a text is too short to be sure of', () => {
    expect(Gate.of([{ text: 'oom' }])).toBeNull();
    expect(Gate.of([])).toBeNull();
    expect(Gate.of([{ text: 'ёёёё' }])).toBeNull();
  });

  it('is the same with the windows that an earlier one chose', () => {
    const wanted = ['abcdefgh', 'bcdefghi', 'torch==', 'python '].map((text) => ({ text }));
    const first = Gate.of(wanted);
    expect(found(Gate.of(wanted, first?.offsets), 'xbcdefghix Python torch==2')).toEqual(found(first, 'xbcdefghix Python torch==2'));
  });

  it('agrees with a plain search', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'E'), minLength: 5, maxLength: 9 })
      .filter((text) => !text.includes('  '));
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 20 }),
        fc.array(fc.oneof(word, fc.string()), { maxLength: 20 }),
        (texts, pieces) => {
          const text = pieces.join('').replaceAll('\t', ' ');
          const expected = texts.flatMap((each, index) => (text.toLowerCase().includes(each.toLowerCase()) ? [index] : []));
          expect(found(Gate.of(texts.map((each) => ({ text: each }))), text)).toEqual(expected);
        },
      ),
    );
  });
});
