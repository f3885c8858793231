/** What a line of a log says by itself: without what stands before its words, and the same however often it is asked. */
import { describe, expect, it } from 'vitest';
import { LogText, openLine } from '../../../src/core/log/log-text.ts';
import { leadOf, openingOf } from '../../../src/core/log/speech/mention.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';

const textOf = (line: string, isTitle = false) => new LogText(neutralise(line), isTitle);

describe('a text', () => {
  it('has its words, and what stood before them apart', () => {
    const said = textOf('[rank1]:   File "a.py", line 3, in f');
    expect([said.text, said.stream]).toEqual(['File "a.py", line 3, in f', '[rank1]:']);
    expect(said.line.indent).toBe(2);
    expect(said.told.text).toBe('[rank1]: File "a.py", line 3, in f');
  });

  it('is told as it is, where one process writes', () => {
    const said = textOf('plain words ');
    expect([said.text, said.stream, said.told === said]).toEqual(['plain words', '', true]);
  });

  it('knows how serious it is', () => {
    expect([textOf('2026-04-02 10:00:00,123 ERROR it fails').level, textOf('it fails').level]).toEqual(['error', null]);
  });

  it('as the title of an issue has no mark of a title', () => {
    expect(textOf('## ValueError: it fails', true).text).toBe('ValueError: it fails');
    expect(textOf('## ValueError: it fails').text).toBe('## ValueError: it fails');
    expect(textOf('## Memory', true).text).toBe('## Memory');
  });
});

describe('what a text only mentions', () => {
  it.each([
    // Source that Python quotes counts, unless it compares.
    ['raise ValueError("it fails")', true, false],
    ['if "it fails" in str(e):', true, true],
    ['ValueError: it fails', false, false],
  ])('is told of a text and of source apart, again and again: %s', (line, inText, inSource) => {
    const said = textOf(line);
    for (const _ of [1, 2]) expect([said.isMentionAlone(false), said.isMentionAlone(true)]).toEqual([inText, inSource]);
  });

  it('and whether it is a statement are found out once', () => {
    const said = textOf('import torch');
    expect([said.isStatement, said.isStatement, textOf('it fails').isStatement]).toEqual([true, true, false]);
    expect([said.opening, said.opening]).toEqual([openingOf('import torch'), openingOf('import torch')]);
    expect([said.lead, said.lead]).toEqual([leadOf('import torch'), leadOf('import torch')]);
    expect(textOf('raise_error(').lead).toMatchObject({ opensCall: true });
  });
});

describe('a line', () => {
  it('is opened into its texts; of an event with its time', () => {
    const { texts, event } = openLine('data: {"data": "one\\ntwo", "timestamp": "2026-11-20T09:12:01Z"}');
    expect(texts.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(event).toEqual({ timestamp: '2026-11-20T09:12:01Z', text: 'one\ntwo' });
    expect(openLine('one')).toMatchObject({ event: null, level: null });
  });

  it('is the title of an issue only where it is the first', () => {
    const title = '# ValueError: it fails';
    expect([openLine(title, true), openLine(title)].map(({ texts }) => texts[0]?.text)).toEqual(['ValueError: it fails', title]);
  });
});
