/** Failures as they are gathered: what one says of those just before it, and what of them is forgotten or placed. */
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/core/diagnose/diagnosis.ts';
import { Failures, placed, type Stands } from '../../../../src/core/diagnose/failures/failures.ts';
import type { Link } from '../../../../src/core/diagnose/failures/passed-on.ts';
import { Reports, type Seen } from '../../../../src/core/diagnose/failures/reports.ts';
import type { Joint, Location } from '../../../../src/core/log/traceback/traceback-line.ts';
import { library } from '../../../library.ts';

type Trace = NonNullable<Stands['traceback']>;
const place = (file: string): Location => ({ file, line: 3, function: 'run', quoted: '' }) as unknown as Location;

/** Where a failure stands: the text with this number, in a traceback or not. */
function at(seq: number, trace: Partial<Trace> | null = null): Stands {
  const none = {
    block: 1,
    isOriginal: false,
    begunAt: { seq: seq - 2, line: seq - 2 },
    location: null,
    innermost: null,
    outermost: null,
    inPackage: null,
    trail: [],
    joints: [],
  };
  return { file: null, line: seq, seq, traceback: trace && ({ ...none, ...trace } as unknown as Trace) };
}
const seen = (type: string | null, message: string, more: Partial<Seen> = {}): Seen => ({ type, message, sign: null, ...more });

function gathered(...all: [Seen, Stands][]): Failures {
  const failures = new Failures(new Reports(library.failures));
  for (const [what, where] of all) failures.add(what, where);
  return failures;
}
const told = (failures: Failures) =>
  failures.list(false).map(({ message, isConsequence }) => `${message}${isConsequence ? ' follows' : ''}`);

describe('a symptom that was recognised', () => {
  const toldAbove = (seq: number, ...all: [Seen, Stands][]) => {
    const failures = gathered(...all);
    failures.forgetAnnounced(seq);
    return told(failures);
  };

  it('was announced by a line just above it that ends with a colon, or only says that something failed', () => {
    expect(toldAbove(6, [seen(null, 'The page said, and the log says why:'), at(4)])).toEqual([]);
    expect(toldAbove(6, [seen(null, 'it failed', { sign: { kind: 'other', isOutcome: true } as Seen['sign'] }), at(4)])).toEqual([]);
  });

  it.each([
    ['says something itself', [seen(null, 'disk full'), at(4)]],
    ['stands far above', [seen(null, 'why:'), at(2)]],
    ['stands below', [seen(null, 'why:'), at(7)]],
    ['is an exception', [seen('FrobError', 'why:'), at(4)]],
    ['is in a traceback', [seen(null, 'why:'), at(4, { block: 2 })]],
  ] as [string, [Seen, Stands]][])('not by one that %s', (_, line) => expect(toldAbove(6, line)).toHaveLength(1));
});

describe('a reason', () => {
  it('makes a consequence of what stands close before it, and of nothing else', () => {
    const reason = seen(null, 'reason', { isReason: true });
    expect(told(gathered([seen(null, 'far'), at(1)], [seen(null, 'near'), at(9)], [reason, at(12)]))).toEqual([
      'far',
      'reason',
      'near follows',
    ]);
    expect(told(gathered([seen(null, 'near'), at(9)], [seen(null, 'no reason'), at(12)]))).toEqual(['near', 'no reason']);
  });

  it('that is an exception makes one of the line that announces it', () => {
    const line = (seq: number) => [seen(null, 'announced'), at(seq)] as [Seen, Stands];
    const exception = seen('FrobError', 'raised');
    expect(told(gathered(line(4), [exception, at(5)]))).toEqual(['raised', 'announced follows']);
    expect(told(gathered(line(4), [exception, at(9, { begunAt: { seq: 5, line: 5 } })]))).toEqual(['raised', 'announced follows']);
    expect(told(gathered(line(3), [exception, at(5)]))).toEqual(['announced', 'raised']);
    expect(told(gathered([seen('OtherError', 'announced'), at(4)], [exception, at(5)]))).toEqual(['announced', 'raised']);
  });

  it('of a worker makes one of the links before it in its traceback', () => {
    const links = (block: number): [Seen, Stands][] => [
      [seen('OtherError', 'passed on'), at(5, { block: 2 })],
      [seen('FrobError', 'raised'), at(20, { block, isOriginal: true })],
    ];
    expect(told(gathered(...links(2)))).toEqual(['raised', 'passed on follows']);
    expect(told(gathered(...links(3)))).toEqual(['passed on', 'raised']);
  });
});

