/** What happened again is counted, and of each signature the line that tells most is kept. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnose/diagnosis.ts';
import { Findings, type Occurrence } from '../../../src/core/diagnose/findings.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
import { own } from '../../../src/core/text/neutralise.ts';
import { libraryWith } from '../../library.ts';

const page = (id: string, role = 'cause', more: object = {}) =>
  ({
    kind: 'error',
    id,
    role,
    mild: false,
    wraps: false,
    aka: [],
    signature: { explains: [], overrides: [] },
    ...more,
  }) as unknown as Entry;
const LIBRARY = libraryWith(
  page('one'),
  page('two'),
  page('mild', 'cause', { mild: true }),
  page('told', 'cause', { mild: true, signature: { explains: ['effect'], overrides: [] } }),
  page('reason', 'cause', { signature: { explains: ['one'], overrides: [] } }),
  page('effect', 'symptom'),
  page('wrap', 'cause', { wraps: true }),
  page('note', 'notice'),
  page('over', 'cause', { signature: { explains: [], overrides: ['one'] } }),
);

interface Seen extends Partial<Omit<Occurrence, 'match' | 'text'>> {
  text?: string;
  values?: object;
  pattern?: number;
  weak?: boolean;
}

/** Findings of these occurrences: the id, the number of the text, and what is not usual about it. */
function found(...seen: [id: string, seq: number, more?: Seen][]): Finding[] {
  const findings = new Findings(LIBRARY);
  for (const [id, seq, { values = {}, pattern = 0, weak = false, text = 'it failed', ...more } = {}] of seen)
    findings.add({
      ...{ match: { id, pattern, weak, values, start: 0, end: text.length }, seq, file: null, line: seq, block: 0, joints: [], text },
      ...{ location: null, raisedIn: null, isDropped: false, ...more },
    } as unknown as Occurrence);
  return findings.list();
}

/** Made up here. */
const LOT = 'hf_aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1b';
const place = (line: number) => ({ file: 'app.py', line, function: 'f', quoted: '' }) as unknown as NonNullable<Finding['location']>;

describe('how often it happened', () => {
  it.each([
    [
      'another wording close by is the same',
      [
        ['one', 1],
        ['one', 4, { pattern: 1 }],
      ],
      1,
    ],
    [
      'another wording farther off is not',
      [
        ['one', 1],
        ['one', 5, { pattern: 1 }],
      ],
      2,
    ],
    [
      'the same wording is not, except in the same text',
      [
        ['one', 1],
        ['one', 2],
        ['one', 2],
      ],
      2,
    ],
    [
      'a traceback is one',
      [
        ['one', 1, { block: 1 }],
        ['one', 90, { block: 1 }],
      ],
      1,
    ],
    [
      'two tracebacks are two',
      [
        ['one', 1, { block: 1 }],
        ['one', 2, { block: 2, pattern: 1 }],
      ],
      2,
    ],
    [
      'behind a traceback it is another one',
      [
        ['one', 1],
        ['one', 2, { block: 1, pattern: 1 }],
      ],
      2,
    ],
  ] as [string, Parameters<typeof found>, number][])('%s', (_, seen, count) => expect(found(...seen)[0]?.count).toBe(count));

  it('its last line is one of the file that shows it first', () => {
    const [first] = found(['one', 1, { file: 'a' as never }], ['one', 9, { file: 'a' as never }], ['one', 20, { file: 'b' as never }]);
    expect(first).toMatchObject({ count: 3, firstLine: 1, lastLine: 9, file: 'a' });
  });
});

