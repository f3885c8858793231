/** What a line reports that no entry knows, and of what kind it is. */
import { describe, expect, it } from 'vitest';
import { Reports } from '../../../../src/core/diagnose/failures/reports.ts';
import type { FailureKnowledge, FailureSign } from '../../../../src/core/library/failure.ts';
import { fold } from '../../../../src/core/text/fold.ts';
import { neutralise } from '../../../../src/core/text/neutralise.ts';

const sign = (source: string, more: Partial<FailureSign> = {}) =>
  ({ source, kind: 'network', isOutcome: false, isCause: false, ...more }) as unknown as FailureSign;
const SIGNS = [sign('could not \\w+'), sign('gave up', { isOutcome: true })];
const reports = new Reports({
  ...{ signs: SIGNS, harmless: ['retrying'], stops: ['KeyboardInterrupt'], wrappers: [], routine: [] },
  rules: [
    { kind: 'memory', types: [], source: 'memory', own: false },
    { kind: 'own-code', types: ['KeyError'], source: null, own: true },
  ],
} as unknown as FailureKnowledge);

type Level = Parameters<Reports['in']>[2];
/** "type: message", with the number of its sign behind it. */
function reported(line: string, { level = null, signs = [0, 1] }: { level?: Level; signs?: number[] } = {}): string | null {
  const seen = reports.in(fold(neutralise(line)), null, level, signs);
  return (
    seen && `${seen.type ?? ''}: ${seen.message}${seen.sign ? ` #${SIGNS.indexOf(seen.sign)}` : ''}${seen.isAnswer ? ' (answer)' : ''}`
  );
}

describe('a line reports', () => {
  it.each([
    ['FrobError: upside down', 'FrobError: upside down'],
    ['it could not connect', ': it could not connect #0'],
    ['it COULD NOT connect', ': it COULD NOT connect #0'],
    ['it ends with FrobError: upside down', 'FrobError: upside down'],
    // The sign tells where the exception within the line only says that something failed.
    ['gave up: it ends with FrobError: down', ': gave up: it ends with FrobError: down #1'],
  ])('%s', (line, seen) => expect(reported(line)).toBe(seen));

  it.each(['all is well', 'could not connect, retrying', 'error', 'KeyboardInterrupt', 'KeyboardInterrupt: stop'])(
    'nothing: %s',
    (line) => {
      expect(reported(line)).toBeNull();
    },
  );

  it('only what its signs are asked for', () => {
    expect([reported('it could not connect', { signs: [] }), reported('it could not connect', { signs: [1] })]).toEqual([null, null]);
  });

  it('as seriously as its level says', () => {
    expect(reported('all is lost', { level: 'error' })).toBe(': all is lost');
    expect(reported('all is lost', { level: 'answer' })).toBe(': all is lost (answer)');
    expect([reported('lost', { level: 'error' }), reported('it could not connect', { level: 'low' })]).toEqual([null, null]);
    expect([reported('retrying it', { level: 'error' }), reported('FrobError: x', { level: 'low' })]).toEqual([null, 'FrobError: x']);
  });

  it('the exception that a traceback ends with, whatever the line looks like', () => {
    const text = fold(neutralise('NoTeapot: empty'));
    expect(reports.in(text, { type: 'NoTeapot', message: 'empty' }, null, [])).toEqual({ type: 'NoTeapot', message: 'empty', sign: null });
    expect(reports.in(text, { type: 'KeyboardInterrupt', message: '' }, null, [])).toBeNull();
  });

  it('from some place on', () => {
    const place = (line: string) => {
      const seen = reports.in(fold(neutralise(line)), null, null, [0]);
      return seen && reports.placeOf(seen, line);
    };
    expect([place('so it could not connect'), place('it ends with FrobError: down'), place('FrobError: x')]).toEqual([6, 24, 11]);
    expect(reports.placeOf({ type: null, message: 'elsewhere', sign: null }, 'x')).toBe(0);
  });
});

describe('its kind', () => {
  it('is told by the first rule that fits, of the own code by its name', () => {
    expect([reports.kindOf(null, 'out of Memory', false), reports.kindOf('KeyError', 'KeyError: x', true)]).toEqual(['memory', 'own-code']);
    expect([reports.kindOf('KeyError', 'KeyError: x', false), reports.kindOf(null, 'x', true)]).toEqual(['other', 'other']);
  });

  it('is that of what announces it, on the same line or where nothing else tells', () => {
    const before = { kind: 'network', line: 3 } as const;
    expect([reports.kindOf(null, 'x', false, 9, before), reports.kindOf(null, 'memory', false, 3, before)]).toEqual(['network', 'network']);
    expect(reports.kindOf(null, 'memory', false, 9, before)).toBe('memory');
    expect(reports.kindOf(null, 'memory', false, 3, { kind: 'other', line: 3 })).toBe('memory');
  });
});
