/** Which entries a question finds, best first. */
import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/core/search/rank.ts';
import type { Question, Term } from '../../../src/core/search/terms.ts';

/** A term with its forms: "word value entry:score entry:score". */
const term = (value: number, ...forms: string[]) =>
  ({
    value,
    forms: forms.map((form) => {
      const [word, formValue, ...scores] = form.split(' ');
      return { word, value: Number(formValue), scores: scores.map((each) => each.split(':').map(Number)) };
    }),
  }) as unknown as Term;
const ranked = (words: Term[], pairs: Term[] = [], closeness = [0, 0, 0]) =>
  rank({ words, pairs } as unknown as Question, Float64Array.from(closeness));

describe('entries', () => {
  it('that hold nothing are left out, however near', () => {
    expect(ranked([term(1, 'gpu 1 0:2')], [], [0, 1, 1]).map(({ entry }) => entry)).toEqual([0]);
    expect(ranked([])).toEqual([]);
  });

  it('stand by their score, and equals in their order', () => {
    expect(ranked([term(1, 'gpu 1 2:3 0:2 1:2')]).map(({ entry }) => entry)).toEqual([2, 0, 1]);
  });

  it('get for each term the form that says most', () => {
    const [best] = ranked([term(1, 'gpu 0.5 0:2', 'gpus 1 0:2', 'cuda 0.9 0:2')]);
    expect(best).toEqual({ entry: 0, score: 2, held: 1, matched: ['gpus'] });
  });

  it('that hold all of the question come before one that repeats a word of it', () => {
    const [first, second] = ranked([term(1, 'gpu 1 0:4 1:6'), term(1, 'quota 1 0:3')]);
    expect([first?.entry, first?.matched, first?.held]).toEqual([0, ['gpu', 'quota'], 2]);
    expect(second?.score).toBeCloseTo(6 * Math.sqrt(0.5));
  });

  it('gain by words that stand together, which are no words of their own', () => {
    const [first] = ranked([term(1, 'gpu 1 0:4 1:4')], [term(1, 'gpu_quota 1 1:2')]);
    expect(first).toEqual({ entry: 1, score: 6, held: 1, matched: ['gpu'] });
  });

  it('gain by lines that are what was asked, at most as much as the best one has', () => {
    const found = ranked([term(1, 'gpu 1 0:4 1:3')], [], [0, 1, 1]);
    expect(found.map(({ entry, score }) => [entry, score])).toEqual([
      [1, 7],
      [0, 4],
    ]);
  });
});
