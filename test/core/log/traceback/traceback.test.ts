import { describe, expect, it } from 'vitest';
import { bare } from '../../../../src/core/log/prefix.ts';
import { exceptionOf } from '../../../../src/core/log/traceback/exception.ts';
import { TracebackTracker } from '../../../../src/core/log/traceback/traceback.ts';
import { fileNameOf, isOwnCode, packageFolderOf, TracebackLine, withinText } from '../../../../src/core/log/traceback/traceback-line.ts';
import { fold } from '../../../../src/core/text/fold.ts';
import { neutralise } from '../../../../src/core/text/neutralise.ts';

function follow(text: string) {
  let blocks = 0;
  const tracker = new TracebackTracker(() => ++blocks);
  const parts = text.split('\n').map((line) => tracker.feed(new TracebackLine(bare(line))));
  return { parts, tracker };
}

function folded(line: string): TracebackLine {
  const { text, shown } = fold(neutralise(line));
  return new TracebackLine(text, shown);
}

const TRACE = `Traceback (most recent call last):
  File "/home/user/app/app.py", line 12, in generate
    image = pipe(prompt)
  File "/usr/local/lib/python3.10/site-packages/diffusers/pipeline.py", line 711, in __call__
    return func(*args, **kwargs)
ValueError: bad prompt`;

describe('the package that a traceback goes through last', () => {
  const frames = (...files: string[]) =>
    follow(
      `Traceback (most recent call last):\n${files.map((file) => `  File "${file}", line 3, in run\n    go()`).join('\n')}\nValueError: x`,
    ).tracker;
  const [own, installed, python] = [
    '/home/user/app/app.py',
    '/usr/lib/python3.10/site-packages/odd/core.py',
    '/usr/lib/python3.10/json/decoder.py',
  ] as const;

  it.each([
    ['is the one that raised', [own, installed], installed],
    ['is none, where it calls the own code back', [own, installed, own], null],
    ['is the one that asked Python itself', [own, installed, python], installed],
    ['is none, where the own code asks Python itself', [own, python], null],
  ])('%s', (_, files, file) => expect(frames(...files).inPackage?.file ?? null).toBe(file));

  it('is another one than the first that the own code called', () => {
    const other = installed.replace('odd', 'even');
    expect(frames(installed, own, installed, other).entered).toBe('odd');
    expect([frames(installed, other).entered, frames(installed, own).entered, frames(own, python).entered]).toEqual(['odd', null, null]);
  });
});

describe('tracebacks that belong together', () => {
  const one = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\nOneError: x\n';
  const two = one.replace('OneError', 'TwoError');
  const stateOf = (text: string) => {
    const { block, joints, isOriginal } = follow(text).tracker.state;
    return [block, joints, isOriginal];
  };

  it('are links of a chain, where a line joins them', () => {
    expect(stateOf(`${one}\n${two}`)).toEqual([2, [], false]);
    expect(stateOf(`${one}\nDuring handling of the above exception, another exception occurred:\n\n${two}`)).toEqual([
      1,
      ['during'],
      false,
    ]);
    const direct = '\nThe above exception was the direct cause of the following exception:\n\n';
    expect(stateOf(`${one}${direct}${two}${direct}${two}`)).toEqual([1, ['direct', 'direct'], false]);
    expect(stateOf(`${direct}${one}`)).toEqual([1, [], false]);
  });

  it('are those of a worker, and what passes it on', () => {
    const original = two.replace('Traceback', 'Original Traceback');
    expect(stateOf(`${one}${original}`)).toEqual([1, [], true]);
    expect(stateOf(original)).toEqual([1, [], false]);
    expect(stateOf(`${one}${original}\n${one}`)).toEqual([2, [], false]);
  });

  it('are none where the file ends between them', () => {
    const { tracker } = follow(`${one}\nDuring handling of the above exception, another exception occurred:\n`);
    tracker.close();
    for (const line of two.split('\n')) tracker.feed(new TracebackLine(line));
    expect(tracker.state).toMatchObject({ block: 2, joints: [] });
  });
});

