/** Question → entries, best first: each entry gets for every term the form that says most about it. */
import type { Question, Term } from './terms.ts';

export interface Score {
  /** Its place among the entries. */
  entry: number;
  score: number;
  /** The value of all words of the question that it holds. */
  held: number;
  /** These words, as the entry has them. */
  matched: string[];
}

/** How much an entry gains that holds more of what was asked than one that repeats a single word of it. */
const COVERAGE = 0.5;

/** How much an entry gains whose single lines are what was asked: at most as much as the best one has. */
const CLOSENESS = 1;

/** Ranks all entries, of which it is known how near their lines come; those that hold nothing are left out. */
export function rank({ words, pairs }: Question, closeness: Float64Array): Score[] {
  const count = closeness.length;
  const scores = [...Array(count).keys()].map((entry): Score => ({ entry, score: 0, held: 0, matched: [] }));
  const values = new Float64Array(count);
  for (const term of words) {
    eachBest(term, count, (entry, score, form) => {
      const known = scores[entry] as Score;
      known.score += score;
      known.held += form.value;
      known.matched.push(form.word);
      values[entry] = (values[entry] ?? 0) + form.value;
    });
  }
  for (const term of pairs) {
    eachBest(term, count, (entry, score, form) => {
      (scores[entry] as Score).score += score;
      values[entry] = (values[entry] ?? 0) + form.value;
    });
  }
  const whole = [...words, ...pairs].reduce((sum, { value }) => sum + value, 0);
  for (const each of scores) each.score *= ((values[each.entry] ?? 0) / (whole || 1)) ** COVERAGE;
  const best = scores.reduce((most, { score }) => Math.max(most, score), 0);
  for (const each of scores) if (each.score > 0) each.score += CLOSENESS * best * (closeness[each.entry] as number);
  return scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** Tells every entry that holds a form of the term how much the best of them counts. A beginning has hundreds of forms: nothing is allocated for them. */
function eachBest({ forms }: Term, count: number, tell: (entry: number, score: number, form: Term['forms'][number]) => void): void {
  const best = new Float64Array(count);
  const chosen = new Int16Array(count);
  for (const [index, { value, scores }] of forms.entries()) {
    for (const [entry, score] of scores) {
      if (score * value <= (best[entry] ?? 0)) continue;
      best[entry] = score * value;
      chosen[entry] = index;
    }
  }
  best.forEach((score, entry) => {
    if (score > 0) tell(entry, score, forms[chosen[entry] as number] as Term['forms'][number]);
  });
}
