/** What a report says of failures that no page describes: alone, beside a cause that is known, and how many more there are. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/core/document/document.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { paint } from '../../../src/render/paint.ts';
import { diagnose, library } from '../../library.ts';

const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';
/** So many quiet lines that two failures have nothing to do with each other. */
const APART = '\n\n\n\n\n\n';

/** The lines of the report, without blanks around them. */
function report(...failures: string[]): string[] {
  const result = explain(library, { search: () => [] }, diagnose(`${failures.join(APART)}\n`));
  return paint(documentOf(result), { width: 120, color: false })
    .lines.map((line) => line.trim())
    .filter((line) => line !== '');
}

const strange = (letters: string) => [...letters].map((letter) => `Strange${letter}Error: number ${letter}`);

describe('failures that no page describes', () => {
  it('are named behind a cause that is known', () => {
    const lines = report(OOM, ...Array(3).fill('all is well'), ...strange('xy'));
    const from = lines.indexOf('Also failed, and not in the catalogue:');
    expect(lines[0]).toMatch(/^error\[cuda-out-of-memory\]/);
    expect(lines.slice(from, from + 3)).toEqual([
      'Also failed, and not in the catalogue:',
      '• StrangexError: number x (other, line 25)',
      '• StrangeyError: number y (other, line 31)',
    ]);
    expect(lines.join('\n')).not.toContain('No page describes this one');
  });

  it('come first where nothing else is known: a card of the first, three more by name, the rest by number', () => {
    const lines = report(...strange('uvwxyz'));
    expect(lines.slice(0, 3)).toEqual([
      'failure[other] Something failed that no page describes yet',
      'line 1',
      '│ StrangeuError: number u',
    ]);
    expect(lines.slice(lines.indexOf('Also failed:'), -1)).toEqual([
      'Also failed:',
      '• StrangevError: number v (other, line 7)',
      '• StrangewError: number w (other, line 13)',
      '• StrangexError: number x (other, line 19)',
      '• 2 further lines of other failures.',
    ]);
  });

  it('are no list where there is one', () => {
    expect(report(...strange('x')).filter((line) => /Also failed/.test(line))).toEqual([]);
    expect(report(OOM).filter((line) => /Also failed/.test(line))).toEqual([]);
  });
});
