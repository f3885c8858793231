/** What must hold for any input: used with a fixed budget in the test run, and for as long as one likes by `npm run fuzz`. */

import fc from 'fast-check';
import { expect } from 'vitest';
import { Diagnoser } from '../../src/core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis.ts';
import { documentOf } from '../../src/core/document/document.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { LineReader } from '../../src/core/log/lines.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { columnsOf } from '../../src/core/text/columns.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { mask } from '../../src/core/text/secrets.ts';
import { toJson } from '../../src/render/json.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { paint } from '../../src/render/paint.ts';
import type { State, Transition } from '../../src/tui/state/state.ts';
import { type Guard, pasteGuard } from '../../src/tui/terminal/paste-guard.ts';
import { reduce } from '../../src/tui/update/reduce.ts';
import { frameOf } from '../../src/tui/view/frame.ts';
import { anyCharacter } from '../any-character.ts';
import { library, matcher } from '../library.ts';
import { ATTACKS } from '../security/attacks.ts';
import { FORBIDDEN } from '../security/inside.ts';
import { stateOf, world } from '../tui/world.ts';

export interface Property {
  name: string;
  /** How many of a thousand runs it gets: cheap ones get more. */
  share: number;
  property: fc.IProperty<[never]> | fc.IRawProperty<unknown>;
}

const index = new SearchIndex(library);

function diagnose(bytes: Uint8Array, cuts: number[] = [], sievedAfter?: number): Diagnosis {
  const diagnoser = new Diagnoser(library, matcher, sievedAfter);
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length]) {
    diagnoser.push(bytes.subarray(from, cut));
    from = cut;
  }
  return diagnoser.end();
}

/** Words of real logs, control characters, pieces of sequences, whole attacks. */
const WORDS = library.errors().flatMap(({ signature }) => signature.patterns.flatMap(({ literals }) => literals));
const PIECES = [
  '\u001b',
  '\u009b',
  '\u009d',
  '\u0090',
  '\u009c',
  '\u0007',
  '\\',
  '\r',
  '\n',
  '\n\n',
  '\0',
  '\b',
  '\t',
  ';',
  '[',
  ']52;c;',
  '?25l',
  '\u202e',
  '\u200b',
  '\u2028',
  '\u{e0041}',
  '\ud800',
  '\u0301',
  '\u200d',
  '\ufe0f',
  '👩',
  '漢',
  '`',
  '```',
  '# ',
  '<b>',
  '[a](b)',
  '{"error": "',
  '"}',
  'data: {"data": "',
  '\\n',
  '\\u001b',
  'Traceback (most recent call last):\n',
  '  File "app.py", line 3, in f\n',
  'RuntimeError: ',
  'hf_',
  'Bearer ',
  '://a:b@',
  'token=',
];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...ATTACKS.map(({ text }) => text.slice(0, 300))) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
);
const hostileText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const hostileBytes = fc.oneof(
  hostileText.map((text) => new Uint8Array(Buffer.from(text))),
  hostileText.map((text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))),
  fc.uint8Array({ maxLength: 400 }),
);
const cuts = fc.array(fc.nat(600), { maxLength: 12 });

const KEYS = [
  'up',
  'down',
  'left',
  'right',
  'pageup',
  'pagedown',
  'home',
  'end',
  'enter',
  'esc',
  'tab',
  'backspace',
  'delete',
  'ctrl+u',
  'ctrl+d',
  'ctrl+k',
  'ctrl+w',
  'ctrl+l',
  'ctrl+a',
];
const action = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KEYS).map((key) => ({ type: 'press' as const, press: { key } })) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...'jklhgGnNpyYcoxbf123 /?[]qz', '漢', '👩‍🚀').map((text) => ({ type: 'press' as const, press: { text } })),
  },
  { weight: 1, arbitrary: hostileText.map((text) => ({ type: 'paste' as const, text })) },
  { weight: 1, arbitrary: hostileText.map((text) => ({ type: 'status' as const, text })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 70 }))
      .map(([columns, rows]) => ({ type: 'resize' as const, size: { columns, rows } })),
  },
);

