import { describe, expect, it } from 'vitest';
import { Opening } from '../../../src/core/log/opening.ts';
import { diagnose } from '../../library.ts';

function read(lines: readonly string[], tracebackAt = -1): string | null {
  const opening = new Opening();
  for (const [place, line] of lines.entries()) opening.add(line, place === tracebackAt);
  return opening.text;
}

describe('the opening of a text', () => {
  it('is kept where it begins with a title, blank lines before it or not', () => {
    expect(read(['', '## Lamps', '', 'They fail.'])).toBe('## Lamps\n\nThey fail.');
    expect(read(['Lamps', '## They fail'])).toBeNull();
    expect(read(['#!/bin/bash'])).toBeNull();
    expect(read([])).toBeNull();
  });

  it('is bounded, in lines and in width', () => {
    const text = read(['# Lamps', ...Array.from({ length: 1000 }, () => 'x'.repeat(10_000))]) as string;
    expect(text.split('\n')).toHaveLength(40);
    expect(text.length).toBeLessThan(40 * 401);
  });

  it('is none of a page where a traceback stands in the text', () => {
    expect(read(['# Lamps', 'They fail.', 'Traceback'], 2)).toBeNull();
  });
});

describe('a long text that begins with a title', () => {
  const filling = Array.from({ length: 12 }, (_, step) => [`### Case ${step}`, '', '**Fix**: look at the plug first.', '']).flat();

  it('is silent as a guide', () => {
    const guide = [
      '# Troubleshooting',
      '',
      '**Error**: `RuntimeError: CUDA out of memory`',
      '',
      '**Fix**: take a smaller one.',
      '',
      ...filling,
    ];
    expect(diagnose(guide.join('\n'))).toMatchObject({ findings: [], failures: [] });
  });

  it('is told as a report', () => {
    const log = Array.from({ length: 40 }, (_, step) => `step ${step} of 40 done`);
    const report = [
      '## Describe the bug',
      'My app stops here:',
      '```',
      ...log,
      'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.',
      '```',
    ];
    expect(diagnose(report.join('\n')).findings.map(({ id }) => id)).toEqual(['cuda-out-of-memory']);
  });
});
