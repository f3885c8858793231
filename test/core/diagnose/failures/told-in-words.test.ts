import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../library.ts';

const told = (text: string) => diagnose(text).failures.map(({ message, line }) => ({ message, line }));

describe('a failure that somebody only tells of', () => {
  it('is told by the form of a short text, in whatever words', () => {
    const words = 'Every image that I get looks the same, whatever the seed.';
    expect(told(words)).toEqual([{ message: words, line: 1 }]);
  });

  it('is told beside the code that belongs to it', () => {
    const code = Array.from({ length: 12 }, (_, at) => `step_${at}(image)`).join('\n');
    const words = 'On Windows 10 the inference never comes back.';
    expect(told(`${words}\n\n\`\`\`python\n${code}\n\`\`\``)).toEqual([{ message: words, line: 1 }]);
  });

  it('is told in forty lines at the most, blank ones not counted', () => {
    const words = 'My Space never comes back.';
    const lines = (count: number, blank: number) => `${words}\n${`It hangs.\n`.repeat(count - 1)}${'\n'.repeat(blank)}`;
    const tried = [lines(40, 0), lines(41, 0), lines(39, 25), lines(39, 26)];
    expect(tried.map((text) => told(text).length)).toEqual([1, 0, 1, 0]);
    expect(diagnose(lines(39, 25)).lines).toBe(64);
  });

  it('is told by its form only in a text that is short as a whole', () => {
    const words = 'Every image that I get looks the same, whatever the seed.';
    const shown = (lines: number) => told(`${words}\n\`\`\`\n${'step\n'.repeat(lines)}\`\`\``).length;
    expect([shown(3), shown(4)]).toEqual([1, 0]);
  });

  it.each([
    'My model takes 20 seconds per image. What duration should I set for my Space?',
    'I want my Space to sleep after an hour.',
    'My Space has been stable for 3 months.',
    '## Seeds\n\nEvery image of our Space looks the same with one seed.',
    'Every image of our Space\n\nlooks the same.\n\nIt has one seed.\n\nThe seed is set.\n\nHere.\n\nAnd here.\n\nAnd there.',
  ])('is none: %s', (text) => expect(told(text)).toEqual([]));
});

describe('what Python says without the name of its exception', () => {
  it.each([
    "name 'torch' is not defined",
    "unsupported operand type(s) for +: 'int' and 'str'",
    'Process group watchdog thread terminated with exception: timed out in a broadcast',
    'HTTP Request: POST https://a-b.hf.space/call/x "HTTP/1.1 500 Internal Server Error"',
  ])('is a failure: %s', (line) => expect(told(line)).toHaveLength(1));

  it.each(['INFO:     10.0.0.1:5 - "POST /run HTTP/1.1" 200 OK', 'the list goes out of range at night'])('is none: %s', (line) =>
    expect(told(line)).toEqual([]),
  );
});
