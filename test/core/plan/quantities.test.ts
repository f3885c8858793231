import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseParams, parsePercent, parseSeconds } from '../../../src/core/plan/quantities.ts';

describe('parseSeconds', () => {
  it.each([
    ['120', 120],
    ['90.5', 90.5],
    ['90s', 90],
    ['90 sec', 90],
    ['2m', 120],
    ['2min', 120],
    ['1.5m', 90],
    ['2m30s', 150],
    ['2m 30', 150],
    [' 45 ', 45],
    ['-14', -14],
    ['0', 0],
    ['-0', 0],
  ])('%j is %d', (text, seconds) => {
    expect(parseSeconds(text)).toBe(seconds);
  });

  it.each(['', '-', 'abc', '1h', '1e3', '12,5', '1:30', 's', 'm', '--5', '1.', 'NaN', 'Infinity', '1s2m', '9'.repeat(50)])(
    '%j is refused',
    (text) => {
      expect(parseSeconds(text)).toBeNull();
    },
  );
});

describe('parseParams', () => {
  it.each([
    ['13b', [13e9]],
    ['7B', [7e9]],
    ['1.5b', [1.5e9]],
    ['350m', [350e6]],
    ['1t', [1e12]],
    ['7 bn', [7e9]],
    ['70e9', [70e9]],
    ['13,000,000,000', [13e9]],
    ['13000000000', [13e9]],
    ['12b+5b', [12e9, 5e9]],
    ['12b,5b', [12e9, 5e9]],
    ['12b, 350m + 1,300,000', [12e9, 350e6, 1.3e6]],
    ['1.25b', [1.25e9]],
    ['1e10', [1e10]],
    // A bare million, and the largest that is believed.
    ['1000000', [1e6]],
    ['100t', [1e14]],
  ])('%j is %j', (text, params) => {
    expect(parseParams(text)).toEqual(params);
  });

  it.each(['', '13', 'b', '8x7b', '-7b', '0b', '1,5b', '7b+', '+', '7bb', '1e99', 'ten', '7b;5b', '100.1t', '999999', '0.0000000001b'])(
    '%j is refused',
    (text) => {
      expect(parseParams(text)).toBeNull();
    },
  );

  it('understands every number of billions, however it is joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('+', ',', ' + '),
        (tenths, join) => {
          const text = tenths.map((each) => `${each / 10}b`).join(join);
          expect(parseParams(text)).toEqual(tenths.map((each) => each * 1e8));
        },
      ),
    );
  });
});

describe('parsePercent', () => {
  it.each([
    ['20', 20],
    ['12.5%', 12.5],
    ['0', 0],
    ['500', 500],
    ['12.75', 12.75],
    [' 20 % ', 20],
  ])('%j is %d', (text, percent) => {
    expect(parsePercent(text)).toBe(percent);
  });

  it.each(['', '-5', '501', '20%%', 'half', '1e2'])('%j is refused', (text) => {
    expect(parsePercent(text)).toBeNull();
  });
});
