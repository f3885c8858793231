/** Results as the JSON of the contract: what stands in it, and what is left out where there is nothing to say. */
import { describe, expect, it } from 'vitest';
import type { Beside } from '../../src/core/beside.ts';
import type { CheckReport } from '../../src/core/check-report.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { guessAmong } from '../../src/core/explain/guess.ts';
import { NO_SEARCH } from '../../src/core/explain/nearest.ts';
import type { Entry, TreeEntry } from '../../src/core/library/entry.ts';
import { begin, choose, nodeAt, type Walk } from '../../src/core/library/walk.ts';
import { snippet } from '../../src/core/markup/blocks.ts';
import type { DiagnosisResult, Result } from '../../src/core/result.ts';
import { own } from '../../src/core/text/neutralise.ts';
import { toJson } from '../../src/render/json.ts';
import { diagnose, library } from '../library.ts';

const objectOf = (result: Result) => JSON.parse(toJson(result));
const diagnosed = (text: string): DiagnosisResult => explain(library, NO_SEARCH, diagnose(text));
const TRACE = 'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n    frob(secret)\n';
const entry = (id: string) => library.get(id) as Entry;

describe('a diagnosis', () => {
  it('has its findings, without what a traceback quotes', () => {
    const object = objectOf(diagnosed(`${TRACE}RuntimeError: No CUDA GPUs are available\nSuccessfully installed torch-2.8.0`));
    const page = library.error('no-cuda-gpus');
    expect(object).toMatchObject({
      schema: 'zerogpu-advisor/diagnosis@1',
      lines: 5,
      cutLines: 0,
      moreUnrecognised: 0,
      notices: [],
      failures: [],
    });
    expect(object.versions).toEqual({ spaces: null, torch: '2.8.0', gradio: null, python: null });
    expect(Object.keys(object.environment)).not.toEqual(expect.arrayContaining(['demands']));
    expect(object.diagnoses).toMatchObject([
      { id: page.id, kind: 'error', title: page.title, role: 'cause', count: 1, firstLine: 4, see: page.see, sources: page.sources },
    ]);
    const [found] = object.diagnoses;
    expect(found.location).toEqual({ file: '/home/user/app/app.py', line: 3, function: 'run' });
    expect(found.fixes[0]).toMatchObject({ title: expect.stringMatching(/\w/), code: expect.any(String), language: expect.any(String) });
    expect(found.why).toMatch(/\w/);
    for (const left of ['source', 'hint']) expect(found).not.toHaveProperty(left);
  });

  it('has what the source beside it adds, and what the asker says', () => {
    const result = diagnosed('RuntimeError: No CUDA GPUs are available');
    const change = { title: 'Book less', file: own('app.py'), line: 3, diff: own('-a\n+b') };
    const source: Beside['source'] = { file: own('app.py'), line: 3, from: 2, lines: [own('a')] };
    const diagnoses = result.diagnoses.map((each) => ({ ...each, hint: ['As you said.'], beside: { source, change } }));
    const [found] = objectOf({ ...result, diagnoses }).diagnoses;
    expect([found.source, found.hint]).toEqual([source, 'As you said.']);
    expect(found.fixes[0]).toEqual({ title: 'Book less', code: '-a\n+b', language: 'diff', file: 'app.py', line: 3 });
    expect(found.fixes).toHaveLength(objectOf(result).diagnoses[0].fixes.length + 1);
  });

  it('has failures that no page knows, and of exceptions the pages that come near', () => {
    const { failures, unrecognised } = objectOf(diagnosed(`${TRACE}FrobError: upside down\n\n\n\n\n\napp-1 exited with code 3`));
    expect(failures[0]).toMatchObject({
      kind: 'other',
      message: 'FrobError: upside down',
      line: 4,
      consequence: false,
      title: expect.any(String),
    });
    expect(failures[0].location).toEqual({ file: '/home/user/app/app.py', line: 3, function: 'run' });
    for (const left of ['details', 'source', 'advice']) expect(failures[0]).not.toHaveProperty(left);
    expect(failures[1]).toMatchObject({ consequence: true });
    expect(failures[1]).not.toHaveProperty('look');
    expect(unrecognised).toEqual([
      { type: 'FrobError', message: 'upside down', file: null, line: 4, location: failures[0].location, suggestions: [] },
    ]);
  });

  it('has the lines below a message, and what the text itself says to do', () => {
    const { failures } = objectOf(diagnosed('ScannerError: not allowed here\n  in "a.yaml", line 4\n'));
    expect(failures[0].details).toEqual(['in "a.yaml", line 4']);
    expect(objectOf(diagnosed('FrobError: upside down. You should turn it round first.')).failures[0].advice).toBe(
      'You should turn it round first',
    );
  });

  it('has what is looked at first, and what may come next', () => {
    const result = diagnosed('FrobError: upside down');
    const steps = [{ see: ['it stays'], do: ['wait'] }];
    const failures = result.failures.map((told) => ({
      ...told,
      title: 'Odd',
      look: ['Look here'],
      shown: snippet('a = 1', 'python'),
      steps,
    }));
    expect(objectOf({ ...result, failures }).failures[0]).toMatchObject({
      title: 'Odd',
      look: 'Look here',
      code: 'a = 1',
      steps: [{ if: 'it stays', do: 'wait' }],
    });
    expect(objectOf({ ...result, failures: failures.map((told) => ({ ...told, shown: null, steps: [] })) }).failures[0]).toMatchObject({
      code: null,
      steps: [],
    });
  });

  it('has the fix of the page that is nearest, and of no other', () => {
    const nearest = [entry('quota-exceeded'), entry('sleep-time')];
    const guess = guessAmong(
      library,
      nearest.map((page) => ({ entry: page, nearness: 60, isLikely: true })),
      diagnose('').environment,
      '',
    );
    const object = objectOf({ ...diagnosed('all is well'), nearest, guess });
    expect(object.nearest.map(({ id, fix }: { id: string; fix?: object }) => [id, fix !== undefined])).toEqual([
      ['quota-exceeded', true],
      ['sleep-time', false],
    ]);
    expect(objectOf({ ...diagnosed('all is well'), nearest, guess: null }).nearest[0]).not.toHaveProperty('fix');
  });

  it('has what each page would have one do, where none is likely', () => {
    const [quota, sleep] = [entry('quota-exceeded'), entry('sleep-time')];
    const ways = [
      { entry: quota, todo: ['Wait'] },
      { entry: sleep, todo: null },
    ];
    const { nearest } = objectOf({ ...diagnosed('all is well'), nearest: [quota, sleep], guess: null, ways });
    expect(nearest[0]).toMatchObject({ id: 'quota-exceeded', todo: 'Wait' });
    expect(nearest[1]).not.toHaveProperty('todo');
  });
});