describe('what was recognised makes forgotten', () => {
  const left = (block: number, seq: number, begunAt: number, ...all: [Seen, Stands][]) => {
    const failures = gathered(...all);
    failures.forget(block, seq, begunAt);
    return told(failures);
  };
  const line: [Seen, Stands] = [seen(null, 'line'), at(10)];
  const exception: [Seen, Stands] = [seen('FrobError', 'alone'), at(10)];
  const raised: [Seen, Stands] = [seen('FrobError', 'raised'), at(10, { block: 2 })];

  it('what stands close beside it', () => {
    expect([7, 13, 6, 14].map((seq) => left(0, seq, seq, line, exception).length)).toEqual([0, 0, 2, 2]);
  });

  it('beside its traceback only what names no exception, close to its end or where it began', () => {
    expect(left(2, 40, 13, line, exception)).toEqual(['alone']);
    expect(left(2, 40, 14, line)).toEqual(['line']);
    expect(left(2, 13, 1, line)).toEqual([]);
  });

  it('all of its own traceback, and nothing of another one', () => {
    expect(left(2, 90, 80, raised)).toEqual([]);
    expect(left(3, 11, 9, raised)).toEqual(['raised']);
    expect(left(0, 11, 11, raised)).toEqual(['raised']);
  });
});

describe('the own frame of a traceback that ends later', () => {
  it('is that of its failures which have none', () => {
    const failures = gathered(
      [seen('FrobError', 'mine'), at(5, { block: 2 })],
      [seen('FrobError', 'other'), at(9, { block: 3 })],
      [seen('FrobError', 'known'), at(20, { block: 2, location: place('known.py') })],
    );
    failures.locate(2, place('app.py'));
    expect(failures.list(false).map(({ message, location }) => [message, location?.file])).toEqual([
      ['mine', 'app.py'],
      ['other', undefined],
      ['known', 'known.py'],
    ]);
  });

  it('tells of what kind they are', () => {
    const failures = gathered([seen('KeyError', "'prompt'"), at(5, { block: 2 })]);
    const kind = () => failures.list(false)[0]?.kind;
    const before = kind();
    failures.locate(2, place('app.py'));
    expect([before, kind()]).toEqual(['other', 'own-code']);
  });
});

describe('the exception before what was recognised', () => {
  const outer = (type: string, joints: Joint[]) =>
    ({ exception: { type, message: 'x' }, joints, location: null, innermost: null, outermost: null }) as unknown as Link;
  const wrapper = library.failures.wrappers[0] as string;

  it('is kept where that one only passes it on', () => {
    const failures = gathered([seen('FrobError', 'first'), at(5, { block: 2 })]);
    expect(failures.keepReason(2, outer(wrapper, ['direct']))).toBe(true);
    failures.forget(2, 9, 3);
    expect(told(failures)).toEqual(['first']);
  });

  it('is one of the same traceback, further in', () => {
    const failures = gathered([seen('FrobError', 'first'), at(5, { block: 2, joints: ['direct'] })]);
    expect(failures.keepReason(3, outer(wrapper, ['direct', 'direct']))).toBe(false);
    expect(failures.keepReason(2, outer(wrapper, ['direct']))).toBe(false);
    expect(failures.keepReason(2, outer(wrapper, ['direct', 'direct']))).toBe(true);
    expect(failures.keepReason(2, outer('FrobError', ['direct', 'direct']))).toBe(false);
  });
});

