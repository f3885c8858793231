/** Which fix is shown first, and which are left. */
import { expect, it } from 'vitest';
import { type Against, chooseFix } from '../../../../src/core/explain/fix/choose-fix.ts';
import { type Known, parseCondition } from '../../../../src/core/library/condition.ts';
import type { ErrorEntry } from '../../../../src/core/library/entry.ts';

/** Fixes as "name: condition, condition"; the one pattern of the page names some of them. */
function chosen(fixes: string[], named: string[], known: Record<string, string> = {}): string[] {
  const written = fixes.map((fix) => {
    const [name = '', conditions = ''] = fix.split(': ');
    return { name, limits: [], when: conditions.split(', ').filter(Boolean).map(parseCondition) };
  });
  const entry = { fixes: written, signature: { patterns: [{ fixes: named }] } } as unknown as ErrorEntry;
  const { first, others } = chooseFix(entry, named, known);
  return [...(first ? [first] : []), ...others].map(({ name }) => name);
}

/** The first fix and what it stands for, where something speaks against some; "name: act, act" are fixes that come after those acts. */
function instead(
  fixes: string[],
  named: string[],
  against: Record<string, Against>,
  known: Known = {},
): [string | undefined, string | undefined] {
  const written = fixes.map((fix) => {
    const [name = '', after = ''] = fix.split(': ');
    return { name, when: [], limits: [], after: after.split(', ').filter(Boolean), who: name === 'visit' ? 'visitor' : null };
  });
  const patterns = [{ fixes: ['elsewhere'] }, { fixes: named }];
  const entry = { fixes: written, signature: { patterns } } as unknown as ErrorEntry;
  const { first, instead: usual } = chooseFix(entry, named, known, ({ name }) => against[name] ?? null);
  return [first?.name, usual?.name];
}

it.each<[string, string[], string[], Record<string, Against>, Known, [string, string | undefined]]>([
  ['stays where nothing speaks against it', ['a', 'b'], [], { b: 'try-next' }, {}, ['a', undefined]],
  ['that was done gives way to the next', ['a', 'b'], [], { a: 'try-next' }, {}, ['b', 'a']],
  ['that was done gives way to none that is for other texts', ['a', 'elsewhere', 'b'], [], { a: 'try-next' }, {}, ['b', 'a']],
  ['that does not fit gives way only to one that is named', ['a', 'b', 'c'], ['a', 'c'], { a: 'unfit' }, {}, ['c', 'a']],
  ['that does not fit stays where none is named', ['a', 'b'], ['a'], { a: 'unfit' }, {}, ['a', 'a']],
  [
    'gives way to what comes after that which was tried',
    ['a', 'b', 'c: restart'],
    ['a', 'b'],
    { a: 'try-next' },
    { did: ['restart'] },
    ['c', 'a'],
  ],
  ['gives way to none that is hindered too', ['a', 'b', 'c'], [], { a: 'try-next', b: 'unfit' }, {}, ['c', 'a']],
  ['gives way to that of a visitor, for one', ['a', 'b', 'visit'], ['a', 'b'], { a: 'try-next' }, { who: 'visitor' }, ['visit', 'a']],
  ['gives way to that of a visitor for nobody else', ['a', 'b', 'visit'], ['a', 'b'], { a: 'try-next' }, {}, ['b', 'a']],
])('the usual fix %s', (_, fixes, named, against, known, expected) => expect(instead(fixes, named, against, known)).toEqual(expected));

it('the fix that comes first instead is no more among the others, and all that was said counts once', () => {
  const fixes = ['a', 'b', 'c'].map((name) => ({ name, when: [], limits: [], after: [], who: null }));
  const entry = { fixes, signature: { patterns: [] } } as unknown as ErrorEntry;
  const { first, others, instead: usual } = chooseFix(entry, [], {}, ({ name }) => (name === 'a' ? 'try-next' : null));
  expect([first?.name, others.map(({ name }) => name), usual?.name]).toEqual(['b', ['a', 'c'], 'a']);
});

it('a fix that is for what the asker says comes next, one for what he does not say does not', () => {
  const next = (condition: string) => {
    const fixes = ['a', 'b', 'c'].map((name) => ({
      name,
      limits: [],
      when: name === 'c' ? [parseCondition(condition)] : [],
      after: [],
      who: null,
    }));
    const entry = { fixes, signature: { patterns: [{ fixes: ['a', 'b'] }] } } as unknown as ErrorEntry;
    return chooseFix(entry, ['a', 'b'], { did: ['restart'], sdk: 'docker' }, ({ name }) => (name === 'a' ? 'try-next' : null)).first?.name;
  };
  expect(['sdk = docker', 'sdk != static', 'did = restart', 'did != wait', 'where = space'].map(next)).toEqual(['c', 'b', 'c', 'b', 'b']);
});

const HERE = { where: 'space', os: 'linux' };

it.each([
  ['the page’s own order, where nothing else tells', ['a', 'b'], [], ['a', 'b']],
  ['the one that the pattern names', ['a', 'b'], ['b'], ['b', 'a']],
  ['those that it names in its order', ['a', 'b', 'c'], ['c', 'b'], ['c', 'b', 'a']],
  ['one whose conditions hold before one without', ['a', 'b: where = space'], [], ['b', 'a']],
  ['one without conditions before one of which nobody knows', ['a: cuda = 12', 'b'], [], ['b', 'a']],
  ['one of which nobody knows at the end', ['a: cuda = 12', 'b: where = space', 'c'], [], ['b', 'c', 'a']],
  ['none that is known to be wrong here, named or not', ['a: where = local', 'b: os = windows, where = space', 'c'], ['a'], ['c']],
  ['one that is half known as one of which nobody knows', ['a: where = space, cuda = 12', 'b'], [], ['b', 'a']],
  ['the only one that is named, though nobody knows', ['a: where = space', 'b: cuda = 12'], ['b'], ['b', 'a']],
  ['of several that are named the one that is known to fit', ['a: cuda = 12', 'b'], ['a', 'b'], ['b', 'a']],
  ['the pattern’s order where several fit equally well', ['a: cuda = 12', 'b: cuda = 13'], ['b', 'a'], ['b', 'a']],
  ['a named one before one that happens to fit as well', ['a: where = space', 'b: cuda = 12', 'c: cuda = 13'], ['c', 'b'], ['c', 'b', 'a']],
  ['nothing where all are wrong', ['a: where = local'], ['a'], []],
])('%s', (_, fixes, named, order) => expect(chosen(fixes, named, HERE)).toEqual(order));

it.each([
  ['what is for one system after what is for all, where none is known', ['a: os = macos', 'b: cuda = 12'], ['a', 'b'], {}, ['b', 'a']],
  ['it is first where its system is known', ['a: os = macos', 'b: cuda = 12'], ['a', 'b'], { os: 'macos' }, ['a', 'b']],
  ['what is for all but one system is no bet', ['a: os != windows', 'b: cuda = 12'], ['a', 'b'], {}, ['a', 'b']],
  ['it still comes before what no pattern names', ['a', 'b: building-name = av'], ['b'], {}, ['b', 'a']],
])('%s', (_, fixes, named, known, order) => expect(chosen(fixes, named, known)).toEqual(order));
