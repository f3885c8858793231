/** A document read without painting it: its words, its links, its snippets, however deep they stand. */
import { describe, expect, it } from 'vitest';
import {
  type Block,
  bullets,
  code,
  emphasis,
  entryLink,
  heading,
  indented,
  lineBreak,
  numbered,
  paragraph,
  snippet,
  strong,
} from '../../../src/core/markup/blocks.ts';
import { linkedEntries, plainWords, sentencesOf, snippetsOf } from '../../../src/core/markup/read.ts';
import type { SafeText } from '../../../src/core/text/neutralise.ts';

const TABLE: Block = {
  type: 'table',
  head: [['tier'], ['see']],
  rows: [
    [['free'], [entryLink('quota-reset')]],
    [['PRO'], ['more']],
  ],
};
const NESTED: Block[] = [
  heading(2, 'Of ', strong(emphasis(entryLink('quota-exceeded')))),
  {
    type: 'list',
    start: null,
    items: [[paragraph('first'), indented(snippet('a = 1', 'python'))], [bullets([[entryLink('cuda-at-import')]])]],
  },
  TABLE,
  { type: 'quote', blocks: [paragraph('once more ', entryLink('quota-exceeded'))] },
  { type: 'details', summary: 'more', blocks: [snippet('b = 2', 'python')] },
];

describe('a document', () => {
  it.each<[string, Block, string]>([
    [
      'a paragraph',
      paragraph('one\nline, ', code('x'), lineBreak, { type: 'link', text: 'words', href: 'https://x.yz' }),
      'one line, x words',
    ],
    ['a snippet', snippet('\na = 1\n', 'python'), 'a = 1'],
    ['words of others', paragraph({ type: 'foreign', text: 'theirs' as SafeText }), 'theirs'],
    ['what the log may fill in', paragraph({ type: 'value', name: 'module' }), '{{module}}'],
    ['bullets', bullets([['one'], ['two']]), '- one\n- two'],
    ['steps', numbered([['one'], ['two']]), '1. one\n2. two'],
    ['a table', TABLE, 'tier | see\nfree | quota-reset\nPRO | more'],
    ['a quote', { type: 'quote', blocks: [paragraph('one'), paragraph('two')] }, 'one\n\ntwo'],
  ])('has the words of %s', (_, block, words) => expect(plainWords([block])).toBe(words));

  it('has links at any depth, each once', () => {
    expect(linkedEntries(NESTED)).toEqual(['quota-exceeded', 'cuda-at-import', 'quota-reset']);
    expect(linkedEntries([paragraph('none')])).toEqual([]);
  });

  it('has snippets at any depth', () => expect(snippetsOf(NESTED).map(({ code }) => code)).toEqual(['a = 1', 'b = 2']));

  it('has sentences, each with its full stop; a stop within one is no end', () => {
    const inlines = ['Take torch 2.8. Then call ', code('a.b'), ' (e.g. here)? Yes.'];
    expect(sentencesOf(inlines as Parameters<typeof sentencesOf>[0])).toEqual([
      ['Take torch 2.8.'],
      ['Then call ', code('a.b'), ' (e.g. here)?'],
      ['Yes.'],
    ]);
    // One that ends before code ends there; nothing is left of a blank at the end.
    expect(sentencesOf(['Stop. ', code('a.b'), ' is done. '])).toEqual([['Stop.'], [code('a.b'), ' is done.']]);
  });
});
