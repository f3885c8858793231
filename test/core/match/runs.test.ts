/** What a text must hold for a regular expression to match, and how far a match reaches around it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LabelledText, readExamples } from '../../../src/build/evaluate.ts';
import { expressionsOf } from '../../../src/core/library/entry.ts';
import { needsOf, reachOf } from '../../../src/core/match/runs.ts';
import { library } from '../../library.ts';

describe('what a match cannot do without', () => {
  it.each([
    ['ZeroGPU.{0,12}(?:expir|caduc)', [['zerogpu'], ['expir', 'caduc']]],
    ['^(?:fix|feat): |\\bhandle', [['fix', 'feat', 'handle']]],
    ['a(?=bc)bc', [['abc']]],
    ['ab?c', []],
    ['(?:ab|c)', []],
  ])('%s: for a last look', (source, needs) => expect(needsOf(source)).toEqual(needs));

  it.each([
    ['out of memory', ['out of memory'], [[0, 0]]],
    ['a.{0,60}\\bout of memory(?: now)?', ['out of memory'], [[61, 4]]],
    [
      '(?:CUDA|the HIP) (?:errors|failure)[:x] \\d{1,5}',
      ['errors', 'failure'],
      [
        [8, 7],
        [8, 7],
      ],
    ],
    ['(?:exceeded ){2}(?=never)', ['exceeded '], [[18, 18]]],
  ])('%s: with so much around it', (source, literals, reaches) => {
    expect(literals.map(reachOf(source))).toEqual(reaches);
  });

  it('stands in every real line that an expression matches', () => {
    const texts = ['errors.jsonl', 'more-errors.jsonl'].flatMap((name) =>
      readExamples<LabelledText>(join(import.meta.dirname, '../../examples', name)),
    );
    const whole = [...new Set(texts.map(({ text }) => text))];
    const all = whole.join('\n');
    const expressions = library
      .errors()
      .flatMap(({ signature }) => expressionsOf(signature).map((source) => ({ source, needs: needsOf(source) })));
    // One look at all of them is quick; where it finds something each text is asked, and of those that have it each line.
    const found = expressions.flatMap(({ source, needs }) => {
      const somewhere = new RegExp(source, 'im');
      if (!somewhere.test(all)) return [];
      const regex = new RegExp(source, 'i');
      const lines = whole.filter((text) => somewhere.test(text)).flatMap((text) => [text, ...text.split('\n')]);
      return [...new Set(lines)].filter((line) => regex.test(line)).map((line) => ({ source, line, needs }));
    });
    expect(found.length).toBeGreaterThan(300);
    expect(found.filter(({ line, needs }) => needs.some((set) => !set.some((part) => line.toLowerCase().includes(part))))).toEqual([]);
  });
});
