/** Pages, trees and lists as documents: what each part says, and that a part without words is left out. */
import { describe, expect, it } from 'vitest';
import { documentOf, entryDocument } from '../../../src/core/document/document.ts';
import type { ErrorEntry, Fix, GuideEntry, RuleEntry, TreeEntry } from '../../../src/core/library/entry.ts';
import { begin, choose, nodeAt, type Walk } from '../../../src/core/library/walk.ts';
import { type Block, paragraph } from '../../../src/core/markup/blocks.ts';
import type { Hit } from '../../../src/core/search/search.ts';
import { own } from '../../../src/core/text/neutralise.ts';
import { paint } from '../../../src/render/paint.ts';
import { library } from '../../library.ts';

const linesOf = (blocks: readonly Block[]) => paint(blocks, { width: 100, color: false }).lines.filter((line) => line !== '');

const BASE = {
  id: 'one',
  title: 'Titled',
  aka: [],
  asks: [],
  see: [],
  seenFrom: [],
  sources: [],
  checked: '2026-01-01',
  summary: 'In short.',
};
const guide = { ...BASE, kind: 'guide', lead: [paragraph('Leading.')], sections: [] } as GuideEntry;
const rule = { ...guide, kind: 'rule', level: 'must' } as unknown as RuleEntry;
const error = {
  ...guide,
  kind: 'error',
  role: 'cause',
  stage: 'cuda',
  message: 'it fails',
  fixes: [],
  blanks: {},
} as unknown as ErrorEntry;
const ANY_FIX = library.error('quota-exceeded').fixes[0] as Fix;
const tree: TreeEntry = {
  ...BASE,
  kind: 'tree',
  start: 'begin',
  nodes: {
    begin: {
      ask: ['Which?'],
      why: ['Because.'],
      options: [
        { say: ['This'], to: 'more' },
        { say: ['That'], to: 'end' },
      ],
    },
    more: { ask: ['And?'], why: ['So.'], options: [{ say: ['Yes'], to: 'end' }] },
    end: { answer: ['Do it.'], blocks: [paragraph('Like so.')], see: ['two', 'six'], plan: { duration: '60', tier: 'free' } },
  },
};

describe('a page', () => {
  it('has its title, what it is, its text, and no empty lists', () => {
    expect(linesOf(entryDocument(guide))).toEqual(['Titled', 'guide · one', 'Leading.']);
    expect(linesOf(entryDocument(rule))).toEqual(['Titled', 'rule (must) · one', 'Leading.']);
    expect(linesOf(entryDocument(error))).toEqual(['Titled', 'it fails', 'error (cause, cuda) · one', 'Leading.']);
    expect(linesOf(entryDocument({ ...error, message: null }))).toEqual(['Titled', 'error (cause, cuda) · one', 'Leading.']);
  });

  it('tells its fixes within the section that is called so', () => {
    const fix = { name: 'a', title: ['Wait'], blocks: [paragraph('A minute.')] };
    const sections = [
      { heading: 'Fix', blocks: [paragraph('One way.')] },
      { heading: 'Why', blocks: [] },
    ];
    const page = { ...error, sections, fixes: [{ ...ANY_FIX, ...fix }] } as unknown as ErrorEntry;
    expect(linesOf(entryDocument(page)).slice(4)).toEqual(['Fix', 'One way.', 'Wait', 'A minute.', 'Why']);
  });

  it('names what it links to, what links to it, and its sources with their day', () => {
    const sources = [{ title: 'Docs', url: 'https://x.yz', checked: '2026-01-02' }];
    const linked = linesOf(entryDocument({ ...guide, see: ['two', 'six'], seenFrom: ['six', 'ten'], sources })).slice(3);
    expect(linked).toEqual(['See also', 'two · six', 'Linked from: ten', 'Sources', '• Docs: https://x.yz (checked 2026-01-02)']);
    const seenFrom = Array.from({ length: 14 }, (_, at) => `from-${at}`);
    expect(
      linesOf(entryDocument({ ...guide, seenFrom }))
        .join(' ')
        .match(/from-/g),
    ).toHaveLength(12);
  });
});

