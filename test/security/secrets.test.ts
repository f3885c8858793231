/** Secrets in what a diagnosis keeps: captures, places, unknown exceptions, cut lines; and none of it changes a diagnosis. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { search } from '../../src/commands/search.ts';
import { documentOf } from '../../src/core/document/document.ts';
import type { SearchResult } from '../../src/core/result.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { mask } from '../../src/core/text/secrets.ts';
import { toJson } from '../../src/render/json.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { originOf } from '../../src/tui/update/intake.ts';
import { idsOf, library } from '../library.ts';
import { libraryOf, read } from './small-library.ts';

const BODY = 'QxR7tYu2WmN5pLk9JhG4fDs8AzX1cVb6Ew';
const HF = `hf_${BODY}`;
/** Any eight characters of it in a row are too much. */
const pieces = Array.from({ length: BODY.length - 7 }, (_, index) => BODY.slice(index, index + 8));
const leaks = (told: string) => pieces.filter((piece) => told.includes(piece));

describe('what is kept of a log', () => {
  it('masks a capture that holds a secret', () => {
    const { findings } = read(libraryOf('bad credentials in (?<where>.{1,400})'), `bad credentials in Bearer ${HF}\n`);
    expect(findings[0]).toMatchObject({ evidence: 'bad credentials in Bearer ****', values: { where: 'Bearer ****' } });
  });

  it('masks a capture that is a part of a secret', () => {
    const { findings } = read(libraryOf(String.raw`leaked by hf_(?<part>\w{1,10})`), `leaked by ${HF}\n`);
    expect(findings[0]).toMatchObject({ evidence: 'leaked by hf_****', values: { part: '****' } });
  });

  it('masks the place in the code and an exception that nobody knows', () => {
    const log = `Traceback (most recent call last):\n  File "/app/${HF}/app.py", line 3, in run\n    x()\nStrangeError: refused ${HF}\n`;
    const { failures } = read(libraryOf('never in here'), log);
    expect(failures).toMatchObject([{ type: 'StrangeError', message: 'refused hf_****', location: { file: '/app/hf_****/app.py' } }]);
  });

  it('keeps no half of a secret where a long line is cut', () => {
    for (let shift = 0; shift < 80; shift++) {
      const before = `known words ${'x '.repeat(2020)}${' '.repeat(shift)}`;
      const after = `${HF} ${'z '.repeat(2025)}`;
      const { findings } = read(
        libraryOf('(?<all>known words.{1,8000})'),
        `${before}${HF} ${'y '.repeat(4000)}${' '.repeat(shift)}${after}\n`,
      );
      expect(findings).toHaveLength(1);
      expect(leaks(JSON.stringify(findings))).toEqual([]);
    }
  });

  it('keeps no half of a secret where a message is cut', () => {
    for (let length = 540; length < 610; length++) {
      const message = `${'Bearer abcdefghijkl '.repeat(31).slice(0, length)} ${HF}`;
      expect(leaks(JSON.stringify(read(libraryOf('known words'), `StrangeError: ${message}\n`)))).toEqual([]);
    }
  });

  it.each([
    ['a server-sent event', `data: {"data": "ZeroGPU quota exceeded for ${HF}\\n", "timestamp": "2026-01-01T00:00:00Z"}`],
    ['JSON in JSON', JSON.stringify({ error: JSON.stringify({ detail: `ZeroGPU quota exceeded for ${HF}` }) })],
    ['a written-out line feed', `'ZeroGPU quota exceeded\\nfor ${HF}'`],
    ['colours within the token', `ZeroGPU quota exceeded for hf_${BODY.slice(0, 10)}\u001b[31m${BODY.slice(10)}`],
    ['a dictionary', `ZeroGPU quota exceeded {'headers': {'Authorization': 'Bearer ${HF}'}}`],
    ['a command line', `+ curl --token ${HF} https://x # ZeroGPU quota exceeded`],
  ])('%s shows no secret', (_, line) => {
    const diagnosis = read(library, `${line}\n`);
    expect(leaks(JSON.stringify(diagnosis))).toEqual([]);
  });

  it('masks what the app shows of a paste', () => {
    const { first, last } = originOf(`login ${HF}\nmiddle\nexport HF_TOKEN=${BODY}`, 'paste');
    expect([first, last]).toEqual(['login hf_****', 'export HF_TOKEN=****']);
  });

  it('masks the query that a search gives back', async () => {
    const index = new SearchIndex(library);
    const input = { words: ['qqqqzzzz', HF, '\u001b]0;x\u0007\u202e'], flags: {}, library, index: () => index };
    const result = await search.run(input as unknown as Parameters<typeof search.run>[0]);
    for (const text of [toJson(result), toMarkdown(documentOf(result as SearchResult))]) {
      expect(leaks(text)).toEqual([]);
      expect(text).not.toMatch(/[\u001b\u202e]/);
    }
    expect(JSON.parse(toJson(result)).query).toContain('qqqqzzzz hf_****');
  });
});

describe('the examples', () => {
  const examples = ['errors.jsonl', 'more-errors.jsonl'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, '../examples', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string }),
  );
  const masked = (text: string) =>
    text
      .split('\n')
      .map((line) => mask(neutralise(line)))
      .join('\n');

  it('are diagnosed the same when their secrets are gone', () => {
    const changed = examples.filter(({ text }) => masked(text) !== text && idsOf(masked(text)).join() !== idsOf(text).join());
    expect(changed.map(({ id }) => id)).toEqual([]);
  });

  it('lose no evidence, value or place to a mask unless a secret stood there', () => {
    const shown = examples.flatMap(({ id, text }) =>
      JSON.stringify(read(library, text)).includes('****') && !/\*\*\*\*|hf_\w{8}|eyJ|Bearer|token=|TOKEN|\/\/[^/ ]{1,80}@/i.test(text)
        ? [id]
        : [],
    );
    expect(shown).toEqual([]);
  });
});
