/** What the parts of an entry are made of. */
import { expect, it } from 'vitest';
import { expressionsOf, isQuestion, type TreeNode } from '../../../src/core/library/entry.ts';

it('all expressions of a signature are to be proven, those that keep it from matching too', () => {
  const pattern = (source: string) => ({ source, fixes: [] });
  const signature = { patterns: [pattern('one'), pattern('two')], unless: ['three'], near: ['four'] };
  expect(expressionsOf(signature as unknown as Parameters<typeof expressionsOf>[0])).toEqual(['one', 'two', 'three', 'four']);
});

it('a question asks, an answer does not', () => {
  expect(
    [
      { ask: ['?'], why: [], options: [] },
      { answer: ['.'], blocks: [] },
    ].map((node) => isQuestion(node as unknown as TreeNode)),
  ).toEqual([true, false]);
});
