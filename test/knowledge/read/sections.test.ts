import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/core/library/entry.ts';
import { whyOf } from '../../../src/knowledge/read/sections.ts';

const section = (...paragraphs: string[]): Section => ({
  heading: 'Why',
  blocks: paragraphs.map((text) => ({ type: 'paragraph', inlines: [text] })),
});

describe('why it happens', () => {
  it('is the first paragraph, in its first sentences', () => {
    const { sentences, byFix } = whyOf(section('The worker died. Nobody told it.', 'Long ago it was otherwise.'));
    expect(sentences).toEqual([['The worker died.'], ['Nobody told it.']]);
    expect(byFix.size).toBe(0);
  });

  it('belongs to the fixes that a paragraph names, and the first one without a name to all others', () => {
    const { sentences, byFix, blocks } = whyOf(
      section('Memory ran out. {#memory}', 'The disk is full. {#disk} {#quota}', 'It was stopped.'),
    );
    expect(Object.fromEntries(byFix)).toEqual({
      memory: [['Memory ran out.']],
      disk: [['The disk is full.']],
      quota: [['The disk is full.']],
    });
    expect(sentences).toEqual([['It was stopped.']]);
    expect(blocks.flatMap((block) => (block.type === 'paragraph' ? block.inlines : []))).toEqual([
      'Memory ran out.',
      'The disk is full.',
      'It was stopped.',
    ]);
  });

  it('is left to the page where the section begins otherwise', () => {
    const blocks: Section['blocks'] = [{ type: 'list', ordered: false, items: [] } as never, ...section('Later.').blocks];
    expect(whyOf({ heading: 'Why', blocks }).sentences).toEqual([]);
    expect(whyOf(undefined)).toEqual({ sentences: [], byFix: new Map(), blocks: [] });
  });
});
