import { describe, expect, it } from 'vitest';
import { stem, tokensOf, withoutAccents, wordsOf } from '../../../src/core/search/words.ts';

describe('words', () => {
  it.each([
    ['torch.cuda.is_available() of the GPU', ['torch_cuda_is_availabl', 'torch', 'cuda', 'availabl', 'gpu']],
    ['48GB', ['48gb', '48', 'gb']],
    ['48 GB', ['48', 'gb']],
    ['1.5x', ['1_5x', '1.5', 'x']],
    ['spaces 0.51.3', ['spac', '0.51.3']],
    ['sm_120', ['sm_120', 'sm', '120']],
    ['_ZN3c10', ['zn3c10']],
    ['@spaces.GPU', ['spaces_gpu', 'spac', 'gpu']],
    ['@someone', ['someon']],
    ['gpu', ['gpu']],
    ["don't stop-it", ['don_t', 'don', 't', 'stop_it', 'stop']],
    ['1.2.3', ['1.2.3']],
    ['überschritten, año', ['uberschritten', 'ano']],
    ['ＧＰＵ', ['gpu']],
    ['GPUの割り当て', ['gpu']],
  ])('%s → %j', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('keeps a run without blanks whole, for who knows its words', () => {
    expect(tokensOf('GPUの割り当てMB').map(({ text, isUnspaced }) => [text, isUnspaced])).toEqual([
      ['gpu', false],
      ['の割り当て', true],
      ['mb', false],
    ]);
  });

  it('takes accents from Latin letters alone', () => {
    expect(withoutAccents('Été ça ñ Ü')).toBe('ete ca n u');
    expect(withoutAccents('ガ й 한')).toBe('ガ й 한');
  });

  it.each([
    ['tensors', 'tensor'],
    ['returning', 'return'],
    ['running', 'run'],
    ['aborted', 'abort'],
    ['queries', 'query'],
    ['crashes', 'crash'],
    ['classes', 'class'],
    ['boxes', 'box'],
    ['issues', 'issu'],
    ['status', 'status'],
    ['analysis', 'analysis'],
    ['class', 'class'],
    ['images', 'imag'],
    ['image', 'imag'],
    ['file', 'file'],
    ['tunes', 'tune'],
    ['stopped', 'stop'],
    ['killing', 'kill'],
    ['passed', 'pass'],
    ['ties', 'tie'],
    ['flies', 'fly'],
    ['being', 'being'],
    ['need', 'need'],
    ['v10s', 'v10s'],
    ['gpus', 'gpus'],
    ['cuda', 'cuda'],
  ])('%s → %s', (word, base) => expect(stem(word)).toBe(base));
});
