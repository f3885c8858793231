import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Diagnoser } from '../../../../src/core/diagnose/diagnoser.ts';
import { diagnose, libraryWith } from '../../../library.ts';

/** What is said where no page knows anything, whichever pages there are. */
const withoutPages = libraryWith();
function diagnoseAlone(text: string) {
  const diagnoser = new Diagnoser(withoutPages);
  diagnoser.push(new TextEncoder().encode(text));
  return diagnoser.end();
}

const told = (text: string) =>
  diagnose(text).failures.map(({ kind, type, line, isConsequence }) => [isConsequence ? 'follows' : kind, type, line]);
const frame = '  File "/home/user/app/app.py", line 12, in run\n    x()';
const library = '  File "/usr/local/lib/python3.10/site-packages/odd/core.py", line 7, in go\n    y()';
const trace = (end: string, ...frames: string[]) => `Traceback (most recent call last):\n${frames.join('\n')}\n${end}`;

describe('a failure that no entry knows', () => {
  it.each([
    ['E: Unable to locate package nothing-like-it', 'other'],
    ['fatal: the remote end hung up unexpectedly', 'network'],
    ['error: RPC failed; HTTP 403 curl 22 The requested URL returned error: 403 Forbidden', 'network'],
    ["ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 7860): address already in use", 'other'],
    ['npm ERR! code ENOSPC', 'file'],
    ['/bin/sh: 1: ffmpeg: not found', 'file'],
    ["python: can't open file '/home/user/app/main.py': [Errno 2] No such file or directory", 'file'],
    ['bash: line 1: 21855 Killed                  python app.py', 'memory'],
    ['Segmentation fault (core dumped)', 'other'],
    ['app-1 exited with code 3', 'exit-code'],
    ['src/pyaudio/device_api.c:9:10: fatal error: portaudio.h: No such file or directory', 'compile'],
    ['git@hf.co: Permission denied (publickey).', 'permission'],
    ['requests.exceptions.ConnectionError: Connection refused by api.example.com', 'network'],
    ["FileNotFoundError: [Errno 2] No such file or directory: 'examples/cat.jpg'", 'file'],
    ['RuntimeError: mat1 and mat2 shapes cannot be multiplied (77x2048 and 768x320)', 'own-code'],
    ['AssertionError: 3 channels expected', 'assertion'],
    ['Unexpected error: status code: 418; body: {}', 'network'],
    ['{"error": "the teapot is empty"}', 'other'],
    ['{"level": "ERROR", "message": "the teapot is empty"}', 'other'],
    ['2026-04-02 10:00:00 ERROR the teapot is empty', 'other'],
    ['triton.runtime.errors.OutOfTeapots: none left', 'other'],
  ])('%s: %s', (text, kind) => expect(diagnoseAlone(text).failures).toMatchObject([{ kind, line: 1 }]));

  it.each([
    ['41 passed, 0 failed in 3.02s'],
    ['{"level": "INFO", "message": "Failed to find a cache, making one"}'],
    ['2026-04-02 10:00:00 WARNING Failed to reach the cache'],
    ['/usr/lib/python3/x.py:20: UserWarning: Failed to initialise the cache'],
    ['INFO:     127.0.0.1:46686 - "GET /health HTTP/1.1" 404 Not Found'],
    ['Process finished with exit code 0'],
    ['Failed to connect, retrying in 2 s'],
    ['logger.error("Error loading ASGI app. %s" % exc)'],
    ['        raise ValueError("Could not load the Space")'],
    ['[main a98d71a] Fix the KeyError in the loader and the out of memory error'],
    ['| 4 | CORS middleware is not applied | critical | open |'],
    [
      'class Timeout(RequestException):\n    """The request timed out.\n\n    Catching this error is wise.\n    """\n\n\nclass URLRequired(RequestException):\n    """No URL.\n\n    The request timed out.\n    """\n    pass',
    ],
    ['{"error": null, "data": [1]}'],
  ])('is not told by: %s', (text) => expect(told(text)).toEqual([]));

  it('is own code where the own code stands in the traceback', () => {
    expect(diagnose(trace("KeyError: 'KEY'", frame)).failures).toMatchObject([
      { kind: 'own-code', location: { line: 12 }, raisedIn: { line: 12 } },
    ]);
    expect(diagnose(trace("KeyError: 'KEY'", frame, library)).failures).toMatchObject([{ location: { line: 12 }, raisedIn: { line: 7 } }]);
    expect(diagnose(trace("KeyError: 'KEY'", library)).failures).toMatchObject([{ kind: 'other', location: null }]);
  });

  it('masks secrets, and cuts what is endless', () => {
    const [failure] = diagnose(`OddError: token hf_${'a'.repeat(34)} ${'x '.repeat(2000)}`).failures;
    expect(failure?.message).toMatch(/^token hf_\*{4} /);
    expect(failure?.message.length).toBeLessThanOrEqual(300);
  });
});

