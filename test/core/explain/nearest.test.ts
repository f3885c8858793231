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

  it('three are offered that are not far behind the best', () => {
    expect(ids(pagesForProse(finding(['a file 40', 'b file 30', 'c file 20', 'd file 19']), 'words'))).toEqual(['a', 'b', 'c']);
    expect(ids(pagesForProse(finding(['a file 40', 'b file 12', 'c file 11.9']), 'words'))).toEqual(['a', 'b']);
    expect(pagesForProse(finding([]), 'words')).toEqual([]);
  });

  it('other pages count half for what somebody tells', () => {
    expect(ids(pagesForProse(finding(['a guide 30', 'b file 16', 'c guide 14', 'd file 6']), 'words'))).toEqual(['b', 'a', 'c']);
  });

  it('what somebody tells need not be near as a question is, but share more than everyday words', () => {
    expect(ids(pagesForProse(finding(['a file 10*', 'b file 5*', 'c file 4.9']), 'words'))).toEqual(['a', 'b']);
    expect(pagesForProse(finding(['a guide 4.9']), 'words')).toEqual([]);
  });

  it('for a failure only errors that are near, those of its kind first, asked by its name and its words', () => {
    const asked: string[] = [];
    const search = finding(['a guide 12', 'b network 11', 'c file 8', 'd file 7*', 'e network 4.7'], asked);
    expect(ids(pagesForFailure(search, failure('file'), []))).toEqual(['c', 'b']);
    expect(asked).toEqual(['OSError no room']);
    pagesForFailure(search, { ...failure('file'), type: null }, []);
    expect(asked[1]?.trim()).toBe('no room');
  });

  it('for one that tells nothing those of the words around it, and none for what the own code raised', () => {
    const around = [{ id: 'x' }] as Entry[];
    const search = finding(['a other 10', 'b exit-code 10', 'c own-code 10']);
    const pages = (kind: string, found = search) => ids(pagesForFailure(found, failure(kind), around));
    expect(pages('exit-code')).toEqual(['x']);
    expect(pages('own-code')).toEqual([]);
    expect(pages('other')).toEqual(['a', 'b', 'c']);
    expect(pages('other', finding(['a other 10*']))).toEqual(['x']);
    expect(pages('file', finding(['a other 10*']))).toEqual([]);
  });
});
