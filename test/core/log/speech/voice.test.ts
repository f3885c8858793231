/** How a line sounds: of somebody to whom it happened, of somebody who teaches, of a program. */
import { describe, expect, it } from 'vitest';
import { happenedIn, isOfForm, isOfOneself, isOnRecord, printedKindOf, taughtIn } from '../../../../src/core/log/speech/voice.ts';

describe('it happened to who writes', () => {
  it.each(['My app stops', "I've tried it", '我的应用', 'Ich sehe nichts', 'у меня не идёт', 'We are seeing it'])(
    'who speaks of oneself: %s',
    (line) => {
      expect(isOfOneself(line)).toBe(true);
      expect(happenedIn(line)).toBeGreaterThanOrEqual(4);
    },
  );

  it.each(['The app stops', 'It says "my app stops" there', 'He prints `I am here`', 'You see it'])(
    'nobody speaks of oneself: %s',
    (line) => {
      expect(isOfOneself(line)).toBe(false);
    },
  );

  it('who asks, and says since when, says more than who only says', () => {
    const [asks, since, both, none] = [
      'Is there a way out?',
      'It stopped since yesterday.',
      'It stopped since yesterday, is there a way out?',
      'It stops.',
    ].map(happenedIn);
    expect(none).toBe(0);
    expect(since).toBeGreaterThan(0);
    expect(asks).toBeGreaterThan(since as number);
    expect(both).toBe((asks as number) + (since as number));
    expect(happenedIn('It says "is there a way out?" at the end.')).toBe(0);
  });

  it.each(['When using the demo, got a duration error.', 'Getting this error on the Space', 'It ran before but now facing the same issue'])(
    'who writes in haste: %s',
    (line) => expect(happenedIn(line)).toBeGreaterThan(0),
  );
  it.each(['If you are getting this error, wait', 'whoever gets this message', 'Getting started with error pages'])(
    'nobody has it: %s',
    (line) => expect(happenedIn(line)).toBe(0),
  );

  it.each(['2026-11-20 it stopped', 'at 09:12:01', '❌ build', 'Status: 503', 'RUNTIME_ERROR'])('it is on record: %s', (line) =>
    expect(isOnRecord(line)).toBe(true),
  );
  it.each(['in 2026', 'status 503 of it', 'version 2.0.1'])('it is not: %s', (line) => expect(isOnRecord(line)).toBe(false));
});

describe('who teaches', () => {
  it.each([
    'Common errors',
    'If you see it, wait',
    '- Please reinstall torch',
    'You should wait',
    '1. **Set** it'.replace('**Set**', 'set'),
    '如果出现',
  ])('%s', (line) => {
    expect(taughtIn(line)).toBeGreaterThan(0);
  });

  it.each(['The app stops', 'The settings of it', 'It says "you should wait"'])('not: %s', (line) => expect(taughtIn(line)).toBe(0));

  it('is heard by the strongest mark, however many there are', () => {
    expect(taughtIn('You should set it')).toBe(taughtIn('You should wait'));
    expect(taughtIn('If you see it, you should wait')).toBe(taughtIn('If you see it'));
    expect(taughtIn('If you see it')).toBeGreaterThan(taughtIn('You should wait'));
  });
});

describe('the form of a report', () => {
  it.each(['### Describe the bug', '**Steps to reproduce**', '- OS: Linux', 'Root cause analysis', 'GPU: T4', '**Status:** open'])(
    '%s',
    (line) => expect(isOfForm(line)).toBe(true),
  );
  it.each(['The OS: Linux', 'Describe it', 'osmosis: x'])('not: %s', (line) => expect(isOfForm(line)).toBe(false));
});

describe('what a program did', () => {
  it.each([
    ['File "app.py", line 3, in f', 'frame'],
    ['Traceback (most recent call last):', 'frame'],
    ['app.py:3, in run', 'frame'],
    ['$ python app.py', 'prompt'],
    ['C:\\work> python app.py', 'prompt'],
    ['(venv) ~/x $ pip check', 'prompt'],
    ['ann@box:~$ ls', 'prompt'],
    ['2026-11-20 started', 'printed'],
    ['INFO ready', 'printed'],
    ['Downloading torch', 'printed'],
    [' 45%|####'.trim(), 'printed'],
    ['app.py:3: UserWarning: x', 'printed'],
    ['ValueError: no', 'raised'],
    ['odd.core.NoTeapot: empty', 'raised'],
    ['it ends in OddError: no', 'raised'],
    ['it says `OddError: no` there', null],
    ['The app stops', null],
    ['', null],
  ])('%s: %s', (line, kind) => expect(printedKindOf(line)).toBe(kind));
});