describe('what a traceback quotes', () => {
  const quoted = (...lines: string[]) =>
    follow(`Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n${lines.join('\n')}`).tracker;

  it('is the statement, of several lines all of it, as long as anybody reads it', () => {
    expect(quoted('    go(1,', '       2)').innermost?.quoted).toBe('go(1,\n2)');
    const long = Array.from({ length: 60 }, (_, at) => `    step(${at}, "${'x'.repeat(40)}")`);
    const all = quoted(...long).innermost?.quoted as string;
    expect(all.length).toBeLessThan(1000);
    expect(all.startsWith('step(0')).toBe(true);
  });

  it('ends with blank lines', () => {
    expect(quoted('    go()', '').isOpen).toBe(true);
    expect(quoted('    go()', ...Array(9).fill('')).isOpen).toBe(false);
  });
});

describe('a traceback', () => {
  it('is one block that ends at its exception', () => {
    const { parts, tracker } = follow(`before\n${TRACE}\nafter`);
    expect(parts).toEqual(['outside', 'inside', 'inside', 'inside', 'inside', 'inside', 'end', 'outside']);
    expect(tracker.exception).toEqual({ type: 'ValueError', message: 'bad prompt' });
  });

  it('stands in the innermost frame of the user', () => {
    expect(follow(TRACE).tracker.location).toEqual({
      file: '/home/user/app/app.py',
      line: 12,
      function: 'generate',
      quoted: 'image = pipe(prompt)',
    });
  });

  it('keeps a statement of several lines, without the marks below it and without what a library did', () => {
    const statement = '    image = pipe(\n        prompt,\n    )\n    ^^^^^^^';
    const inside = '  File "/usr/lib/python3.13/site-packages/x.py", line 3, in f\n    raise ValueError()';
    const text = TRACE.split('\n').toSpliced(2, 1, statement, inside).join('\n');
    const { location, inPackage } = follow(text).tracker;
    expect(location?.quoted).toBe('image = pipe(\nprompt,\n)');
    expect(inPackage?.file).toContain('diffusers');
  });

  it.each([
    ['the whole', '    text = reply.text.strip()', '           ^^^^^^^^^^^^^^^^', { text: 'reply.text.strip', from: 0, to: 16 }],
    ['two sides', '    total = price + tax', '            ~~~~~~^~~~~', { text: 'price + tax', from: 6, to: 7 }],
    ['nothing where the indent is lost', 'text = reply.text', '^^^^^', undefined],
    ['nothing where the marks reach further', '    x()', '    ^^^^^^^^', undefined],
  ])('knows what the marks below a statement point at: %s', (_, source, marks, pointed) => {
    const { location } = follow(`${TRACE.split('\n').slice(0, 2).join('\n')}\n${source}\n${marks}\nValueError: no`).tracker;
    expect(location?.pointed).toEqual(pointed);
  });

  it('keeps what a library quotes where it raises, and whose package it is', () => {
    const { innermost, inPackage } = follow(TRACE).tracker;
    expect(innermost).toMatchObject({ line: 711, quoted: 'return func(*args, **kwargs)' });
    expect(inPackage).toBe(innermost);
  });

  it.each([
    ['/tmp/pip-build-env-q1/overlay/lib/python3.12/site-packages/setuptools/build_meta.py', 317],
    ['/home/user/app/app.py', 176],
  ])('was raised by the script of a build that this runs as a text: %s', (file, line) => {
    const text = `Traceback (most recent call last):\n  File "${file}", line 317, in run\n    exec(code)\n  File "<string>", line 176, in <module>`;
    expect(follow(`${text}\nNameError: name 'x' is not defined`).tracker.innermost).toMatchObject({ line });
  });

  it('may begin within its first frame', () => {
    const cut = `${TRACE.split('\n').slice(3).join('\n').replace('  File "/usr/local/lib/python3.10/site-packages/', '')}`;
    const { parts, tracker } = follow(cut);
    expect(parts).toEqual(['inside', 'inside', 'end']);
    expect(tracker).toMatchObject({ location: null, inPackage: { file: 'diffusers/pipeline.py', line: 711, function: '__call__' } });
    expect(follow('see "app.py", line 3, in run').parts).toEqual(['outside']);
  });

  it('is known as unfinished till its exception stands there', () => {
    expect(follow(TRACE.split('\n').slice(0, -1).join('\n')).tracker.unfinished?.innermost?.line).toBe(711);
    expect(follow(TRACE).tracker.unfinished).toBeNull();
  });

  it('survives lost indentation', () => {
    const { parts, tracker } = follow(TRACE.replace(/^ +/gm, ''));
    expect(parts.at(-1)).toBe('end');
    expect(tracker.location?.line).toBe(12);
  });

  it.each([0, 4])('keeps the quotes that a page made curly, indented by %i', (indent) => {
    const { named, any } = folded(`${' '.repeat(indent)}ValueError: “bad” prompt`);
    expect([named, any]).toEqual(Array(2).fill({ type: 'ValueError', message: '“bad” prompt' }));
  });

  it.each([0, 4])('keeps them behind a name that is no exception elsewhere, indented by %i', (indent) => {
    const { named, any } = folded(`${' '.repeat(indent)}Overload: “bad” prompt`);
    expect([named, any]).toEqual([null, { type: 'Overload', message: '“bad” prompt' }]);
  });

  it('is found on one line', () => {
    const { parts, tracker } = follow(`Exit code: 1. Reason: ${TRACE.replace(/\n */g, ' ')}`);
    expect(parts).toEqual(['end']);
    expect(tracker.location?.function).toBe('generate');
    expect(tracker.exception).toEqual({ type: 'ValueError', message: 'bad prompt' });
  });

  it('keeps its block through a chain', () => {
    const { tracker } = follow(`${TRACE}\n\nDuring handling of the above exception, another exception occurred:\n\n${TRACE}`);
    expect(tracker.block).toBe(1);
    expect(follow(`${TRACE}\n${TRACE}`).tracker.block).toBe(2);
  });

  it('ends at a custom exception without a message', () => {
    expect(follow(`${TRACE.split('\n').slice(0, 3).join('\n')}\n_queue.Empty`).tracker.exception?.type).toBe('Empty');
  });

  it('closes at words that are no part of it', () => {
    const cut = `${TRACE.split('\n').slice(0, 3).join('\n')}\nLoading model weights\nand more`;
    expect(follow(cut).parts.slice(-2)).toEqual(['outside', 'outside']);
  });

  it('is read inside the box of Rich and behind a log prefix', () => {
    expect(follow('│ /home/user/app/app.py:33 in main                     │').tracker.location).toEqual({
      file: '/home/user/app/app.py',
      line: 33,
      function: 'main',
      quoted: '',
    });
    const prefixed = TRACE.replace(/^/gm, '2024-02-06 07:32:26 | ERROR | stderr | ');
    expect(follow(prefixed).tracker).toMatchObject({ exception: { type: 'ValueError' }, location: { line: 12 } });
  });
});

