/** What the log said is what is shown: nothing is done to it but making it harmless, masking secrets and cutting it. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/core/document/document.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { toJson } from '../../src/render/json.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { paint } from '../../src/render/paint.ts';
import { library } from '../library.ts';
import { read } from './small-library.ts';

const index = new SearchIndex(library);
const OOM = 'CUDA out of memory. Tried to allocate 2.00 GiB';

const TEXTS = [
  'tensor([[1]]) [[quota-exceeded]] [x](y)',
  '&lt;b&gt; &quot;x&quot; &amp;amp; &#39;y&#39; &nbsp; z',
  String.raw`C:\_x C:\*x \[a\] \"q\" \'q\'`,
  '“curly” ‘single’ and\u00a0hard\u202fblanks',
  '`code` **bold** _emphasis_ ~~gone~~ | a | b |',
  '# heading  - item  1. item  > quote',
  'Cafe\u0301 (two characters) and Café (one)',
  String.raw`\u001b is written out, and so is \t`,
  'a  b   c: three blanks stay',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text as files hold it, no template.
  '{{module}} and ${HOME} and %(x)s',
];

describe.each(TEXTS)('%s', (text) => {
  const line = `${OOM} ${text}`;
  const result = explain(
    library,
    () => index,
    read(library, `torch.OutOfMemoryError: ${line}\n${'other\n'.repeat(5)}StrangeError: ${text}\n`),
  );

  it('is evidence and message as it stood, in JSON', () => {
    const { diagnoses, unrecognised } = JSON.parse(toJson(result));
    expect(diagnoses[0].evidence).toBe(`torch.OutOfMemoryError: ${line}`);
    expect(unrecognised[0].message).toBe(text);
  });

  it('stands as it stood in a fence of Markdown, and in a terminal', () => {
    const full = { ...result, isFull: true };
    expect(toMarkdown(documentOf(full))).toContain(`\ntorch.OutOfMemoryError: ${line}\n`);
    expect(toMarkdown(documentOf(result))).toContain(text);
    const evidence = paint(documentOf(full), { width: 300, color: false }).lines.filter((each) => each.startsWith('│ '));
    expect(evidence).toContain(`│ torch.OutOfMemoryError: ${line}`);
  });

  it('is marked where it matched', () => {
    const { evidence, matched } = result.diagnoses[0]?.finding ?? { evidence: '', matched: [0, 0] as [number, number] };
    expect(evidence.slice(...matched)).toContain('CUDA out of memory');
  });
});

it('an escaped or folded message is recognised all the same, and shown as it stood', () => {
  for (const text of ['No module named &#x27;spaces&#x27;', "No module named 'pkg\\_resources'", 'No module named ‘flash_attn’']) {
    const { findings } = read(library, `ModuleNotFoundError: ${text}\n`);
    expect(findings.map(({ evidence }) => evidence)).toEqual([`ModuleNotFoundError: ${text}`]);
  }
});

it('frames keep their backslashes, in a traceback and flattened to a line', () => {
  const file = String.raw`C:\Users\new\[x]\my\_app.py`;
  const frame = `File "${file}", line 3, in run`;
  for (const log of [
    `Traceback (most recent call last):\n  ${frame}\n    x()\nRuntimeError: ${OOM}\n`,
    `Traceback (most recent call last):   ${frame}     x() StrangeError: it failed\n`,
  ]) {
    const { findings, failures } = read(library, log);
    expect([...findings, ...failures].map(({ location }) => location)).toEqual([{ file, line: 3, function: 'run', quoted: 'x()' }]);
  }
});

it('two lines that are matched together are shown as they stood', () => {
  const { findings } = read(
    library,
    'RuntimeError: CUDA out of memory.\nTried to allocate 2.00 GiB (GPU 0; &lt;39 GiB total capacity&gt;)\n',
  );
  expect(findings.map(({ evidence }) => evidence)).toEqual([
    'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; &lt;39 GiB total capacity&gt;)',
  ]);
});
