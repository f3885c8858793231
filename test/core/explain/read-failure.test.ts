/** What Python's own messages mean where no page knows the failure: who raised it, what of the quoted line it is, what shows it. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { plainInlines } from '../../../src/core/markup/read.ts';
import { diagnose, library } from '../../library.ts';

const OWN = (statement: string, end: string) =>
  `Traceback (most recent call last):\n  File "/home/user/app/app.py", line 12, in run\n    ${statement}\n${end}\n`;
const INSIDE = (end: string) =>
  `Traceback (most recent call last):\n  File "/home/user/app/app.py", line 12, in run\n    speak(text)\n  File "/usr/local/lib/python3.10/site-packages/oddvoice/core.py", line 7, in speak\n    return table[name]\n${end}\n`;

function read(text: string) {
  const [first] = explain(library, { nearTo: () => [] }, diagnose(text)).failures;
  if (!first) throw new Error(`no failure in: ${text}`);
  return { title: first.title, look: plainInlines(first.look), code: first.shown?.code ?? null };
}

describe('raised in the own code', () => {
  it.each([
    [
      'text = result.text.strip()',
      "AttributeError: 'NoneType' object has no attribute 'strip'",
      'result.text is None when line 12',
      'print(repr(result.text))',
    ],
    ['voice = voices[name]', "KeyError: 'af_bella'", 'voices has no key af_bella at line 12', 'print(list(voices))'],
    ['first = rows[0]', "TypeError: 'NoneType' object is not subscriptable", 'rows is None at line 12', 'print(repr(rows))'],
    ['text = reply.text', "AttributeError: 'dict' object has no attribute 'text'", 'reply is a dict at line 12', 'dir(reply)'],
  ])('%s', (statement, end, look, code) => {
    const told = read(OWN(statement, end));
    expect(told.look).toContain(look);
    expect(told.code).toContain(code);
  });

  it('names nothing that could be two things', () => {
    const told = read(OWN('x = a.text.strip() + b.text.strip()', "AttributeError: 'NoneType' object has no attribute 'strip'"));
    expect(told.look).not.toMatch(/[ab]\.text/);
    expect(told.look).toContain('What stands before .strip is None');
    expect(told.code).toBeNull();
    expect(read(OWN('v = voices[names[i]]', "KeyError: 'af_bella'")).look).not.toContain('af_bella at line');
  });

  it('lets no stranger into code', () => {
    const told = read(OWN('x = config["a"]', 'KeyError: \'a"); import os; print("\''));
    expect(told.code ?? '').not.toContain('import os');
  });
});

describe('raised in a library', () => {
  it.each([
    ["KeyError: 'base_len'", 'A library does not find a name in its own tables', 'oddvoice looks for base_len'],
    [
      "AttributeError: 'NoneType' object has no attribute 'strip'",
      'A library got None where it needs a value',
      'Inside oddvoice None is asked for strip',
    ],
    [
      'ValueError: Reference audio must be at least 3 seconds long',
      'A library refuses what it was given',
      'oddvoice checks what the call at app.py:12 hands over',
    ],
  ])('%s', (end, title, look) => {
    const told = read(INSIDE(end));
    expect(told.title).toBe(title);
    expect(told.look).toContain(look);
  });
});

describe('without a traceback', () => {
  it('says what is sure: which value, and which language', () => {
    expect(read("AttributeError: 'NoneType' object has no attribute 'strip'\n").look).toContain('What stands before .strip is None');
    expect(read('TypeError: e.mount is not a function\n')).toMatchObject({
      title: 'An error in the JavaScript of the page',
      code: 'demo.launch(ssr_mode=False)',
    });
  });

  it('says no more than the kind where no reading fits', () => {
    const { title, look, code } = read('FrobError: upside down\n');
    expect({ title, code }).toEqual({ title: library.failures.kinds.other.title, code: null });
    expect(look).toBe(plainInlines(library.failures.kinds.other.look));
  });
});
