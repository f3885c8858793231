/** A traceback that breaks off before its exception: told as a failure where nothing else is, and by its imports the page that may be meant. */
import { describe, expect, it } from 'vitest';
import { Diagnoser } from '../../../../src/core/diagnose/diagnoser.ts';
import { explain } from '../../../../src/core/explain/explain.ts';
import { SearchIndex } from '../../../../src/core/search/search.ts';
import { diagnose, library } from '../../../library.ts';

const index = new SearchIndex(library);
const HEADER = 'Traceback (most recent call last):';
const OWN = '  File "/home/user/app/app.py", line 33, in run\n    out = pipe(prompt)';
const INNER =
  '  File "/usr/local/lib/python3.10/site-packages/diffusers/models/unet.py", line 712, in forward\n    sample = self.conv_in(sample)';
const CUT = `${HEADER}\n${OWN}\n${INNER}\n`;
const told = (text: string) => diagnose(text).failures.map(({ isCut, message, line }) => ({ isCut, message, line }));

describe('a traceback without its exception is a failure', () => {
  it.each([
    ['at the end of the text', CUT],
    ['before a line of another program', `${CUT}INFO:     10.1.2.3:0 - "GET / HTTP/1.1" 200 OK\nstep 2\n`],
    ['before dots', `${CUT}...\n`],
    ['before many blank lines', `${CUT}\n\n\n\nready\n`],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([{ isCut: true, message: 'sample = self.conv_in(sample)', line: 5 }]);
  });

  it('with its place and the package that it was in', () => {
    const [failure] = diagnose(CUT).failures;
    expect([failure?.location?.line, failure?.raisedIn?.line, failure?.inPackage?.function]).toEqual([33, 712, 'forward']);
  });

  it('by its header alone, and by frames alone where the text begins with them', () => {
    expect(told(`step 1\n${HEADER}\n`)).toEqual([{ isCut: true, message: HEADER, line: 2 }]);
    expect(told(`${OWN}\n${INNER}\n`)).toMatchObject([{ isCut: true, line: 4 }]);
    expect(told(`Current thread (most recent call first):\nstep\nstep\n${OWN}\n${INNER}\n`)).toEqual([]);
  });

  it('not where its exception follows, where something else is known, and where it changes nothing', () => {
    expect(told(`${CUT}FrobError: upside down\n`)).toMatchObject([{ message: 'upside down' }]);
    expect(told(`${CUT}SystemExit: 2\n`)).toEqual([]);
    expect(told(`${CUT}INFO ready\nERROR: the lamp is broken\n`)).toMatchObject([{ message: expect.stringContaining('lamp') }]);
    expect(diagnose(`torch.OutOfMemoryError: CUDA out of memory.\n\n\n\n\n${CUT}`).failures).toEqual([]);
    expect(told(`Exception ignored in: <function f at 0x7f>\n${CUT}`)).toEqual([]);
  });

  it('not in documentation, and not in a sentence', () => {
    expect(told(`# Reading tracebacks\n\nA traceback begins so:\n\n    ${HEADER}\n`)).toEqual([]);
    expect(told(`The log shows "${HEADER}" and then the frames, the innermost last.\n`)).toEqual([]);
  });

  it('only when all is read: its exception may still come', () => {
    const diagnoser = new Diagnoser(library);
    diagnoser.push(new TextEncoder().encode(CUT));
    expect(diagnoser.snapshot().failures).toEqual([]);
    expect(diagnoser.end().failures).toHaveLength(1);
  });
});

describe('what is said of it', () => {
  const first = (...statements: string[]) => {
    const frames = statements.map(
      (each, at) =>
        `  File "${at ? '/usr/lib/python3.10/site-packages/gradio/oauth.py' : '/home/user/app/app.py'}", line 13, in <module>\n${each && `    ${each}\n`}`,
    );
    const [failure] = explain(library, () => index, diagnose(`${HEADER}\n${frames.join('')}`)).failures;
    return {
      code: failure?.shown?.code,
      pages: failure?.suggestions.map(({ id }) => id) ?? [],
      isLikely: failure?.guess?.isLikely ?? false,
    };
  };

  it('that its last line is missing, and of an import the page that it may be', () => {
    expect(first('import gradio as gr', 'from huggingface_hub import HfFolder, whoami')).toEqual({
      code: 'python -c "from huggingface_hub import HfFolder, whoami"',
      pages: ['hffolder-import'],
      isLikely: true,
    });
    expect(first('import flash_attn').pages).toContain('flash-attn-incomplete');
    const { isLikely, pages } = first('import audioop');
    expect([isLikely, ...pages.slice(0, 2)]).toEqual([true, 'audioop-missing', 'missing-module']);
  });

  it('by the file where no statement is quoted; a page is not likely then', () => {
    expect(first('import gradio as gr', '')).toMatchObject({ code: undefined, isLikely: false });
    expect(first('import gradio as gr', '').pages[0]).toBe('hffolder-import');
    expect(first('from src.pipeline import Teapot').isLikely).toBe(false);
  });

  it('and nothing about the library in which it stopped: nobody knows who failed', () => {
    const [failure] = explain(library, () => index, diagnose(CUT)).failures;
    expect([failure?.title, failure?.shown, failure?.steps]).toEqual(['The traceback ends before its exception', null, []]);
  });
});
