/** The line that stands for an entry in lists. */
import { expect, it } from 'vitest';
import type { Entry } from '../../../src/core/library/entry.ts';
import { headlineOf } from '../../../src/core/library/entry-text.ts';
import { library } from '../../library.ts';

const error = library.error('quota-exceeded');

it.each([
  ['a message', 'CUDA out of memory', 'The GPU ran out of memory', '"CUDA out of memory" · the GPU ran out of memory'],
  ['a message of forty characters', 'x'.repeat(40), 'The app stops', `"${'x'.repeat(40)}" · the app stops`],
  ['a longer message', 'x'.repeat(41), 'The app stops', `"${'x'.repeat(39)}…" · the app stops`],
  ['a cut behind a word', `${'x'.repeat(38)} yyyy`, 'The app stops', `"${'x'.repeat(38)}…" · the app stops`],
  ['a title that begins with a name', 'no audioop', 'Python 3.13 has none', '"no audioop" · Python 3.13 has none'],
])('of an error with %s', (_, message, title, headline) => {
  expect(headlineOf({ ...error, message, title } as Entry)).toBe(headline);
});

it('is the title where users see no message', () => {
  expect(headlineOf({ ...error, message: null, title: 'The booking is too large' } as Entry)).toBe('The booking is too large');
  const rule = library.get('explicit-duration') as Entry;
  expect(headlineOf(rule)).toBe(rule.title);
});
