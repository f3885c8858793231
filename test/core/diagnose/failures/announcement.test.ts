/** A failure that says that its reason follows. */
import { describe, expect, it } from 'vitest';
import { Announcement } from '../../../../src/core/diagnose/failures/announcement.ts';
import { fold } from '../../../../src/core/text/fold.ts';
import { neutralise } from '../../../../src/core/text/neutralise.ts';

/** What the text `after` texts below a failure is taken for. */
function reason(type: string | null, message: string, text: string, after = 1): string | null {
  const announcement = new Announcement();
  announcement.note({ type, message } as Parameters<Announcement['note']>[0], 10);
  return announcement.reasonIn(fold(neutralise(text)), 10 + after)?.message ?? null;
}

const TEXT = 'the disk is full';

describe('what follows is its reason', () => {
  it.each([
    ['an exception without words', 'OSError', ''],
    ['one of the Hub, which names its request', 'BadRequestError', '(Request ID: Root=1-678a189e-55a6c58a67f496b573216165;e5797dbb)'],
    ['words that end with a colon', null, 'Build stopped because of this:'],
    ['an exception with such words', 'OSError', 'the upload failed:'],
  ])('after %s', (_, type, message) => expect(reason(type, message, TEXT)).toBe(TEXT));

  it.each([
    ['an exception that tells its reason', 'OSError', 'no room'],
    ['words that go on', null, 'failed: no room'],
    ['nothing at all', null, ''],
  ])('not after %s', (_, type, message) => expect(reason(type, message, TEXT)).toBeNull());

  it('if it stands close under it', () => {
    expect([reason('OSError', '', TEXT, 3), reason('OSError', '', TEXT, 4)]).toEqual([TEXT, null]);
  });

  it.each(['********', 'Runtime error', 'Build error:', '- 1', ' 45%|####      | 9/20', 'https://example.org/help'])(
    'if it is words: %s is none',
    (text) => {
      expect(reason('OSError', '', text)).toBeNull();
    },
  );

  it('as it stands in the log', () => expect(reason('OSError', '', 'see https://x.org &lt;b&gt;')).toBe('see https://x.org &lt;b&gt;'));
});

it('before any failure nothing is announced, and the next one announces anew', () => {
  const announcement = new Announcement();
  expect(announcement.reasonIn(fold(neutralise(TEXT)), 1)).toBeNull();
  announcement.note({ type: 'OSError', message: '' } as Parameters<Announcement['note']>[0], 1);
  announcement.note({ type: 'OSError', message: 'no room' } as Parameters<Announcement['note']>[0], 2);
  expect(announcement.reasonIn(fold(neutralise(TEXT)), 3)).toBeNull();
});
