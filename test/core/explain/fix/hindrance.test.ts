/** What speaks against a fix for this asker, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { type Asker, SILENT_ASKER } from '../../../../src/core/environment/asker.ts';
import { type Hindrance, hindranceOf, hintOf, saysSomething } from '../../../../src/core/explain/fix/hindrance.ts';
import { BARE_FIX, type Fix } from '../../../../src/core/library/entry.ts';
import { snippet } from '../../../../src/core/markup/blocks.ts';
import { plainInlines } from '../../../../src/core/markup/read.ts';
import { library } from '../../../library.ts';

const FIX: Fix = { ...BARE_FIX, name: 'raise', title: ['Raise it'], blocks: [] };
const UPGRADE: Partial<Fix> = { blocks: [snippet('pip install -U torch gradio', 'bash')] };
const against = (fix: Partial<Fix>, asker: Partial<Asker>, visits = false, stage: 'startup' | 'client' = 'startup') =>
  hindranceOf({ ...FIX, ...fix }, { stage }, { ...SILENT_ASKER, ...asker }, visits);

describe('what speaks against a fix', () => {
  it.each<[string, Partial<Fix>, Partial<Asker>, Hindrance | null]>([
    ['nothing, where nobody says anything', UPGRADE, {}, null],
    ['a package that must stay', UPGRADE, { keeps: ['numpy', 'torch'] }, { by: 'keeps', packages: ['torch'] }],
    ['a package that was changed in vain', UPGRADE, { changed: ['gradio', 'numpy'] }, { by: 'changed', packages: ['gradio'] }],
    ['nothing, where others must stay', UPGRADE, { keeps: ['numpy'], changed: ['spaces'] }, null],
    ['another SDK', { blocks: [snippet('sdk: gradio\nsdk_version: 5.0', 'yaml')] }, { sdk: 'docker' }, { by: 'sdk' }],
    ['nothing, of another SDK', UPGRADE, { sdk: 'docker' }, null],
    ['nothing, of another SDK without a snippet', {}, { sdk: 'docker' }, null],
    ['that it was done', { does: ['restart'] }, { did: ['restart'] }, { by: 'did', act: 'restart' }],
    ['nothing, where a part of it was done', { does: ['restart', 'rebuild'] }, { did: ['restart'] }, null],
    ['nothing, where it comes after what was done', { does: ['restart'], after: ['rebuild'] }, { did: ['restart', 'rebuild'] }, null],
    ['what the text shows, though the rest was not done', { does: ['restart', 'ready'] }, { did: ['ready'] }, { by: 'did', act: 'ready' }],
  ])('is %s', (_, fix, asker, hindrance) => expect(against(fix, asker)).toEqual(hindrance));

  it('is that only the owner may do it, before what was tried', () => {
    expect(against({ does: ['restart'] }, { did: ['restart'] }, true)).toEqual({ by: 'visitor' });
    expect(against({}, {}, true, 'client')).toBeNull();
    expect(against(UPGRADE, { keeps: ['torch'] }, true)?.by).toBe('keeps');
  });
});

describe('what is said of it', () => {
  const said = (hindrance: Hindrance, other: Fix | null) => plainInlines(hintOf(hindrance, other, library.asker) ?? ['nothing']);

  it.each<[Hindrance, RegExp, RegExp]>([
    [{ by: 'did', act: 'restart' }, /: then do this next\.$/, /: check that it took effect/],
    [{ by: 'changed', packages: ['a', 'b'] }, /^You say that you changed a, b: /, /^You say that you changed a, b: /],
    [{ by: 'keeps', packages: ['a', 'b'] }, /^With this, a, b can stay/, /^It changes a, b, which you say must stay/],
    [{ by: 'sdk' }, /^nothing$/, /^Your SDK is not Gradio: leave sdk: as it is; Gradio’s version is then in requirements\.txt\.$/],
    [{ by: 'visitor' }, /^nothing$/, /^nothing$/],
  ])('%j', (hindrance, beside, alone) => {
    expect(said(hindrance, FIX)).toMatch(beside);
    expect(said(hindrance, null)).toMatch(alone);
  });
});

it('whoever says nothing of the kind gets what he got before', () => {
  expect(saysSomething({ ...SILENT_ASKER, who: 'visitor', hardware: 'gpu' })).toBe(false);
  for (const asker of [{ did: ['restart'] }, { changed: ['torch'] }, { keeps: ['torch'] }, { sdk: 'docker' }] as Partial<Asker>[])
    expect(saysSomething({ ...SILENT_ASKER, ...asker })).toBe(true);
});
