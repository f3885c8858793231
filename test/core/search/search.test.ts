import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { stem, wordsOf } from '../../../src/core/search/words.ts';
import { library } from '../../library.ts';

const index = new SearchIndex(library);
const top = (query: string, count = 3) => index.search(query, count).map((hit) => hit.entry.id);

describe('the search', () => {
  it.each([
    [
      'a pasted error leads to its entry',
      "gradio.exceptions.Error: 'The requested GPU duration (270s) is larger than the maximum allowed'",
      'illegal-duration',
    ],
    ['a pasted traceback line too', "ModuleNotFoundError: No module named 'cv2'", 'missing-module'],
    ['an id in words', 'decorate outer loop', 'decorate-outer-loop'],
  ])('%s first', (_, query, id) => expect(top(query, 1)).toEqual([id]));

  it.each([
    ['typos', 'picklng eror of a generater', 'pickling-error'],
    ['synonyms', 'whole card or half of it', 'size-large-vs-xlarge'],
    ['a unit stuck to its number', 'does it fit 96gb', 'vram-sizing'],
    ['an unfinished word', 'quota res', 'quota-reset'],
    ['an identifier', 'GRADIO_CACHE_MODE', 'examples-caching-lazy'],
  ])('forgives or knows %s', (_, query, id) => expect(top(query, 5)).toContain(id));

  it('finds nothing in nothing', () => {
    expect(top('')).toEqual([]);
    expect(top('   ')).toEqual([]);
    expect(top('the of and')).toEqual([]);
    expect(top('zzzzqqqq xxyyzz')).toEqual([]);
  });

  it('gives the same answer every time, best first', () => {
    const hits = index.search('gpu task aborted', 10);
    expect(index.search('gpu task aborted', 10)).toEqual(hits);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  it('says which words an entry holds', () => {
    expect(index.search('tensors hang', 1)[0]?.matched).toEqual(expect.arrayContaining(['tensor', 'hang']));
  });
});

describe('words', () => {
  it('splits identifiers and keeps them whole', () => {
    expect(wordsOf('torch.cuda.is_available() of the GPU')).toEqual(['torch_cuda_is_availabl', 'torch', 'cuda', 'availabl', 'gpu']);
    expect(wordsOf('48GB')).toEqual(['48gb', '48', 'gb']);
  });
  it.each([
    ['tensors', 'tensor'],
    ['returning', 'return'],
    ['running', 'run'],
    ['aborted', 'abort'],
    ['queries', 'query'],
    ['crashes', 'crash'],
    ['gpus', 'gpus'],
    ['cuda', 'cuda'],
  ])('%s → %s', (word, base) => expect(stem(word)).toBe(base));
});
