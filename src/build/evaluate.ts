/** Measures diagnosis and search on labelled examples: figures, and every miss. */
import { readFileSync } from 'node:fs';
import { Diagnoser, matcherOf } from '../core/diagnose/diagnoser.ts';
import type { Library } from '../core/library/library.ts';
import { SearchIndex } from '../core/search/search.ts';

export interface LabelledText {
  id: string;
  text: string;
  labels: string[];
}

export interface LabelledQuestion {
  id: string;
  query: string;
  answers: string[];
}

export interface TextScore {
  texts: number;
  firstRight: number;
  clean: number;
  silent: number;
  labels: number;
  labelsFound: number;
  misses: string[];
}

export interface QuestionScore {
  questions: number;
  inThree: number;
  reciprocalRank: number;
  misses: string[];
}

/** A file with one JSON object a line. */
export function readExamples<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** First diagnosis right, all labels found, silent on texts without label. */
export function scoreTexts(library: Library, texts: LabelledText[]): TextScore {
  const matcher = matcherOf(library);
  const score: TextScore = { texts: 0, firstRight: 0, clean: 0, silent: 0, labels: 0, labelsFound: 0, misses: [] };
  for (const { id, text, labels } of texts) {
    const diagnoser = new Diagnoser(library, matcher);
    diagnoser.push(new TextEncoder().encode(text));
    const found = diagnoser.end().findings.map((finding) => finding.id);
    if (labels.length === 0) {
      score.clean++;
      if (found.length === 0) score.silent++;
      else score.misses.push(`${id}: must be silent, is ${found.join(', ')}`);
      continue;
    }
    score.texts++;
    score.labels += labels.length;
    score.labelsFound += labels.filter((label) => found.includes(label)).length;
    if (found[0] === labels[0]) score.firstRight++;
    if (found[0] !== labels[0] || labels.some((label) => !found.includes(label))) {
      score.misses.push(`${id}: wanted ${labels.join(', ')}, is ${found.join(', ') || 'nothing'}`);
    }
  }
  return score;
}

/** An accepted answer among the first three, and the mean reciprocal rank at five. */
export function scoreQuestions(library: Library, questions: LabelledQuestion[]): QuestionScore {
  const index = new SearchIndex(library);
  const score: QuestionScore = { questions: questions.length, inThree: 0, reciprocalRank: 0, misses: [] };
  for (const { id, query, answers } of questions) {
    const hits = index.search(query, 5).map((hit) => hit.entry.id);
    const rank = hits.findIndex((hit) => answers.includes(hit));
    if (rank >= 0) score.reciprocalRank += 1 / (rank + 1) / questions.length;
    if (rank >= 0 && rank < 3) score.inThree++;
    else score.misses.push(`${id}: "${query}" wanted ${answers.join(', ')}, got ${hits.join(', ')}`);
  }
  return score;
}
