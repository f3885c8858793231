/** What is added to a finding: sentences that its log calls for; and what was solved since is told last. */
import { describe, expect, it } from 'vitest';
import { explain, withBlanks } from '../../../src/core/explain/explain.ts';
import { NO_SEARCH } from '../../../src/core/explain/nearest.ts';
import type { ErrorEntry } from '../../../src/core/library/entry.ts';
import { plainInlines, plainWords } from '../../../src/core/markup/read.ts';
import { diagnose, library } from '../../library.ts';

const diagnosesOf = (text: string) => explain(library, NO_SEARCH, diagnose(text)).diagnoses;
const notesOf = (text: string) => diagnosesOf(text)[0]?.notes.map(plainInlines) ?? [];

describe('a package that cannot be imported', () => {
  const MISSING = '  File "/home/ann/app/app.py", line 1, in <module>\n    import timm\nModuleNotFoundError: No module named \'timm\'\n';
  const fixIn = (text: string) => diagnosesOf(text)[0]?.fix?.name;

  it('is in another Python where pip shows it, and nowhere where it shows another one, or was built in vain', () => {
    expect(fixIn(`${MISSING}$ pip show timm\nName: timm\nVersion: 1.0.20\n`)).toBe('other-python');
    expect(fixIn(`Requirement already satisfied: timm in /usr/lib/python3/dist-packages (1.0.20)\n${MISSING}`)).toBe('other-python');
    expect(fixIn(`Successfully installed numpy-2.1.0\n${MISSING}`)).toBe('install-here');
    expect(fixIn(`Collecting timm==1.0.20\n  Downloading timm-1.0.20.tar.gz (2 MB)\n${MISSING}`)).toBe('install-here');
  });

  it('was installed since where another cause follows', () => {
    const later = 'Successfully installed timm-1.0.20\nRuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB\n';
    const missing = diagnosesOf(`${MISSING}${'INFO step\n'.repeat(9)}${later}`).find(({ entry }) => entry.id === 'missing-module');
    expect(missing?.fix?.name).toBe('install-here');
  });

  it('is a line of requirements in a Space, whatever its build installed', () => {
    const start = '===== Application Startup at 2026-08-14 06:40:02 =====\n';
    expect(fixIn(`Successfully installed timm-1.0.20\n${start}${MISSING.replace('/home/ann/app', '/home/user/app')}`)).toBe('install');
  });
});

describe('a note', () => {
  const ABORTED = 'GPU task aborted';

  it('is told where the log shows what it is about, and nowhere else', () => {
    const about = (version: string) =>
      notesOf(`Successfully installed spaces-${version}\n${ABORTED}`).filter((note) => note.includes('VRAM'));
    expect(about('0.40.0')).toEqual([expect.stringMatching(/^In spaces 0\.40\.0 /)]);
    expect([about('0.60.0'), notesOf(ABORTED).filter((note) => note.includes('VRAM'))]).toEqual([[], []]);
  });

  it('says that a version is only asked for', () => {
    const removed = "AttributeError: module 'gradio' has no attribute 'inputs'";
    const shown = (line: string) => notesOf(`${line}\n${removed}`).find((note) => note.includes('radio 5.9.1'));
    expect(shown('Successfully installed gradio-5.9.1')).toMatch(/^Your log shows /);
    expect(shown('pip install gradio==5.9.1')).toMatch(/^You ask for /);
  });

  it('about Spaces is told in a Space, and to nobody elsewhere', () => {
    const text = 'RuntimeError: CUDA is not available, this app requires a GPU';
    const ofSpaces = (before: string) => notesOf(`${before}\n${text}`).filter((note) => /\bZeroGPU\b/.test(note));
    expect(ofSpaces('===== Application Startup at 2026-01-01 10:00:00 =====')).toHaveLength(1);
    expect(ofSpaces('C:\\work> python app.py')).toEqual([]);
  });
});

describe('what somebody has installed since', () => {
  const missing = (name: string) => `ModuleNotFoundError: No module named '${name}'\n`;
  const quiet = 'all is well\n'.repeat(6);
  const order = (text: string) => diagnosesOf(text).map(({ finding }) => finding.id);

  it('is told last where another cause follows it', () => {
    const next = 'You have exceeded your GPU quota (60s requested vs. 0s left). Try again in 1:00:00\n';
    expect(order(`${missing('einops')}${quiet}${next}`)[0]).toBe('missing-module');
    expect(order(`${missing('einops')}I installed einops, then:\n${quiet}${next}`)).toEqual(['quota-exceeded', 'missing-module']);
    // What only follows from something else is no cause.
    expect(order(`I installed einops, still:\n${missing('einops')}${quiet}ZeroGPU worker error\n`)[0]).toBe('missing-module');
    // Where nothing follows, it stays first.
    expect(order(`${next}${quiet}I installed einops, still:\n${missing('einops')}`)[0]).toBe('quota-exceeded');
    expect(order(`I installed einops, still:\n${missing('einops')}`)).toEqual(['missing-module']);
  });
});

describe('a page for a reader without a log', () => {
  it('says what to put where a value would stand', () => {
    const page = withBlanks(library.error('space-not-running'));
    expect(page.title).toBe(library.error('space-not-running').title);
    const words = page.fixes.map(({ title, blocks }) => `${plainInlines(title)}\n${plainWords(blocks)}`).join('\n');
    expect(words).toContain('<USER/SPACE>');
    expect(words).not.toContain('{{');
  });

  it('is the same where it has no fixes', () => {
    const rule = library.list('rule')[0] as unknown as ErrorEntry;
    expect(withBlanks(rule)).toBe(rule);
  });
});