describe('a tree', () => {
  const walked = (...chosen: number[]) => {
    const walk = chosen.reduce((before, each) => choose(tree, before, each) as Walk, begin(tree));
    return linesOf(documentOf({ type: 'tree', tree, walk, node: nodeAt(tree, walk) }));
  };

  it('tells all questions and answers, where nobody walks it', () => {
    expect(linesOf(entryDocument(tree))).toEqual([
      ...['Titled', 'tree · one', 'In short.', 'Start: Which?', '1. This → more', '2. That → end', 'more: And?', '1. Yes → end'],
      ...['end: Do it.', 'Like so.', 'Calculate it:', '  zerogpu-advisor plan --duration 60 --tier free', 'See two · six'],
    ]);
  });

  it('asks what comes next, below the answers so far, and tells how to come here again', () => {
    expect(walked()).toEqual(['Titled', 'Which?', 'Because.', '1. This', '2. That', 'Walk it again: zerogpu-advisor decide one']);
    expect(walked(1).slice(1, 5)).toEqual(['1. Which? This', 'And?', 'So.', '1. Yes']);
    expect(walked(1).at(-1)).toBe('Walk it again: zerogpu-advisor decide one --answers 1');
  });

  it('ends in an answer', () => {
    expect(walked(1, 1).slice(1, 5)).toEqual(['1. Which? This', '2. And? Yes', 'Do it.', 'Like so.']);
  });

  it('of which an answer has no sum says nothing of one', () => {
    const end = { ...(tree.nodes.end as object), plan: null } as TreeEntry['nodes'][string];
    expect(linesOf(entryDocument({ ...tree, nodes: { ...tree.nodes, end } })).join('\n')).not.toContain('The sum');
  });

  it('is drawn with each question once', () => {
    const drawn = linesOf(documentOf({ type: 'tree', tree, walk: null, node: null, isDrawing: true }));
    expect(drawn).toEqual([
      ...['Titled', '  ? Which?', '  ├─ 1 This', '  │  ? And?', '  │  └─ 1 Yes', '  │     => Do it.', '  └─ 2 That'],
      ...['     => as after 1,1: Do it.', 'Walk it: zerogpu-advisor decide one'],
    ]);
  });
});

describe('what a search finds', () => {
  const hit = (phrase: string | null): Hit => ({ entry: guide, score: 1, matched: [], phrase, isNear: true });
  const found = (hits: Hit[], more: object = {}) =>
    linesOf(documentOf({ type: 'search', query: own('gpu'), hits, confident: true, plan: null, ...more }));

  it('is listed with what it is about, and how it is read', () => {
    expect(found([hit(null), hit('why so?')])).toEqual([
      ...['• Titled (guide, one)', '  In short.', '• Titled (guide, one)', '  In short.', '  asked as: why so?'],
      'Read one: zerogpu-advisor show one',
    ]);
  });

  it('says where nothing fits, and where nothing is found', () => {
    expect(found([hit(null)], { confident: false })[0]).toBe('Nothing fits well; nearest:');
    expect(found([])).toEqual(['Nothing found for gpu. Try other words, or paste the error message itself.']);
  });

  it('begins with the sum that answers it', () => {
    const plan = { command: 'zerogpu-advisor plan --duration 60' };
    for (const hits of [[], [hit(null)]]) expect(found(hits, { plan })[0]).toBe('Calculate it: zerogpu-advisor plan --duration 60');
  });
});

it('a list has its entries by kind, or those of one kind', () => {
  const listed = (kind: 'rule' | null) => linesOf(documentOf({ type: 'list', kind, entries: [rule, tree, error, guide] }));
  expect(listed('rule')).toEqual(['Rules', '• one Titled']);
  expect(listed(null)).toEqual([
    ...['Errors', '• one "it fails" · Titled', 'Rules', '• one Titled', 'Guides', '• one Titled', 'Decision trees', '• one Titled'],
  ]);
});

it('a problem says what it is, and what to do', () => {
  expect(
    linesOf(
      documentOf({ type: 'problem', what: own('No such file.'), help: 'Give another one.', code: 2 } as Parameters<typeof documentOf>[0]),
    ),
  ).toEqual(['No such file. Give another one.']);
});
