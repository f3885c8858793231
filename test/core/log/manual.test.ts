import { describe, expect, it } from 'vitest';
import { isManual, isProgram } from '../../../src/core/log/prose.ts';
import { diagnose } from '../../library.ts';

const FENCE = '```';
const MANUAL = `## Troubleshooting\n\n**The Space sleeps**\n\n${FENCE}\nRuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB\n${FENCE}\n\nMake sure that the batch is small.`;

describe('documentation that helps with errors', () => {
  it('has not the errors that it shows', () => {
    expect(isManual(MANUAL)).toBe(true);
    expect(diagnose(MANUAL)).toMatchObject({ findings: [], failures: [] });
  });

  it.each([
    ['somebody has it', MANUAL.replace('Make sure that', 'I make sure that')],
    ['somebody asks', `${MANUAL} Why?`],
    [
      'a program was there',
      MANUAL.replace('RuntimeError', 'Traceback (most recent call last):\n  File "app.py", line 3, in f\nRuntimeError'),
    ],
    ['nobody is told what to do', MANUAL.replace('Make sure that', 'Known since May:').replace('Troubleshooting', 'Crash')],
    ['it has no title', MANUAL.replace('## ', '')],
  ])('is none where %s', (_, text) => {
    expect(isManual(text)).toBe(false);
    expect(diagnose(text).findings.map(({ id }) => id)).toEqual(['cuda-out-of-memory']);
  });
});

describe('a note on one exception', () => {
  const note = `### Localhost not accessible\n${FENCE}\nRuntimeError: CUDA out of memory\n${FENCE}\n**Fix**: a smaller batch`;
  it('is read by whoever has it', () => {
    expect(isManual(note)).toBe(false);
    expect(isManual(`${note}\n### Another one\nText.`)).toBe(true);
    expect(isManual(note.replace('Localhost', 'Troubleshooting: localhost'))).toBe(true);
  });
});

describe('source with docstrings', () => {
  const source = 'class Gone(Exception):\n    """\n    Raised when a model is gone.\n\n    RuntimeError: CUDA out of memory\n    """\n';
  it('shows examples', () => {
    expect(isProgram(source)).toBe(true);
    expect(isProgram(`${source}\n    def __init__(self, message):\n        super().__init__(message)\n`)).toBe(true);
  });
  it('ends where something was printed', () => {
    expect(isProgram(`${source}\nRuntimeError: CUDA out of memory`)).toBe(false);
    expect(isProgram('RuntimeError: CUDA out of memory')).toBe(false);
    expect(isProgram(`${source}Traceback (most recent call last):\n  File "a.py", line 2`)).toBe(false);
  });
});
