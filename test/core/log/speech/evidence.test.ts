import { describe, expect, it } from 'vitest';
import { isOnlyAbout } from '../../../../src/core/log/speech/evidence.ts';
import { diagnose } from '../../../library.ts';

const FENCE = '```';
const MANUAL = `## Troubleshooting\n\n**The Space sleeps**\n\n${FENCE}\nRuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB\n${FENCE}\n\nMake sure that the batch is small.`;

describe('documentation that helps with errors', () => {
  it('has not the errors that it shows', () => {
    expect(isOnlyAbout(MANUAL, 6)).toBe(true);
    expect(diagnose(MANUAL)).toMatchObject({ findings: [], failures: [] });
  });

  it.each([
    ['somebody has it', MANUAL.replace('Make sure that', 'I make sure that')],
    ['somebody asks', `${MANUAL} Why?`],
    ['a fix was tried', `${MANUAL}\n\n**Attempted fix:** a smaller batch.\n\nIt happened again.`],
    [
      'a program was there',
      MANUAL.replace('RuntimeError', 'Traceback (most recent call last):\n  File "app.py", line 3, in f\nRuntimeError'),
    ],
    ['the last statement of a traceback begins it', `    brew(tea)\nRuntimeError: cold\n${MANUAL}`],
    [
      'a title tells how a try ended',
      MANUAL.replace('## Troubleshooting', '### v2: half the batch (failed)').replace('Make sure that the batch is small.', ''),
    ],
    [
      'nobody is told what to do',
      MANUAL.replace('Make sure that', 'Known since May:').replace('Troubleshooting', 'Crash').replaceAll('**', ''),
    ],
  ])('is none where %s', (_, text) => {
    expect(isOnlyAbout(text, 6)).toBe(false);
    expect(diagnose(text).findings.map(({ id }) => id)).toEqual(['cuda-out-of-memory']);
  });

  it('what heads the changes of a release tells what is better now, the box of a failed build what happened', () => {
    const changes = '## [0.7.1] - 2026-08-01\n\n### Fixed\n\n- **The Space built no more:** pip ended with `ResolutionImpossible`.';
    expect(isOnlyAbout(changes, 5)).toBe(true);
    expect(isOnlyAbout('## build error\n\n## Job failed with exit code: 1. Reason: cache miss: [4/5] RUN make', 3)).toBe(false);
  });
});

