/** How what somebody says of himself is recognised in his words. */
import { describe, expect, it } from 'vitest';
import { type AskerSign, doneBy, signedAt } from '../../../src/core/library/asker.ts';

const FRAMES = { before: '\\b(?:I|we)(?: have)? ', after: ' (?:twice|in vain)\\b' };
const sign = (more: Partial<AskerSign> = {}): AskerSign => ({
  source: 'restart(?:ed)?',
  literals: ['restart'],
  keeps: false,
  framed: true,
  printed: false,
  ...more,
});
const at = (line: string, more?: Partial<AskerSign>) => signedAt(sign(more), FRAMES, line);

describe('a sign', () => {
  it.each([
    ['behind words that say so', 'Then I restarted it', [7, 16]],
    ['before words that say so', 'restart twice', [0, 7]],
    ['in any case', 'WE HAVE RESTARTED', [8, 17]],
    ['where it stands again', 'To restart: I restart', [14, 21]],
  ])('stands %s', (_, line, [start, end]) => expect(at(line)).toEqual({ start, end }));

  it.each(['How do I get it restarted', 'restart it twice', `I ${'x'.repeat(120)} restarted`, 'I waited', ''])(
    'does not stand in: %s',
    (line) => {
      expect(at(line)).toBeNull();
    },
  );

  it('that needs no such words stands wherever it is', () => {
    expect(at('How to restart it', { framed: false })).toEqual({ start: 7, end: 14 });
    expect(at('How to wait', { framed: false })).toBeNull();
  });
});

describe('what was done', () => {
  it('is what somebody says that he did', () => {
    expect([doneBy('restart', ['wait', 'restart']), doneBy('restart', ['wait']), doneBy('wait', [])]).toEqual([
      'restart',
      undefined,
      undefined,
    ]);
  });

  it('is a login, where he has a token or Pro; not the other way round', () => {
    expect([doneBy('login', ['wait', 'token']), doneBy('login', ['pro', 'token']), doneBy('login', ['login', 'pro'])]).toEqual([
      'token',
      'pro',
      'login',
    ]);
    expect([doneBy('token', ['login']), doneBy('pro', ['login']), doneBy('login', ['wait'])]).toEqual([undefined, undefined, undefined]);
  });
});
