import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardOf, STORIES, WIDTHS } from './cards.ts';
import { golden } from './print.ts';

describe.each(STORIES)('%s', (story) => {
  it.each(WIDTHS)('at %i columns', async (width) => {
    const path = join(import.meta.dirname, 'cards', story, `${width}.txt`);
    expect(await cardOf(story, width)).toBe(golden(path));
  });
});

it('are those of at least thirty stories', () => expect(STORIES.length).toBeGreaterThanOrEqual(30));
