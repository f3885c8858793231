/** The line that stands for an entry in lists. */
import { expect, it } from 'vitest';
import type { Entry, ErrorEntry, GuideEntry, TreeEntry } from '../../../src/core/library/entry.ts';
import { bodyOf, headlineOf, textOf } from '../../../src/core/library/entry-text.ts';
import { heading, paragraph } from '../../../src/core/markup/blocks.ts';
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

const LEAD = paragraph('In short.');
const SECTIONS = [
  { heading: 'Why', blocks: [paragraph('Since.')] },
  { heading: 'Fix', blocks: [paragraph('One of these.')] },
];
const FIXES = [{ title: ['Wait'], blocks: [paragraph('An hour.')] }];

it('shows the fixes of an error within its section of fixes, and nowhere else', () => {
  const page = { ...error, lead: [LEAD], sections: SECTIONS, fixes: FIXES } as unknown as ErrorEntry;
  const before = [LEAD, heading(2, 'Why'), paragraph('Since.'), heading(2, 'Fix'), paragraph('One of these.')];
  expect(bodyOf(page)).toEqual([...before, heading(3, 'Wait'), paragraph('An hour.')]);
  expect(textOf(page)).toEqual(bodyOf(page));
  // A guide may have such a section too; it has no fixes.
  expect(bodyOf({ ...page, kind: 'guide' } as unknown as GuideEntry)).toEqual(before);
});

it('takes from a tree every question with why it is asked, its options and every answer', () => {
  const nodes = {
    first: {
      ask: ['How large?'],
      why: ['It matters.'],
      options: [
        { say: ['Small'], to: 'end' },
        { say: ['Large'], to: 'end' },
      ],
    },
    end: { answer: ['Take large.'], blocks: [paragraph('More.')], see: [], plan: null },
  };
  const words = ['How large?', 'It matters.', 'Small', 'Large', 'Take large.', 'More.'];
  expect(textOf({ kind: 'tree', id: 'sizes', title: 'Sizes', start: 'first', nodes } as unknown as TreeEntry)).toEqual(
    words.map((each) => paragraph(each)),
  );
});
