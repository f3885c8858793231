import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/library/distance.ts';
import { library, libraryWith } from '../../library.ts';

describe('finding an entry', () => {
  it.each(['quota-exceeded', 'QUOTA-EXCEEDED', 'quota exceeded', ' quota_exceeded '])('by its id: %j', (words) => {
    expect(library.find(words)).toMatchObject({ entry: { id: 'quota-exceeded' } });
  });
  it('by a unique beginning', () => expect(library.find('quota-ex')).toMatchObject({ entry: { id: 'quota-exceeded' } }));
  it('offers what begins alike', () => {
    const found = library.find('quota-');
    expect(found).toMatchObject({ entry: null });
    if (!found.entry) expect(found.candidates).toContain('quota-exceeded');
  });
  it('offers what is spelled alike', () => {
    const found = library.find('qouta-exceded');
    if (!found.entry) expect(found.candidates).toContain('quota-exceeded');
    expect(found.entry).toBeNull();
  });
  it('knows nothing of nothing', () => expect(library.find('zzzzzz')).toEqual({ entry: null, candidates: [] }));
  it('keeps to a kind', () => {
    expect(library.find('large-or-xlarge', 'tree')).toMatchObject({ entry: { kind: 'tree' } });
    expect(library.find('quota-exceeded', 'tree')).toMatchObject({ entry: null });
  });
  it('follows an old id', () => {
    const entry = { ...library.error('quota-exceeded'), aka: ['out-of-quota'] };
    expect(libraryWith(entry).find('out-of-quota')).toMatchObject({
      entry: { id: 'quota-exceeded' },
    });
  });
});

describe('the candidates', () => {
  const named = (...ids: string[]) => libraryWith(...ids.map((id) => ({ ...library.error('quota-exceeded'), id, aka: [] })));
  const candidates = (ids: string[], words: string) => {
    const found = named(...ids).find(words);
    return found.entry ? found.entry.id : found.candidates;
  };

  it('are five at most, the nearest first, and equals in their order', () => {
    expect(candidates(['abcde', 'abcdxy', 'abcdx'], 'abcdf')).toEqual(['abcde', 'abcdx', 'abcdxy']);
    expect(candidates(['xabcd', 'abxcd', 'abcdx', 'axbcd', 'abcxd', 'abcdxz'], 'abcdy')).toHaveLength(5);
    expect(candidates(['aa-1', 'aa-2', 'aa-3', 'aa-4', 'aa-5', 'aa-6'], 'aa')).toEqual(['aa-1', 'aa-2', 'aa-3', 'aa-4', 'aa-5']);
  });

  it('are two that begin alike, where one is the answer', () => {
    expect(candidates(['aa-1', 'aa-2'], 'aa-')).toEqual(['aa-1', 'aa-2']);
    expect(candidates(['aa-1', 'ab-2'], 'aa-')).toBe('aa-1');
  });

  it('have a third of the word to be wrong, and two letters at least', () => {
    expect(candidates(['abcd'], 'abxy')).toEqual(['abcd']);
    expect(candidates(['abcd'], 'axyz')).toEqual([]);
    expect(candidates(['abcdefghi'], 'abcdefxyz')).toEqual(['abcdefghi']);
    expect(candidates(['abcdefghi'], 'abcdexyzw')).toEqual([]);
  });

  it('hold the word wherever it stands, if it is more than a letter', () => {
    expect(candidates(['one-more-quota'], 'more')).toEqual(['one-more-quota']);
    expect(candidates(['one-more-quota'], 'm')).toEqual([]);
    expect(candidates(['ab'], 'b')).toEqual([]);
    expect(candidates(['one'], '')).toEqual([]);
  });

  it('are read with any number of blanks between the words', () => {
    expect(candidates(['one-more', 'one-less'], 'one  _ more')).toBe('one-more');
  });
});

it('throws where an error has no entry, or is none: that is our own bug', () => {
  expect(() => library.error('no-such-error')).toThrow('no error entry "no-such-error"');
  expect(() => library.error('explicit-duration')).toThrow('no error entry "explicit-duration"');
});

describe('distance', () => {
  it.each([
    ['quota', 'quota', 0],
    ['qouta', 'quota', 1],
    ['quota', 'quotas', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['abc', '', 3],
    // A swap counts once, and only of neighbours.
    ['abcd', 'abdc', 1],
    ['abcd', 'badc', 2],
    ['abc', 'cba', 2],
    ['abcd', 'axbd', 2],
    ['ca', 'abc', 3],
    ['aab', 'bab', 1],
    ['abb', 'aba', 1],
  ])('%s → %s', (a, b, far) => {
    expect(distance(a, b)).toBe(far);
    expect(distance(b, a)).toBe(far);
  });

  it('of what is too long to be a word is as far as can be, and nothing is compared', () => {
    expect(distance('a'.repeat(200), `${'a'.repeat(199)}b`)).toBe(1);
    expect(distance('a'.repeat(201), 'a'.repeat(201))).toBe(201);
    expect(distance('a', 'a'.repeat(300))).toBe(300);
  });
});
