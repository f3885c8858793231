import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/core/diagnose/diagnosis.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { pagesForFailure, pagesForProse, type Search } from '../../../src/core/explain/nearest.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
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

  it('put errors before rules and guides, which may be nearer: who diagnoses has a failure', () => {
    const asked = 'Our app cannot bind, for another server already listens on 7860: the runner has one, and app.py starts uvicorn as well.';
    expect(guesses(asked).nearest).toContain('port-in-use');
    const text =
      'Every visitor waits in the queue and nothing comes back, then it says that no GPU got free in time. We set a duration of 120.';
    expect(library.get(guesses(text).nearest[0] ?? '')?.kind).toBe('error');
  });

  it('are none for what is about something else, and none for documentation or source', () => {
    expect(guesses('The bus was late again, and the driver did not even say sorry.').nearest).toEqual([]);
    const page = '## The queue\n\nA visitor waits in the queue until a GPU is free. It fails after a minute, and nobody is charged.';
    expect(guesses(page).nearest).toEqual([]);
    expect(guesses(`${page}\n\nI waited for an hour.`).nearest).not.toEqual([]);
    const source =
      'def wait(queue):\n    """Fails when the GPU queue is full, and no GPU is free in time."""\n    if queue.is_full():\n        raise QueueFull("no GPU")\n    return queue.join()\n';
    expect(guesses(source).nearest).toEqual([]);
  });
});

describe('of what a search finds', () => {
  /** A search that finds these, best first: "id kind score", with a star where a hit is not near. */
  const finding = (hits: string[], asked: string[] = []): Search =>
    ({
      search: (query: string) => {
        asked.push(query);
        return hits.map((hit) => {
          const [id = '', kind = '', score] = hit.split(' ');
          const entry = kind === 'guide' ? { id, kind } : { id, kind: 'error', kinds: [kind] };
          return { entry, score: Number.parseFloat(score ?? ''), isNear: !hit.endsWith('*') };
        });
      },
    }) as unknown as Search;
  const failure = (kind: string) => ({ kind, type: 'OSError', message: 'no room' }) as unknown as Failure;
  const ids = (entries: Entry[]) => entries.map(({ id }) => id);

  it('three are offered that are not far behind the best, errors first: other pages count half', () => {
    expect(ids(pagesForProse(finding(['a guide 10', 'b file 9', 'c file 8', 'd file 7']), 'words'))).toEqual(['b', 'c', 'd']);
    expect(ids(pagesForProse(finding(['a guide 10', 'b file 6']), 'words'))).toEqual(['b', 'a']);
    expect(ids(pagesForProse(finding(['a file 20', 'b file 6', 'c file 5.9']), 'words'))).toEqual(['a', 'b']);
    expect(pagesForProse(finding([]), 'words')).toEqual([]);
  });

  it('for a text those that hold enough of it, near as a question is or not', () => {
    expect(ids(pagesForProse(finding(['a file 6*', 'b file 5', 'c file 4.9']), 'words'))).toEqual(['a', 'b']);
  });

  it('for a failure as many, and only errors that are near', () => {
    const offered = (...hits: string[]) => ids(pagesForFailure(finding(hits), failure('file'), []));
    expect(offered('a file 10', 'b file 9', 'c file 8', 'd file 7')).toEqual(['a', 'b', 'c']);
    expect(offered('a file 10', 'b file 4', 'c file 3.9')).toEqual(['a', 'b']);
    expect(offered('a guide 30', 'b file 20*', 'c file 10')).toEqual(['c']);
    // One of its own kind is worth half as much again.
    expect(offered('a network 10', 'b file 7')).toEqual(['b', 'a']);
    expect(offered('a network 10', 'b file 6')).toEqual(['a', 'b']);
  });

  it('for a failure what is asked are its name and its words', () => {
    const asked: string[] = [];
    const search = finding([], asked);
    for (const type of ['OSError', null]) pagesForFailure(search, { ...failure('file'), type } as Failure, []);
    expect(asked.map((each) => each.trim())).toEqual(['OSError no room', 'no room']);
  });

  it('for one that tells little those of the words around it, and none for what the own code raised', () => {
    const around = [{ id: 'x' }] as Entry[];
    const offered = (kind: string, ...hits: string[]) => ids(pagesForFailure(finding(hits), failure(kind), around));
    expect([offered('exit-code', 'a exit-code 10'), offered('own-code', 'a own-code 10')]).toEqual([['x'], []]);
    expect([offered('other', 'a other 10'), offered('other', 'a other 10*'), offered('file')]).toEqual([['a'], ['x'], []]);
  });
});
