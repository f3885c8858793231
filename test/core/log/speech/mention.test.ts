import { describe, expect, it } from 'vitest';
import {
  isExample,
  isHeading,
  isMention,
  isOfProgram,
  isStatement,
  leadOf,
  type Opening,
  openingOf,
} from '../../../../src/core/log/speech/mention.ts';

describe('a text that only mentions an error', () => {
  it.each([
    '# RuntimeError: No CUDA GPUs are available',
    '// You have exceeded your GPU quota (60s requested vs. 30s left)',
    'if "CUDA out of memory" in str(e):',
    'elif "GPU task aborted" in message.lower():',
    'except RuntimeError as e:  # CUDA out of memory',
    'raise gr.Error("ZeroGPU quota exceeded")',
    'with pytest.raises(RuntimeError, match="CUDA has been initialized"):',
    'expect(parse("GPU task aborted")).toBe("aborted")',
    'if (text.includes("GPU task aborted")) retry();',
    '| `GPU task aborted` | the worker died |',
    '- **"illegal duration"**: the duration is above the cap',
    '- `PicklingError`: return CPU data',
    'If you see "GPU task aborted", raise the duration.',
    'You may get CUDA out of memory with long prompts.',
    'The message "No GPU was available" is shown when the queue is full.',
    'return /gpu quota|gpu task aborted/.test(blob);',
    '"Space app has reached its GPU limit. "',
    '"ZeroGPU quota exceeded",',
    'quota = gr.Error("You have exceeded your free ZeroGPU quota (300s requested vs. 0s left).")',
    '(r"conflicting dependencies", "CRITICAL", "Dependency conflict",',
    '- fix: retry once on "GPU task aborted"',
    "- Fix #40 - AttributeError: 'NoneType' object has no attribute 'endswith' with keyword termination.",
    '[Container exits with non-zero exit code 137](https://example.com/exit-code-137),',
    "That is the pattern that causes 'Expired ZeroGPU proxy token'",
    'obligatorio en ZeroGPU (evita el error "Low-level CUDA init reached").',
    "|| error.title === 'ZeroGPU quota exceeded') {",
    'f"GPU task aborted after {n} s, "',
    'fix: PicklingError when the state held a lambda',
    '"quota.refused": "You have exceeded your GPU quota (60s requested vs. 30s left)",',
    'duration=60,  # else GPU task aborted',
    '> # RuntimeError: No CUDA GPUs are available',
    '12  # RuntimeError: No CUDA GPUs are available',
    'app-1 | # GPU task aborted',
    "the operation may be canceled with 'GPU TASK ABORTED'.",
    'Try again once on "GPU task aborted": retry twice at most on "GPU task aborted"',
    'Die Meldung "GPU task aborted" bedeutet, dass die Zeit um war.',
    '「GPU task aborted」のエラーについて',
    '\'data: {"error": "GPU task aborted"}\';',
    'err.title = "ZeroGPU illegal duration";',
    'message = categorise(Error("60s requested vs. 30s left", title=title))',
    'kind, _ = reader.classify("No CUDA GPUs are available")',
    'TORCH_CHECK(is_available(), "No CUDA GPUs are available");',
    '| "ZeroGPU queue timeout", or any "No GPU was available" | `queue` |',
    '- [CUDA out of memory](#cuda-out-of-memory)',
  ])('%s', (text) => expect(isMention(text, false)).toBe(true));

  it.each([
    'RuntimeError: No CUDA GPUs are available',
    'ZeroGPU worker error',
    '#12 5.231 ERROR: Cannot install -r requirements.txt',
    'I get this error: You have exceeded your GPU quota (60s requested vs. 30s left)',
    '- ERROR: Could not find a version that satisfies the requirement',
    '`403 Forbidden` from `create_repo` with `space_hardware="zero-a10g"`',
    'When I click generate it says GPU task aborted',
    'error: subprocess-exited-with-error',
    '"You have exceeded your GPU quota (60s requested vs. 30s left)"',
    '"error": "GPU task aborted",',
    'GPU task is exceeding its requested duration and might be aborted',
    'it says "GPU task aborted"',
    '##[error]RuntimeError: CUDA out of memory',
    'app-1 | RuntimeError: No CUDA GPUs are available',
    '> RuntimeError: No CUDA GPUs are available',
    '"detail": "GPU task aborted"',
    "gradio.exceptions.Error: 'GPU task aborted'",
    '| first try | failed with "GPU task aborted" after 60 s | open |',
    'raise RuntimeError( RuntimeError: Cannot re-initialize CUDA in forked subprocess.',
    '- `errorMessage=Scheduling failure: unable to schedule`',
    'RuntimeError("No CUDA GPUs are available")',
    '- **Error:** GPU task aborted',
    '- **현상**: GPU task aborted',
    '- **Fehlermeldung:** `GPU task aborted`',
    '- **Erreur :** `GPU task aborted`',
    '## Job failed with exit code: 1. Reason: cache miss: [4/5] RUN pip install -r requirements.txt',
    '- `https://someone-demo.hf.space/` answered "Your space is in error, check its status on hf.co"',
  ])('not: %s', (text) => expect(isMention(text, false)).toBe(false));

  it('looks at what stands before it', () => {
    const mentions = (text: string, ...before: string[]) =>
      isMention(text, false, { lead: () => leadOf(before.at(-1) ?? ''), joined: () => before.join('\n') });
    const row = '| CUDA out of memory | the model is too large | quantise |';
    expect(mentions(row, 'words', '| Symptom | Cause | Fix |', '| --- | --- | --- |')).toBe(true);
    expect(mentions(row, '| Symptom | Cause |', 'words', '| run | result | note |')).toBe(false);
    expect(mentions('"CUDA out of memory"', 'raise ValueError(')).toBe(true);
    expect(mentions('"CUDA out of memory"', 'It says')).toBe(false);
    expect(mentions('CUDA out of memory.', 'If you see the message below, lower the batch size.', '```')).toBe(true);
    expect(mentions('CUDA out of memory.', 'When I run it I get the following:', '```')).toBe(false);
  });

  it.each([
    'NoSuchDriverException: Message: Unable to obtain driver; please visit: https://www.selenium.dev/webdriver/troubleshooting/errors',
    'ValueError: Queue needs to be enabled! You may get this error by passing a function that uses the yield keyword.',
    'SystemError: The installed core is incompatible. If you encounter this error, make sure that you have not upgraded it by hand.',
  ])('does not hold for a message that itself says where to read on: %s', (text) => {
    expect(isMention(text, false)).toBe(false);
  });

  it('lets quoted source of a traceback count, unless it compares', () => {
    expect(isMention('raise RuntimeError("CUDA has been initialized")', true)).toBe(false);
    expect(isMention('if "CUDA out of memory" in str(e):', true)).toBe(true);
  });
});

