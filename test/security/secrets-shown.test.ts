/** Secrets of every shape through everything that shows a text: reports, JSON, the app, the clipboard, fields, messages, names of files. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../src/commands/command.ts';
import { search } from '../../src/commands/search.ts';
import { documentOf } from '../../src/core/document/document.ts';
import { explain } from '../../src/core/explain/explain.ts';
import type { DiagnosisResult } from '../../src/core/result.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { toJson } from '../../src/render/json.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { paint } from '../../src/render/paint.ts';
import { fieldOf } from '../../src/tui/state/field.ts';
import { type State, viewOf, withView } from '../../src/tui/state/state.ts';
import { reduce } from '../../src/tui/update/reduce.ts';
import { frameOf } from '../../src/tui/view/frame.ts';
import type { World } from '../../src/tui/world.ts';
import { library } from '../library.ts';
import { act, press, stateOf, world } from '../tui/world.ts';
import { inside } from './inside.ts';
import { type Shape, SOME_SHAPES } from './secret-shapes.ts';
import { read } from './small-library.ts';

const index = new SearchIndex(library);
const TABLE = SOME_SHAPES.map((shape) => [shape.text, shape] as const);

/** Six characters of it in a row are too much. */
function leaks(told: string, { secret }: Shape): string[] {
  const pieces = Array.from({ length: Math.max(1, secret.length - 5) }, (_, at) => secret.slice(at, at + 6));
  return pieces.filter((piece) => told.includes(piece));
}

/** A secret beside what is recognised, in an exception that is not, and in a frame. */
function logWith({ text }: Shape): string {
  return [
    'Traceback (most recent call last):',
    '  File "/home/user/app/app.py", line 3, in run',
    `RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB. ${text}`,
    ...Array(5).fill('other'),
    `StrangeError: ${text}`,
    '',
  ].join('\n');
}

const withoutHits: World = { ...world, search: () => [] };

/** The app before a paste, and on a page: the same for all. */
const home = stateOf(undefined, 120, 60);
const shortPage = stateOf({ screen: 'page', id: 'pin-python-version' }, 150, 30);

/** What the page of an error says whatever the log holds would take half of the time: left is what belongs to this log. */
function withoutPages(result: DiagnosisResult): DiagnosisResult {
  const bare = { lead: [], sections: [], fixes: [], see: [], seenFrom: [], sources: [] };
  return { ...result, diagnoses: result.diagnoses.map((each) => ({ ...each, otherFixes: [], entry: { ...each.entry, ...bare } })) };
}

const bareWorld: World = { ...world, diagnose: (text) => withoutPages(world.diagnose(text)) };

/** The lines with fields: below them our own titles stand, which have words of their own. */
function fieldsOf(state: State): string {
  const { top, bottom } = frameOf(state, withoutHits);
  return [...top, ...bottom].join('\n');
}

function screenOf(state: State): string {
  const { top, side, main, bottom } = frameOf(state, world);
  return [...top, ...side, ...main, ...bottom].join('\n');
}

it('are of more than two hundred shapes', () => expect(SOME_SHAPES.length).toBeGreaterThan(200));

describe.each(TABLE)('%s', (_, shape) => {
  it('stays out of reports, the screen and the clipboard', () => {
    // The app shows the same result when the log is pasted into it.
    const whole = world.diagnose(logWith(shape));
    expect(whole.diagnoses.map(({ entry }) => entry.id)).toContain('cuda-out-of-memory');
    const result = withoutPages(whole);
    const shown = [
      // All of it, the fixes that are not shown as well.
      toJson(whole),
      toMarkdown(documentOf(result, true)),
      toMarkdown(documentOf({ ...result, isFull: true })),
      paint(documentOf(result), { width: 200, color: false }).lines.join('\n'),
      paint(documentOf({ ...result, isFull: true }), { width: 80, color: true }).lines.join('\n'),
    ];
    for (const text of shown) expect(leaks(text, shape)).toEqual([]);
    const pasted = reduce(home, { type: 'paste', text: logWith(shape) }, bareWorld).state;
    const next = press(pasted, 'j');
    for (const state of [pasted, next, press(next, 'j'), press(pasted, 'tab', 'j')]) {
      expect(leaks(screenOf(state), shape)).toEqual([]);
      for (const effect of [...act(state, 'y').effects, ...act(state, 'Y').effects])
        expect(leaks(effect.type === 'copy' ? effect.text : '', shape)).toEqual([]);
    }
  });

  it('stays out of fields', () => {
    const field = fieldOf(shape.text);
    for (const subject of ['search', 'paste'] as const) {
      const typed = { ...stateOf(undefined, 150, 30), views: [viewOf({ screen: subject }, field)] };
      expect(leaks(fieldsOf(typed), shape)).toEqual([]);
    }
    const found = withView(shortPage, { find: { field, isTyping: true, current: 0 } });
    expect(leaks(fieldsOf(found), shape)).toEqual([]);
    expect(leaks(fieldsOf(reduce(found, { type: 'status', text: `It said ${shape.text}` }, world).state), shape)).toEqual([]);
  });
});

