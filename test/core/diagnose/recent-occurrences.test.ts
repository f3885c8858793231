/** Occurrences that stand close together: the more telling one drops the other, and what is out of reach is counted. */
import { describe, expect, it } from 'vitest';
import { Findings, type Occurrence } from '../../../src/core/diagnose/findings.ts';
import { isReason, RecentOccurrences } from '../../../src/core/diagnose/recent-occurrences.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
import type { Location } from '../../../src/core/log/traceback/traceback-line.ts';
import { libraryWith } from '../../library.ts';

const page = (id: string, role = 'cause', more: { overrides?: string[]; wraps?: boolean } = {}) =>
  ({
    ...{ kind: 'error', id, role, mild: false, wraps: more.wraps ?? false, aka: [] },
    signature: { explains: [], overrides: more.overrides ?? [] },
  }) as unknown as Entry;
const LIBRARY = libraryWith(
  page('one'),
  page('two'),
  page('better', 'cause', { overrides: ['one', 'better'] }),
  page('note', 'notice'),
  page('effect', 'symptom'),
  page('wrap', 'cause', { wraps: true }),
);

type Given = Partial<Occurrence> & { weak?: boolean };
const JOINTS: Occurrence['joints'] = [];

function occurrence(id: string, seq: number, { weak = false, ...more }: Given = {}): Occurrence {
  const match = { id, pattern: 0, weak, values: {}, start: 0, end: 2 };
  const place = { seq, line: seq, file: null, block: 0, joints: JOINTS, location: null, raisedIn: null };
  return { match, ...place, text: 'it', earlier: null, isDropped: false, isPassedOn: false, ...more } as Occurrence;
}

function recent(...seen: [id: string, seq: number, more?: Given][]) {
  const findings = new Findings(LIBRARY);
  const occurrences = new RecentOccurrences(LIBRARY, findings);
  for (const each of seen) occurrences.add(occurrence(...each));
  return { occurrences, found: () => findings.list().map(({ id }) => id) };
}
const standing = (...seen: [id: string, seq: number, more?: Given][]) => recent(...seen).occurrences.standing.map(({ match }) => match.id);
const isNoneOpen = () => false;

it('what comes again in its traceback beats and is beaten as the first of them', () => {
  const inside = { block: 2 };
  expect(standing(['better', 1, inside], ['one', 20, inside], ['one', 40, inside])).toEqual(['better']);
  expect(standing(['one', 1, inside], ['one', 20, inside], ['better', 40, inside], ['better', 60, inside])).toEqual(['better', 'better']);
  expect(standing(['one', 1, { ...inside, weak: true }], ['one', 20, inside], ['two', 40, { ...inside, weak: true }])).toEqual([
    'one',
    'one',
  ]);
  expect(standing(['one', 1, inside], ['one', 20], ['better', 21])).toEqual(['one', 'better']);
});

describe('of two that stand close together', () => {
  it.each<[string, Parameters<typeof standing>, string[]]>([
    [
      'both stand, where neither tells more',
      [
        ['one', 1],
        ['two', 2],
      ],
      ['one', 'two'],
    ],
    [
      'one goes that the other overrides, below it',
      [
        ['one', 1],
        ['better', 4],
      ],
      ['better'],
    ],
    [
      'one goes that the other overrides, above it',
      [
        ['better', 1],
        ['one', 4],
      ],
      ['better'],
    ],
    [
      'the weaker one goes, below',
      [
        ['one', 1],
        ['two', 1, { weak: true }],
      ],
      ['one'],
    ],
    [
      'the weaker one goes, above',
      [
        ['one', 1, { weak: true }],
        ['two', 2],
      ],
      ['two'],
    ],
    [
      'two weak ones stand',
      [
        ['one', 1, { weak: true }],
        ['two', 2, { weak: true }],
      ],
      ['one', 'two'],
    ],
    [
      'a weak one stands beside a notice',
      [
        ['note', 1],
        ['two', 2, { weak: true }],
      ],
      ['note', 'two'],
    ],
    [
      'none drops another of its own kind',
      [
        ['better', 1],
        ['better', 2, { weak: true }],
      ],
      ['better', 'better'],
    ],
    [
      'both stand, where they are far apart',
      [
        ['one', 1],
        ['better', 5],
      ],
      ['one', 'better'],
    ],
    [
      'a traceback is close, however long',
      [
        ['one', 1, { block: 2 }],
        ['better', 50, { block: 2 }],
      ],
      ['better'],
    ],
    [
      'what was dropped drops nothing',
      [
        ['better', 1],
        ['one', 4],
        ['two', 7, { weak: true }],
      ],
      ['better', 'two'],
    ],
  ])('%s', (_, seen, left) => expect(standing(...seen)).toEqual(left));
});