describe('frames', () => {
  it.each([
    ['/home/user/app/app.py', true],
    ['app.py', true],
    ['/home/user/app/src/model/net.py', true],
    ['C:\\work\\app.py', true],
    ['<ipython-input-4-ffff>', true],
    ['/usr/local/lib/python3.12/site-packages/torch/nn/modules/module.py', false],
    ['/usr/lib/python3/dist-packages/x.py', false],
    ['/usr/local/lib/python3.10/multiprocessing/queues.py', false],
    ['spaces/zero/wrappers.py', false],
    ['transformers/quantizers/base.py', false],
    ['.../diffusers/pipeline.py', false],
    ['peft\\tuners\\lora.py', false],
    ['datasets/loader.py', true],
    ['/home/ann/transformers/app.py', true],
    ['/home/ann/transformers/src/transformers/trainer.py', false],
    ['/workspace/vllm/vllm/engine/core.py', false],
    ['D:\\sglang\\python\\sglang\\srt\\server.py', false],
    ['/home/ann/transformers/src/train.py', true],
    ['constructor/constructor/app.py', true],
    ['C:\\ProgramData\\anaconda3\\lib\\threading.py', false],
    ['C:\\Users\\ann\\AppData\\Local\\Programs\\Python\\Python310\\lib\\multiprocessing\\reduction.py', false],
    ['D:\\Python311\\Lib\\asyncio\\runners.py', false],
    ['E:\\Anaconda\\envs\\lab\\lib\\pathlib.py', false],
    ['/home/ann/talk/lib/paths.py', true],
    ['C:\\Python311\\Scripts\\gradio.exe\\__main__.py', false],
    ['C:\\work\\Scripts\\gradio.py', true],
    ['<frozen importlib._bootstrap>', false],
    ['parsers.pyx', false],
    ['pandas/_libs/hashtable_class_helper.pxi', false],
    ['/work/pyx/app.py', true],
    ['/tmp/pip-install-3_gjy_22/pydantic-core_e36fdb29/generate_self_schema.py', false],
    ['/tmp/pip-build-env-8xk/overlay/lib/setuptools/build_meta.py', false],
    ['/work/pip-install-notes.py', true],
    ['<string>', false],
    ['<pip-setuptools-caller>', false],
  ])('%s: own code is %s', (file, isOwn) => expect(isOwnCode(file)).toBe(isOwn));
});