describe('the reason comes first', () => {
  it('of a chain of exceptions', () => {
    const direct = `${trace('socket.gaierror: [Errno -3] Temporary failure', frame)}\n\nThe above exception was the direct cause of the following exception:\n\n${trace('FrobError: no widget', frame)}`;
    expect(told(direct)).toEqual([
      ['network', 'gaierror', 4],
      ['follows', 'FrobError', 11],
    ]);
  });

  it('where it was raised while a routine exception was handled', () => {
    const during = `${trace('EOFError: nothing more to read', frame)}\n\nDuring handling of the above exception, another exception occurred:\n\n${trace('FrobError: no widget', frame)}`;
    expect(told(during).map(([kind, type]) => [kind, type])).toEqual([
      ['other', 'FrobError'],
      ['follows', 'EOFError'],
    ]);
  });

  it('before what only wraps it', () => {
    const remote = `multiprocessing.pool.RemoteTraceback: \n"""\n${trace('FrobError: no widget', frame)}\n"""\n\nThe above exception was the direct cause of the following exception:\n\n${trace('FrobError: no widget', frame)}`;
    expect(told(remote)[0]).toEqual(['other', 'FrobError', 6]);
    const group =
      '  + Exception Group Traceback (most recent call last):\n  |   File "/app/a.py", line 1, in f\n  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    |   File "/app/a.py", line 2, in g\n    | FrobError: no widget\n    +------------------------------------';
    expect(told(group)).toEqual([
      ['other', 'FrobError', 7],
      ['follows', 'ExceptionGroup', 3],
    ]);
    // Where only an exit code stands beside it, it is all that is known.
    expect(
      told(`${trace('ExceptionGroup: unhandled errors', frame)}\n\n\n\n\napp-1 exited with code 1`).map(([kind, type]) => [kind, type]),
    ).toEqual([
      ['other', 'ExceptionGroup'],
      ['follows', null],
    ]);
  });

  it('before what announces it', () => {
    expect(told(`ERROR:    Exception in ASGI application\n${trace('FrobError: no widget', frame)}`).map(([kind]) => kind)).toEqual([
      'other',
      'follows',
    ]);
    const bar = 'frob.py: 100%|██████████| 635/635 [00:00<00:00, 4.29MB/s]';
    expect(told(`runtime error\nExit code: 1. Reason: \n\n${bar}\n${trace('FrobError: no widget', frame)}`)[0]?.[1]).toBe('FrobError');
    const frames = '    at node:internal/deps/undici/undici:14976:13\n'.repeat(6);
    expect(told(`TypeError: fetch failed\n${frames}  [cause]: Error: connect ECONNREFUSED 127.0.0.1:7999\n`)).toEqual([
      ['network', null, 8],
      ['follows', 'TypeError', 1],
    ]);
    expect(told('Error: Could not frob\nCaused by: request error: HTTP status client error (429 Too Many Requests)')).toEqual([
      ['network', null, 2],
      ['follows', null, 1],
    ]);
    expect(
      told(
        'RuntimeError: Failed to import frob because of the following error (look up to see its traceback):\ncannot inherit non-frozen dataclass',
      ),
    ).toEqual([
      ['import', null, 2],
      ['follows', 'RuntimeError', 1],
    ]);
  });

  it('before lines that only say that something failed, and those are told where nothing else is', () => {
    const build =
      '  error: subprocess-exited-with-error\n  × Building wheel for x did not run successfully.\n  │ exit code: 1\n\n\n\n      x.c:9:10: fatal error: x.h: No such file or directory\n\n\n\n  ERROR: Failed building wheel for x';
    expect(told(build)[0]).toEqual(['compile', null, 7]);
    expect(
      told(build)
        .slice(1)
        .every(([kind]) => kind === 'follows'),
    ).toBe(true);
    expect(told('  ERROR: Failed building wheel for x')).toEqual([['compile', null, 1]]);
  });

  it('has the lines below its message as details, and no frame of JavaScript', () => {
    const details = (text: string) => diagnoseAlone(text).failures[0]?.details;
    expect(details('ScannerError: not allowed here\n  in "a.yaml", line 4\n  and more\nnext')).toEqual(['in "a.yaml", line 4', 'and more']);
    expect(details('ValidationError: 1 validation error for Config\nsteps\n  must be a number')).toEqual(['steps', 'must be a number']);
    expect(details('OddError: no\nnext line\n  later')).toEqual([]);
    expect(details('OddError: no\n    at f (http://x/y.js:1:2)')).toEqual([]);
  });

  it('is none where Python ignored the exception', () => {
    const ignored = `Exception ignored in: <function Loop.__del__ at 0x7f>\n${trace('ValueError: Invalid file descriptor: -1', frame)}`;
    expect(told(ignored)).toEqual([]);
    expect(told(`${ignored}\n\n\n\n${trace('ValueError: no', frame)}`)).toEqual([['own-code', 'ValueError', 12]]);
  });

  it('is no finding either where Python ignored an exception that a page knows', () => {
    const known = "ModuleNotFoundError: No module named 'einops'";
    const ids = (text: string) => diagnose(text).findings.map(({ id }) => id);
    const ignored = `Exception ignored in: <function Pipe.__del__ at 0x7f>\n${trace(known, frame)}`;
    expect(ids(ignored)).toEqual([]);
    expect(ids(`${ignored}\n${trace(known, frame)}`)).toEqual(['missing-module']);
    // What stands below it outside of any traceback happened.
    expect(ids(`${ignored}\n\n${known}`)).toEqual(['missing-module']);
  });

  it('is none where Streamlit looked into a module for files to watch', () => {
    const looked = `2026-05-13 20:02:33.756 Examining the path of torch.classes raised:\n${trace('RuntimeError: no running event loop', frame)}`;
    const then = `\n\nDuring handling of the above exception, another exception occurred:\n\n${trace("RuntimeError: Tried to instantiate class '__path__._path', but it does not exist!", frame)}`;
    expect(told(looked + then)).toEqual([]);
    expect(diagnose(looked + then).findings).toEqual([]);
    expect(diagnose(looked + then).isProse).toBe(false);
  });

  it("stands where the traceback below somebody's words breaks off", () => {
    const words = "My own pictures fail with `OddError: 'no such thing' here`, the others work.";
    const { failures } = diagnoseAlone(`${words}\n\nTraceback (most recent call last):\n${frame}\n${library}`);
    expect(failures).toMatchObject([{ type: 'OddError', location: { line: 12 }, raisedIn: { line: 7 }, inPackage: { line: 7 } }]);
  });

  it('keeps a quoted line whole that has empty braces in it', () => {
    expect(told(trace('OddError: no', '  File "/home/user/app/app.py", line 2, in run\n    raise OddError("{}".format(x))'))).toEqual([
      ['other', 'OddError', 4],
    ]);
  });

  it('is not told as a failure where an entry knows it', () => {
    const known = "ModuleNotFoundError: No module named 'einops'";
    expect(told(trace(known, frame))).toEqual([]);
    expect(told(`${trace(known, frame)}\n\n\n\n\napp-1 exited with code 1`)).toEqual([]);
    expect(told(`${trace(known, frame)}\n\n\n\n\n${trace('FrobError: no widget', frame)}`)).toEqual([['other', 'FrobError', 12]]);
  });

  it('of several processes, each for itself', () => {
    const log = [
      '[rank0]: Traceback (most recent call last):',
      '[rank1]: Traceback (most recent call last):',
      '[rank0]:   File "/app/a.py", line 1, in run',
      '[rank1]:   File "/app/a.py", line 2, in run',
      '[rank1]: FrobError: two',
      '[rank0]: FrobError: one',
    ];
    expect(diagnose(log.join('\n')).failures.map(({ message, location }) => [message, location?.line])).toEqual([
      ['two', 2],
      ['one', 1],
    ]);
  });
});

