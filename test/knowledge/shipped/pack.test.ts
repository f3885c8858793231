import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/core/match/table.ts';
import { pack } from '../../../src/knowledge/shipped/pack.ts';
import { unpack } from '../../../src/knowledge/shipped/unpack.ts';
import { knowledge, library } from '../../library.ts';

/** How hard brotli tries changes no field: as hard as it can it takes three seconds. */
const QUICK = 4;
const files = pack(knowledge, tableOf(library.errors()), QUICK);
const bytesOf = (name: keyof typeof files): Uint8Array => Buffer.from(files[name]);

describe.each([
  ['from the first entry on', knowledge.entries],
  ['from the last entry on', knowledge.entries.toReversed()],
])('the knowledge as it is shipped, read %s', (_, entries) => {
  const shipped = unpack({ whole: bytesOf, piece: (name, from, to) => bytesOf(name).subarray(from, to) });
  const again = new Map(shipped.entries.map((entry) => [entry.id, entry as unknown as Record<string, unknown>]));

  it('is the same in every field, but for what the match table holds of the patterns', () => {
    for (const entry of entries)
      for (const [name, value] of Object.entries(entry))
        if (name !== 'signature') expect(again.get(entry.id)?.[name], `${entry.id}: ${name}`).toEqual(value);
  });

  it('has the same signatures, without what the match table holds of the patterns', () => {
    for (const { id, signature } of entries.filter((entry) => entry.kind === 'error')) {
      const patterns = signature.patterns.map(({ literals: _, ...pattern }) => pattern);
      expect(again.get(id)?.signature, id).toEqual({ ...signature, patterns });
    }
  });

  it.each(['places', 'asker', 'failures', 'names', 'members'] as const)('has the same %s', (name) => {
    expect({ ...shipped[name] }).toEqual({ ...knowledge[name] });
  });
});
