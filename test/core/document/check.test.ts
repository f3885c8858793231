/** A report of `check` as a document: a card for each finding, the calls, what was not seen, and the verdict last. */
import { describe, expect, it } from 'vitest';
import type { CheckFinding, CheckReport, GpuCall } from '../../../src/core/check-report.ts';
import { checkDocument } from '../../../src/core/document/check.ts';
import { everyInline } from '../../../src/core/markup/read.ts';
import { own } from '../../../src/core/text/neutralise.ts';
import { paint } from '../../../src/render/paint.ts';

const SOUND: CheckReport = { root: own('space'), verdict: 'would-start', findings: [], calls: [], unseen: [] };
const FINDING: CheckFinding = {
  ...{ check: 'torch-pin', about: 'torch', level: 'fails', stops: 'start', file: own('app.py'), line: 3, column: 5 },
  ...{ message: own('too old'), because: [], fix: null, see: [], isIgnored: false },
} as CheckFinding;
const CALL: GpuCall = { file: own('app.py'), line: 8, function: own('answer'), duration: 60, size: 'large', booked: 90, refusedFor: [] };
const linesOf = (report: Partial<CheckReport>) =>
  paint(checkDocument({ ...SOUND, ...report }), { width: 120, color: false }).lines.filter((line) => line !== '');
const verdictOf = (report: Partial<CheckReport>) => linesOf(report).at(-1);

describe('a finding', () => {
  it('stands with its place, what led to it, its fix and where to read on', () => {
    const fix = { title: 'Take a newer one', diff: own('-torch==1\n+torch') };
    const finding = { ...FINDING, because: [own('first'), own('second')], fix, see: ['torch-version-unsupported', 'x'] };
    expect(linesOf({ findings: [finding], verdict: 'would-fail' }).slice(0, -1)).toEqual([
      'fails[torch-pin] too old',
      '  app.py:3:5',
      '  • first',
      '  • second',
      '  Fix: Take a newer one',
      '    -torch==1',
      '    +torch',
      '  Why, and sources: torch-version-unsupported, x',
    ]);
  });

  it('without these has its place alone', () => {
    expect(linesOf({ findings: [FINDING], verdict: 'would-fail' }).slice(0, -1)).toEqual(['fails[torch-pin] too old', '  app.py:3:5']);
  });

  it('that is ignored is only counted', () => {
    const ignored = { ...FINDING, isIgnored: true };
    expect(linesOf({ findings: [ignored, ignored] })[0]).toBe('2 findings ignored in the source.');
    expect(linesOf({ findings: [] })).toHaveLength(1);
  });

  it('begins with what a site would make a link of, or ends with it', () => {
    const inlines = (message: string) => {
      const [head] = checkDocument({ ...SOUND, findings: [{ ...FINDING, message: own(message) }] });
      return head?.type === 'heading' ? head.inlines.slice(1) : [];
    };
    expect(inlines('@team')).toEqual([{ type: 'foreign', text: '@team' }]);
    expect(inlines('see @team')).toEqual(['see ', { type: 'foreign', text: '@team' }]);
    expect(inlines('no link')).toEqual(['no link']);
  });

  it('sets apart what a site would make a link or a mention of', () => {
    const message = own('import "@spaces" in a.py, see https://x.yz (#12), not a#b');
    const foreign = everyInline(checkDocument({ ...SOUND, findings: [{ ...FINDING, message }] })).flatMap((inline) =>
      typeof inline !== 'string' && inline.type === 'foreign' ? [inline.text] : [],
    );
    expect(foreign).toEqual(['@spaces', 'https://x.yz', '#12', 'app.py:3:5']);
  });
});

describe('the calls', () => {
  it('are told with what they book, and whom they refuse', () => {
    const unknown: GpuCall = { ...CALL, function: own('later'), duration: own('n * 2'), booked: null, refusedFor: ['free'] };
    const lines = linesOf({ calls: [CALL, { ...CALL, refusedFor: ['anonymous', 'free'] }, unknown] });
    expect(lines[0]).toBe('GPU calls');
    expect(lines.filter((line) => line.includes('app.py:8')).map((line) => line.split(/ {2,}/))).toEqual([
      ['answer', 'app.py:8', '60 s', 'large', '90 s', 'nobody'],
      ['answer', 'app.py:8', '60 s', 'large', '90 s', expect.stringMatching(/^\S.*, \S/)],
      ['later', 'app.py:8', 'n * 2', 'large', '?', '?'],
    ]);
  });
});

describe('what was not seen', () => {
  const thing = (file: string, line: number | null) => ({ file: own(file), line, why: own('not there') });

  it('is told with its place, as far as it has one', () => {
    const lines = linesOf({ unseen: [thing('a.py', 3), thing('b.py', null), thing('', null)] });
    expect(lines.slice(0, 4)).toEqual(['Not seen', '• a.py:3 not there', '• b.py not there', '• not there']);
  });

  it('is counted from the thirteenth on', () => {
    const things = (count: number) =>
      linesOf({ unseen: Array.from({ length: count }, () => thing('a.py', 1)) }).filter((line) => line.startsWith('•'));
    expect([things(12).length, things(12).at(-1)]).toEqual([12, '• a.py:1 not there']);
    expect([things(14).length, things(14).at(-1)]).toEqual([13, '• and 2 more']);
  });
});

describe('the verdict', () => {
  const call = { ...FINDING, check: 'no-call', stops: 'call' } as CheckFinding;
  const fine = { ...FINDING, check: 'costly', level: 'costs' } as CheckFinding;

  it('names what stops the start, else what fails in a call, each once', () => {
    const verdict = 'would-fail';
    expect(verdictOf({ verdict, findings: [fine, FINDING, FINDING, call] })).toBe('Would not start: torch-pin.');
    expect(verdictOf({ verdict, findings: [fine, call, { ...FINDING, isIgnored: true }] })).toBe(
      'Would start, but fail in a call: no-call.',
    );
  });

  it('says what is missing to tell', () => {
    const unseen = (count: number) => Array.from({ length: count }, () => ({ file: own('a.py'), line: 1, why: own('gone') }));
    const verdict = 'cannot-tell';
    expect(verdictOf({ verdict, unseen: unseen(1), calls: [CALL] })).toContain('start: 1 thing was not seen. ');
    expect(verdictOf({ verdict, unseen: unseen(2) })).toContain('start: 2 things were not seen, and no GPU call was found. ');
    expect(verdictOf({ verdict })).toContain('start: no GPU call was found. ');
    expect(verdictOf({})).toMatch(/^Would start: /);
  });
});
