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

describe('distance', () => {
  it.each([
    ['quota', 'quota', 0],
    ['qouta', 'quota', 1],
    ['quota', 'quotas', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['abc', '', 3],
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
