/** Where words stand in the entries, what they say about each, and how near its lines come to a question. */
import { describe, expect, it } from 'vitest';
import { Places, type Scores } from '../../../src/core/search/places.ts';
import { type Term, Terms } from '../../../src/core/search/terms.ts';
import { type Held, smallTable } from './small-table.ts';

const placesIn = (...entries: Held[]) => new Places(smallTable(entries));
const scoresOf = (places: Places, word: string) => places.ofWords([word])[0] as Scores;
/** The entries, best first. */
const best = (scores: Scores) => [...scores].sort(([, a], [, b]) => b - a).map(([entry]) => entry);

describe('what a word says', () => {
  it('is most in a title, less in a question, least in a text, and nothing elsewhere', () => {
    const places = placesIn({ title: 'one', text: 'gpu' }, { title: 'gpu' }, { title: 'two', asks: ['gpu'] }, { title: 'three' });
    expect(best(scoresOf(places, 'gpu'))).toEqual([1, 2, 0]);
    expect(scoresOf(places, 'nobody').size).toBe(0);
  });

  it('grows with every place, by less each time, and adds up over the fields', () => {
    const places = placesIn(
      { title: 'one', asks: ['gpu a b c'] },
      { title: 'two', asks: ['gpu gpu b c'] },
      { title: 'ten', asks: ['gpu gpu gpu c'] },
      { title: 'gpu', asks: ['gpu a b c'] },
    );
    const [once, twice, thrice, both] = [0, 1, 2, 3].map((entry) => scoresOf(places, 'gpu').get(entry) as number) as [
      number,
      number,
      number,
      number,
    ];
    expect(twice).toBeGreaterThan(once);
    expect(thrice).toBeGreaterThan(twice);
    expect(thrice - twice).toBeLessThan(twice - once);
    expect(both).toBeGreaterThan(thrice);
  });

  it('is less in a long field', () => {
    expect(best(scoresOf(placesIn({ title: 'gpu card of many seconds' }, { title: 'gpu card' }, { title: 'gpu' }), 'gpu'))).toEqual([
      2, 1, 0,
    ]);
  });

  it('is told of many words at once, and again', () => {
    const places = placesIn({ title: 'gpu card' }, { title: 'quota' });
    const scores = places.ofWords(['card', 'nobody', 'quota']);
    expect(scores.map(best)).toEqual([[0], [], [1]]);
    expect(places.ofWords(['card', 'nobody', 'quota'])).toEqual(scores);
  });

  it('is the more the fewer entries hold it, and most for one that stands nowhere', () => {
    const places = placesIn({ title: 'one' }, { title: 'two' }, { title: 'three' });
    const rarities = [0, 1, 2, 3].map((holders) => places.rarityOf(holders));
    expect(rarities[0]).toBe(1);
    expect(rarities).toEqual([...rarities].sort((a, b) => b - a));
    expect(new Set(rarities).size).toBe(4);
    expect(rarities[3]).toBeGreaterThan(0);
  });
});

describe('words', () => {
  const places = placesIn({ title: 'gpu quota', asks: ['torch.cuda queue'], text: 'quiet lines' }, { title: 'quota', text: 'gpu' });

  it('are known wherever they stand', () => {
    const known = ['gpu', 'queu', 'torch_cuda', 'cuda', 'quiet', 'lines', 'line', 'entry'];
    expect(known.filter((word) => places.has(word))).toEqual(['gpu', 'queu', 'torch_cuda', 'cuda', 'quiet', 'line', 'entry']);
  });

  it('are meant by askers where they stand in a title or a question', () => {
    expect([...places.spelled].sort()).toEqual(['b', 'cuda', 'entry', 'gpu', 'queu', 'quota', 'torch', 'torch_cuda']);
  });

  it('are told by how they begin', () => expect(places.startingWith('qu').sort()).toEqual(['queu', 'quiet', 'quota']));

  it('of the title or the id are known as such', () => {
    const inTitle = ['gpu', 'entry', 'queu', 'quiet', 'nobody'].filter((word) => places.isInTitle(0, word));
    expect(inTitle).toEqual(['gpu', 'entry']);
    expect(places.isInTitle(1, 'gpu')).toBe(false);
  });
});