describe('many failures', () => {
  const apart = '\n\n\n\n\n\n\n';
  const many = (count: number) => Array.from({ length: count }, (_, at) => `FrobError: number ${at}`);

  it('are told each once, up to twenty; the rest is counted', () => {
    const { failures, moreFailures } = diagnoseAlone([...many(23), 'FrobError: number 3'].join(apart));
    expect([failures.length, moreFailures]).toEqual([20, 3]);
    expect(diagnoseAlone(many(20).join(apart)).moreFailures).toBe(0);
  });

  it('that only say that something failed follow from the one that says what', () => {
    const exit = 'app-1 exited with code 3';
    expect(told([exit, '  ERROR: Failed building wheel for x'].join(apart)).map(([kind]) => kind)).toEqual(['compile', 'follows']);
    expect(told([exit, 'app-2 exited with code 4'].join(apart))).toEqual([
      ['exit-code', null, 1],
      ['follows', null, 8],
    ]);
  });

  it('are part of what a page knows, where they stand right beside it and name no exception', () => {
    const known = "ModuleNotFoundError: No module named 'einops'";
    const error = '2026-04-02 10:00:00 ERROR the teapot is empty';
    const quiet = (lines: number) => 'all is well\n'.repeat(lines);
    // Wherever in the log that is.
    expect(told(`${quiet(30)}${error}\n${known}\n`)).toEqual([]);
    expect(told(`${quiet(30)}${error}\n${quiet(9)}${known}\n`).map(([kind]) => kind)).toEqual(['other']);
    expect(told(`${quiet(30)}${trace(known, frame)}\n${error}\n`)).toEqual([]);
  });
});

