import { describe, expect, it } from 'vitest';
import { pointingOf, referencesOf } from '../../../src/knowledge/shipped/references.ts';
import { library } from '../../library.ts';

describe('where entries lead, as it is shipped', () => {
  const { entries } = library;
  const references = JSON.parse(JSON.stringify(referencesOf(entries)));
  const ids = entries.map(({ id }) => id);

  it('leads to the same entries and sources', () => {
    const pointing = pointingOf(references, ids);
    for (const [number, { see, seenFrom, sources }] of entries.entries()) expect(pointing(number)).toEqual({ see, seenFrom, sources });
  });

  it('writes a source once', () => {
    const written = references.sources.map((source: unknown) => JSON.stringify(source));
    expect(new Set(written).size).toBe(written.length);
    expect(written.length).toBeLessThan(entries.flatMap(({ sources }) => sources).length);
  });
});