const COLOURS = /\u001b\[[\d;]{1,20}m/g;

/** A frame is never larger than its window, and nothing in it acts on a terminal. */
function checkFrame(state: State): void {
  const { columns, rows } = state.size;
  const frame = frameOf(state, world);
  const lines = [...frame.top, ...frame.main, ...frame.side, ...frame.bottom];
  expect(frame.top.length + Math.max(frame.main.length, frame.side.length) + frame.bottom.length).toBeLessThanOrEqual(rows);
  for (const line of lines) {
    expect(line.replace(COLOURS, '')).not.toMatch(FORBIDDEN);
    expect(line).not.toContain('\n');
    expect(columnsOf(line)).toBeLessThanOrEqual(columns);
  }
  expect(state.at).toBeGreaterThanOrEqual(0);
  expect(state.at).toBeLessThan(state.views.length);
}

function pastedBy(guard: Guard, text: string, at: number[]): string {
  let keys = '';
  let from = 0;
  for (const cut of [...at.filter((each) => each < text.length).sort((a, b) => a - b), text.length]) {
    // A terminal sends no empty pieces.
    if (cut > from) keys += guard.push(text.slice(from, cut)).keys;
    from = cut;
  }
  return keys + guard.take();
}

export const PROPERTIES: Property[] = [
  {
    name: 'any text cleaned and masked: no control out, and cleaned twice is cleaned once',
    share: 330,
    property: fc.property(hostileText, (text) => {
      const shown = neutralise(text.replaceAll('\n', ' '));
      expect(shown).not.toMatch(FORBIDDEN);
      expect(neutralise(shown)).toBe(shown);
      expect(mask(shown)).not.toMatch(FORBIDDEN);
    }),
  },
  {
    name: 'any bytes in, no control byte out: Markdown and JSON',
    share: 120,
    property: fc.property(hostileBytes, (bytes) => {
      const result = explain(library, () => index, diagnose(bytes));
      const json = toJson(result);
      expect(json).not.toMatch(FORBIDDEN);
      expect(JSON.parse(json).bytes).toBe(bytes.length);
      expect(toMarkdown(documentOf(result, true))).not.toMatch(FORBIDDEN);
    }),
  },
  {
    name: 'any bytes, any width: no line wider, no control byte in it',
    share: 10,
    property: fc.property(hostileBytes, fc.integer({ min: 20, max: 300 }), fc.boolean(), (bytes, width, color) => {
      const { lines, snippets } = paint(documentOf(explain(library, () => index, diagnose(bytes))), { width, color });
      const isCode = (at: number) => snippets.some((snippet) => at >= snippet.line && at < snippet.line + snippet.height);
      for (const [at, line] of lines.entries()) {
        // Code and addresses are left whole.
        if (!isCode(at) && !line.includes('://')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(line.replace(COLOURS, '')).not.toMatch(FORBIDDEN);
        expect(line).not.toContain('\n');
      }
    }),
  },
  {
    name: 'any chunking, the same diagnosis; and the same as when every line is read in full',
    share: 120,
    property: fc.property(hostileBytes, cuts, (bytes, at) => {
      const whole = diagnose(bytes);
      expect(diagnose(bytes, at)).toEqual(whole);
      expect(diagnose(bytes, at, Number.POSITIVE_INFINITY)).toEqual(whole);
      expect(diagnose(bytes, at, 0)).toEqual(whole);
    }),
  },
  {
    name: 'any chunking, the same lines; nothing of them lost but what is said to be cut',
    share: 260,
    property: fc.property(hostileBytes, cuts, (bytes, at) => {
      const read = (where: number[]) => {
        const lines: unknown[] = [];
        const reader = new LineReader((line) => lines.push(line));
        let from = 0;
        for (const cut of [...where.filter((each) => each < bytes.length).sort((a, b) => a - b), bytes.length]) {
          reader.push(bytes.subarray(from, cut));
          from = cut;
        }
        reader.end();
        return [lines, reader.lines, reader.bytes];
      };
      expect(read(at)).toEqual(read([]));
    }),
  },
  {
    name: 'a paste split anywhere is the same paste',
    share: 150,
    property: fc.property(hostileText, cuts, (text, at) => {
      const bracketed = `\u001b[200~${text}\u001b[201~`;
      const whole = pastedBy(pasteGuard(), bracketed, []);
      // Before its mark is whole nobody knows that it is a paste, save by its first three bytes.
      expect(
        pastedBy(
          pasteGuard(),
          bracketed,
          at.map((each) => each + 3),
        ),
      ).toBe(whole);
      expect(whole.indexOf('\u001b[201~')).toBe(whole.length - 6);
    }),
  },
  {
    name: 'any keys, pastes and sizes: a valid state and a frame that fits',
    share: 10,
    property: fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      let state = stateOf();
      for (const each of actions) {
        const step: Transition = reduce(state, each, world);
        state = step.state;
      }
      checkFrame(state);
    }),
  },
];
