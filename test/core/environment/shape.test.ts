/** What a version and the name of a package may look like. */
import { describe, expect, it } from 'vitest';
import { asPackage, asVersion } from '../../../src/core/environment/shape.ts';

describe('a version', () => {
  it.each([
    ['2.8.0', '2.8.0'],
    ['v1.0', '1.0'],
    ['2.9.0.dev20250804+cu128', '2.9.0.dev20250804+cu128'],
    ['2.5.1%2Bcu121', '2.5.1+cu121'],
    ['1.0rc2', '1.0rc2'],
  ])('%s', (text, version) => expect(asVersion(text)).toBe(version));

  it.each(['2', '', '2.x', '2.8.0+', '2.8.0 x', '..', '2..8', '1.2.3.4.5.6', undefined])('%j is none', (text) =>
    expect(asVersion(text)).toBeNull(),
  );
});

describe('a package', () => {
  it.each([
    ['Flash_Attn', 'flash-attn'],
    ['odd.._--name', 'odd-name'],
    ['PyTorch', 'torch'],
    ['hf_hub', 'huggingface-hub'],
    ['flash_attention', 'flash-attn'],
    ['a', 'a'],
  ])('%s is %s', (text, name) => expect(asPackage(text)).toBe(name));

  it.each(['', '-x', 'x-', 'a b', '$(x)', 'x'.repeat(63), undefined])('%j is none', (text) => expect(asPackage(text)).toBeNull());
});
