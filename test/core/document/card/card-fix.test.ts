/** The fix of a card: what it shows, and what gives way where there is little room. */
import { describe, expect, it } from 'vitest';
import type { OwnChange } from '../../../../src/core/beside.ts';
import { fixBlocks, mainFix, shortened } from '../../../../src/core/document/card/card-fix.ts';
import { BARE_FIX, type Fix } from '../../../../src/core/library/entry.ts';
import { type Block, paragraph, snippet } from '../../../../src/core/markup/blocks.ts';
import { own } from '../../../../src/core/text/neutralise.ts';
import { paint } from '../../../../src/render/paint.ts';

const FIX: Fix = {
  ...BARE_FIX,
  ...{ name: 'wait', title: ['Wait'], blocks: [paragraph('A minute.'), snippet('sleep 60', 'bash')], who: 'platform', verify: 'date' },
  // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
  then: [{ see: ['it is late'], do: ['go home'] }],
};
const CHANGE: OwnChange = { title: 'Book less', file: own('app.py'), line: 3, diff: own('-a\n+b') };
const beside = { source: null, change: CHANGE };
const linesOf = (blocks: readonly Block[]) => paint(blocks, { width: 80, color: false }).lines.filter((line) => line !== '');
const linesIn = (room: number, more: object = {}) => linesOf(fixBlocks({ fix: FIX, ...more }, mainFix({ fix: FIX, ...more }, room), room));

describe('a fix', () => {
  it('is its title and its first snippet', () => {
    expect(linesOf(mainFix({ fix: FIX }, 20))).toEqual(['Fix: Wait', '    sleep 60']);
    expect(linesOf(mainFix({ fix: { ...FIX, blocks: [] } }, 20, 'Then: '))).toEqual(['Then: Wait']);
    expect(mainFix({ fix: null }, 20)).toEqual([]);
  });

  it('is a change of the own lines instead, where one is known', () => {
    expect(linesOf(mainFix({ fix: FIX, beside }, 20))).toEqual(['Fix: Book less', '    -a', '    +b']);
    expect(linesOf(mainFix({ fix: null, beside }, 20))).toEqual(['Fix: Book less', '    -a', '    +b']);
  });

  it('says all that the page says, as far as there is room', () => {
    const all = ['Fix: Wait', 'A minute.', '    sleep 60', 'Check: date', 'If it is late: go home'];
    expect(linesIn(20)).toEqual([...all, 'Who can fix it: Hugging Face. Nothing in your code is wrong.']);
    expect(linesIn(2)).toEqual(['Fix: Wait', '    sleep 60']);
    expect(linesIn(20, { fix: { ...FIX, who: 'author', verify: null } })).toEqual([...all.slice(0, 3), ...all.slice(4)]);
    expect(linesOf(fixBlocks({ fix: null }, [], 20))).toEqual([]);
  });

  it('says nothing of the page beside a change, but how it is checked', () => {
    expect(linesIn(20, { beside }).slice(0, 4)).toEqual(['Fix: Book less', '    -a', '    +b', 'Check: date']);
  });

  it('of a visitor stands before the one for the Space', () => {
    const theirs = { ...FIX, title: ['Restart'], blocks: [snippet('hf spaces restart', 'bash')] };
    const lines = linesIn(20, { theirs });
    expect(lines.slice(0, 5)).toEqual([
      'Fix: Wait',
      'A minute.',
      '    sleep 60',
      'In the Space, or in the copy: Restart',
      '    hf spaces restart',
    ]);
    expect(linesIn(20, { theirs: { ...theirs, blocks: [] } })[4]).toBe('Check: date');
  });

  it('has no long sentence', () => {
    const long = { ...FIX, blocks: [paragraph('word '.repeat(40)), snippet('sleep 60', 'bash')] };
    expect(linesIn(20, { fix: long })[1]).toBe('    sleep 60');
    const short = { ...FIX, blocks: [paragraph('word '.repeat(20)), snippet('sleep 60', 'bash')] };
    expect(linesIn(20, { fix: short })[1]).toMatch(/^word/);
  });
});

describe('a snippet', () => {
  const lines = (count: number) => snippet(Array.from({ length: count }, (_, at) => `line ${at + 1}`).join('\n'), 'python');

  it('is whole, where it fits', () => expect(shortened(lines(3), 3, 'below')).toEqual(lines(3)));

  it('else says how much is missing, and where that stands', () => {
    expect(shortened(lines(5), 3, 'below')).toEqual(snippet('line 1\nline 2\n# … 3 more lines below', 'python'));
  });
});
