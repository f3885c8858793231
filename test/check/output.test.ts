import { describe, expect, it } from 'vitest';
import { checkSpace } from '../../src/check/check-space.ts';
import { checkDocument } from '../../src/core/document/check.ts';
import { exitCode } from '../../src/core/result.ts';
import { toAnnotations } from '../../src/render/check-annotations.ts';
import { toSarif } from '../../src/render/check-sarif.ts';
import { toJson } from '../../src/render/json.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { paint } from '../../src/render/paint.ts';
import { library } from '../library.ts';
import { check, folderWith, placesOf, SOUND_APP } from './spaces.ts';

const FAILING = {
  'app.py': SOUND_APP.replace('duration=20', 'duration=200').replace('.queue(max_size=20)', ''),
  'requirements.txt': 'torch==2.5.1\nspaces==0.30.0\n',
};
const markdownOf = (report: ReturnType<typeof check>) => toMarkdown(checkDocument(report));
const result = (report: ReturnType<typeof check>) => ({ type: 'check', report, format: 'text' }) as const;

describe('a report', () => {
  const report = check(FAILING);

  it('names what fails first, and exits with 1 only for that', () => {
    expect(report.findings.map(({ level }) => level)).toEqual(['fails', 'costs', 'costs', 'consider']);
    expect(exitCode(result(report))).toBe(1);
    expect(exitCode(result(check({ ...FAILING, 'requirements.txt': '' })))).toBe(0);
  });

  it('is the JSON of the contract', () => {
    const object = JSON.parse(toJson(result(report)));
    expect(object).toMatchObject({ schema: 'zerogpu-advisor/check@1', root: 'space', verdict: 'would-fail', unseen: [] });
    expect(object.findings[0]).toMatchObject({
      check: 'torch-pin',
      level: 'fails',
      file: 'requirements.txt',
      line: 1,
      column: 1,
      message: expect.stringContaining('2.5.1'),
      because: [expect.stringContaining('hub-zerogpu')],
      fix: {
        title: expect.any(String),
        diff: '--- a/requirements.txt\n+++ b/requirements.txt\n@@ -1,2 +1,2 @@\n-torch==2.5.1\n+torch\n spaces==0.30.0',
      },
      see: expect.arrayContaining(['torch-version-unsupported']),
      ignored: false,
    });
    expect(object.calls).toEqual([
      { file: 'app.py', line: 8, function: 'answer', duration: 200, size: 'large', booked: 300, refusedFor: ['anonymous'] },
    ]);
  });

  it('is SARIF that code scanning reads', () => {
    const { version, runs } = JSON.parse(toSarif(report, '1.2.3'));
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver).toMatchObject({ name: 'zerogpu-advisor', version: '1.2.3' });
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'torch-pin',
      'booking-over-tier',
      'queue-of-one',
      'spaces-pin',
    ]);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'torch-pin',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'space/requirements.txt' }, region: { startLine: 1, startColumn: 1 } } }],
    });
  });

  it('is annotations, each on one line, whatever a name holds', () => {
    const lines = toAnnotations({
      ...report,
      findings: report.findings.map((each) => ({ ...each, file: 'a,b:c%\n.py' as typeof each.file })),
    })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(report.findings.length);
    expect(lines[0]).toMatch(/^::error file=space\/a%2Cb%3Ac%25%0A\.py,line=1,col=1,title=fails%3A torch-pin::requirements/);
    expect(lines.at(-1)).toMatch(/^::notice /);
  });

  it('ends with the verdict', () => {
    expect(markdownOf(report).split('\n').at(-1)).toBe('**Would not start: torch-pin.**');
    expect(
      markdownOf(check({ 'app.py': SOUND_APP }))
        .split('\n')
        .at(-1),
    ).toContain('Would start: nothing that was read stops it');
    expect(
      markdownOf(check({ 'app.py': `from .gone import x\n${SOUND_APP}` }))
        .split('\n')
        .at(-1),
    ).toContain('Cannot tell whether it would start: 1 thing was not seen');
    const inCall = SOUND_APP.replace('return', 'import multiprocessing\n    multiprocessing.Process(target=print).start()\n    return');
    expect(
      markdownOf(check({ 'app.py': inCall }))
        .split('\n')
        .at(-1),
    ).toBe('**Would start, but fail in a call: worker-processes.**');
  });

  it('shows a card for each finding in a terminal: what, where, how it is known, the change, where more stands', () => {
    const [card] = paint(checkDocument(check(FAILING, ['booking-over-tier'])), { width: 78, color: false })
      .lines.join('\n')
      .split('\n\nGPU calls');
    expect(card?.replace(/\([a-z-]+, \d{4}-\d\d-\d\d\)/g, '(source, day)')).toBe(
      [
        'costs[booking-over-tier] Every call of answer books 300 s and is refused for a',
        'visitor without an account.',
        '  app.py:8:2',
        '  • 200 s × 1.5 on large = 300 s (source, day)',
        '  • a visitor without an account has 2 min a day (source, day)',
        '',
        '  Fix: Book at most 80 s, if the work fits: then a visitor without an account',
        '  can call it',
        '    --- a/app.py',
        '    +++ b/app.py',
        '    @@ -6,5 +6,5 @@',
        '     ',
        '     ',
        '    -@spaces.GPU(duration=200)',
        '    +@spaces.GPU(duration=80)',
        '     def answer(text):',
        '         return classify(text)',
        '',
        '  Why, and sources: explicit-duration, dynamic-duration, quota-tiers,',
        '  illegal-duration',
      ].join('\n'),
    );
  });

  it('quotes what a site would make a link, a mention or a number of an issue of', () => {
    const version = '@team www.evil.example #12 https://evil.example [x](https:evil)';
    const front = `---\nsdk: gradio\npython_version: "${version}"\n---\n`;
    const text = markdownOf(check({ 'app.py': SOUND_APP, 'README.md': front })).replace(/^```[\s\S]*?^```/gm, '');
    expect(text).toContain('`@team` `www.evil.example` `#12`');
    expect(text.replace(/`[^`]*`/g, '')).not.toMatch(/@|:\/\/|www\.|#\d|[^\\]\]\(/);
  });

  it('of a good Space is the calls and the verdict alone', () => {
    expect(markdownOf(check({ 'app.py': SOUND_APP })).match(/^#.*$/gm)).toEqual(['## GPU calls']);
  });
});

describe('an ignored finding', () => {
  it.each([
    ['on the line', 'torch==2.5.1  # zerogpu: ignore[torch-pin] the wheel needs it\n'],
    ['on the line above', '# zerogpu: ignore[spaces-pin, torch-pin] the wheel needs it\ntorch==2.5.1\n'],
  ])('%s stays in the JSON and stops nothing', (_, requirements) => {
    const report = check({ 'app.py': SOUND_APP, 'requirements.txt': requirements });
    expect(report.findings).toMatchObject([
      { check: 'torch-pin', isIgnored: true, because: [expect.any(String), 'ignored: the wheel needs it'] },
    ]);
    expect(report.verdict).toBe('would-start');
    expect(toAnnotations(report)).toBe('');
    expect(markdownOf(report)).toContain('1 finding ignored in the source');
  });
  it.each([
    ['for another check', 'torch==2.5.1  # zerogpu: ignore[spaces-pin]\n'],
    ['two lines above', '# zerogpu: ignore[torch-pin]\n\ntorch==2.5.1\n'],
    ['behind another requirement', 'numpy # zerogpu: ignore[torch-pin]\ntorch==2.5.1\n'],
  ])('%s is none', (_, requirements) => {
    expect(check({ 'app.py': SOUND_APP, 'requirements.txt': requirements }).verdict).toBe('would-fail');
  });
  it('works in Python and in the front matter', () => {
    const app = SOUND_APP.replace('@spaces.GPU(duration=20)', '@spaces.GPU  # zerogpu: ignore[no-duration] measured');
    const front = '---\nsdk: gradio\npython_version: "3.11" # zerogpu: ignore[frontmatter] soon\n---\n';
    expect(check({ 'app.py': app, 'README.md': front }).findings.map(({ isIgnored }) => isIgnored)).toEqual([true, true]);
  });
});

describe('--select', () => {
  it('runs only what is named, and knows what is meant', () => {
    expect(placesOf(check(FAILING, ['spaces-pin']))).toEqual(['requirements.txt:2 spaces-pin']);
    expect(checkSpace(folderWith(FAILING), library, ['torch-pins'])).toMatchObject({
      type: 'problem',
      help: expect.stringContaining('Did you mean torch-pin?'),
    });
  });
});