describe('a finding that wraps another one', () => {
  const compiled = "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:";
  it('is its consequence', () => {
    const { findings } = diagnose(`${compiled}\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.`);
    expect(findings.map(({ id, role, causedBy }) => [id, role, causedBy])).toEqual([
      ['cuda-out-of-memory', 'cause', null],
      ['torch-compile', 'symptom', 'cuda-out-of-memory'],
    ]);
  });

  it('stands for itself where no reason is near', () => {
    expect(diagnose(compiled).findings).toMatchObject([{ id: 'torch-compile', role: 'cause', causedBy: null }]);
    const far = `ModuleNotFoundError: No module named 'einops'\n${'all is well\n'.repeat(300)}${compiled}`;
    expect(diagnose(far).findings.map(({ causedBy }) => causedBy)).toEqual([null, null]);
  });
});

describe('recordings of what works', () => {
  const folder = join(import.meta.dirname, '../../../logs');
  // In these something fails all the same: an app refuses its input, a test fails, other platforms refuse.
  const failing = ['clean-app-error.log', 'clean-tests.log', 'clean-other-platforms.log'];
  const clean = readdirSync(folder).filter((name) => /^clean-.*\.log$/.test(name) && !failing.includes(name));
  it.each(clean)('%s has no failure', (name) => expect(told(readFileSync(join(folder, name), 'utf8'))).toEqual([]));
});

describe('the state of a Space, as the Hub tells it', () => {
  const messages = (text: string) =>
    diagnose(text)
      .failures.filter(({ isConsequence }) => !isConsequence)
      .map(({ message }) => message);
  const said = '"errorMessage": "the lamp is broken"';

  it('is a failure by its message, in one line, in several, and as Python prints it', () => {
    expect(messages(`{"stage": "RUNTIME_ERROR", ${said}}`)).toEqual(['the lamp is broken']);
    expect(messages(`{\n  "stage": "RUNTIME_ERROR",\n  "hardware": {\n    "current": null\n  },\n  ${said}\n}`)).toEqual([said]);
    expect(messages("SpaceRuntime(stage='RUNTIME_ERROR', raw={'errorMessage': 'the lamp is broken'})")).toHaveLength(1);
  });

  it('alone says that the log is to be read', () => {
    expect(messages('{"stage": "RUNTIME_ERROR", "hardware": null}')).toEqual(['RUNTIME_ERROR']);
    expect(messages('{\n  "stage": "BUILD_ERROR",\n  "replicas": 1\n}')).toEqual(['"stage": "BUILD_ERROR",']);
  });

  it('is none of a Space that runs, and what is known is no failure', () => {
    expect(messages('{\n  "stage": "RUNNING",\n  "errorMessage": "",\n  "replicas": 1\n}')).toEqual([]);
    const { findings, failures } = diagnose('{"stage": "RUNTIME_ERROR", "errorMessage": "Scheduling failure: unable to schedule"}');
    expect([findings.map(({ id }) => id), failures]).toEqual([['space-scheduling-failure'], []]);
  });
});

describe('the title of a report', () => {
  const CAUSE = "ModuleNotFoundError: No module named 'einops'";
  const told = (title: string): string[] =>
    diagnose(`${title}\n${'It stood still.\n'.repeat(6)}${CAUSE}`).failures.map(({ message }) => message);

  it('is no failure beside the cause', () => expect(told('[BUG] Error creating the first agent of the course')).toEqual([]));
  it('but a line that a program printed is one', () =>
    expect(told('error: creating the first agent failed')).toEqual(['error: creating the first agent failed']));
});
