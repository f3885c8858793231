/** Which lines only mention an error, by themselves or by what stands before them, as the diagnosis asks it. */
import { describe, expect, it } from 'vitest';
import { LineMatches } from '../../../src/core/diagnose/line-matches.ts';
import { KnownLines } from '../../../src/core/log/known-lines.ts';
import { LogText, openLine } from '../../../src/core/log/log-text.ts';
import { RecentTexts } from '../../../src/core/log/recent-texts.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';
import { matcher } from '../../library.ts';

const matches = new LineMatches(matcher);
const textOf = (line: string) => new LogText(neutralise(line));

/** What leads to nothing. */
const BEFORE = 'It started.';

function recent(lines: string[]): RecentTexts {
  const texts = new RecentTexts(new KnownLines(openLine));
  for (const [at, line] of lines.entries())
    texts.add({ said: textOf(line), line: at + 1, isCandidate: false, isQuoted: false, isRaised: false });
  return texts;
}

const mentions = (text: string, ...before: string[]) => matches.isMention(textOf(text), false, recent(before));
const isMentionInTraceback = (text: string) => matches.isMention(textOf(text), true, recent([BEFORE]));

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
  ])('%s', (text) => expect(mentions(text, BEFORE)).toBe(true));

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
  ])('not: %s', (text) => expect(mentions(text, BEFORE)).toBe(false));

  it('looks at what stands before it', () => {
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
    expect(mentions(text, BEFORE)).toBe(false);
  });

  it('lets quoted source of a traceback count, unless it compares', () => {
    expect(isMentionInTraceback('raise RuntimeError("CUDA has been initialized")')).toBe(false);
    expect(isMentionInTraceback('if "CUDA out of memory" in str(e):')).toBe(true);
  });

  it('does not hold for a heading that begins a report', () => {
    expect([mentions('# ValueError: it fails'), mentions('# ValueError: it fails', BEFORE)]).toEqual([false, true]);
  });
});
