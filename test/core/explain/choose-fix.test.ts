/** Which fix is shown first, and which are left. */
import { expect, it } from 'vitest';
import { chooseFix } from '../../../src/core/explain/choose-fix.ts';
import { parseCondition } from '../../../src/core/library/condition.ts';
import type { ErrorEntry } from '../../../src/core/library/entry.ts';

/** Fixes as "name: condition, condition"; the one pattern of the page names some of them. */
function chosen(fixes: string[], named: string[], known: Record<string, string> = {}): string[] {
  const written = fixes.map((fix) => {
    const [name = '', conditions = ''] = fix.split(': ');
    return { name, when: conditions.split(', ').filter(Boolean).map(parseCondition) };
  });
  const entry = { fixes: written, signature: { patterns: [{ fixes: named }] } } as unknown as ErrorEntry;
  const { first, others } = chooseFix(entry, named, known);
  return [...(first ? [first] : []), ...others].map(({ name }) => name);
}

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
