/** The properties with a fixed budget. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../any-character.ts';
import { FORBIDDEN, inside } from '../security/inside.ts';
import { PROPERTIES } from './properties.ts';

const BUDGET = 3000;

describe('for any input', () => {
  it.each(PROPERTIES)(
    '$name',
    ({ property, share }) => {
      fc.assert(property as fc.IProperty<unknown>, { numRuns: Math.max(20, (BUDGET * share) / 1000) });
    },
    60_000,
  );

  it('the shares make a whole', () => expect(PROPERTIES.reduce((sum, { share }) => sum + share, 0)).toBe(1000));

  it('the commands let no control byte out', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: anyCharacter, maxLength: 100 }).map((text) => new Uint8Array(Buffer.from(text))),
    );
    const run = fc.asyncProperty(bytes, fc.constantFrom(['--json'], ['--markdown'], ['--width', '33'], []), async (log, flags) => {
      const { code, out, err } = await inside(['diagnose', ...flags], log);
      expect([0, 1, 2]).toContain(code);
      expect(out + err).not.toMatch(FORBIDDEN);
    });
    await fc.assert(run, { numRuns: 100 });
  }, 120_000);
});
