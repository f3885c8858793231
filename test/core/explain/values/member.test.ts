/** What a finding is told of an argument or attribute, by the version that the log shows. */
import { expect, test } from 'vitest';
import type { Environment } from '../../../../src/core/environment/environment.ts';
import { memberValues } from '../../../../src/core/explain/values/member.ts';
import { byOwner } from '../../../../src/core/library/changes.ts';
import type { Library } from '../../../../src/core/library/library.ts';

const LIBRARY = {
  modules: {},
  members: {
    the_atlas: byOwner(`4.38.0 5.20.0
4.46.0 + Trainer() processing_class
4.57.0 + Mover legs
4.58.0 + Painter.__call__() strength
5.0.0 + Model^ all_tied_weights_keys
5.0.0 + MapConfig() dtype
5.0.0 - MapConfig() torch_dtype
5.0.0 - Mover legs
`),
  },
} as unknown as Library;

const told = (named: object, version?: string) =>
  memberValues(LIBRARY, named, { packages: version ? { 'the-atlas': { version } } : {} } as unknown as Environment);
const whose = { library: 'the_atlas', distribution: 'the-atlas' };

test.each([
  ['an argument that came', { class: 'Trainer', argument: 'processing_class' }, undefined, { ...whose, since: '4.46' }],
  [
    'the same, where an older release is installed',
    { class: 'Trainer', argument: 'processing_class' },
    '4.45.2',
    { ...whose, since: '4.46' },
  ],
  ['nothing where a newer one is installed', { class: 'Trainer', argument: 'processing_class' }, '4.46.0', {}],
  [
    'an argument that went, and what there is instead',
    { function: 'MapConfig.__init__', argument: 'torch_dtype' },
    undefined,
    { ...whose, gone: '5.0', renamed: 'dtype' },
  ],
  ['nothing where the release has it still', { function: 'MapConfig', argument: 'torch_dtype' }, '4.57.6', {}],
  [
    'of what came and went that it came, where an older one is installed',
    { class: 'Mover', attribute: 'legs' },
    '4.50.0',
    { ...whose, since: '4.57' },
  ],
  ['nothing of it where it is there', { class: 'Mover', attribute: 'legs' }, '4.57.2', {}],
  ['of what came and went that it went', { class: 'Mover', attribute: 'legs' }, undefined, { ...whose, gone: '5.0' }],
  [
    'an argument of a call, whose class alone is captured',
    { class: 'Painter', argument: 'strength' },
    undefined,
    { ...whose, since: '4.58' },
  ],
  [
    'that a class from elsewhere is older than the library',
    { class: 'FarModel', attribute: 'all_tied_weights_keys' },
    '5.3.0',
    { ...whose, outgrown: '5.0' },
  ],
  [
    'that the library is older than its class',
    { class: 'FarModel', attribute: 'all_tied_weights_keys' },
    '4.57.1',
    { ...whose, since: '5.0' },
  ],
  ['nothing of a class from anywhere without a version', { class: 'FarModel', attribute: 'all_tied_weights_keys' }, undefined, {}],
  ['nothing of an owner that is not known', { class: 'Tailor', attribute: 'legs' }, undefined, {}],
  ['nothing where no name is captured', { class: 'Trainer' }, undefined, {}],
  ['nothing where no owner is captured', { attribute: 'legs' }, undefined, {}],
])('%s', (_, named, version, values) => {
  expect(told(named, version)).toEqual(values);
});
