/** Written words as the table of a search holds them, and as it is read again. */
import { expect, it } from 'vitest';
import { familiesOf } from '../../../src/core/search/families.ts';
import { rowOf } from '../../../src/core/search/lines.ts';
import { Vocabulary } from '../../../src/core/search/vocabulary.ts';
import { wordsOf } from '../../../src/core/search/words.ts';

it('words stand with their stem, the commonest first, equals by the alphabet; those of several stems or none apart', () => {
  const { parts, ...rest } = familiesOf(
    ['bbb', 'aaa', 'tensor', 'tensors', 'tensors', 'run', 'running', 'queries', 'the', 'torch.cuda'],
    ['text', 'run'],
  );
  expect(rest).toEqual({
    families: ['tensor \ts \t', 'run \t \tning', 'aaa \t', 'bbb \t', 'query queries'],
    compounds: ['the', 'torch.cuda'],
    others: ['cuda', 'text', 'torch', 'torch_cuda'],
  });
  // Stems are numbered from 1, families first; a 0 ends each word.
  expect([...parts]).toEqual([0, 9, 8, 6, 0]);
});

it('the vocabulary of it knows every word and its stems', () => {
  const written = ['tensor', 'tensors', 'running', 'queries', 'the', 'torch.cuda', 'tensors'];
  const table = familiesOf(written, ['text']);
  const vocabulary = new Vocabulary(table);
  expect(vocabulary.countOfWritten).toBe(6);
  const all = Array.from({ length: vocabulary.countOfWritten }, (_, at) => at + 1);
  const words = vocabulary.linesOf(rowOf([all.map((word) => [word])]).subarray(0, -1));
  expect([...words].sort()).toEqual([...new Set(written)].sort());
  for (const [at, word] of words.entries()) {
    const numbers: number[] = [];
    vocabulary.addStems(Uint16Array.of(at + 1), numbers);
    expect(numbers.map((number) => vocabulary.stems[number - 1])).toEqual(wordsOf(word));
  }
});
