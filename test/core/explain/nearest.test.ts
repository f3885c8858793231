import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { diagnose, library } from '../../library.ts';

const index = new SearchIndex(library);
const guesses = (text: string) => {
  const { failures, nearest } = explain(library, index, diagnose(text));
  return { around: failures.flatMap(({ suggestions }) => suggestions.map(({ id }) => id)), nearest: nearest.map(({ id }) => id) };
};

describe('pages offered as guesses', () => {
  it('come from the words around a failure that says nothing itself', () => {
    expect(guesses('The Space with my demo shows\nbuild error\nBuild failed with exit code: 1\n').around).toContain('build-failed-summary');
  });

  it('are none where such a failure stands alone, and none for what the own code raised', () => {
    expect(guesses('step 3 of 4\nprocess exited with code 7\n').around).toEqual([]);
    const own =
      'Why does my app stop?\n  File "/home/user/app/app.py", line 3, in run\n    raise ValueError(name)\nValueError: no teapot of that name\n';
    expect(guesses(own).around).toEqual([]);
  });

  it('are of the kind of the failure before others, and of others where those are near', () => {
    const raised = (message: string) =>
      guesses(`  File "/usr/lib/python3/site-packages/acme/load.py", line 3, in load\n${message}\n`).around;
    expect(raised('TimeoutError: waited too long for a GPU in the queue of the Space')[0]).toBe('client-timeout');
    expect(library.error('quota-exceeded').kinds).not.toContain('permission');
    expect(raised('PermissionError: no GPU could be booked, the quota of the visitor is used up')[0]).toBe('quota-exceeded');
  });

  it('are given for what somebody tells in words, whichever word says that it fails', () => {
    expect(guesses('Handing in only brings "Hugging Face Hub is unreachable, please try again later", for days.').nearest).toContain(
      'hub-unreachable',
    );
    expect(guesses('INFO ready\nINFO all twelve workers of the Hub answer within a second\n').nearest).toEqual([]);
  });
});