describe('a text about errors', () => {
  const ERROR = 'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB';
  it.each([
    ['with questions as titles', `## Exit code 137\n\n### What is it?\n${ERROR}\n\nCommon reasons are large batches.`],
    [
      'with underlined titles',
      `Tips and FAQs\n=============\n\nI cannot start\n~~~~~~~~~~~~~~\n\n  ${ERROR}\n\nMake sure that the batch is small.`,
    ],
    ['in Spanish', `## Solución de problemas\n\n### "Falla la memoria"\n\n${ERROR}\n\n### Otra\n`],
    ['in Chinese', `# 报错解决\n\n## 通用\n\n${ERROR}\n#解决办法\n减小 batch`],
    ['that foresees one without a title', `Large batches are refused. If they are not, you may see an error message.\n\n${ERROR}\n`],
    ['that foresees one, and only one', `## Memory\n\nWith large batches you might get this error:\n\n${ERROR}\n`],
    ['that says what a change does', `Before, the message said little:\n\n${ERROR}\n\nSo this PR only prints what is meant.`],
    ['that wishes for another message', `When it prints\n${ERROR}\nwould it be possible to add a brief note?`],
  ])('has none: %s', (_, text) => {
    expect(diagnose(text)).toMatchObject({ findings: [], failures: [] });
  });

  it.each([
    ['asks for help', `${ERROR}\nIt would be nice if someone could tell me what to do.`],
    ['speaks of itself', `I tried large batches. You may see an error message:\n\n${ERROR}\n`],
    ['has it in the title', `# Does it need more memory?\n\n${ERROR}\n`],
  ])('is a report where it %s', (_, text) => {
    expect(diagnose(text).findings.map(({ id }) => id)).toEqual(['cuda-out-of-memory']);
  });

  it('is a report where source is shown first, and below it what it printed', () => {
    const source = 'import torch\nmodel = load("some/model")\nmodel.to("cuda")';
    expect(isOnlyAbout(`${source}\nNo space left on device`, 4)).toBe(false);
    expect(isOnlyAbout(`import torch\nwarn("No space left on device")\nmodel = load()`, 2)).toBe(true);
  });

  it.each([
    ['complains in its title', '# The app is not working\n\nThis is an error on a clean install on RunPod.', 'local'],
    ['fills in a form', '### Environment\n- GPU: NVIDIA GeForce RTX 4060\n- OS: Windows 11\n\n### Problem\nNothing is drawn.', 'local'],
    ['speaks of itself as we', '# No GPU\n\nWe are planning to use the docker image.', 'docker'],
  ])('is a report, and tells its place, where it %s', (_, text, where) => {
    expect(diagnose(text).environment.where).toBe(where);
  });

  it('tells no place of its readers', () => {
    expect(diagnose('# How the app is not working on RunPod\n\nA clean install needs RunPod.').environment.where).toBe('unknown');
  });

  it('has none in what a program prints as harmless, and in quotations of its sentences', () => {
    const harmless =
      'It prints this and goes on:\n\nDefaulting to unsafe loading. Pass `x=False` to raise an error instead.\n\nMay I ignore it?';
    expect(diagnose(harmless).failures).toEqual([]);
    const quoted = '## Why it stops\n\nThe container cannot write where the image could: `PermissionError: [Errno 13] Permission denied`.';
    expect(diagnose(quoted).failures).toEqual([]);
  });
});

describe('who weighs it', () => {
  const help = 'Make sure that the batch is small.\nYou should also set X.';

  it('knows that a text may begin within a block of code', () => {
    expect(isOnlyAbout(`step 3\nRuntimeError: CUDA out of memory\n${FENCE}\n${help}`, 2)).toBe(true);
  });

  it('that is cut off at its end began with the fence that stands above all', () => {
    const log = 'ToolError: the terms were not accepted:\n    - main\n\nTo accept them, run the following command:\n    tool accept';
    expect(isOnlyAbout(`${FENCE}\n\n${log}`, null)).toBe(false);
  });

  it('takes the date of a release for no record of what happened', () => {
    expect(isOnlyAbout('- 2026-01-02:\n- make sure that `x` is set', null)).toBe(true);
  });

  it('takes one comment in a log for no page', () => {
    expect(isOnlyAbout('# it teaches\nRuntimeError: CUDA out of memory', null)).toBe(false);
  });
});

describe('a note on one exception', () => {
  const note = `### Localhost not accessible\n${FENCE}\nRuntimeError: CUDA out of memory\n${FENCE}\n**Fix**: a smaller batch`;
  it('is read by whoever has it', () => {
    expect(isOnlyAbout(note, 3)).toBe(false);
    expect(isOnlyAbout(`${note}\n### Another one\nText.`, 3)).toBe(true);
    expect(isOnlyAbout(note.replace('Localhost', 'Troubleshooting: localhost'), 3)).toBe(true);
  });
});

describe('what CMake prints', () => {
  it('is no comment, though its lines begin like one', () => {
    const steps = ['The C compiler identification is GNU 14.2.1', 'Detecting C compile features - done', 'Found Git: /usr/bin/git'];
    const log = `Failed to build demo_kit\n${steps.map((step) => `-- ${step}`).join('\n')}`;
    expect(isOnlyAbout(log, 1)).toBe(false);
    expect(isOnlyAbout(log.replaceAll(/-- (?:The|Detecting|Found) /g, '-- tells of '), 1)).toBe(true);
  });
});