describe('what else is asked for', () => {
  it('has the tags of its kind', () => {
    const rule = library.list('rule')[0] as Entry & { kind: 'rule' };
    const entries = [entry('quota-exceeded'), rule, library.list('guide')[0] as Entry];
    const tags = objectOf({ type: 'list', kind: null, entries }).entries.map((each: { tags: string[] }) => each.tags);
    const { stage, role } = library.error('quota-exceeded');
    expect(tags).toEqual([[stage, role], [rule.level], []]);
  });

  it('is a page with its text, of an error with its fixes', () => {
    const error = objectOf({ type: 'page', entry: entry('quota-exceeded') });
    expect(error).toMatchObject({
      schema: 'zerogpu-advisor/entry@1',
      entry: { id: 'quota-exceeded', kind: 'error', stage: expect.any(String) },
    });
    expect(error.entry.fixes.length).toBeGreaterThan(1);
    expect(error.entry.markdown).toMatch(/^# /);
    const guide = library.list('guide')[0] as Entry;
    expect(objectOf({ type: 'page', entry: guide }).entry).not.toHaveProperty('fixes');
  });

  it('is a tree, and how far it was walked', () => {
    const tree = library.list('tree')[0] as TreeEntry;
    const whole = objectOf({ type: 'tree', tree, walk: null, node: null });
    expect(whole).toMatchObject({ schema: 'zerogpu-advisor/tree@1', tree: { id: tree.id, kind: 'tree', start: tree.start } });
    expect(Object.keys(whole.tree.nodes)).toEqual(Object.keys(tree.nodes));
    expect(whole).not.toHaveProperty('path');
    let walk = begin(tree);
    expect(objectOf({ type: 'tree', tree, walk, node: nodeAt(tree, walk) })).toMatchObject({
      path: [],
      question: { id: tree.start },
      answer: null,
    });
    while ('ask' in nodeAt(tree, walk)) walk = choose(tree, walk, 1) as Walk;
    const walked = objectOf({ type: 'tree', tree, walk, node: nodeAt(tree, walk) });
    expect(walked).toMatchObject({ question: null, answer: { id: walk.at, text: expect.any(String) } });
    expect(walked.path.map(({ node, answer }: { node: string; answer: number }) => [node, answer])).toEqual(
      walk.path.map(({ node }) => [node, 1]),
    );
    expect(walked.path[0]).toMatchObject({ question: expect.stringMatching(/\w/), said: expect.stringMatching(/\w/) });
  });

  it('is a report of a check, in which only what fails says what it stops', () => {
    const finding = { check: 'a', about: 'A', level: 'fails', stops: 'call', file: own('app.py'), line: 3, column: 5 } as const;
    const more = { message: own('no'), because: [], fix: null, see: [], isIgnored: true };
    const findings: CheckReport['findings'] = [
      { ...finding, ...more },
      { ...finding, ...more, level: 'costs' },
    ];
    const report: CheckReport = { root: own('.'), verdict: 'would-fail', findings, calls: [], unseen: [] };
    const object = objectOf({ type: 'check', report, format: 'text' });
    expect(object).toMatchObject({ schema: 'zerogpu-advisor/check@1', root: '.', verdict: 'would-fail', calls: [], unseen: [] });
    expect(object.findings[0]).toEqual({
      ...{ check: 'a', title: 'A', level: 'fails', stops: 'call', file: 'app.py', line: 3, column: 5 },
      ...{ message: 'no', because: [], fix: null, see: [], ignored: true },
    });
    expect(object.findings[1]).not.toHaveProperty('stops');
  });

  it('is a problem, or a text', () => {
    expect(objectOf({ type: 'problem', what: own('No.'), help: 'Yes.' } as Result)).toEqual({
      schema: 'zerogpu-advisor/problem@1',
      problem: 'No.',
      help: 'Yes.',
    });
    expect(objectOf({ type: 'text', text: 'words' } as Result)).toEqual({ schema: 'zerogpu-advisor/text@1', text: 'words' });
  });

  it('has nothing in it that a terminal would act on', () => {
    const text = 'a\u007f\u009b\u200b\u202e\u{e0041}ä漢';
    const json = toJson({ type: 'text', text } as Result);
    expect(json).toContain('a\\u007f\\u009b\\u200b\\u202e\\udb40\\udc41ä漢');
    expect(JSON.parse(json).text).toBe(text);
    expect(json.endsWith('}\n')).toBe(true);
  });
});