describe('what is kept of it', () => {
  it('is what tells more of the same event', () => {
    const [first] = found(['one', 1, { text: 'short' }], ['one', 2, { pattern: 1, text: 'with more', values: { size: 3 } }]);
    expect(first).toMatchObject({ evidence: 'with more', values: { size: 3 }, pattern: 1 });
  });

  it('is the first that gives any value, wherever it stands, and no later one', () => {
    const [first] = found(['one', 1], ['one', 50, { values: { size: 3 } }], ['one', 90, { values: { size: 4, kind: 'x' } }]);
    expect(first).toMatchObject({ values: { size: 3 }, others: [{ size: 3 }, { size: 4, kind: 'x' }] });
  });

  it('is what is certain, where it was only likely before', () => {
    const [first] = found(['one', 1, { weak: true, text: 'likely', values: { size: 1 } }], ['one', 50, { text: 'certain' }]);
    expect(first).toMatchObject({ evidence: 'certain', values: {} });
    expect(found(['one', 1, { text: 'certain' }], ['one', 50, { weak: true, text: 'likely' }])[0]?.evidence).toBe('certain');
  });

  it('are eight further captures at most, each once', () => {
    const [first] = found(...Array.from({ length: 12 }, (_, at): [string, number, Seen] => ['one', at * 10, { values: { size: at } }]), [
      'one',
      200,
      { values: { size: 3 } },
    ]);
    expect(first?.others.map(({ size }) => size)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [again] = found(...[1, 2, 1, 2, 3].map((size, at): [string, number, Seen] => ['one', at * 10, { values: { size } }]));
    expect(again?.others.map(({ size }) => size)).toEqual([2, 3]);
  });

  it('is the first place of the own code, and where it was raised', () => {
    const [first] = found(
      ['one', 1],
      ['one', 2, { location: place(3), raisedIn: place(4) }],
      ['one', 3, { location: place(5), raisedIn: place(6) }],
    );
    expect(first).toMatchObject({ location: { line: 3 }, raisedIn: { line: 4 } });
  });

  it('may get its place when the traceback is over, if it has none yet', () => {
    const findings = new Findings(LIBRARY);
    const seen = {
      match: { id: 'one', pattern: 0, weak: false, values: {}, start: 0, end: 1 },
      seq: 1,
      file: null,
      line: 1,
      block: 2,
      joints: [],
    };
    findings.add({ ...seen, text: 'x', location: null, raisedIn: null } as unknown as Occurrence);
    const before = findings.copy();
    findings.locate(1, place(1));
    expect(findings.list()[0]?.location).toBeNull();
    findings.locate(2, place(2));
    findings.locate(2, place(3));
    expect(findings.list()[0]?.location).toEqual(place(2));
    expect(before.list()[0]?.location).toBeNull();
  });
});

describe('the line that shows it', () => {
  const shown = (text: string, start: number, end: number) => {
    const findings = new Findings(LIBRARY);
    const match = { id: 'one', pattern: 0, weak: false, values: {}, start, end };
    findings.add({
      match,
      seq: 1,
      file: null,
      line: 1,
      block: 0,
      joints: [],
      text,
      location: null,
      raisedIn: null,
    } as unknown as Occurrence);
    const { evidence, matched } = findings.list()[0] as Finding;
    return { evidence, part: evidence.slice(...matched), matched };
  };

  it('is whole where it is short enough', () => {
    const text = `${'a'.repeat(290)}FAILED b`.slice(0, 298);
    expect(shown(text, 290, 296)).toEqual({ evidence: text, part: 'FAILED', matched: [290, 296] });
  });

  it('is cut around the match, with sixty characters before it', () => {
    const { evidence, part } = shown(`${'a'.repeat(500)}FAILED${'b'.repeat(500)}`, 500, 506);
    expect([evidence.length, part, evidence.startsWith(`…${'a'.repeat(60)}FAILED`), evidence.endsWith('b…')]).toEqual([
      300,
      'FAILED',
      true,
      true,
    ]);
  });

  it('is cut in front alone where the match stands at the end, behind alone where at the begin', () => {
    const { evidence, part } = shown(`${'a'.repeat(500)}FAILED`, 500, 506);
    expect([part, evidence.endsWith('aFAILED'), evidence.startsWith('…a')]).toEqual(['FAILED', true, true]);
    expect(shown(`FAILED${'b'.repeat(500)}`, 0, 6)).toMatchObject({ part: 'FAILED', matched: [0, 6] });
    expect(shown(`FAILED${'b'.repeat(500)}`, 0, 6).evidence).toBe(`FAILED${'b'.repeat(293)}…`);
  });

  it('is whole up to three hundred characters, and cut from there on', () => {
    expect(shown(`${'a'.repeat(294)}FAILED`, 294, 300)).toMatchObject({ part: 'FAILED', matched: [294, 300] });
    for (const before of [295, 296, 400, 1000]) {
      const { evidence, part } = shown(`${'a'.repeat(before)}FAILED`, before, before + 6);
      expect([part, evidence.startsWith('…a'), evidence.length <= 300]).toEqual(['FAILED', true, true]);
    }
  });

  it('cuts no character in two, and nothing off the end for it', () => {
    const { evidence, part } = shown(`${'\u{1f600}'.repeat(250)}FAILED`, 500, 506);
    expect([part, evidence.length <= 300, /^…\p{So}{2,200}FAILED$/u.test(evidence)]).toEqual(['FAILED', true, true]);
    expect(shown(`a${'\u{1f600}'.repeat(250)}FAILED`, 501, 507).evidence).toMatch(/^…\p{So}{2,200}FAILED$/u);
  });

  it.each([
    ['Failed to import frob because of the following error (look up to see its traceback):', 2],
    ['Error(s) in loading state_dict for Frob:', 1],
  ])('stands where the reason is told, below what only announces it: %s', (text, line) => {
    const [finding] = found(['one', 1, { weak: true, text }], ['one', 2, { pattern: 1, text: 'upside down' }]);
    expect(finding).toMatchObject({ firstLine: line, evidence: 'upside down', count: 1 });
  });

  it('is that which says more, with its number, far below in the same traceback', () => {
    const [finding] = found(['one', 1, { weak: true, block: 5, text: 'refused' }], ['one', 20, { pattern: 1, block: 5, text: 'expired' }]);
    expect(finding).toMatchObject({ firstLine: 20, evidence: 'expired', count: 1 });
  });

  it('marks no more than is shown', () => {
    expect(shown('x'.repeat(500), 0, 500).matched).toEqual([0, 300]);
  });
});

describe('of a chain of exceptions that say the same', () => {
  const earlier = { line: 3, text: own(`RuntimeError: ${LOT} it failed`) };

  it('the line that said it first is shown, all of it marked, without secrets', () => {
    const [finding] = found(['one', 9, { earlier }]);
    expect(finding).toMatchObject({ firstLine: 3, lastLine: 9, evidence: 'RuntimeError: hf_**** it failed', matched: [0, 31] });
  });

  it('a long one is cut', () => {
    const [finding] = found(['one', 9, { earlier: { line: 3, text: own('x'.repeat(900)) } }]);
    expect([finding?.evidence.length, finding?.matched]).toEqual([300, [0, 300]]);
  });
});

describe('what stands first', () => {
  const order = (...seen: Parameters<typeof found>) =>
    found(...seen).map(({ id, role, causedBy }) => `${id} ${role}${causedBy ? ` of ${causedBy}` : ''}`);

  it('are causes as they stand in the log, then warnings, then what follows from them', () => {
    expect(order(['effect', 1], ['two', 30], ['one', 20], ['mild', 40])).toEqual([
      'one cause',
      'two cause',
      'mild cause',
      'effect symptom of one',
    ]);
  });

  it('is what says more than the words that announce it, which are not told beside it wherever they stand', () => {
    expect(order(['one', 1, { weak: true }], ['over', 20])).toEqual(['over cause']);
    expect(order(['one', 1], ['over', 20])).toEqual(['one cause', 'over cause']);
    expect(order(['one', 1, { weak: true }], ['over', 90])).toEqual(['over cause', 'one cause']);
  });

  it('stands where it is told, and is counted there, when its announcement is farther off', () =>
    expect(found(['one', 1, { weak: true }], ['one', 20], ['one', 40])[0]).toMatchObject({ firstLine: 20, count: 2 }));

  it('is certain before it is likely', () => expect(order(['one', 1, { weak: true }], ['two', 2])).toEqual(['two cause', 'one cause']));

  it('is what says of itself that it is why, wherever it stands', () => {
    expect(order(['one', 1], ['reason', 900])).toEqual(['reason cause', 'one symptom of reason']);
    expect(order(['two', 1], ['reason', 900])).toEqual(['two cause', 'reason cause']);
  });

  it('is a warning, where it explains what happened', () => {
    expect(order(['told', 1], ['one', 2])).toEqual(['one cause', 'told cause']);
    expect(order(['told', 1], ['one', 2], ['effect', 3]).slice(0, 2)).toEqual(['told cause', 'one cause']);
  });

  it.each([
    [
      'the last cause before it',
      [
        ['one', 1],
        ['two', 5],
        ['effect', 9],
      ],
      'two',
    ],
    [
      'the first one after it, where none is before',
      [
        ['effect', 1],
        ['one', 5],
        ['two', 9],
      ],
      'one',
    ],
    [
      'the one in its own traceback',
      [
        ['one', 1, { block: 1 }],
        ['two', 5],
        ['effect', 9, { block: 1 }],
      ],
      'one',
    ],
    [
      'what only passes a reason on, where nothing else is there',
      [
        ['wrap', 1],
        ['effect', 2],
      ],
      'wrap',
    ],
    [
      'the reason and not what passes it on',
      [
        ['one', 1],
        ['wrap', 5],
        ['effect', 9],
      ],
      'one',
    ],
    [
      'nothing',
      [
        ['note', 1],
        ['effect', 2],
      ],
      null,
    ],
  ] as [string, Parameters<typeof found>, string | null][])('a symptom follows from %s', (_, seen, cause) => {
    expect(found(...seen).find(({ id }) => id === 'effect')?.causedBy).toBe(cause);
  });

  it.each([
    [
      '120 lines before',
      [
        ['one', 1],
        ['wrap', 121],
      ],
      'one',
    ],
    [
      '121 lines before',
      [
        ['one', 1],
        ['wrap', 122],
      ],
      null,
    ],
    [
      '40 lines after',
      [
        ['wrap', 1],
        ['one', 41],
      ],
      'one',
    ],
    [
      '41 lines after',
      [
        ['wrap', 1],
        ['one', 42],
      ],
      null,
    ],
    [
      'five lines before its traceback',
      [
        ['one', 1],
        ['wrap', 6, { block: 1 }],
      ],
      'one',
    ],
    [
      'six lines before its traceback',
      [
        ['one', 1],
        ['wrap', 7, { block: 1 }],
      ],
      null,
    ],
    [
      'far off in its traceback',
      [
        ['one', 1, { block: 1 }],
        ['wrap', 300, { block: 1 }],
      ],
      'one',
    ],
    [
      'in another file',
      [
        ['one', 1, { file: 'a' as never }],
        ['wrap', 2],
      ],
      null,
    ],
    [
      'a mere warning',
      [
        ['mild', 1],
        ['wrap', 2],
      ],
      null,
    ],
  ] as [string, Parameters<typeof found>, string | null][])('what passes a reason on follows from one: %s', (_, seen, cause) => {
    const wrap = found(...seen).find(({ id }) => id === 'wrap');
    expect([wrap?.causedBy, wrap?.role]).toEqual([cause, cause ? 'symptom' : 'cause']);
  });

  it.each([
    ['raised from it', ['direct'], 1, 'one'],
    ['raised from what was raised from it', ['direct', 'direct'], 1, 'one'],
    ['raised while it was handled', ['during'], 1, null],
    ['raised while one was handled that was raised from it', ['direct', 'during'], 1, null],
    ['the same link', [], 1, null],
    ['in another traceback', ['direct'], 2, null],
  ] as const)('an exception follows from another one of its chain: %s', (_, joints, block, cause) => {
    const [, second] = found(['one', 1, { block: 1 }], ['two', 5, { block, joints }]);
    expect(second?.causedBy).toBe(cause);
  });
});

it('the title of what passes a reason on is told alone, or as what follows from one', () => {
  const ids = (...seen: Parameters<typeof found>) => found(['wrap', 90, { weak: true }], ...seen).map(({ id, causedBy }) => [id, causedBy]);
  expect(ids()).toEqual([['wrap', null]]);
  expect(ids(['note', 10])).toContainEqual(['wrap', null]);
  expect(ids(['effect', 10])).toEqual([['effect', null]]);
  expect(ids(['one', 80])).toEqual([
    ['one', null],
    ['wrap', 'one'],
  ]);
});

it('a capture is masked where it is a part of a secret', () => {
  const secret = 'aB3dE5gH7jK9mN1pQ2rS4tU6';
  const values = (text: string, part: string) => found(['one', 1, { text, values: { part, size: 3 } }])[0]?.values;
  expect(values(`token=${secret} x`, secret.slice(4, 12))).toEqual({ part: '****', size: 3 });
  expect(values(`token=${secret} x`, 'x')).toEqual({ part: 'x', size: 3 });
  expect(values('nothing secret', 'secret')).toEqual({ part: 'secret', size: 3 });
});

describe('source that a traceback quotes', () => {
  const source: Seen = { block: 2, isQuoted: true, values: { path: '{self.path}' }, text: 'raise E(f"no {self.path}")' };
  const message: Seen = { block: 2, isQuoted: false, values: { path: 'out.json' }, text: 'E: no out.json' };

  it('gives way to the message that was raised there', () => {
    expect(found(['one', 7, source], ['one', 8, message])).toMatchObject([
      { count: 1, firstLine: 8, evidence: 'E: no out.json', values: { path: 'out.json' }, others: [] },
    ]);
  });

  it.each([
    ['a later pattern', ['one', 8, { ...message, pattern: 1 }]],
    ['the message of another traceback', ['one', 8, { ...message, block: 3 }]],
    ['more of the source', ['one', 8, { ...message, isQuoted: true }]],
  ] as [string, Parameters<typeof found>[number]][])('stands where %s follows', (_, later) => {
    expect(found(['one', 7, source], later)).toMatchObject([{ firstLine: 7, values: { path: '{self.path}' } }]);
  });
});

describe('a traceback many lines below a page that takes over what it tells', () => {
  const raisedIn = (file: string): Seen => ({
    block: 3,
    raisedIn: { file: own(file), line: 9, function: own('<module>'), quoted: own('') },
  });

  it.each([
    '/tmp/pip-install-3_gj/demo_e36f/generate.py',
    '/tmp/pip-build-env-x1/overlay/lib/python3.12/site-packages/setuptools/build_meta.py',
    '/home/ann/.cache/uv/builds-v0/.tmpQ7/lib/python3.12/site-packages/setuptools/build_meta.py',
  ])('is a part of the build that it stops: %s', (file) => {
    expect(found(['over', 3, {}], ['one', 40, raisedIn(file)])).toMatchObject([{ id: 'over' }]);
  });

  it('stands for itself where a program raised it', () => {
    expect(found(['over', 3, {}], ['one', 40, raisedIn('/home/ann/app.py')])).toMatchObject([{ id: 'over' }, { id: 'one' }]);
  });
});
