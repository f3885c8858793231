/** What a search finds in a handful of entries, and in which order. */
import { describe, expect, it } from 'vitest';
import type { Entry, ErrorEntry } from '../../../src/core/library/entry.ts';
import { Library } from '../../../src/core/library/library.ts';
import { paragraph } from '../../../src/core/markup/blocks.ts';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { searchTableOf } from '../../../src/core/search/search-table.ts';
import { knowledgeWith } from '../../library.ts';
import { NO_WORDS } from './small-table.ts';

const FEW_WORDS = { ...NO_WORDS, filler: ['the'], elsewhere: ['kubernetes'], here: ['space'] };
const guide = (id: string, title: string, more: { asks?: string[]; text?: string; see?: string[]; aka?: string[] } = {}) =>
  ({
    ...{ kind: 'guide', id, title, aka: more.aka ?? [], asks: more.asks ?? [], summary: '', see: more.see ?? [] },
    ...{ lead: [paragraph(more.text ?? '')], sections: [] },
  }) as unknown as Entry;
const error = (id: string, title: string, source: string, literal: string, weak = false) =>
  ({
    ...guide(id, title),
    ...{ kind: 'error', message: null, fixes: [] },
    signature: { patterns: [{ source, literals: [literal], weak, fixes: [] }], unless: [], near: [] },
  }) as unknown as ErrorEntry;

function indexOf(...entries: Entry[]): SearchIndex {
  return new SearchIndex(new Library({ ...knowledgeWith(...entries), searchTable: searchTableOf(entries, FEW_WORDS) }));
}
const ids = (index: SearchIndex, query: string, limit?: number) => index.search(query, limit).map(({ entry }) => entry.id);

const index = indexOf(
  guide('queue-length', 'Length of the queue', { asks: ['how long is the queue', 'who waits before me'] }),
  guide('card-memory', 'Memory of a card', { asks: ['what fits into the memory'], text: 'HF_HOME and gr.State' }),
  guide('disk-room', 'Room on the disk', { asks: ['where is HF_HOME'], text: 'memory' }),
  error('out-of-memory', 'The card is full', 'cuda out of memory', 'out of memory'),
  error('weakly-known', 'Something is full', 'full', 'full', true),
);

describe('a search', () => {
  it('finds the best first, no more than asked for, and nothing of no use', () => {
    expect(ids(index, 'queue ')).toEqual(['queue-length']);
    expect(ids(index, 'memory ')[0]).toBe('card-memory');
    expect(ids(index, 'memory ', 1)).toEqual(['card-memory']);
    expect(ids(index, 'nothing whatever')).toEqual([]);
  });

  it('tells which words it found, and the question that is nearest', () => {
    const [hit] = index.search('who waits');
    expect(hit).toMatchObject({ entry: { id: 'queue-length' }, phrase: 'who waits before me' });
    expect(hit?.matched.sort()).toEqual(['wait']);
    expect(index.search('memory ')[0]?.phrase).toBeNull();
  });

  it('puts first what is named in full: an id, then a message, before all others', () => {
    expect(ids(index, ' Disk-Room ')[0]).toBe('disk-room');
    expect(ids(index, 'memory of the card: CUDA  out of\nmemory').slice(0, 2)).toEqual(['out-of-memory', 'card-memory']);
    // What is surely recognised stands before what may be.
    expect(ids(index, 'it is full: cuda out of memory').slice(0, 2)).toEqual(['out-of-memory', 'weakly-known']);
    const scores = index.search('it is full: cuda out of memory').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(index.search('cuda out of memory')[0]).toMatchObject({ isNear: true });
  });

  it('puts an identifier alone before words that are only like it', () => {
    expect(ids(index, 'HF_HOME')[0]).toBe('disk-room');
    expect(ids(index, 'gr.State')[0]).toBe('card-memory');
    const nowhere = index.search('unknown_name');
    expect(nowhere).toEqual([]);
  });

  it('says that it answers where the title is what was asked for', () => {
    expect(index.search('card ')[0]).toMatchObject({ isNear: true });
    expect(index.search('the queue kubernetes whatever nobody knows')[0]).toMatchObject({ entry: { id: 'queue-length' }, isNear: false });
  });

  it('lifts what is linked with a good hit', () => {
    const entries = (see: string[]) => [
      guide('one', 'Quota of a day', { see }),
      guide('two', 'Quota here', {}),
      guide('six', 'Quota there', {}),
    ];
    const scoreOf = (see: string[], id: string) =>
      indexOf(...entries(see))
        .search('quota ')
        .find(({ entry }) => entry.id === id)?.score as number;
    expect(scoreOf(['six'], 'six')).toBeGreaterThan(scoreOf([], 'six'));
    expect(scoreOf(['six'], 'one')).toBeGreaterThan(scoreOf([], 'one'));
    expect(scoreOf(['six'], 'two')).toBe(scoreOf([], 'two'));
  });
});

describe('what is near to a text that nobody typed', () => {
  it('is told with its score, whatever it holds', () => {
    expect(index.nearTo('it waits in the queue').map(({ entry }) => entry.id)).toEqual(['queue-length']);
    expect(index.nearTo('whatever')).toEqual([]);
  });

  it('is spelled as it is, and its last word is whole', () => {
    expect(index.nearTo('qeueu')).toEqual([]);
    expect(index.nearTo('que')).toEqual([]);
    expect(ids(index, 'qeueu ')).toEqual(['queue-length']);
    expect(ids(index, 'que')).toEqual(['queue-length']);
    // What somebody tells may be misspelt, but it is told to its end.
    expect(index.told('qeueu').map(({ entry }) => entry.id)).toEqual(['queue-length']);
    expect(index.told('que').map(({ entry }) => entry.id)).toEqual(ids(index, 'que '));
  });
});
