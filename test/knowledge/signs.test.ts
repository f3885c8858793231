import { describe, expect, it } from 'vitest';
import { ACTS } from '../../src/core/library/asker.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { actsOf, askerProblems, parseAsker } from '../../src/knowledge/read/asker.ts';
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
  const LISTS = ['rules', 'signs', 'harmless', 'wrappers', 'routine', 'stops', 'readings'];
  const problemsOf = (list: string, item: string) => {
    const lists = LISTS.map((name) => `${name}: ${name === list ? `\n  - ${item}` : '[]'}\n`).join('');
    const problems: Problem[] = [];
    const file = parseFailures(kinds + lists, problems);
    return told([...problems, ...failureProblems(file, (id) => id === 'a-page')]);
  };

  it('that is sound is taken', () => {
    expect(problemsOf('rules', "{kind: file, types: [NoFile], samples: ['NoFile: x']}")).toBe('');
    expect(problemsOf('signs', "{match: '^fatal: ', samples: ['fatal: x']}")).toBe('');
    expect(problemsOf('readings', "{match: '^KeyError: ', look: l, page: a-page, samples: ['KeyError: x']}")).toBe('');
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
    ['readings', "{match: '^KeyError: x', look: l, samples: ['IndexError: x']}", 'misses its sample'],
    ['readings', "{match: '^KeyError: ', look: l, page: no-page, samples: ['KeyError: x']}", 'leads to "no-page"'],
    ['readings', "{match: '^Key(Error', look: l, samples: ['KeyError: x']}", 'This is no expression'],
  ])('%s %s', (list, item, words) => expect(problemsOf(list, item)).toContain(words));
});

describe('what the asker says of himself', () => {
  const acts = ACTS.map((act) => `  ${act}: {said: have done it, does: 'hf ${act}'}\n`).join('');
  const visitor = 'visitor: {title: Tell them, say: Do it, code: go}\n';
  const fileOf = (sign: string) => `frames: {before: '\\bI ', after: ' in vain'}\nacts:\n${acts}${visitor}signs:\n  - ${sign}\n`;
  const problemsOf = (text: string) => {
    const problems: Problem[] = [];
    const file = parseAsker(text, problems);
    return told([...problems, ...askerProblems(file)]);
  };

  it('is taken where it is sound', () => {
    expect(
      problemsOf(
        fileOf(
          "{act: restart, framed: true, match: 'restarted', samples: ['I restarted', 'restarted in vain'], near-misses: ['it restarted']}",
        ),
      ),
    ).toBe('');
  });

  it.each([
    ["{act: restart, framed: true, match: 'restarted', samples: ['it restarted'], near-misses: ['x']}", 'misses its sample: it restarted'],
    ["{act: restart, match: 'restarted', samples: ['I restarted'], near-misses: ['it restarted']}", 'hits its near-miss: it restarted'],
    ["{act: restart, match: 'boot', samples: ['boot'], near-misses: ['x']}", 'No literal of five characters'],
    ["{act: restart, match: 'rest.*art', samples: ['restart'], near-misses: ['x']}", 'no upper bound'],
    ["{act: restart, match: 'restart(', samples: ['restart'], near-misses: ['x']}", 'regex: '],
    ["{act: restart, who: visitor, match: 'restart', samples: ['restart'], near-misses: ['x']}", 'a sign tells one thing'],
    ["{match: 'restart', samples: ['restart'], near-misses: ['x']}", 'a sign tells one thing'],
    ["{act: dance, match: 'restart', samples: ['restart'], near-misses: ['x']}", 'shape: '],
    ["{act: restart, match: 'restart', samples: ['restart']}", 'shape: '],
  ])('%s', (sign, words) => expect(problemsOf(fileOf(sign))).toContain(words));

  it('and what a fix does of it, by its title and its first snippet', () => {
    const file = parseAsker(fileOf("{act: restart, match: 'restart', samples: ['restart'], near-misses: ['x']}"), []);
    const blocks = [{ type: 'snippet' as const, code: 'hf restart me/demo', language: 'bash' }];
    expect(actsOf(file, { title: ['hf wait'], blocks })).toEqual(['restart', 'wait']);
    expect(actsOf(file, { title: ['Nothing'], blocks: [] })).toEqual([]);
  });
});
