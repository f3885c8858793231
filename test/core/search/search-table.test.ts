/** The words of the entries as a search looks them up, worked out when the program is built. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/library/entry.ts';
import { paragraph } from '../../../src/core/markup/blocks.ts';
import { Places } from '../../../src/core/search/places.ts';
import { searchTableOf } from '../../../src/core/search/search-table.ts';
import { asksOf } from '../../../src/core/search/vocabulary.ts';
import { NO_WORDS, smallTable } from './small-table.ts';

describe('the table', () => {
  it('tells the questions of every entry as they were written, in their order', () => {
    const asks = [['Why does it Stop?', 'torch.cuda is gone'], [], ['Été']];
    expect(asksOf(smallTable(asks.map((asks) => ({ title: 'one', asks }))))).toEqual(asks);
  });

  it('reads the title, the id, earlier ids and the message of an error as its title, its summary and what it recognises as its text', () => {
    const error = {
      ...{ kind: 'error', id: 'ours-now', title: 'Titled', aka: ['once-so'], message: 'told word', asks: [], fixes: [] },
      ...{
        summary: 'summed up',
        lead: [paragraph('leading on_gpu')],
        sections: [],
        signature: { patterns: [{ literals: ['literal'] }] },
      },
    } as unknown as Entry;
    const [said, silent] = [error, { ...error, message: null }].map((entry) => new Places(searchTableOf([entry], NO_WORDS))) as [
      Places,
      Places,
    ];
    const all = ['titl', 'our', 'now', 'once', 'told', 'sum', 'on_gpu', 'literal'];
    expect(all.filter((word) => said.isInTitle(0, word))).toEqual(['titl', 'our', 'now', 'once', 'told']);
    expect(all.filter((word) => said.has(word))).toEqual(all);
    expect(said.has('lead')).toBe(false);
    expect(silent.has('told')).toBe(false);
  });

  it('leaves out words that stand in the text of most entries, not those of titles', () => {
    const places = new Places(
      smallTable([
        { title: 'Common', text: 'everywhere once' },
        { title: 'Two', text: 'everywhere common' },
        { title: 'Three', text: 'everywhere' },
        { title: 'Four', text: 'somewhere' },
      ]),
    );
    expect(['everywher', 'once', 'somewher', 'common'].filter((word) => places.has(word))).toEqual(['once', 'somewher', 'common']);
  });

  it('knows a word that stands once in a text, however few entries there are', () => {
    expect(new Places(smallTable([{ title: 'One', text: 'gpu' }])).has('gpu')).toBe(true);
  });
});

describe('words that lead to others', () => {
  const leading = () =>
    smallTable([{ title: 'One' }], {
      filler: ['À'],
      alike: { cards: ['gpus', 'devices'], chip: ['card'] },
      translations: { 'gpu card': ['Karte*', 'Gerät'], seconds: ['gerat'] },
    });

  it('lead both ways, by their stems', () => {
    expect(leading().alike).toEqual({ card: ['gpus', 'devic', 'chip'], gpus: ['card'], devic: ['card'], chip: ['card'] });
  });

  it('of another language lead to each of ours, without their accents', () => {
    expect(leading().translations).toEqual({ 'karte*': ['gpu', 'card'], gerat: ['gpu', 'card', 'second'] });
    expect(leading().filler).toEqual(['a']);
  });
});
