import { describe, expect, it } from 'vitest';
import { isMention } from '../../src/core/mention.ts';

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
  ])('not: %s', (text) => expect(isMention(text, false)).toBe(false));

  it('lets quoted source of a traceback count, unless it compares', () => {
    expect(isMention('raise RuntimeError("CUDA has been initialized")', true)).toBe(false);
    expect(isMention('if "CUDA out of memory" in str(e):', true)).toBe(true);
  });
});