describe('two words', () => {
  const places = placesIn(
    { title: 'gpu quota', asks: ['quota gpu', 'a card', 'gpu quota left'] },
    { title: 'other', asks: ['gpu', 'quota'] },
  );

  it('are a pair where the second follows the first in a line', () => {
    const pairs = places.ofPairs('gpu', ['quota', 'card', 'nobody']);
    expect([...pairs.keys()]).toEqual(['quota']);
    expect(best(pairs.get('quota') as Scores)).toEqual([0]);
    expect(places.ofPairs('nobody', ['quota']).size).toBe(0);
  });

  it('say more together the more often they follow each other', () => {
    const often = places.ofPairs('gpu', ['quota']).get('quota')?.get(0) as number;
    expect(often).toBeGreaterThan(places.ofPairs('quota', ['gpu']).get('gpu')?.get(0) as number);
  });
});

describe('the question of an entry that is nearest', () => {
  const places = placesIn({
    title: 'gpu quota',
    asks: ['how many seconds of gpu quota are left', 'seconds of lost quota', 'a gpu', 'seconds quota'],
  });

  it.each([
    ['holds most of the words', ['gpu', 'quota', 'second'], 'how many seconds of gpu quota are left'],
    ['is the shortest of several', ['second', 'quota'], 'seconds quota'],
    ['is none where the title says as much', ['gpu', 'quota'], null],
    ['is none where none holds a word', ['nobody'], null],
  ])('%s', (_, words, ask) => expect(places.nearestAsk(0, words)).toBe(ask));

  it('is one of that very entry', () => {
    const two = placesIn({ title: 'one', asks: ['a card'] }, { title: 'two', asks: ['the card', 'a card of mine'] });
    expect([two.nearestAsk(0, ['card']), two.nearestAsk(1, ['card'])]).toEqual(['a card', 'the card']);
  });
});

describe('the lines of an entry', () => {
  const near = (question: string, ...entries: Held[]) => {
    const table = smallTable(entries);
    const places = new Places(table);
    const { words } = new Terms(places, { nearest: () => [] }, table).of(`${question} .`) as { words: Term[] };
    return [...places.closenessTo(words)];
  };

  it('come nearest where they are what was asked, whatever the entry holds besides', () => {
    const [same, more, apart, text] = near(
      'gpu quota',
      { title: 'one', asks: ['gpu quota', 'wholly different words', 'many more of them'] },
      { title: 'two', asks: ['gpu quota of the second card'] },
      { title: 'ten', asks: ['gpu card'] },
      { title: 'six', text: 'gpu quota' },
    ) as [number, number, number, number];
    expect(same).toBeGreaterThan(more);
    expect(more).toBeGreaterThan(apart);
    expect(apart).toBeGreaterThan(0);
    expect(text).toBe(0);
  });

  it('speak for it up to three, each between 0 and 1', () => {
    const asks = (count: number) => Array.from({ length: count }, () => 'gpu quota');
    const found = near('gpu quota', ...[1, 2, 3, 4].map((count) => ({ title: 'one', asks: asks(count) })));
    const [once, twice, thrice, more] = found as [number, number, number, number];
    expect(thrice).toBeCloseTo(1);
    expect([once, twice, more]).toEqual([expect.closeTo(thrice / 3), expect.closeTo((thrice * 2) / 3), expect.closeTo(thrice)]);
  });

  it('count the form that says most there, once', () => {
    const table = smallTable([{ title: 'card gpu' }, { title: 'gpu' }, { title: 'two' }, { title: 'six' }]);
    const places = new Places(table);
    const closeness = (...forms: { word: string; value: number }[]) => {
      places.ofWords(forms.map(({ word }) => word));
      return places.closenessTo([{ value: 1, forms } as unknown as Term])[0] as number;
    };
    const [card, gpu] = [
      { word: 'card', value: 1 },
      { word: 'gpu', value: 0.5 },
    ];
    expect(closeness(card, gpu)).toBeCloseTo(closeness(card));
    expect(closeness(gpu, card)).toBeCloseTo(closeness(card));
    expect(closeness(gpu)).toBeLessThan(closeness(card));
  });

  it('are farther where a word of the question stands nowhere', () => {
    const entries = [{ title: 'gpu' }, { title: 'two' }];
    expect(near('gpu nobody', ...entries)[0]).toBeLessThan(near('gpu', ...entries)[0] as number);
    expect(near('gpu nobody', ...entries)[0]).toBeGreaterThan(0);
  });

  it('are nearer by a rare word than by a common one', () => {
    const entries = [{ title: 'rare gpu' }, { title: 'card gpu' }, { title: 'six gpu' }];
    const [byBoth, byCommon] = near('rare gpu', ...entries) as [number, number];
    expect(near('rare', ...entries)[0]).toBeGreaterThan(near('gpu', ...entries)[0] as number);
    expect(byBoth).toBeGreaterThan(byCommon);
  });
});