describe('messages', () => {
  beforeAll(() => inside(['--version']), 120_000);
  const text = ({ text }: Shape) => text.replaceAll('\0', '').replaceAll('\n', ' ');

  it.each([
    ['an id', (word: string) => ['show', word]],
    ['an id behind others', (word: string) => ['show', 'x'.repeat(65), word]],
    ['a tree', (word: string) => ['decide', `${'x'.repeat(60)} ${word}`]],
    ['a kind', (word: string) => ['list', `${'x'.repeat(30)} ${word}`]],
    ['a width', (word: string) => ['list', '--width', `${'x'.repeat(30)} ${word}`]],
    ['a size', (word: string) => ['plan', '--size', `${'x'.repeat(30)} ${word}`]],
    ['a figure', (word: string) => ['plan', '--duration', word]],
    ['answers', (word: string) => ['decide', 'large-or-xlarge', '--answers', word]],
    ['a flag', (word: string) => [`--${'x'.repeat(25)}-${word.replaceAll('=', ' ')}`]],
    ['a shell', (word: string) => ['completion', word]],
    ['a file', (word: string) => ['diagnose', `/nowhere/${word}`]],
    ['a problem as JSON', (word: string) => ['show', word, '--json']],
  ])(
    'about %s tell none',
    async (_, args) => {
      for (const shape of SOME_SHAPES) {
        const { out, err } = await inside(args(text(shape)), '');
        // A flag is shown without its equals signs, by which some are known.
        if (_ !== 'a flag' || !shape.text.includes('=')) expect([shape.text, leaks(out + err, shape)]).toEqual([shape.text, []]);
      }
    },
    120_000,
  );
});

describe('a query that is given back', () => {
  it('tells none', async () => {
    for (const shape of SOME_SHAPES) {
      const asked = { words: [shape.text], flags: {}, library, index: () => index } as unknown as Input;
      const { query } = JSON.parse(toJson(await search.run(asked)));
      expect(query).toEqual(expect.any(String));
      expect([shape.text, leaks(query, shape)]).toEqual([shape.text, []]);
    }
  });

  it('is the one that the built program prints', async () => {
    const { out } = await inside(['search', 'token=S3cr3tS3cr3tS3cr3t', 'quota', '--json']);
    expect(JSON.parse(out).query).toBe('token=**** quota');
  });
});

describe('a value of nine thousand characters', () => {
  const SECRET = 'S3cr3t'.repeat(1500);
  it.each([
    ['at the beginning of a line', `token=${SECRET} RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.`],
    ['across the cut', `${'a '.repeat(1900)} token=${SECRET} RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.`],
    ['behind the cut', `${'a '.repeat(2040)} token=${SECRET} RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.`],
    ['at the end of a line', `RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB. ${'a '.repeat(1900)} token=${SECRET}`],
    ['in a line of its own', `RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.\nStrangeError: token="${SECRET}"`],
  ])('%s is not shown, and hides no error', (_, line) => {
    const result = explain(library, () => index, read(library, `${line}\n`));
    expect(result.diagnoses.map(({ entry }) => entry.id)).toEqual(['cuda-out-of-memory']);
    expect(toJson(result)).not.toContain('S3cr3t');
  });
});
