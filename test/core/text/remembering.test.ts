/** What is remembered of texts, and for how long. */
import { describe, expect, it, vi } from 'vitest';
import { remembering } from '../../../src/core/text/remembering.ts';

const asked = () => {
  const find = vi.fn((text: string) => ({ length: text.length }));
  return { find, of: remembering(find) };
};
/** A generation has room for a hundred of these. */
const long = (number: number) => String(number).padEnd(7800, '.');

describe('a text', () => {
  it('is looked at once, and its answer is the same thing', () => {
    const { find, of } = asked();
    const [one, again] = [of('one'), of('one')];
    expect(again).toBe(one);
    expect(of('other')).toEqual({ length: 5 });
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('that is long is looked at each time', () => {
    const { find, of } = asked();
    for (const length of [8192, 8193]) {
      of('x'.repeat(length));
      of('x'.repeat(length));
    }
    expect(find.mock.calls.map(([text]) => text.length)).toEqual([8192, 8193, 8193]);
  });

  it('is forgotten when two generations of others came after it', () => {
    const { find, of } = asked();
    for (let number = 0; number < 150; number++) of(long(number));
    const before = find.mock.calls.length;
    of(long(0));
    expect(find).toHaveBeenCalledTimes(before);
    for (let number = 150; number < 400; number++) of(long(number));
    of(long(0));
    expect(find).toHaveBeenCalledTimes(before + 251);
  });

  it('that comes again and again is kept, whatever comes between', () => {
    const { find, of } = asked();
    for (let number = 0; number < 500; number++) {
      of(long(number));
      of('again');
    }
    expect(find.mock.calls.filter(([text]) => text === 'again')).toHaveLength(1);
  });
});