describe('what a line may be an example of', () => {
  it.each<[string, Opening]>([
    ['| "CUDA out of memory" | it is full |', 'row about'],
    ['| `GPU task aborted` | it died |', 'row about'],
    ['| first try | it died |', 'row'],
    ['"CUDA out of memory",', 'string'],
    ["f'it failed'", 'string'],
    ['CUDA out of memory', 'other'],
    ['| no row', 'other'],
  ])('%s is %s', (line, opening) => expect(openingOf(line)).toBe(opening));

  it('is told by how a line leads to the next', () => {
    const led = (line: string) => Object.entries(leadOf(line)).flatMap(([name, is]) => (is ? [name] : []));
    expect(['raise ValueError(', '",', '```', '```python', 'If you see this:', 'It fails:'].map(led)).toEqual([
      ['opensCall'],
      ['opensCall'],
      ['isFence'],
      ['isFence'],
      ['announces'],
      [],
    ]);
  });

  it('is one only behind such a line', () => {
    const is = (opening: Opening, before: string[], last = before.at(-1)) =>
      isExample(opening, { lead: () => (last === undefined ? null : leadOf(last)), joined: () => before.join('\n') });
    expect([is('row about', []), is('row', []), is('string', []), is('other', [])]).toEqual([true, false, false, false]);
    expect([is('string', ['call(']), is('other', ['call(']), is('other', ['If you see this:'])]).toEqual([true, false, true]);
    // A fence may stand between, and blank lines.
    expect([is('other', ['If you see this:', '', '```']), is('other', ['It fails:', '```'])]).toEqual([true, false]);
    expect(is('other', ['If you see this:', '', '```', ''], '```')).toBe(true);
  });
});

describe('a line of a program', () => {
  it.each(['# a comment', '// one', 'if "x" in str(e):', 'except ValueError:', 'raise ValueError("no")'])('%s', (line) =>
    expect(isOfProgram(line, false)).toBe(true),
  );
  it.each(['it fails', 'ValueError: it fails', 'raise Odd( ValueError: it fails'])('not: %s', (line) =>
    expect(isOfProgram(line, false)).toBe(false),
  );

  it('counts where a traceback quotes it, unless it is a comment or compares', () => {
    expect(['raise ValueError("no")', '# a comment', 'if "x" in str(e):'].map((line) => isOfProgram(line, true))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each(['def run(x):', 'class A:', '@spaces.GPU', 'from a import b', 'for x in y:', 'const x = 1', '}', 'self.x = 1'])(
    'begins as a statement: %s',
    (line) => {
      expect(isStatement(line)).toBe(true);
    },
  );
  it.each(['definitely', 'import', 'for all of us', 'if it fails', 'ValueError: x', ''])('does not: %j', (line) =>
    expect(isStatement(line)).toBe(false),
  );
});

it.each([
  ['# ValueError: it fails', true],
  ['## [Bug]: torch.cuda.OutOfMemoryError: full', true],
  ['#### ValueError: it fails', false],
  ['# A title', false],
  ['ValueError: it fails', false],
])('%s is the title of an issue: %s', (line, is) => expect(isHeading(line)).toBe(is));
