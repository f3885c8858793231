import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packReleases } from '../../../src/build/releases/pack.ts';
import { releaseTables } from '../../../src/knowledge/shipped/releases.ts';
import { TABLES } from '../../frames/tables.ts';

const FASTEST = 1;
const shipped = releaseTables(() => packReleases(join(import.meta.dirname, '../../../content/releases'), FASTEST));

it.each([...TABLES])('the table of %s is shipped as it is committed', (folder, table) => expect(shipped(folder)).toBe(table));

it('a folder without a table has none', () => {
  expect(shipped('../spaces')).toBeUndefined();
  expect(shipped('')).toBeUndefined();
});