describe('source', () => {
  const source = 'class Gone(Exception):\n    """\n    Raised when a model is gone.\n\n    RuntimeError: CUDA out of memory\n    """\n';
  it('shows examples in its docstrings', () => {
    expect(isOnlyAbout(source, 5)).toBe(true);
    expect(isOnlyAbout(`${source}\n    def __init__(self, message):\n        super().__init__(message)\n`, 5)).toBe(true);
  });

  it.each([
    [
      'a list',
      '[\n  "torch.OutOfMemoryError: CUDA out of memory.",\n  "ModuleNotFoundError: No module named \'x\'",\n]\nfor text in table:',
    ],
    ['patterns', '{ pattern: /CUDA out of memory/i, label: "Memory" },\n{ pattern: /Permission denied/i, label: "Rights" },'],
    ['cases of a test', '[\n  RuntimeError("CUDA out of memory"),\n  OSError(28, "No space left on device"),\n]\ndef test_it(error):'],
  ])('holds messages as values: %s', (_, text) => expect(diagnose(text)).toMatchObject({ findings: [], failures: [] }));

  it('may be a listing of changes', () => {
    const change =
      '--- a/x.py\n+++ b/x.py\n@@ -1,4 +1,4 @@\n     raise OSError(\n-        "CUDA out of memory"\n+        "CUDA out of memory."\n';
    expect(isOnlyAbout(change, 5)).toBe(true);
    expect(isOnlyAbout(`I applied this:\n${change}RuntimeError: CUDA out of memory`, 6)).toBe(false);
  });

  it('ends where something was printed', () => {
    expect(isOnlyAbout('RuntimeError: CUDA out of memory', 1)).toBe(false);
    expect(isOnlyAbout(`${source}Traceback (most recent call last):\n  File "a.py", line 2`, 5)).toBe(false);
  });

  it('below a sentence is what somebody runs', () => {
    const code = 'import gradio as gr\ndemo = gr.Blocks()';
    expect(isOnlyAbout(`The button fails with "CUDA out of memory":\n${code}`, 1)).toBe(false);
    expect(isOnlyAbout(`# fails with "CUDA out of memory"\n${code}`, 1)).toBe(true);
  });
});

describe('who writes', () => {
  const ERROR = 'RuntimeError: CUDA out of memory';
  it.each([
    ['a commit', `fix: smaller batches\n\nOn small cards the run ended with\n${ERROR}.\n`],
    ['rules for agents', `### 3. Load on the processor\n\nIf you load on the card, you get \`${ERROR}\`. Never do so.`],
    ['a table of choices', `| Option | Pros | Cons |\n|---|---|---|\n| one card | simple | large batches end in \`${ERROR}\` |`],
    ['what it means', `What does it mean?\nThe message usually reads: ${ERROR}. It means that it is full.\nCauses\nLarge batches.`],
    ['a titled paragraph', `**"CUDA out of memory" in CI: what it means**\n\nThe job reads \`${ERROR}\` on small cards.`],
    ['a condition, in Chinese', `- 如果显存不够，会报 \`${ERROR}\`\n- 可以减小 batch`],
  ])('%s has no error', (_, text) => expect(diagnose(text)).toMatchObject({ findings: [], failures: [] }));

  it.each([
    ['advice of a program', `${ERROR}.\nIf you have a small card, make sure that \`batch\` is 1.\nYou should also set \`X\`.`],
    ['a record', `- Date: 2026-08-27\n- Space: \`a/b\`\n\nIt ended with \`${ERROR}\`. If it comes again, wait.`],
    ['a form', `### Describe the bug\nLong inputs fail.\n### Logs\n${ERROR}\n### System Info\nUse of Chrome`],
    ['a question below help', `## Memory\n- Reduce the batch\n\n${ERROR}\n\nDoes that help? It did not work, any ideas?`],
    ['a shell', `$ python app.py\n${ERROR}\n# try a smaller batch\n$ exit`],
  ])('%s tells of one', (_, text) => expect(diagnose(text).findings.map(({ id }) => id)).toContain('cuda-out-of-memory'));
});
