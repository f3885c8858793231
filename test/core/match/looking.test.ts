/** What stands in a text of all that is looked for: one by one for the first texts, then by the gate. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MatchTable } from '../../../src/core/library/library.ts';
import type { Glue } from '../../../src/core/match/crossing.ts';
import { Looking } from '../../../src/core/match/looking.ts';

const TABLE: MatchTable = {
  texts: ['out of memory', 'c:\\temp\\lost', 'quota exceeded'],
  needing: [[2], [0, 1], [1]],
  patterns: [],
};
const looking = new Looking(TABLE, [{ text: 'Traceback (most' }, { text: 'quota' }]);

it.each([
  ['Quota exceeded, OUT OF MEMORY', [0, 2], [1, 2], [1]],
  // A backslash may be written in several ways: the gate does not look for it.
  ['lost: C:\\Temp\\Lost\\x', [1], [0, 1], []],
  ['Traceback (most recent call last), quota', [], [], [0, 1]],
  ['nothing of it', [], [], []],
  ['', [], [], []],
])('%j: the same before the gate is made and behind it', (text, literals, numbers, marks) => {
  for (let asked = 0; asked < 70; asked++) {
    const looked = looking.lookAt(text);
    expect([looked.literals.toSorted(), looked.numbers, looked.marks]).toEqual([literals, numbers, marks]);
  }
});

it('looks at all of a text, however long it and its letters are', () => {
  // From here on by the gate.
  for (let asked = 0; asked < 70; asked++) looking.lookAt('nothing');
  for (const filler of ['x', 'é', '漢']) expect(looking.lookAt(`${filler.repeat(9000)} out of memory`).literals).toEqual([0]);
});

it('tells the literals that stand across a seam', () => {
  const table: MatchTable = { texts: ['out of memory', ' failed', 'memory', 'quota '], needing: [], patterns: [] };
  const looking = new Looking(table, [{ text: 'of mem' }]);
  for (let asked = 0; asked < 70; asked++) {
    expect(looking.standingAcross('cuda out', ' ', 'of memory')).toEqual([0]);
    expect(looking.standingAcross('cuda out of mem', '', 'ory').toSorted()).toEqual([0, 2]);
    expect(looking.standingAcross('the build', ' ', 'failed')).toEqual([1]);
    expect(looking.standingAcross('the quota', ' ', 'is gone')).toEqual([3]);
    expect(looking.standingAcross('cuda out of', ' ', 'memories')).toEqual([]);
    expect(looking.standingAcross('cuda out of memory', '', 'memory')).toEqual([]);
  }
});

it('tells those of any two texts', () => {
  const texts = ['a b', 'b a b', ' a ', 'ab ', 'bab', 'a  b', 'abba ab', '任务已'];
  const looking = new Looking({ texts, needing: [], patterns: [] }, []);
  const said = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '任', '务', '已'), maxLength: 8 });
  fc.assert(
    fc.property(said, said, fc.constantFrom<Glue>('', ' '), (before, after, glue) => {
      const both = before + glue + after;
      const places = Array.from(both, (_, at) => at);
      const isAcross = (text: string) =>
        places.some((at) => both.startsWith(text, at) && at < before.length + glue.length && at + text.length > before.length);
      expect(looking.standingAcross(before, glue, after).toSorted()).toEqual(
        [...texts.keys()].filter((number) => isAcross(texts[number] as string)),
      );
    }),
    { numRuns: 2000 },
  );
});
