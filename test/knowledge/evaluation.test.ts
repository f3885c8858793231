import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LabelledQuestion, type LabelledText, readExamples, scoreQuestions, scoreTexts } from '../../src/build/evaluate.ts';
import { diagnose, library } from '../library.ts';

const examples = (name: string) => join(import.meta.dirname, '../examples', name);

describe.each(['errors.jsonl', 'more-errors.jsonl'])('real texts in %s', (name) => {
  const score = scoreTexts(library, readExamples<LabelledText>(examples(name)));
  it('are diagnosed', () => {
    expect(score.firstRight / score.texts, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(score.labelsFound / score.labels, score.misses.join('\n')).toBeGreaterThanOrEqual(0.93);
  });
  it('are left alone where nothing is wrong', () => expect(score.silent, score.misses.join('\n')).toBe(score.clean));
});

describe.each(['questions.jsonl', 'more-questions.jsonl', 'second-questions.jsonl'])('real questions in %s', (name) => {
  const score = scoreQuestions(library, readExamples<LabelledQuestion>(examples(name)));
  it('are answered among the first three', () => {
    expect(score.questions).toBeGreaterThan(100);
    expect(score.inThree / score.questions, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.reciprocalRank, score.misses.join('\n')).toBeGreaterThanOrEqual(0.87);
  });
  it('are answered with confidence', () => expect(score.confident / score.questions).toBeGreaterThanOrEqual(0.9));
});

describe('questions that no page has to list', () => {
  const score = scoreQuestions(library, readExamples<LabelledQuestion>(examples('asked.jsonl')));
  it('find their page by what it says and by other questions', () => {
    expect(score.questions).toBeGreaterThan(1000);
    expect(score.inThree / score.questions, score.misses.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(score.reciprocalRank, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});

describe('questions that are not for us', () => {
  const score = scoreQuestions(library, readExamples<LabelledQuestion>(examples('not-ours.jsonl')));
  it('get guesses that are called so', () => {
    expect(score.unanswerable).toBeGreaterThan(100);
    expect(score.unsure / score.unanswerable, score.misses.join('\n')).toBeGreaterThanOrEqual(0.75);
  });
});

describe('whole logs', () => {
  const folder = join(import.meta.dirname, '../logs');
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));

  it('are at least twenty-five', () => expect(logs.length).toBeGreaterThanOrEqual(25));

  it.each(logs)('%s', (name) => {
    const expected = readFileSync(join(folder, name.replace('.log', '.expect')), 'utf8')
      .split('\n')
      .filter(Boolean);
    const found = diagnose(readFileSync(join(folder, name))).findings.map((finding) => finding.id);
    expect(found[0]).toBe(expected[0]);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});
