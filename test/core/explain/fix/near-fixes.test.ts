import { describe, expect, it } from 'vitest';
import { fixesNear, isForPage } from '../../../../src/core/explain/fix/near-fixes.ts';
import type { ErrorEntry } from '../../../../src/core/library/entry.ts';

/** A page with these fixes, and with patterns that name one of them each. */
const page = (titles: Record<string, string>, patterns: [fix: string, literal: string][] = []) =>
  ({
    fixes: Object.entries(titles).map(([name, title]) => ({ name, title: [title], blocks: [] })),
    signature: { patterns: patterns.map(([fix, literal]) => ({ fixes: [fix], literals: [literal] })) },
  }) as unknown as ErrorEntry;

describe('the fixes whose words come near', () => {
  const ports = page({ port: 'Listen on port 7860', gradio: 'Let Gradio listen', hardware: 'Choose other hardware' });

  it('come first, the others are left out', () => {
    expect(fixesNear(ports, 'I wonder which other hardware I should choose')).toEqual(['hardware']);
    expect(fixesNear(ports, 'must it listen on port 7860, or may it be another one?')).toEqual(['port']);
  });

  it('stand by how near they come', () => {
    const batch = 'Choose a smaller batch of images';
    const cards = page({ less: batch, more: `${batch} with lighter weights`, none: 'Wait', six: 'Sleep', ten: 'Ask' });
    // A short fix holds fewer words by chance.
    expect(fixesNear(cards, 'shall I choose a smaller batch of images?')).toEqual(['less', 'more']);
    expect(fixesNear(cards, 'a smaller batch of images, chosen lighter')).toEqual(['more', 'less']);
  });

  it('are none where the words do not tell them apart', () => {
    expect(fixesNear(ports, 'does it listen?')).toEqual([]);
    expect(fixesNear(ports, 'nothing of the kind')).toEqual([]);
    expect(fixesNear(page({}), 'port 7860')).toEqual([]);
  });

  it('are looked for among those that are given', () => {
    expect(fixesNear(ports, 'I wonder which other hardware I should choose', ports.fixes.slice(0, 2))).toEqual([]);
  });

  it('are found by the messages that they belong to as well', () => {
    const entry = page({ one: 'Do this', other: 'Do that' }, [['other', 'address already in use']]);
    expect(fixesNear(entry, 'it says that the address is in use already')).toEqual(['other']);
  });
});

describe('a fix that stands for its page', () => {
  const titles = { first: 'Do this', rare: 'Do that', often: 'Do it', free: 'Wait' };
  const patterns = (...names: string[]): [fix: string, literal: string][] => names.map((name) => [name, name]);
  const standing = (...names: string[]) => {
    const entry = page(titles, patterns(...names));
    return entry.fixes.filter((fix) => isForPage(entry, fix)).map(({ name }) => name);
  };

  it('is one that no pattern names, and the one that most of them name', () => {
    expect(standing('first', 'rare', 'often', 'often', 'often')).toEqual(['often', 'free']);
    expect(standing('first', 'rare', 'often', 'often', 'rare', 'first', 'often')).toEqual(['often', 'free']);
  });

  it('is none that one of many patterns names', () => {
    expect(standing('first', 'rare', 'often', 'free')).toEqual([]);
    expect(standing('first', 'rare', 'often')).toEqual(['first', 'rare', 'often', 'free']);
  });

  it('is the first where patterns name none', () => {
    const entry = page(titles, patterns('rare', 'often', 'free', 'often', 'first', 'free'));
    const [first] = entry.fixes as [ErrorEntry['fixes'][number]];
    expect(isForPage(entry, first)).toBe(false);
    entry.signature.patterns.push(...[1, 2, 3].map(() => ({ fixes: [], literals: [] }) as never));
    expect(isForPage(entry, first)).toBe(true);
  });
});