it('what two texts show together replaces what the first of them showed alone', () => {
  const { occurrences } = recent(['one', 1], ['one', 2], ['two', 2]);
  occurrences.replace('one', 3);
  expect(occurrences.standing.map(({ match, seq }) => [match.id, seq])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
});

describe('a reason is near', () => {
  const near = (seen: [id: string, seq: number, more?: Given][], block: number, seq: number, isException: boolean) =>
    recent(...seen).occurrences.hasNear(block, seq, isException);

  it('a few texts above, outside of tracebacks', () => {
    expect([1, 4, 5].map((seq) => near([['one', 1]], 0, seq, true))).toEqual([true, true, false]);
  });

  it('anywhere in the same traceback, and in no other one', () => {
    expect([2, 3, 0].map((block) => near([['one', 1, { block: 2 }]], block, 90, true))).toEqual([true, false, false]);
  });

  it('of an exception only where it says why; of another line whatever it is', () => {
    for (const id of ['note', 'effect', 'wrap'])
      expect([true, false].map((isException) => near([[id, 1]], 0, 1, isException))).toEqual([false, true]);
  });

  it('unless it was dropped', () => {
    expect(near([['one', 1, { isDropped: true }]], 0, 1, false)).toBe(false);
    expect(
      near(
        [
          ['one', 1, { isDropped: true }],
          ['two', 1],
        ],
        0,
        1,
        true,
      ),
    ).toBe(true);
  });
});

it('a reason is a cause that wraps nothing', () => {
  expect(['one', 'note', 'effect', 'wrap'].map((id) => isReason(LIBRARY, id))).toEqual([true, false, false, false]);
});

it('the reasons of one link of a chain are those of its traceback and of that very link', () => {
  const other: Occurrence['joints'] = [];
  const { occurrences } = recent(
    ['one', 1, { block: 2 }],
    ['two', 9, { block: 2, joints: other }],
    ['two', 19, { block: 3 }],
    ['wrap', 29, { block: 2 }],
    ['two', 39, { block: 2, isDropped: true }],
  );
  expect(occurrences.reasonsIn(2, JOINTS).map(({ match }) => match.id)).toEqual(['one']);
  expect(occurrences.reasonsIn(2, other).map(({ match }) => match.id)).toEqual(['two']);
});

it('the own frame of a traceback is told to all of it that have none', () => {
  const [known, new_] = ['a.py', 'b.py'].map((file) => ({ file }) as unknown as Location) as [Location, Location];
  const { occurrences } = recent(['one', 1, { block: 2 }], ['two', 2, { block: 2, location: known }], ['two', 9, { block: 3 }]);
  occurrences.locate(2, new_);
  expect(occurrences.standing.map(({ location }) => location)).toEqual([new_, known, null]);
});

describe('what is out of reach', () => {
  it('is counted once, and nothing that was dropped', () => {
    const { occurrences, found } = recent(['one', 1], ['better', 2], ['two', 5]);
    occurrences.settle(5, isNoneOpen);
    expect([found(), occurrences.standing.map(({ match }) => match.id), occurrences.isEmpty]).toEqual([[], ['better', 'two'], false]);
    occurrences.settle(6, isNoneOpen);
    expect([found(), occurrences.standing.map(({ match }) => match.id)]).toEqual([['better'], ['two']]);
    occurrences.settle(9, isNoneOpen);
    expect([found(), occurrences.isEmpty]).toEqual([['better', 'two'], true]);
  });

  it('waits for the end of its traceback', () => {
    const { occurrences, found } = recent(['one', 1, { block: 2 }], ['two', 1]);
    occurrences.settle(90, (block) => block === 2);
    expect(found()).toEqual(['two']);
    occurrences.settle(90, isNoneOpen);
    expect(found().sort()).toEqual(['one', 'two']);
  });

  it('is all of it at the end of a file', () => {
    const { occurrences, found } = recent(['one', 1, { block: 2 }], ['two', 2]);
    occurrences.settle(2, () => true, true);
    expect([found(), occurrences.isEmpty]).toEqual([['one', 'two'], true]);
  });

  it('is the oldest of too many, though their traceback goes on', () => {
    const settled = (more: number) => {
      const { occurrences, found } = recent(
        ['two', 1, { block: 2 }],
        ...Array.from({ length: more }, (_, at): [string, number, Given] => ['one', at + 2, { block: 2 }]),
      );
      occurrences.settle(more + 2, () => true);
      return [found(), occurrences.standing.length];
    };
    // They are sorted out many at once.
    expect(settled(399)).toEqual([[], 400]);
    expect(settled(400)).toEqual([['two', 'one'], 200]);
  });
});
