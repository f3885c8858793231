import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/core/diagnose/diagnosis.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { pagesNear, pagesTold, type Search } from '../../../src/core/explain/nearest.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { diagnose, library } from '../../library.ts';

const index = new SearchIndex(library);
const guesses = (text: string) => {
  const { failures, nearest } = explain(library, () => index, diagnose(text));
  return { around: failures.flatMap(({ suggestions }) => suggestions.map(({ id }) => id)), nearest: nearest.map(({ id }) => id) };
};

describe('pages offered as guesses', () => {
  it('come from the words around a failure that says nothing itself', () => {
    expect(guesses('The build of my Space with a demo shows\nBuild failed with exit code: 1\n').around).toContain('build-failed-summary');
  });

  it('are none where such a failure stands alone, and none for what the own code raised', () => {
    expect(guesses('step 3 of 4\nprocess exited with code 7\n').around).toEqual([]);
    const own =
      'Why does my app stop?\n  File "/home/user/app/app.py", line 3, in run\n    raise ValueError(name)\nValueError: no teapot of that name\n';
    expect(guesses(own).around).toEqual([]);
  });

  it('come from the words of the failure and from those around it', () => {
    const failure = 'FrobError: the visitor has used up the daily quota of ZeroGPU, no seconds left\n';
    const around =
      'The agent asks the Hub in parallel, a hundred downloads a minute: too many requests, says its rate limit, status 429:\n';
    expect(guesses(failure).around[0]).toBe('quota-exceeded');
    expect(guesses(failure).around).not.toContain('hub-rate-limit');
    expect(guesses(`${around}${failure}`).around).toContain('hub-rate-limit');
  });

  it('are given for what somebody tells in words, whichever word says that it fails', () => {
    expect(
      guesses('Handing in only brings that the Hub of Hugging Face is unreachable and to try again later, for days.').nearest,
    ).toContain('hub-unreachable');
    expect(guesses('INFO ready\nINFO all twelve workers of the Hub answer within a second\n').nearest).toEqual([]);
  });

  it('put errors before rules and guides, which may be nearer: who diagnoses has a failure', () => {
    const asked = 'Our app cannot bind, for another server already listens on 7860: the runner has one, and app.py starts uvicorn as well.';
    expect(guesses(asked).nearest).toContain('port-in-use');
    const text =
      'Every visitor waits in the queue and nothing comes back, then it says that no GPU got free in time. We set a duration of 120.';
    expect(library.get(guesses(text).nearest[0] ?? '')?.kind).toBe('error');
  });

  it('begin with the page that tells more of what a message was read to be, whatever comes near its words', () => {
    const text =
      'My Space shows an error whenever the queue has many visitors:\n[error] [pg-mcp-server] Error: MCP error -32001: Request timed out\n';
    const { around, nearest } = guesses(text);
    expect([around[0], nearest[0]]).toEqual(['mcp-connection-failed', 'mcp-connection-failed']);
    expect(around.length).toBeLessThanOrEqual(3);
  });

  it('are none beside a cause that is known', () => {
    expect(guesses('torch.OutOfMemoryError: CUDA out of memory.\nError: MCP error -32001: Request timed out\n').nearest).toEqual([]);
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
  const page = (id: string, kind: string, role = 'cause') =>
    (kind === 'guide' ? { id, kind } : { id, kind: 'error', role, kinds: [kind] }) as unknown as Entry;
  /** A search that finds these, the same for whatever is asked. */
  const finding = (hits: [Entry, score: number][], asked: string[] = []): Search => {
    const found = (text: string) => {
      asked.push(text);
      return hits.map(([entry, score]) => ({ entry, score }));
    };
    return { nearTo: found, told: found };
  };
  const failure = { kind: 'file', type: 'OSError', message: 'no room' } as const as unknown as Failure;
  const ids = (search: Search, what: Failure, found: string[] = []) =>
    pagesNear(search, 'words', what, ({ id }) => !found.includes(id)).map(({ entry }) => entry.id);
  const toldIds = (search: Search) => pagesTold(search, 'words', () => true, false).map(({ entry }) => entry.id);

  it('where no Space is, of what is only told, what comes less near is not', () => {
    const hits = finding([[page('a', 'error'), 7]]);
    expect(pagesTold(hits, 'words', () => true, false)).toHaveLength(1);
    expect(pagesTold(hits, 'words', () => true, true)).toHaveLength(0);
    expect(pagesTold(hits, 'words', () => false, false)).toHaveLength(0);
  });

  it('three are offered, none of which is half as near as the best', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => page(id, 'guide')) as [Entry, Entry, Entry, Entry];
    const four = (...scores: [number, number, number, number]) =>
      finding([a, b, c, d].map((entry, index): [Entry, number] => [entry, scores[index] as number]));
    expect(ids(four(40, 30, 25, 24), failure)).toEqual(['a', 'b', 'c']);
    expect(ids(four(40, 20, 19, 19), failure)).toEqual(['a', 'b']);
    expect(ids(finding([]), failure)).toEqual([]);
  });

  it('what somebody tells gets what answers it as a question, nearest first, no error before others', () => {
    const hits: [Entry, number][] = [
      [page('guide', 'guide'), 15],
      [page('error', 'file'), 14.9],
      [page('far', 'file'), 5.9],
    ];
    const asked: string[] = [];
    expect(toldIds(finding(hits, asked))).toEqual(['guide', 'error']);
    expect(asked).toEqual(['words']);
    expect(toldIds(finding([]))).toEqual([]);
  });

  it('errors come before other pages, those of the kind of the failure before other errors, and what is harmless last', () => {
    const hits: [Entry, number][] = [
      [page('guide', 'guide'), 50],
      [page('other', 'network'), 46],
      [page('same', 'file'), 42],
      [page('harmless', 'file', 'notice'), 54],
    ];
    expect(pagesNear(finding(hits), 'words', failure, () => true).map(({ entry }) => entry.id)).toEqual(['harmless', 'same', 'other']);
    const even: [Entry, number][] = hits.map(([entry]) => [entry, 50]);
    expect(pagesNear(finding(even), 'words', failure, () => true).map(({ entry }) => entry.id)).toEqual(['same', 'other', 'harmless']);
  });

  it('what a message shares counts beside what the words around it share', () => {
    const asked: string[] = [];
    const [near] = pagesNear(finding([[page('a', 'guide'), 50]], asked), 'words', failure, () => true);
    expect(asked).toEqual(['words', 'OSError no room']);
    expect(near?.nearness).toBeCloseTo(50 * 1.66);
  });

  it('more must be shared with a failure, which has a message, than with what somebody tells', () => {
    const search = (score: number) => finding([[page('a', 'guide'), score]]);
    expect(toldIds(search(5))).toEqual(['a']);
    expect(toldIds(search(4.9))).toEqual([]);
    expect(ids(search(32 / 1.66 + 0.01), failure)).toEqual(['a']);
    expect(ids(search(32 / 1.66 - 0.01), failure)).toEqual([]);
  });

  it('a page is likely that is nearer yet; what is only told has no message that would count as well', () => {
    const search = (score: number) => finding([[page('a', 'guide'), score]]);
    const isLikely = (score: number) => pagesNear(search(score), 'words', failure, () => true)[0]?.isLikely;
    const isToldLikely = (score: number) => pagesTold(search(score), 'words', () => true, false)[0]?.isLikely;
    expect([isToldLikely(20), isToldLikely(19.9)]).toEqual([true, false]);
    expect([isLikely(52 / 1.66 + 0.01), isLikely(52 / 1.66 - 0.01)]).toEqual([true, false]);
  });

  it('the words and the kind of an exit code tell nothing', () => {
    const asked: string[] = [];
    const search = finding([[page('a', 'exit-code'), 23]], asked);
    expect(pagesNear(search, 'words', { ...failure, kind: 'exit-code' }, () => true)).toMatchObject([{ nearness: 32 }]);
    expect(asked).toEqual(['words']);
  });

  it('a page that is told anyway is no guess', () => {
    expect(
      ids(
        finding([
          [page('a', 'file'), 60],
          [page('b', 'file'), 40],
        ]),
        failure,
        ['a'],
      ),
    ).toEqual(['b']);
  });
});
