import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { helpText } from '../src/help.ts';

describe.each([null, ...COMMANDS])('the help of %s', (command) => {
  it.each([40, 60, 80, 100, 120])('fits %i columns, and breaks no word', (width) => {
    const text = helpText(command, width);
    const words = new Set(helpText(command, 1000).split(/\s+/));
    for (const line of text.split('\n')) {
      // What is typed stands on a line of its own where it is longer than its column.
      if (!line.includes('zerogpu-advisor') || line.length <= width) expect([...line].length, line).toBeLessThanOrEqual(width);
      for (const word of line.trim().split(/\s+/)) expect(words.has(word) || word === '', word).toBe(true);
    }
  });
});
