/** Which of two versions is the older one. */
import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/core/library/version-range.ts';

it.each([
  ['2.8', '2.10'],
  ['2.8', '2.8.1'],
  ['9.0', '10.0'],
  ['12.8', '13'],
  ['2.8.0+cu128', '2.9.0'],
  // What is no version is older than any.
  ['', '0.1'],
  ['v3.0', '0.1'],
  ['main', '0.0.1'],
])('%s is older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
});

it.each([
  ['2.8', '2.8.0'],
  ['2', '2.0.0'],
  ['2.8.0+cu128', '2.8.0+cpu'],
  ['', 'main'],
])('%s and %s are one', (one, other) => expect(compareVersions(one, other) === 0).toBe(true));
