import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteGuard } from '../../../src/tui/terminal/paste-guard.ts';
import { anyCharacter } from '../../any-character.ts';

const START = '\x1b[200~';
const END = '\x1b[201~';
const CTRL_C = '\x03';

/** Sends chunks as a terminal would, then lets it be quiet. */
function through(chunks: string[]): string {
  const guard = pasteGuard();
  const keys = chunks.map((chunk) => guard.push(chunk).keys).join('');
  return keys + (guard.isSettling() ? guard.take() : '');
}

function cut(text: string, at: number[]): string[] {
  const places = [...new Set(at.map((share) => Math.floor(share * text.length)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

describe('a bracketed paste', () => {
  test('comes out whole, however it is cut', () => {
    const shares = fc.array(fc.double({ min: 0.03, max: 1, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: anyCharacter }), shares, (text, at) => {
        const chunks = cut(
          START + text + END,
          at.map((share) => Math.max(share, 3 / (text.length + 12))),
        );
        // One that comes alone ends the program.
        fc.pre(!chunks.some((chunk) => chunk !== '' && chunk.replaceAll(CTRL_C, '') === ''));
        expect(through(chunks)).toBe(through([START + text + END]));
      }),
    );
  });

  test('holds no mark, whatever was in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('q', '\x1b', '\x1b[20', '1~', START, END, '\x03', '\r', '\x9b', 'text'), { maxLength: 12 }),
        (parts) => {
          const out = through([START + parts.join('') + END]);
          expect(out.startsWith(START) && out.endsWith(END)).toBe(true);
          expect(out.slice(START.length, -END.length)).not.toMatch(/\x1b\[20[01]~|\r/);
        },
      ),
    );
  });

  test('an end mark inside does not let the rest out as keys', () => {
    expect(through([`${START}one${END}q\rtwo${END}`])).toBe(`${START}oneq\ntwo${END}`);
  });

  test('a huge one is cut, and says so; its end is still its end', () => {
    const piece = 'x'.repeat(4096);
    const out = through([START, ...Array<string>(5000).fill(piece), `${END.slice(0, 3)}`, END.slice(3)]);
    expect(out.length).toBeLessThan(17 * 1024 * 1024);
    expect(out).toMatch(/x\n\[The paste was cut here[^\n]{1,200}\]\n\x1b\[201~$/);
  });

  test('is not given out before its end has come', () => {
    const guard = pasteGuard();
    guard.push(`${START}half`);
    expect(guard.isSettling()).toBe(false);
  });
});

describe('a paste that does not end', () => {
  test('gives way to Ctrl-C, whatever came before', () => {
    const guard = pasteGuard();
    guard.push(`${START}text`);
    expect(guard.push('\x03')).toEqual({ keys: '\x03', isPasting: false });
    expect(guard.push('j')).toEqual({ keys: 'j', isPasting: false });
  });

  test('is taken when it is given up, and its late rest is a paste too', () => {
    const guard = pasteGuard();
    guard.push(`${START}first half, q`);
    expect(guard.isSettling()).toBe(false);
    expect(guard.take()).toBe(`${START}first half, q${END}`);
    expect(guard.push(`q second half${END}`)).toEqual({ keys: '', isPasting: true });
    expect(guard.take()).toBe(`${START}q second half${END}`);
  });

  test('that has ended does not swallow a Ctrl-C behind it', () => {
    const guard = pasteGuard();
    guard.push(`${START}text`);
    expect(guard.push(`more${END}\x03`).keys).toBe('\x03');
    guard.push(`${START}text${END.slice(0, 4)}`);
    expect(guard.push(`${END.slice(4)}\x03`).keys).toBe('\x03');
  });

  test('keeps a Ctrl-C that stands in its text', () => {
    expect(through([`${START}a\x03b${END}`])).toBe(`${START}a\x03b${END}`);
  });
});

describe('without brackets', () => {
  test.each([
    ['a line in its colours', '\x1b[31mERROR\x1b[0m q'],
    ['a coloured word', '\x1b[1mquit'],
    ['a name', 'quota-exceeded'],
    ['two words', 'quick oom'],
    ['two short lines', 'q\rq'],
  ])('%s is a paste', (_, text) => expect(through([text])).toBe(`${START}${text.replace('\r', '\n')}${END}`));
  test('several lines at once are a paste', () => expect(through(['first\rsecond'])).toBe(`${START}first\nsecond${END}`));
  test('a long text at once is a paste', () =>
    expect(through(['RuntimeError: CUDA error: invalid'])).toBe(`${START}RuntimeError: CUDA error: invalid${END}`));
});

describe('keys stay keys', () => {
  test.each([
    'q',
    'jjj',
    '\x1b',
    '\x1b[A',
    '\x1b[A\x1b[A\x1b[B',
    'quota\r',
    '\x03',
    'jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj',
    '日本',
    '\x1b[6~',
    '/quota exceeded',
    'quota',
    '\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA\x1bOB\x1b[1;5C\x1b[H',
    '\x1bq',
    '\x1a\x1a',
  ])('%j', (keys) => expect(through([keys])).toBe(keys));

  test('the beginning of a mark that is none is handed on', () => {
    const guard = pasteGuard();
    expect(guard.push('\x1b[2')).toEqual({ keys: '', isPasting: true });
    expect(guard.push('~')).toEqual({ keys: '\x1b[2~', isPasting: false });
  });
});
