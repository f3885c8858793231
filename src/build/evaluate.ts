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
  /** Ids of entries that answer it; empty when none does. */
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
  /** Those that some entry answers: how many there are, how many have it among the first three hits, how many are answered with confidence. */
  questions: number;
  inThree: number;
  confident: number;
  reciprocalRank: number;
  /** Those that no entry answers, and how many of them the search does not claim to answer. */
  unanswerable: number;
  unsure: number;
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

/** An accepted answer among the first three, the mean reciprocal rank at five, and whether the search knows when it does not know. */
export function scoreQuestions(library: Library, questions: LabelledQuestion[]): QuestionScore {
  const index = new SearchIndex(library);
  const score: QuestionScore = { questions: 0, inThree: 0, confident: 0, reciprocalRank: 0, unanswerable: 0, unsure: 0, misses: [] };
  for (const { id, query, answers } of questions) {
    const hits = index.search(query, 5);
    const isConfident = hits[0]?.isNear ?? false;
    const ids = hits.map((hit) => hit.entry.id);
    if (answers.length === 0) {
      score.unanswerable++;
      if (!isConfident) score.unsure++;
      else score.misses.push(`${id}: "${query}" is not for us, got ${ids[0]} with confidence`);
      continue;
    }
    score.questions++;
    if (isConfident) score.confident++;
    const rank = ids.findIndex((hit) => answers.includes(hit));
    if (rank >= 0) score.reciprocalRank += 1 / (rank + 1);
    if (rank >= 0 && rank < 3) score.inThree++;
    else score.misses.push(`${id}: "${query}" wanted ${answers.join(', ')}, got ${ids.join(', ')}`);
  }
  return { ...score, reciprocalRank: score.reciprocalRank / Math.max(1, score.questions) };
}
