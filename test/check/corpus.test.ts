import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSpace } from '../../src/check/check-space.ts';
import { openFolder } from '../../src/io/space-folder.ts';
import { library } from '../library.ts';
import { placesOf } from './spaces.ts';

/** Real Spaces to try `check` on. They are other people's, and so not part of the repository: the folder lies beside it, or is named. */
const beside = ['..', '../..'].map((up) => join(import.meta.dirname, '../..', up, 'shared/spaces'));
const corpus = [process.env.SPACES_CORPUS ?? '', ...beside].find((path) => path !== '' && existsSync(path));
const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8')) as Record<string, string[]>;

describe.skipIf(corpus === undefined)('real Spaces (skipped where SPACES_CORPUS names no folder of them)', () => {
  it.each(Object.entries(expected))('%s', (name, places) => {
    const folder = openFolder(join(corpus ?? '', name));
    const report = 'what' in folder ? folder : checkSpace(folder, library, []);
    expect('what' in report ? report.what : placesOf(report)).toEqual(places);
  });
});
