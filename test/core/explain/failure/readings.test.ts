/** Each sample of a reading is told by that very reading, and what only looks alike by none of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/core/explain/explain.ts';
import { readFailure } from '../../../../src/core/explain/failure/read-failure.ts';
import { NO_SEARCH } from '../../../../src/core/explain/nearest.ts';
import { Library } from '../../../../src/core/library/library.ts';
import { plainInlines } from '../../../../src/core/markup/read.ts';
import { own } from '../../../../src/core/text/neutralise.ts';
import { parseFailures } from '../../../../src/knowledge/read/failures.ts';
import { root } from '../../../e2e/built.ts';
import { diagnose, knowledge, library } from '../../../library.ts';

const { readings } = parseFailures(readFileSync(join(root, 'content/failures.yaml'), 'utf8'), []);
const empty = diagnose('');
/** Those that ask for nothing but a message. */
const FREE = readings.flatMap((reading, index) => {
  const { raised, asks, statement, trail, answer, kinds, cut, look } = reading;
  const isFree = [raised, asks, statement, trail, answer, kinds, cut].every((each) => each === undefined) && !look.includes('{{building}}');
  return isFree ? reading.samples.map((sample): [string, number] => [sample, index]) : [];
});

/** What a library says of a message of which nothing else is known. */
function told(of: Library, sample: string): string {
  const { type = null, message = sample } = /^(?<type>[A-Z]\w{1,80}): (?<message>.{1,600})$/.exec(sample)?.groups ?? {};
  const failure = {
    ...{ kind: 'other' as const, type: type === null ? null : own(type), message: own(message), details: [], file: null, line: 1 },
    ...{ location: null, raisedIn: null, inPackage: null, trail: [], isAnswer: false, isConsequence: false, advice: null },
  };
  const { look, isRead } = readFailure(of, failure, empty.environment);
  return isRead ? plainInlines(look) : 'nothing';
}

/** What is said of the first failure of a text. */
function read(text: string): string {
  const [first] = explain(library, NO_SEARCH, diagnose(`${text}\n`)).failures;
  return plainInlines(first?.look ?? []);
}

describe('a sample', () => {
  it.each(FREE)('%s', (sample, index) => {
    const alone = library.failures.readings.slice(index, index + 1);
    const only = told(new Library({ ...knowledge, failures: { ...library.failures, readings: alone } }), sample);
    expect(only).not.toBe('nothing');
    expect(told(library, sample)).toBe(only);
  });
});

describe('what only looks alike', () => {
  it.each([
    ['Error: the key is missing', 'A key is probably missing'],
    ["KeyError: 'choices'", 'A key is probably missing'],
    ["Error opening file: 'data.csv' is locked", 'A key is probably missing'],
    ['ValueError: 3 is not in list of allowed sizes, choose 2', 'A list is shorter than the code expects'],
    ['Error: connection refused by policy of the author', 'The connection broke off'],
    ['RuntimeError: the MPS file has no header', "A Mac's GPU cannot do that with this torch"],
    ['ERROR: the migration of birds failed to load', 'A migration of the database failed'],
    ['ValueError: a table is wanted that already exists in two forms', 'A table already exists'],
    ['Error: no such tablet: pen', 'The database lacks a table'],
    ['ValueError: language is not supported by this voice', 'A language code is not known'],
    ['Error: the archive of Not a gzip is full', 'Python cannot read a file'],
    ["SyntaxError: Unexpected token 'x'", 'Python cannot read a file'],
    ['RuntimeError: the invalid invocation of the spell', 'Prisma refuses this call'],
    ['ValueError: `prompt` must be set before the call', 'An argument has a value that is not accepted'],
    ["ImportError: cannot import name 'odd' from 'evenly' (/app/evenly.py)", 'Modules import each other in a circle'],
  ])('%s is not: %s', (text, title) => {
    const [first] = explain(library, NO_SEARCH, diagnose(`${text}\n`)).failures;
    expect(first?.title).not.toBe(title);
  });
});

describe('a library that raised it', () => {
  const inside = (end: string) =>
    read(
      `Traceback (most recent call last):\n  File "/usr/lib/python3/site-packages/diffusers/core.py", line 7, in pick\n    x = f(y)\n${end}\n`,
    );

  it('may be at fault for what Python raises, and not for a network or a file', () => {
    expect(inside("TypeError: 'int' object is not callable")).toContain('a newer diffusers may fix it');
    expect(inside('ConnectionResetError: [Errno 104] Connection reset by peer')).not.toContain('newer');
    expect(inside('OperationalError: no such table: users')).not.toContain('newer');
  });
});

describe('a card of a failure in a notebook', () => {
  it('calls a cell a cell, and gives it no file', () => {
    const text = [
      'Traceback (most recent call last):',
      '  File "/tmp/ipykernel_29716/3481243923.py", line 11, in paraphrase',
      '    outputs = model.generate(ids)',
      '  File "/usr/lib/python3/site-packages/transformers/generation/beam.py", line 200, in __init__',
      '    raise ValueError(',
      'ValueError: the beams are crossed',
    ].join('\n');
    expect(read(text)).toContain('what the call at a notebook cell, line 11 passes');
  });
});
