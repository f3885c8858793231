import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/knowledge/problem.ts';
import { failureProblems, parseFailures } from '../../src/knowledge/read/failures.ts';
import { parsePlaces, placeProblems, signsOf } from '../../src/knowledge/read/places.ts';

const told = (problems: readonly Problem[]) => problems.map(({ check, reason, help }) => `${check}: ${reason} ${help}`).join('\n');

describe('signs of a place', () => {
  const problemsOf = (text: string) => {
    const problems: Problem[] = [];
    const file = parsePlaces(text, problems);
    return told([...problems, ...placeProblems(file)]);
  };

  it('that are sound are taken', () => {
    const text = "- {match: '/home/user/app/', where: space, os: linux, weight: 4, samples: ['File \"/home/user/app/app.py\"']}";
    expect(problemsOf(text)).toBe('');
    expect(signsOf(parsePlaces(text, []))).toEqual([
      { source: '/home/user/app/', literals: ['/home/user/app/'], where: 'space', os: 'linux', weight: 4 },
    ]);
  });

  it.each([
    ["- {match: 'abc', where: space, weight: 1, samples: ['abc']}", 'No literal of five characters'],
    ["- {match: 'slurm.*x', where: cluster, weight: 1, samples: ['slurm x']}", 'no upper bound'],
    ["- {match: 'slurm(', where: cluster, weight: 1, samples: ['slurm']}", 'regex: '],
    ["- {match: 'slurm', where: cluster, weight: 1, samples: ['nothing']}", 'misses its sample: nothing'],
    ["- {match: 'slurm', where: cluster, weight: 1, samples: ['slurm'], near-misses: ['slurmd']}", 'hits its near-miss: slurmd'],
    ["- {match: 'slurm', weight: 1, samples: ['slurm']}", 'a sign tells where, os, or both'],
    ["- {match: 'slurm', where: moon, weight: 1, samples: ['slurm']}", 'shape: '],
    ["- {match: 'slurm', where: cluster, weight: 9, samples: ['slurm']}", 'shape: '],
  ])('%s', (text, words) => expect(problemsOf(text)).toContain(words));
});

describe('what a failure looks like', () => {
  const KINDS = ['import', 'file', 'network', 'permission', 'memory', 'compile', 'version', 'assertion', 'own-code', 'exit-code', 'other'];
  const kinds = `kinds:\n${KINDS.map((kind) => `  ${kind}: {title: t, look: l}`).join('\n')}\n`;
  const LISTS = ['rules', 'signs', 'harmless', 'wrappers', 'routine', 'stops'];
  const problemsOf = (list: string, item: string) => {
    const lists = LISTS.map((name) => `${name}: ${name === list ? `\n  - ${item}` : '[]'}\n`).join('');
    const problems: Problem[] = [];
    const file = parseFailures(kinds + lists, problems);
    return told([...problems, ...failureProblems(file)]);
  };

  it('that is sound is taken', () => {
    expect(problemsOf('rules', "{kind: file, types: [NoFile], samples: ['NoFile: x']}")).toBe('');
    expect(problemsOf('signs', "{match: '^fatal: ', samples: ['fatal: x']}")).toBe('');
  });

  it.each([
    ['rules', "{kind: file, match: 'no file', samples: ['something else']}", 'A sample of "file" is "other"'],
    ['rules', "{kind: file, match: 'no file', samples: ['no file'], near-misses: ['no files']}", 'A near-miss is of the kind "file"'],
    ['rules', "{kind: sky, match: 'no file', samples: ['no file']}", 'shape: '],
    ['rules', "{kind: file, match: 'no (file', samples: ['no file']}", 'This is no expression'],
    ['signs', "{match: 'E: x', samples: ['E: x']}", 'No literal of five characters'],
    ['signs', "{match: '^fatal: ', samples: ['error: x']}", 'misses its sample'],
    ['harmless', "{match: 'retry', samples: ['again']}", 'misses its sample'],
    ['harmless', "{match: 're+try', samples: ['retry']}", 'no upper bound'],
  ])('%s %s', (list, item, words) => expect(problemsOf(list, item)).toContain(words));
});
