import { describe, expect, it } from 'vitest';
import { meaningOf } from '../src/entrance.ts';

const DISK: Record<string, 'file' | 'folder'> = { 'run.log': 'file', 'build.log': 'file', space: 'folder', list: 'file' };
const IDS = ['quota-exceeded', 'plan-a-call'];
const meaning = (line: string) =>
  meaningOf(
    line.split(' '),
    (name) => DISK[name] ?? 'nothing',
    (word) => IDS.includes(word),
  );

describe('words without a command', () => {
  it.each([
    ['run.log', { means: 'files' }],
    ['run.log build.log', { means: 'files' }],
    ['run.log missing.log', { means: 'files' }],
    ['-', { means: 'files' }],
    ['space', { means: 'folder', name: 'space' }],
    ['diagnse run.log', { means: 'misspelt', word: 'diagnse', command: 'diagnose' }],
    ['shwo quota-exceeded', { means: 'misspelt', word: 'shwo', command: 'show' }],
    ['serach', { means: 'misspelt', word: 'serach', command: 'search' }],
    ['returning tensors hangs', { means: 'question' }],
    ['lost my quota', { means: 'question' }],
    ['missing.log', { means: 'question' }],
    ['quota-exceeded', { means: 'question' }],
    ['what does run.log mean', { means: 'question' }],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));
});
