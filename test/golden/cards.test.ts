import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cardOf, STORIES, WIDTHS } from './cards.ts';
import { golden } from './print.ts';

// On a busy machine a long log takes so long that its findings are printed before its end, as they would be for a person who waits.
beforeAll(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterAll(() => vi.useRealTimers());

describe.each(STORIES)('%s', (story) => {
  it.each(WIDTHS)('at %i columns', async (width) => {
    const path = join(import.meta.dirname, 'cards', story, `${width}.txt`);
    expect(await cardOf(story, width)).toBe(golden(path));
  });
});

it('are those of at least thirty stories', () => expect(STORIES.length).toBeGreaterThanOrEqual(30));
