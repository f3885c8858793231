import { describe, expect, it } from 'vitest';
import { check, SOUND_APP } from './spaces.ts';

/** What "fails" must be certain from the source alone; what is likely weighs less, what is open is not told. */
const FRONT = '---\nsdk: gradio\nsdk_version: 6.25.0\napp_file: app.py\n---\n';

function levels(files: Record<string, string>, name: string): string[] {
  return check(files, [name]).findings.map(({ level }) => level);
}

describe('requirement-option', () => {
  const levelOf = (line: string) => levels({ 'app.py': SOUND_APP, 'requirements.txt': `${line}\n` }, 'requirement-option');

  it.each(['--no-build-isolation', '--no-deps', '-U', '--force-reinstall', '--pre --no-cache-dir'])('pip refuses %s', (option) =>
    expect(levelOf(`numpy ${option}`)).toEqual(['fails']),
  );
  it.each(['--pre', '--index-url https://example.org/simple', '-f https://example.org', '--no-binary :all:'])(
    'pip reads past %s',
    (option) => expect(levelOf(`numpy ${option}`)).toEqual(['consider']),
  );
});

describe('wheel-mismatch', () => {
  const levelOf = (label: string) =>
    levels(
      {
        'app.py': SOUND_APP,
        'requirements.txt': `torch==2.8.0\nhttps://example.org/flash_attn-2.8.3+${label}-cp310-cp310-linux_x86_64.whl\n`,
      },
      'wheel-mismatch',
    );

  it('doubts the label of a wheel that names a supported torch', () => expect(levelOf('cu12torch2.8cxx11abiFALSE')).toEqual(['consider']));
  it('does not doubt one for another torch', () => expect(levelOf('cu12torch2.6cxx11abiFALSE')).toEqual(['fails']));
  it('does not doubt one that names no torch', () => expect(levelOf('cu12cxx11abiFALSE')).toEqual(['fails']));
});

describe('frontmatter', () => {
  it('finds app_file beside the README that names it', () =>
    expect(levels({ 'space/README.md': FRONT, 'space/app.py': SOUND_APP }, 'frontmatter')).toEqual([]));
  it('does not miss an app_file where the README has no Python beside it, and says so', () => {
    const report = check({ 'deploy/README.md': FRONT, 'deploy/space/main.py': SOUND_APP, 'README.md': FRONT });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('cannot-tell');
    expect(report.unseen.map(({ why }) => why)).toEqual(['names the app_file app.py, which is not in the folder']);
  });
  it('misses it where another app lies beside', () =>
    expect(levels({ 'README.md': FRONT, 'main.py': SOUND_APP }, 'frontmatter')).toEqual(['fails']));
});

describe('an app that only starts another script', () => {
  const STARTER = 'import os\nimport sys\n\nos.system(f"python src/webui.py {sys.argv}")\n';

  it('stands for that script', () => {
    const report = check({ 'app.py': STARTER, 'src/webui.py': SOUND_APP.replace('max_size=20', '') });
    expect(report.findings.map(({ file, check: name }) => `${file} ${name}`)).toEqual(['src/webui.py queue-of-one']);
    expect(report.calls).toHaveLength(1);
  });
  it.each([
    ['a script that is not there', { 'app.py': STARTER }],
    ['a script outside', { 'app.py': STARTER.replace('src/', '../../') }],
    ['a script that is no app', { 'app.py': STARTER, 'src/webui.py': 'print("fetched")\n' }],
    ['itself', { 'app.py': STARTER.replace('src/webui.py', 'app.py') }],
  ])('but not for %s', (_, files) => expect(check(files).calls).toEqual([]));
});

describe('a file that uses spaces without importing it', () => {
  it('means the package', () => {
    const app = SOUND_APP.replace('import spaces\n', '# import spaces\n').replace('duration=20', 'duration=300');
    expect(levels({ 'app.py': app }, 'booking-over-tier')).toEqual(['costs']);
  });
  it('but not where it makes a stand-in of its own', () => {
    const standIn = 'class spaces:\n    @staticmethod\n    def GPU(duration=60):\n        return lambda function: function\n';
    const app = SOUND_APP.replace('import spaces\n', standIn).replace('duration=20', 'duration=300');
    expect(levels({ 'app.py': app }, 'booking-over-tier')).toEqual([]);
  });
});

describe('a folder without app.py', () => {
  it('takes what decorates for the app, and neither tests nor what only speaks of it', () => {
    const report = check({
      'demo/run.py': SOUND_APP,
      'tests/test_run.py': SOUND_APP.replace('max_size=20', ''),
      'demo/test_gpu.py': SOUND_APP.replace('max_size=20', ''),
      'tools/notes.py': '# Spaces with a GPU: @spaces.GPU on spaces\nNOTE = "GPU"\n',
    });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('would-start');
  });
  it('takes the file that launches for the app, where another decorates', () => {
    const decorated = SOUND_APP.replace(
      'gr.Interface(answer, "text", "json").queue(max_size=20).launch()',
      'demo = gr.Interface(answer, "text", "json")',
    );
    const report = check({
      'lib/ui.py': decorated,
      'tools/start.py': 'from lib.ui import demo\n\ndemo.launch()\n',
      'tools/other.py': 'import gradio as gr\n\ngr.Blocks().launch()\n',
    });
    expect(report.findings.map(({ file, check: name }) => `${file} ${name}`)).toEqual(['tools/start.py queue-of-one']);
    expect(report.calls).toHaveLength(1);
    expect(report.verdict).toBe('would-start');
  });
  it('does not say that it would start where nothing launches', () => {
    const report = check({ 'app.py': SOUND_APP.replace('.launch()', '') });
    expect(report.verdict).toBe('cannot-tell');
    expect(report.unseen).toMatchObject([{ file: 'app.py', why: expect.stringContaining('launch()') }]);
  });
});
