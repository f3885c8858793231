import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hit, SearchIndex } from '../../../src/core/search/search.ts';
import { stem, wordsOf } from '../../../src/core/search/words.ts';
import { anyCharacter } from '../../any-character.ts';
import { library } from '../../library.ts';

const index = new SearchIndex(library);
const top = (query: string, count = 3) => index.search(query, count).map((hit) => hit.entry.id);
const first = (query: string) => index.search(query, 1)[0] as Hit;

describe('the search', () => {
  it.each([
    [
      'a pasted error leads to its entry',
      "gradio.exceptions.Error: 'The requested GPU duration (270s) is larger than the maximum allowed'",
      'illegal-duration',
    ],
    ['a pasted traceback line too', "ModuleNotFoundError: No module named 'cv2'", 'missing-module'],
    ['an id in words', 'decorate outer loop', 'decorate-outer-loop'],
    ['an old way of writing an id', ' Quota-Exceeded ', 'quota-exceeded'],
  ])('%s first', (_, query, id) => expect(top(query, 1)).toEqual([id]));

  it.each([
    ['typos', 'picklng eror of a generater', 'pickling-error'],
    ['synonyms', 'whole card or half of it', 'size-large-vs-xlarge'],
    ['a unit stuck to its number', 'does it fit 96gb', 'vram-sizing'],
    ['an unfinished word', 'quota res', 'quota-reset'],
    ['an identifier', 'GRADIO_CACHE_MODE', 'examples-caching-lazy'],
    ['a name within a package', 'torch._inductor.aoti_load_package', 'aoti-error'],
    ['a mangled symbol', '_ZN3c10', 'undefined-symbol'],
    ['a factor', '1.5x', 'duration-hardware-factor'],
    ['an architecture', 'sm_120', 'no-kernel-image'],
    ['an argument', 'gr.State', 'state-is-a-copy'],
  ])('forgives or knows %s', (_, query, id) => expect(top(query, 5)).toContain(id));

  it.each([
    ['qu', /quota|queue/],
    ['ao', /aoti/],
    ['tens', /tensor/],
    ['quantiz', /quantization/],
    ['returnin', /return/],
  ])('finds what begins with %s', (query, id) => expect(first(query).entry.id).toMatch(id));

  it('finds nothing in nothing', () => {
    for (const query of ['', '   ', 'the of and', 'zzzzqqqq xxyyzz', '知恵袋']) expect(top(query)).toEqual([]);
  });

  it('shows an error beside the tree and the rule that belong to it', () => {
    expect(top('gpu task aborted')).toEqual(expect.arrayContaining(['gpu-task-aborted', 'why-aborted']));
    expect(top('cannot pickle a lambda')).toEqual(expect.arrayContaining(['pickling-error', 'picklable-boundary']));
  });

  it('says which words an entry holds, and in which words others asked', () => {
    const hit = first('my session is gone between two clicks');
    expect(hit.matched.length).toBeGreaterThan(1);
    expect(hit.entry.asks).toContain(hit.phrase);
    expect(first('which attention implementation').phrase).not.toBe('');
    expect(first('gpu task aborted').phrase).toBeNull();
  });

  it.each(library.errors().flatMap(({ id, message }) => (message === null ? [] : [[message, id] as const])))(
    'the message "%s" leads to %s',
    (message, id) => {
      expect(first(message)).toMatchObject({ entry: { id }, isNear: true });
    },
  );

  it('recognises a message below a sentence on something else, wherever its lines were broken', () => {
    const sentences = library.errors().flatMap(({ id, message }) => (message?.includes(' ') ? [{ id, message }] : []));
    const beside =
      'My booking is larger than the quota of a day: when does it reset, how many seconds has a free account, does xlarge count twice?';
    for (const { id, message } of sentences) expect(first(`${beside}\n${message.replaceAll(' ', ' \n')}`).entry.id).toBe(id);
  });

  it('puts the entry first whose id was typed', () => {
    for (const entry of library.entries) expect(first(entry.id)).toMatchObject({ entry: { id: entry.id }, isNear: true });
  });

  it('takes words of an object for words', () => expect(top('constructor toString __proto__ hasOwnProperty')).toEqual(expect.any(Array)));
});

/** Words that somebody may be typing: English ones of the questions. */
const SILENT = [...library.searchTable.filler, ...Object.keys(library.searchTable.translations)];
const ASKED = library.entries.flatMap(({ asks }) =>
  asks.flatMap((ask) => ask.toLowerCase().match(/(?<![\p{L}.*])[a-z]{4,14}(?![\p{L}.])/gu) ?? []),
);
const WORDS = [...new Set(ASKED)].filter(
  (word) => wordsOf(word).length > 0 && !SILENT.some((each) => word.startsWith(each.replace('*', ''))),
);
const STABLE_AMONG = 10;
const TYPED = 400;

describe('while a question is typed', () => {
  /** The first hit for a beginning, where it was found by the very word that is being typed. */
  const hitFor = (before: string, word: string, length: number): string | undefined => {
    const [hit] = index.search(`${before} ${word.slice(0, length)}`, 1);
    return hit?.matched.includes(stem(word)) ? hit.entry.id : undefined;
  };

  it('a hit stays when the word is completed that it was found by', () => {
    const typed = fc.tuple(fc.constantFrom('', ...WORDS), fc.constantFrom(...WORDS), fc.integer({ min: 2, max: 6 }));
    const lost = fc.sample(typed, { seed: 1, numRuns: TYPED }).filter(([before, word, length]) => {
      const id = hitFor(before, word, length);
      return id !== undefined && !top(`${before} ${word}`, STABLE_AMONG).includes(id);
    });
    // Two words of nonsense can be so near to many entries that one of them goes.
    expect(lost.length / TYPED, lost.join('\n')).toBeLessThan(0.005);
  });

  it('any text gives entries once each, best first, with a phrase of their own', () => {
    const property = fc.property(
      fc.oneof(
        fc.string({ unit: anyCharacter }),
        fc.array(fc.constantFrom(...WORDS)).map((words) => words.join(' ')),
      ),
      (text) => {
        const hits = index.search(text, 30);
        expect(new Set(hits.map(({ entry }) => entry.id)).size).toBe(hits.length);
        const scores = hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { entry, phrase } of hits) if (phrase !== null) expect(entry.asks).toContain(phrase);
        expect(index.search(text, 30)).toEqual(hits);
      },
    );
    fc.assert(property);
  });
});

describe('confidence', () => {
  it.each([
    'my zerogpu space hangs',
    'gr.State',
    '_ZN3c10',
    '1.5x',
    'sm_120',
    'CUDA out of memory',
    'import spaces first',
    'quota exceeded',
  ])('is there for %s', (query) => {
    expect(first(query).isNear).toBe(true);
  });
  it.each(['kubernetes gpu operator', 'train a LoRA on Colab', 'best pizza in town'])('is not there for %s', (query) => {
    expect(index.search(query, 1).every(({ isNear }) => !isNear)).toBe(true);
  });
  it('is won back by naming a Space', () => {
    expect(index.search('docker image build fails', 1)[0]?.isNear).toBe(false);
    expect(index.search('docker image build fails on my Space', 1)[0]?.isNear).toBe(true);
  });
});
