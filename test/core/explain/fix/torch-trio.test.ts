/** What moves together with torch, and from which index. */
import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/core/diagnose/diagnosis.ts';
import type { Environment } from '../../../../src/core/environment/environment.ts';
import { torchTrio } from '../../../../src/core/explain/fix/torch-trio.ts';
import { diagnose, library } from '../../../library.ts';

const trioFor = (text: string, values = {}) => torchTrio(library, values, diagnose(text).environment);

test('the first release that is asked for, with its companions, built for the same CUDA', () => {
  expect(trioFor('torch==2.5.1+cu124', { needs: '2.6' })).toEqual({
    'torch-trio': 'torch==2.6.0 torchvision==0.21.0 torchaudio==2.6.0',
    'torch-index': 'cu124',
  });
});

test('where that CUDA is gone, the next of its generation', () => {
  expect(trioFor('torch==2.3.0+cu121', { since: '2.7' })).toMatchObject({ 'torch-index': 'cu126' });
});

test('the torch of the xformers that is there, for the card that is there', () => {
  const trio = trioFor('torch==2.3.0+cu121\nxformers==0.0.30\nNVIDIA GeForce RTX 5070 Ti');
  expect(trio).toEqual({
    'torch-trio': 'torch==2.7.0 torchvision==0.22.0 torchaudio==2.7.0 xformers==0.0.30',
    'torch-index': 'cu128',
  });
});

const asked = (values: object) => values as Finding['values'];
const NOTHING = diagnose('').environment;
/** What is there, by name, and the card. */
const machine = (versions: Record<string, string>, gpu: string | null = null, capability: string | null = null) =>
  ({
    ...NOTHING,
    ...{ gpu, capability, packages: Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, { version }])) },
  }) as unknown as Environment;
const TABLE = {
  index: { '2.10.0': 'cu126 cu128 cu130', '2.9.0': 'cu118 cu126 cu128 cu130' },
  torchvision: { '2.9.0': '0.24.0' },
  torchaudio: { '2.10.0': '2.10.0' },
  torchcodec: { '2.9.0': '0.8.0' },
  xformers: { '2.9.0': '0.0.33' },
};

test.each([
  ['no torch yet, so the newest that every card runs', {}, null, null, 'cu128'],
  ['the CUDA that is there', { torch: '2.5.0+cu126' }, 'NVIDIA A100', '8.0', 'cu126'],
  ['the CUDA that is there, though an older one of its generation is built', { torch: '2.5.0+cu128' }, 'NVIDIA A100', '8.0', 'cu128'],
  ['the next of its generation', { torch: '2.5.0+cu121' }, 'NVIDIA A100', '8.0', 'cu126'],
  ['a card of the last generation', { torch: '2.5.0+cu126' }, 'NVIDIA B200', null, 'cu128'],
  ['a card of the last generation by its capability', { torch: '2.5.0+cu126' }, null, '12.0', 'cu128'],
  ['a card that is called nearly so', { torch: '2.5.0+cu126' }, 'NVIDIA GeForce RTX 3050', '8.6', 'cu126'],
  ['a build that no release has', { torch: '2.5.0+cu140' }, null, null, undefined],
])('the index for %s', (_, versions, gpu, capability, index) => {
  expect(torchTrio({ companions: TABLE }, asked({ needs: '2.9' }), machine(versions, gpu, capability))?.['torch-index']).toBe(index);
});

test('versions are compared as numbers, and what is installed besides moves along', () => {
  const trio = (versions: Record<string, string>, needs: string) =>
    torchTrio({ companions: TABLE }, asked({ needs }), machine(versions))?.['torch-trio'];
  expect(trio({}, '2.8')).toBe('torch==2.9.0 torchvision==0.24.0');
  expect(trio({}, '2.9.1')).toBe('torch==2.10.0 torchaudio==2.10.0');
  expect(trio({ torchcodec: '0.7.0' }, '2.9.0')).toBe('torch==2.9.0 torchvision==0.24.0 torchcodec==0.8.0');
  expect(trio({}, 'newest')).toBeUndefined();
});

test('an xformers that is there settles it, unless it is too old for what is asked', () => {
  const trio = (values: Record<string, string>) =>
    torchTrio({ companions: TABLE }, asked(values), machine({ xformers: '0.0.33' }))?.['torch-trio'];
  expect(trio({})).toMatch(/^torch==2\.9\.0 .* xformers==0\.0\.33$/);
  expect(trio({ since: '2.9' })).toMatch(/^torch==2\.9\.0 /);
  expect(trio({ since: '2.10' })).toBe('torch==2.10.0 torchaudio==2.10.0');
});

test.each([
  ['nobody asks for a release', '', {}],
  ['another library is asked for', '', { since: '4.52', library: 'transformers' }],
  ['no such release is known', '', { needs: '9.9' }],
])('none where %s', (_, text, values) => expect(trioFor(text, values)).toBeNull());

test('takes no release without a wheel for this Python', () => {
  expect(trioFor('Python 3.9.18\ntorch==2.3.0+cu121', { since: '2.7' })).toMatchObject({
    'torch-trio': expect.stringContaining('torch==2.7') as string,
  });
  expect(trioFor('Python 3.9.18\ntorch==2.3.0+cu121', { since: '2.9' })).toBeNull();
});

test('Python is no companion, though a list of packages names it', () => {
  const companions = { ...TABLE, python: { '2.9.0': '3.10 3.14' } };
  const trio = torchTrio({ companions }, asked({ needs: '2.9' }), machine({ python: '3.10.12', index: '1.0.0' }));
  expect(trio?.['torch-trio']).toBe('torch==2.9.0 torchvision==0.24.0');
});