describe('a place in code', () => {
  it.each([
    ['  File "/home/user/app/app.py", line 12, in generate', '/home/user/app/app.py', 12, 'generate'],
    ['  File "app.py", line 3', 'app.py', 3, ''],
    ['  File "<string>", line 1, in <module>', '<string>', 1, '<module>'],
  ])('%s', (text, file, line, name) => {
    expect(new TracebackLine(text).place?.location).toEqual({ file, line, function: name, quoted: '' });
  });

  it('shows no secret and no control character', () => {
    const { file } = new TracebackLine('  File "/x/hf_aB3dE5gH7jK9mN1pQ2rS4tU6/\u0007.py", line 3, in f').place?.location ?? {};
    expect(file).toBe('/x/hf_****/␇.py');
  });

  it('is said by its last part, with its function', () => {
    expect(['/a/b.py', 'C:\\a\\b.py', 'b.py'].map(fileNameOf)).toEqual(['b.py', 'b.py', 'b.py']);
    const within = (name: string) => withinText({ function: neutralise(name) });
    expect([within('run'), within('<module>'), within('')]).toEqual([' in run', '', '']);
  });

  it.each([
    ['/usr/lib/python3.10/site-packages/torch/nn/module.py', 'torch'],
    ['C:\\venv\\Lib\\site-packages\\cv2\\core.py', 'cv2'],
    ['/usr/lib/python3/dist-packages/yaml/x.py', 'yaml'],
    ['/usr/lib/python3.10/site-packages/six.py', null],
    ['diffusers/pipeline.py', 'diffusers'],
    ['mine/pipeline.py', null],
    ['/home/user/app/app.py', null],
  ])('%s is of the package %s', (file, folder) => expect(packageFolderOf(file)).toBe(folder));
});

describe('exceptions', () => {
  it.each([
    ['RuntimeError: boom', 'RuntimeError', 'boom'],
    ['torch.cuda.OutOfMemoryError: CUDA out of memory.', 'OutOfMemoryError', 'CUDA out of memory.'],
    ['KeyError', 'KeyError', ''],
  ])('%s', (text, type, message) => expect(exceptionOf(text)).toEqual({ type, message }));

  it.each(['an Error: in words', 'Error while loading', 'UserWarning: careful'])('not: %s', (text) => expect(exceptionOf(text)).toBeNull());
});
