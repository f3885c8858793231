/** What a question asks for: its words, what stands for them, and its pairs. */
import { describe, expect, it } from 'vitest';
import { Places } from '../../../src/core/search/places.ts';
import { Spelling } from '../../../src/core/search/spelling.ts';
import { type Term, Terms } from '../../../src/core/search/terms.ts';
import { smallTable } from './small-table.ts';

const table = smallTable(
  [
    { title: 'GPU quota', asks: ['how many seconds remain', 'what returns a tensor', 'torch.cuda in a queue'] },
    { title: 'A quota of seconds', asks: ['why does the card sit in a queue', 'tensors of a card', 'tens of seconds'] },
    { title: 'Space stops', asks: ['the card is lost', 'memory of the chip'] },
    { title: 'Long queue' },
  ],
  {
    filler: ['bitte'],
    alike: { card: ['chip'] },
    translations: { quota: ['limite', 'lim*', '割り当て'], 'gpu card': ['karte*'], seconds: ['limi*', '割り'] },
  },
);
const places = new Places(table);
const terms = new Terms(places, new Spelling(() => places.spelled), table);
const words = (text: string) => terms.of(text).words.map(({ forms }) => forms.map(({ word }) => word));
const worthOf = ({ forms }: Term, of: string) => forms.find(({ word }) => word === of)?.worth ?? 0;
const only = (text: string) => terms.of(text).words[0] as Term;

describe('a word of a question', () => {
  it('is asked for once, however often it is said', () => expect(words('quota gpu quota .')).toEqual([['quota'], ['gpu']]));

  it('that nobody knows counts each time, behind those that are known', () => {
    expect(words('xqzwv quota wvxqz xqzwv .')).toEqual([['quota'], [], [], []]);
  });

  it('says more the fewer entries hold it, and at most what its best form says', () => {
    const [gpu, quota] = terms.of('gpu quota .').words as [Term, Term];
    expect(gpu.value).toBeGreaterThan(quota.value);
    expect(only('card .').value).toBe(Math.max(...only('card .').forms.map(({ value }) => value)));
  });

  it('of the filler is asked for where it stands alone', () => {
    expect(words('bitte quota .')).toEqual([['quota']]);
    expect(words('bitte .')).toEqual([[]]);
  });

  it.each([
    ['card', 'chip'],
    ['chip', 'card'],
  ])('brings what is said for it, for less: %s', (word, other) => {
    expect(worthOf(only(`${word} .`), word)).toBe(1);
    expect(worthOf(only(`${word} .`), other)).toBeGreaterThan(0);
    expect(worthOf(only(`${word} .`), other)).toBeLessThan(1);
  });

  it('that is mistyped stands for what it was meant to be, for less, and for what is said for that, for less still', () => {
    const typo = only('memroy .');
    expect(typo.forms.map(({ word }) => word)).toEqual(['memory']);
    expect(typo.forms[0]?.worth).toBeLessThan(1);
    const chip = only('chpi .');
    expect(worthOf(chip, 'chip')).toBeLessThan(1);
    expect(worthOf(chip, 'card')).toBeLessThan(worthOf(only('chip .'), 'card'));
    expect(worthOf(chip, 'card')).toBeGreaterThan(0);
  });

  it('with parts is asked for as a whole, and by its parts for less', () => {
    const [whole, ...parts] = terms.of('torch.cuda .').words as [Term, ...Term[]];
    expect([worthOf(whole, 'torch_cuda'), parts.map(({ forms }) => forms.map(({ word }) => word))]).toEqual([1, [['torch'], ['cuda']]]);
    expect(parts.every((part) => part.forms.every(({ worth }) => worth > 0 && worth < 1))).toBe(true);
  });

  it('with parts that nobody knows as a whole is asked for by its parts', () => {
    expect(words('gpu.quota .')).toEqual([['gpu'], ['quota']]);
    expect(terms.of('gpu.quota .').words.map((term) => term.forms[0]?.worth)).toEqual([1, 1]);
  });
});

describe('a word of another language', () => {
  it.each([
    ['limite .', [['quota']]],
    ['limites .', [['second']]],
    ['limousin .', [['quota']]],
    ['Karten .', [['gpu', 'card']]],
  ])('stands for ours, by its longest beginning: %s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    ['GPUの割り当て', [['gpu'], ['quota']]],
    ['割り当てと割り', [['quota'], ['second']]],
    ['知恵', []],
  ])('is found in a run without blanks, the longest first: %s', (text, expected) => {
    expect(words(text).map((forms) => forms.filter((form) => form !== ''))).toEqual(expected);
  });
});

describe('the last word', () => {
  it.each([
    ['quo', ['quota']],
    ['torch.cu', ['cuda']],
    ['returnin', ['return']],
    ['returni', ['return']],
  ])('may be unfinished: %s', (text, forms) => expect(words(text).at(-1)).toEqual(forms));

  it('of one letter is no beginning', () => expect([words('q'), words('gpu q')]).toEqual([[[]], [['gpu'], []]]));

  it.each(['quo ', 'quo.', 'quo quota', 'q'])('is whole where something follows it, or one letter is all of it: %j', (text) => {
    expect(words(text).flat()).not.toContain('queu');
    expect(terms.of(text).words.every(({ forms }) => forms.every(({ word, worth }) => word === 'quota' && worth <= 1))).toBe(true);
  });

  it('is the only one that may be', () => expect(words('quo gpu')).toEqual([['gpu'], []]));

  it('is asked for once, though it begins itself', () => expect(words('tensor')).toEqual([['tensor']]));

  it('on its way to an ending stands for its stem as surely as a beginning', () => {
    expect(only('returnin').forms.map(({ word, worth }) => [word, worth])).toEqual([['return', 1]]);
  });

  it('that is a word, and the beginning of others, may be both', () => {
    expect(words('tens')[0]?.sort()).toEqual(['ten', 'tensor']);
    expect(new Set(terms.of('tens').words[0]?.forms.map(({ value }) => value)).size).toBe(1);
  });

  it('counts for more as it is than as the beginning of another', () => {
    const both = only('tensor');
    expect(worthOf(both, 'tensor')).toBe(1);
    const [first] = terms.of('ten').words as [Term];
    expect(worthOf(first, 'ten')).toBe(1);
    expect(worthOf(first, 'tensor')).toBeLessThan(1);
  });

  it('counts for all that it may become, as rare as these together', () => {
    const begun = only('qu');
    expect(begun.forms.map(({ word }) => word).sort()).toEqual(['queu', 'quota']);
    expect(new Set(begun.forms.map(({ value }) => value)).size).toBe(1);
    expect(begun.value).toBeLessThan(only('quota .').value);
  });
});

describe('two words that follow each other', () => {
  const pairs = (text: string) => terms.of(text).pairs.map(({ forms }) => forms.map(({ word }) => word));

  it('are asked for as a pair where a line has them so', () => {
    expect(pairs('gpu quota remain .')).toEqual([['gpu quota']]);
    expect(pairs('quota gpu .')).toEqual([]);
  });

  it('are a pair by what is said for them too, for less than either', () => {
    const [pair] = terms.of('many secodns .').pairs;
    expect(pair?.forms.map(({ word }) => word)).toEqual(['many second']);
    expect(pair?.forms[0]?.worth).toBeLessThan(only('secodns .').forms[0]?.worth as number);
  });
});
