/** A guess as an answer: the nearest page, how one would see that it is this, what to do then; and which other pages come near. */
import type { Environment } from '../../environment/environment.ts';
import { hasNoSpace } from '../../explain/fix/place/for-place.ts';
import type { Entry } from '../../library/entry.ts';
import { type Block, bullets, code, heading, type Inline, indented, paragraph, tight } from '../../markup/blocks.ts';
import { plainInlines, sentencesOf } from '../../markup/read.ts';
import type { Guess, Way } from '../../result.ts';
import { fixBlocks, LONGEST_SNIPPET, mainFix, shortened } from './card-fix.ts';
import { fitting, heightOf } from './height.ts';

/** More of a message than this nobody compares. */
const LONGEST_MESSAGE = 110;
/** Of one of several pages a line. */
const SHORT_MESSAGE = 60;
/** Two or three lines are enough to see whether a page fits. */
const LONGEST_SUMMARY = 200;
/** Of twenty: less than an answer may take. */
const MOST_LINES = 17;
/** Less of a snippet shows nothing. */
const LEAST_CODE = 4;
/** What a rule or a guide begins with, in two lines. */
const LONGEST_LEAD = 140;
/** The title of a fix takes a line or two. */
const LONGEST_TITLE = 2;
/** Before the fix, and behind it. */
const BLANK_LINES = 2;

/** The card of a text in which nothing was recognised. */
export function guessCard(guess: Guess): Block[] {
  const { entry } = guess;
  const doubt = paragraph('A guess: no page describes an error in this text; this page comes closest.');
  return [
    { type: 'heading', depth: 3, tone: 'symptom', inlines: [`guess[${entry.id}] ${entry.title}`] },
    indented(...withFirst([doubt], guess, MOST_LINES - heightOf([doubt]) - 1)),
  ];
}

/** For what somebody tells, pages of which none is likely enough to be followed: what each would have one do. There may be none. */
export function waysCard(ways: readonly Way[], where: Environment['where']): Block[] {
  if (ways.length === 0)
    return [heading(1, 'Nothing recognised'), paragraph('No page describes an error in this text.'), logTellsMore(where)];
  return [
    { type: 'heading', depth: 3, tone: 'symptom', inlines: ['It may be one of these, most likely first'] },
    indented(...wayBlocks(ways), paragraph('How to tell which, and why: ', code('zerogpu-advisor show ID')), logTellsMore(where)),
  ];
}

/** For a text that only speaks of errors: their pages, for who has one of them. */
export function spokenOfCard(pages: readonly Entry[]): Block[] {
  return [
    heading(1, 'Nothing recognised'),
    tight(paragraph('This text speaks of errors, but shows none that happened:'), bullets(pages.map(nameOf))),
    paragraph('If one of them happened to you: ', code('zerogpu-advisor show ID')),
  ];
}

/** Each page by its name, and below it the message that one would see, and what to do then; a page that is no error says how it begins. */
export function wayBlocks(ways: readonly Way[]): Block[] {
  return ways.map(({ entry, todo }) => {
    const message = messageOf(entry);
    const seen = message === null ? [] : [paragraph('You would see: ', code(cut(message, SHORT_MESSAGE)))];
    const fix: Block[] = todo ? [{ type: 'paragraph', tone: 'fix', inlines: ['Fix: ', ...todo] }] : [];
    const lead = entry.kind === 'error' ? [] : [paragraph(leadOf(entry.summary))];
    return tight(paragraph(...nameOf(entry)), indented(tight(...seen, ...fix, ...lead)));
  });
}

/** As many whole sentences as have room, at least one. */
function leadOf(summary: string): string {
  const [first = '', second] = sentencesOf([summary]).map(plainInlines);
  const both = `${first} ${second}`;
  return second && both.length <= LONGEST_LEAD ? both : cut(first, LONGEST_LEAD);
}

/** Where what somebody tells was printed: who runs it elsewhere than on a Space has that log before him. */
export function logTellsMore(where: Environment['where']): Block {
  if (hasNoSpace(where)) {
    return paragraph('The log says more than a description: paste all that was printed, from the command to the end.');
  }
  return paragraph(
    'The log says more than a description: ',
    code('hf spaces logs USER/SPACE'),
    ', with ',
    code('--build'),
    ' for the build log.',
  );
}

/** The guess within the card of a failure that no page describes, within so many lines. */
export function guessBelow(guess: Guess, room: number): Block[] {
  const { entry } = guess;
  const title = paragraph('The nearest page, a guess: ', ...nameOf(entry));
  return withFirst([title], guess, room - heightOf([title]));
}

/** How one sees that it is this, behind what introduces it; what to do; where to go on. */
function withFirst(first: Block[], guess: Guess, room: number): Block[] {
  const seen = signOf(guess);
  const near = nearBy('Also near: ', guess.others);
  const more = wholePage(guess.entry);
  const todo = todoOf(guess, room - heightOf([...seen, ...near, more]) - BLANK_LINES);
  const left = room - heightOf([...todo, more]) - BLANK_LINES;
  const kept = fitting(seen, left);
  const beside = fitting(near, left - heightOf(kept));
  return [tight(...first, ...kept), ...(todo.length > 0 ? [tight(...todo)] : []), tight(...beside, more)];
}

/** The message that users see, unless the summary quotes it. */
function signOf({ entry }: Guess): Block[] {
  const message = messageOf(entry);
  const summary = paragraph(cut(entry.summary, LONGEST_SUMMARY));
  if (message === null || entry.summary.toLowerCase().includes(message.toLowerCase())) return [summary];
  return [paragraph('You would see: ', code(cut(message, LONGEST_MESSAGE))), summary];
}

function messageOf(entry: Entry): string | null {
  return entry.kind === 'error' ? entry.message : null;
}

function todoOf({ fix, hint, shown }: Guess, room: number): Block[] {
  const longest = Math.max(LEAST_CODE, Math.min(room - LONGEST_TITLE, LONGEST_SNIPPET));
  if (!fix) return shown ? [indented(shortened(shown, longest, 'on the page'))] : [];
  const told = hint ? [paragraph(...hint)] : [];
  return [...told, ...fixBlocks({ fix }, mainFix({ fix }, room, 'Fix, if it is this: ', longest), room - heightOf(told))];
}

/** Where to go on. */
export function wholePage({ id }: Entry): Block {
  return paragraph('Why, other fixes, sources: ', code(`zerogpu-advisor show ${id}`));
}

/** Pages that come near, a line for each. */
export function nearBy(words: string, pages: readonly Entry[]): Block[] {
  return pages.map((page) => paragraph(words, ...nameOf(page)));
}

/** By its title, and by what `show` wants to hear. */
function nameOf({ title, id }: Entry): Inline[] {
  return [`${title} (`, code(id), ')'];
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, end > 0 ? end : most - 1)}…`;
}