describe('what the text says to do', () => {
  const advised = (message: string, ...texts: [text: string, seq: number][]) => {
    const failures = gathered([seen('FrobError', message), at(10)]);
    for (const [text, seq] of texts) failures.advise(text, seq);
    return failures.list(false)[0]?.advice ?? null;
  };
  const TODO = 'You should turn it round first';

  it('stands in its message, or close below', () => {
    expect(advised(`upside down. ${TODO}.`)).toBe(TODO);
    expect(advised('upside down', [`${TODO}.`, 11])).toBe(TODO);
    expect([advised('upside down', [`${TODO}.`, 16]), advised('upside down', [`${TODO}.`, 17])]).toEqual([TODO, null]);
    expect(advised('upside down', ['it is upside down', 11])).toBeNull();
  });

  it('goes on with what is to be typed', () => {
    expect(advised('upside down', ['You can turn it round with:', 11], ['frob --turn', 12])).toBe(
      'You can turn it round with: frob --turn',
    );
    expect(advised('upside down', [`${TODO}.`, 11], ['$ frob --turn', 12])).toBe(`${TODO} $ frob --turn`);
    expect(advised('upside down', [`${TODO}.`, 11], ['>>> frob()', 12])).toBe(`${TODO} >>> frob()`);
    expect(advised('upside down', [`${TODO}.`, 11], ['frob --turn', 12])).toBe(TODO);
  });

  it('is the first that it says, of the last failure', () => {
    const failures = gathered([seen('FrobError', 'one'), at(8)], [seen('FrobError', 'two'), at(10)]);
    failures.advise(`${TODO}.`, 11);
    failures.advise('You should do something else.', 12);
    expect(failures.list(false).map(({ advice }) => advice)).toEqual([null, TODO]);
  });
});

describe('the lines below a message', () => {
  const detailed = (message: string, ...texts: [text: string, isIndented: boolean, seq: number][]) => {
    const failures = gathered([seen('FrobError', message), at(10)]);
    for (const text of texts) failures.goOn(...text);
    return failures.list(false)[0]?.details;
  };

  it('belong to it where they are indented, three at the most, one after the other', () => {
    const lines = [11, 12, 13, 14].map((seq): [string, boolean, number] => [`line ${seq}`, true, seq]);
    expect(detailed('x', ...lines)).toEqual(['line 11', 'line 12', 'line 13']);
    expect(detailed('x', ['line', true, 12])).toEqual([]);
    expect(detailed('x', ['line', false, 11])).toEqual([]);
  });

  it('begin with one that is not, where the message goes on', () => {
    expect(detailed('these are wrong:', ['steps', false, 11], ['not a number', true, 12])).toEqual(['steps', 'not a number']);
    expect(detailed('these are wrong:', ['steps', false, 11], ['more', false, 12])).toEqual(['steps']);
    expect(detailed('x', ['at f (x.js:1:2)', true, 11])).toEqual([]);
  });
});

describe('the only failure without a place', () => {
  const failure = (more: Partial<Failure> = {}) => ({ message: 'x', location: null, raisedIn: null, ...more }) as Failure;
  const unfinished = { location: place('app.py'), innermost: place('core.py'), inPackage: null, trail: ['run'] } as unknown as Trace;

  it('stands where a traceback broke off', () => {
    expect(placed([failure()], { unfinished })[0]).toMatchObject({
      location: { file: 'app.py' },
      raisedIn: { file: 'core.py' },
      trail: ['run'],
    });
  });

  it('else stays as it is', () => {
    const known = failure({ raisedIn: place('known.py') });
    expect(placed([known], { unfinished })).toEqual([known]);
    expect(placed([failure(), failure()], { unfinished })).toEqual([failure(), failure()]);
    expect([placed([failure()], { unfinished: null }), placed([], { unfinished })]).toEqual([[failure()], []]);
  });
});
