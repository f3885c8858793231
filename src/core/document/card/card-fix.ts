/** The fix of a card: what to do, its snippet, and what else the page says of it, as far as there is room. */
import type { Actor, Fix } from '../../library/entry.ts';
import { type Block, code, indented, paragraph, type Snippet, snippet } from '../../markup/blocks.ts';
import { snippetsOf } from '../../markup/read.ts';
import type { Explained } from '../../result.ts';
import { fitting, heightOf } from './height.ts';

/** The whole snippet stands on the page; a card shows this much of it. */
export const LONGEST_SNIPPET = 8;
/** A longer sentence about the fix is for the page. */
const LONGEST_SENTENCE = 2;

/** What is told of a fix; `theirs`: where it is the one for who cannot change the Space, the fix for its owner, or for a copy. */
type Shown = Pick<Explained, 'fix' | 'beside'> & { theirs?: Fix | null };

const WHO: Record<Actor, string | null> = {
  author: null,
  visitor: 'Who can fix it: the visitor who calls the Space.',
  owner: 'Who can fix it: the owner of that Space. Tell them in its Community tab, or duplicate it.',
  platform: 'Who can fix it: Hugging Face. Nothing in your code is wrong.',
};

/** What to do, after these words, with at most so many lines of a snippet: a change of the user's own lines, where one is known, else what the page says, and its snippet. */
export function mainFix({ fix, beside }: Shown, room: number, words = 'Fix: ', longest = LONGEST_SNIPPET): Block[] {
  const change = beside?.change;
  const first = change ? snippet(change.diff, 'diff') : fix && snippetsOf(fix.blocks)[0];
  const title = change ? [change.title] : fix?.title;
  if (!title) return [];
  const said: Block = { type: 'paragraph', tone: 'fix', inlines: [words, ...title] };
  if (!first) return [said];
  const most = change ? Math.min(longest, room - heightOf([said])) : longest;
  return [said, indented(shortened(first, most, change ? 'with --full' : 'on the page'))];
}

/** The fix within so many lines: `always`, and the rest of what the page says as far as there is room. */
export function fixBlocks({ fix, beside, theirs = null }: Shown, always: Block[], room: number): Block[] {
  if (!fix) return always;
  const { blocks, who, verify, then } = fix;
  const actor = who && WHO[who];
  const inSpace = theirs && snippetsOf(theirs.blocks)[0];
  const welcome: Block[] = [
    ...(theirs ? [paragraph('In the Space, or in the copy: ', ...theirs.title)] : []),
    ...(inSpace ? [indented(shortened(inSpace, LONGEST_SNIPPET, 'on the page'))] : []),
    ...(verify ? [paragraph('Check: ', code(verify))] : []),
    ...then.map(({ see, do: todo }) => paragraph('If ', ...see, ': ', ...todo)),
    ...(actor ? [paragraph(actor)] : []),
  ];
  const kept = fitting(welcome, room - heightOf(always));
  const left = room - heightOf([...always, ...kept]);
  // What the page says of its own fix need not be true of the change.
  const sentence = beside?.change ? undefined : blocks[0];
  const fits = sentence?.type === 'paragraph' && heightOf([sentence]) <= Math.min(left, LONGEST_SENTENCE);
  return [...always.slice(0, 1), ...(fits ? [sentence] : []), ...always.slice(1), ...kept];
}

/** The snippet within so many lines; the last of them says how many are left out, and where they stand. */
export function shortened(whole: Snippet, most: number, rest: string): Snippet {
  const lines = whole.code.split('\n');
  if (lines.length <= most) return whole;
  return snippet([...lines.slice(0, most - 1), `# … ${lines.length - most + 1} more lines ${rest}`].join('\n'), whole.language);
}
