/** Numbers as a reader says them. */
import { expect, it } from 'vitest';
import { byteSize, count } from '../../../src/core/document/quantity.ts';

it.each([
  [0, '0 lines'],
  [1, '1 line'],
  [999, '999 lines'],
  [1204, '1,204 lines'],
  [123456, '123,456 lines'],
  [1234567, '1,234,567 lines'],
])('%d: %s', (n, said) => expect(count(n, 'line')).toBe(said));

it.each([
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1.0 kB'],
  [1024 * 1024 - 1, '1024.0 kB'],
  [1024 * 1024, '1.0 MB'],
  [3.4 * 1024 * 1024, '3.4 MB'],
])('%d bytes: %s', (bytes, said) => expect(byteSize(bytes)).toBe(said));
