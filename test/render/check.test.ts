/** Findings of `check` for other programs: GitHub's annotations and SARIF. */
import { describe, expect, it } from 'vitest';
import type { CheckFinding, CheckReport } from '../../src/core/check-report.ts';
import { own } from '../../src/core/text/neutralise.ts';
import { pathFrom, toAnnotations } from '../../src/render/check-annotations.ts';
import { toSarif } from '../../src/render/check-sarif.ts';

const FINDING = {
  ...{ check: 'torch-pin', about: 'torch', level: 'fails', stops: 'start', file: own('my app.py'), line: 3, column: 5 },
  ...{ message: own('too old: 50 %'), because: [own('first')], fix: null, see: ['one', 'two'], isIgnored: false },
} as CheckFinding;
const reportOf = (findings: CheckFinding[], root = 'space'): CheckReport => ({
  root: own(root),
  verdict: 'would-fail',
  findings,
  calls: [],
  unseen: [],
});
const levels = ['fails', 'costs', 'consider'] as const;

describe('an annotation', () => {
  it('is a line for each finding, with what a command would take for signs written out', () => {
    expect(toAnnotations(reportOf([{ ...FINDING, file: own('a,b:c.py') }]))).toBe(
      '::error file=space/a%2Cb%3Ac.py,line=3,col=5,title=fails%3A torch-pin::too old: 50 %25%0Afirst\n',
    );
  });

  it('is as grave as the finding; what is ignored has none', () => {
    const lines = toAnnotations(reportOf([...levels.map((level) => ({ ...FINDING, level })), { ...FINDING, isIgnored: true }]));
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['::error', '::warning', '::notice']);
  });

  it('of no file names none', () => {
    expect(toAnnotations(reportOf([{ ...FINDING, file: own('') }]))).toMatch(/^::error file=,line=3,/);
  });

  it.each([
    ['.', 'app.py'],
    ['./', 'app.py'],
    ['', 'app.py'],
    ['space/', 'space/app.py'],
    ['././a/b', 'a/b/app.py'],
    ['/home/x//', '/home/x/app.py'],
  ])('counts a path from where the program was started: %j', (root, path) => expect(pathFrom(root, 'app.py')).toBe(path));
});

describe('SARIF', () => {
  const runOf = (...findings: CheckFinding[]) => JSON.parse(toSarif(reportOf(findings), '1.2.3')).runs[0];

  it('has each rule once, and each finding', () => {
    const { tool, results } = runOf(FINDING, { ...FINDING, line: 9 }, { ...FINDING, check: 'other', level: 'costs' });
    expect(tool.driver).toMatchObject({ name: 'zerogpu-advisor', version: '1.2.3' });
    expect(tool.driver.rules).toEqual([
      {
        id: 'torch-pin',
        shortDescription: { text: 'torch' },
        help: { text: 'zerogpu-advisor show one' },
        defaultConfiguration: { level: 'error' },
      },
      {
        id: 'other',
        shortDescription: { text: 'torch' },
        help: { text: 'zerogpu-advisor show one' },
        defaultConfiguration: { level: 'warning' },
      },
    ]);
    expect(results[1]).toEqual({
      ruleId: 'torch-pin',
      level: 'error',
      message: { text: 'too old: 50 %\nfirst' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'space/my%20app.py' }, region: { startLine: 9, startColumn: 5 } } }],
    });
  });

  it('says how grave it is, and what is ignored in the source', () => {
    expect(runOf(...levels.map((level) => ({ ...FINDING, level }))).results.map(({ level }: { level: string }) => level)).toEqual([
      'error',
      'warning',
      'note',
    ]);
    expect(runOf({ ...FINDING, isIgnored: true }).results[0].suppressions).toEqual([{ kind: 'inSource' }]);
  });
});
