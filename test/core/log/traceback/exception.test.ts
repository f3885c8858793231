/** Exceptions as lines name them: alone, at the end of a traceback, within a sentence, in quotations. */
import { describe, expect, it } from 'vitest';
import {
  anyException,
  type Exception,
  endOfTraceback,
  exceptionOf,
  flatException,
  inlineExceptionOf,
  quotedExceptionOf,
  wholeQuotationOf,
} from '../../../../src/core/log/traceback/exception.ts';

/** "Type: message", or nothing. */
const written = (found: Exception | null) => found && `${found.type}: ${found.message}`;

describe('a line that is an exception', () => {
  it.each([
    ['ValueError: too  long ', 'ValueError: too  long'],
    ['ValueError', 'ValueError: '],
    ['torch.cuda.OutOfMemoryError: CUDA out of memory', 'OutOfMemoryError: CUDA out of memory'],
    ['requests.exceptions.ReadTimeout: slow', 'ReadTimeout: slow'],
    ['huggingface_hub.errors.BadRequest: no', 'BadRequest: no'],
    ['asyncio.queues.QueueEmpty', 'QueueEmpty: '],
    ['_queue.Empty', 'Empty: '],
    ['queue.Empty', 'Empty: '],
  ])('%s', (line, exception) => expect(written(exceptionOf(line))).toBe(exception));

  it.each(['ValueError now', 'An Error: it fails', 'x.exceptions.OldWarning: old', 'it fails', '', 'errors.no'])('%j is none', (line) =>
    expect(exceptionOf(line)).toBeNull(),
  );

  it('has the words of the line as the log has it', () => {
    expect(written(exceptionOf('ValueError: "it" fails', 'ValueError: “it” fails'))).toBe('ValueError: “it” fails');
    // What a log shows may be told from a text only.
    expect(written(exceptionOf('ValueError: it fails', '…'))).toBe('ValueError: it fails');
  });
});

describe('at the end of a traceback', () => {
  it.each([
    ['Exception: no teapot', 'Exception: no teapot'],
    ['ExceptionGroup: two (2 sub-exceptions)', 'ExceptionGroup: two (2 sub-exceptions)'],
    ['ValueError: x', 'ValueError: x'],
    ['SystemExit: 2', 'SystemExit: 2'],
    ['StopIteration', 'StopIteration: '],
    ['pyarrow.lib.ArrowInvalid: Schema at index 1 was different:', 'ArrowInvalid: Schema at index 1 was different:'],
  ])('also names that are none elsewhere: %s', (line, exception) => expect(written(endOfTraceback(line, line))).toBe(exception));

  it.each(['Exceptional: x', 'it fails', 'self.sizes: list = x', 'pandas.errors.OldWarning: x', 'Some.Thing: x'])('%s is none', (line) =>
    expect(endOfTraceback(line, line)).toBeNull(),
  );

  it('any name may be one, what a logger calls a level is none', () => {
    expect(written(anyException('app.NoTeapot: x', 'app.NoTeapot: x'))).toBe('NoTeapot: x');
    expect(['socket.timeout', 'Stop', 'timeout: slow'].map((line) => written(anyException(line, line)))).toEqual([
      'timeout: ',
      'Stop: ',
      'timeout: slow',
    ]);
    for (const line of ['ERROR: x', 'hint: x', 'two words: x', 'ready', '_ready']) expect(anyException(line, line), line).toBeNull();
  });

  it('on one line it is the last one', () => {
    const last = (line: string) => written(flatException(line, line));
    expect(last('File "a.py", line 1, in f raise KeyError ValueError: it fails')).toBe('ValueError: it fails');
    // So much of a long one is read.
    expect(last(`KeyError: ${'x '.repeat(600)}`)).toBeNull();
    expect(last(`${'x '.repeat(600)}KeyError: it fails`)).toBe('KeyError: it fails');
    expect(flatException('File "a.py", line 1, in f', 'File "a.py", line 1, in f')).toBeNull();
  });
});

describe('within a sentence', () => {
  it.each([
    ['it ends with ValueError: too long', 'ValueError: too long'],
    ['worker 3> app.core.LostError: gone', 'LostError: gone'],
    // Whoever speaks of oneself has what is quoted.
    ['Then my app says "ValueError: too long" again', 'ValueError: too long'],
    ['My app says "ValueError: too long" again', 'ValueError: too long'],
    ['我的应用 (ValueError: too long)', 'ValueError: too long)'],
  ])('%s', (line, exception) => expect(written(inlineExceptionOf(line))).toBe(exception));

  it.each([
    'it says "ValueError: too long" where a name is',
    'torch==2.8 # else ImportError: no wheel',
    'run() // may raise OSError: no space',
    'ValueError: ',
    'it is an error: too long',
    '`ValueError: no` here',
  ])('is none: %s', (line) => expect(inlineExceptionOf(line)).toBeNull());

  it.each([
    ['**ValueError: the name is too long**', 'ValueError: the name is too long'],
    ['`ValueError: the name is too long`', 'ValueError: the name is too long'],
    ['`ValueError: too long, set `NAME_MAX=9` to allow it.`', 'ValueError: too long, set `NAME_MAX=9` to allow it.'],
  ])('is all that a line quotes: %s', (line, exception) => expect(written(wholeQuotationOf(line))).toBe(exception));

  it.each(['`ValueError: no` here', '`ValueError: too long` and `TypeError: too short`'])('is not all of a line: %s', (line) =>
    expect(wholeQuotationOf(line)).toBeNull(),
  );

  it('may stand in quotations', () => {
    expect(written(quotedExceptionOf('it says "ValueError: too long" where a name is'))).toBe('ValueError: too long');
    expect(quotedExceptionOf('it says ValueError: too long')).toBeNull();
  });
});
