/** What Python's own messages mean where no page knows the failure: who raised it, what of the quoted line it is, what shows it. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/core/explain/explain.ts';
import { NO_SEARCH } from '../../../../src/core/explain/nearest.ts';
import { plainInlines } from '../../../../src/core/markup/read.ts';
import { diagnose, library } from '../../../library.ts';

const OWN = (statement: string, end: string) =>
  `Traceback (most recent call last):\n  File "/home/user/app/app.py", line 12, in run\n    ${statement}\n${end}\n`;
const CALL = '  File "/home/user/app/app.py", line 12, in run\n    speak(text)\n';
const FRAME = '  File "/usr/local/lib/python3.10/site-packages/oddvoice/core.py", line 7, in speak\n    return table[name]\n';
const INSIDE = (end: string, call = CALL, frame = FRAME) => `Traceback (most recent call last):\n${call}${frame}${end}\n`;

function read(text: string) {
  const [first] = explain(library, NO_SEARCH, diagnose(text)).failures;
  if (!first) throw new Error(`no failure in: ${text}`);
  const steps = first.steps.map((step) => `${plainInlines(step.see)}: ${plainInlines(step.do)}`);
  return { title: first.title, look: plainInlines(first.look), code: first.shown?.code ?? null, steps };
}

describe('raised in the own code', () => {
  it.each([
    [
      'text = result.text.strip()',
      "AttributeError: 'NoneType' object has no attribute 'strip'",
      'result.text is None when line 12',
      'print(repr(result.text)[:200])   # above line 12',
    ],
    [
      'height, width = left_image.shape[:2]',
      "AttributeError: 'NoneType' object has no attribute 'shape'",
      'OpenCV raises nothing',
      'print(repr(left_image)[:200])',
    ],
    ['voice = voices[name]', "KeyError: 'af_bella'", 'voices has no key af_bella at line 12', 'print(list(voices))'],
    ['first = rows[0]', "TypeError: 'NoneType' object is not subscriptable", 'rows is None at app.py:12 in run', 'print(repr(rows)[:200])'],
    ['text = reply.text', "AttributeError: 'dict' object has no attribute 'text'", 'reply is a dict at line 12', 'reply["text"]'],
    ['text = reply.text', "AttributeError: 'Reply' object has no attribute 'text'", 'reply is a Reply at line 12', 'dir(reply)'],
    ['text = reply.lower()', "AttributeError: 'list' object has no attribute 'lower'", 'reply is a list at line 12', 'reply[0].lower'],
    ['first = rows[0]', "TypeError: 'generator' object is not subscriptable", 'rows is a generator', 'list(rows)'],
  ])('%s', (statement, end, look, code) => {
    const told = read(OWN(statement, end));
    expect(told.look).toContain(look);
    expect(told.code).toContain(code);
  });

  it('names nothing that could be two things', () => {
    const told = read(OWN('x = a.text.strip() + b.text.strip()', "AttributeError: 'NoneType' object has no attribute 'strip'"));
    expect(told.look).not.toMatch(/[ab]\.text/);
    expect(told.look).toContain('The value before .strip is None');
    expect(told.code).toBeNull();
    expect(read(OWN('v = voices[names[i]]', "KeyError: 'af_bella'")).look).not.toContain('af_bella at line');
  });

  it('names what stands in the own line, not in that of a library', () => {
    const inner = '  File "/env/lib/python3.12/site-packages/tin/box.py", line 7, in get\n    return self.__dict__[arg]\nKeyError: ';
    const told = read(`Traceback (most recent call last):\n  File "/app/a.py", line 2, in f\n    x = box["tea"]\n${inner}'tea'\n`);
    expect(told.look).toContain('box has no key tea at line 2');
  });

  it('lets no stranger into code', () => {
    const told = read(OWN('x = config["a"]', 'KeyError: \'a"); import os; print("\''));
    expect(told.code ?? '').not.toContain('import os');
  });
});

describe('raised in a library', () => {
  it.each([
    ["KeyError: 'base_len'", 'A library cannot find a name in its own tables', 'oddvoice looks for base_len at core.py:7 in speak'],
    [
      "AttributeError: 'NoneType' object has no attribute 'strip'",
      'A library got None where it needs a value',
      'Inside oddvoice, at core.py:7 in speak, the code asks None for strip',
    ],
    [
      'ValueError: Reference audio must be at least 3 seconds long',
      'A library refuses what it was given',
      'oddvoice checks at core.py:7 in speak what the call at app.py:12 passes',
    ],
  ])('%s', (end, title, look) => {
    const told = read(INSIDE(end));
    expect(told.title).toBe(title);
    expect(told.look).toContain(look);
    expect(told.code).toBe('print(repr(text)[:200])   # above line 12');
  });

  it('tells after that what to do about the library', () => {
    const [first, second] = read(INSIDE('FrobError: upside down', CALL, FRAME.replaceAll('oddvoice', 'diffusers'))).steps;
    expect(first).toContain('the input is right: a newer diffusers may fix it');
    expect(second).toContain('https://github.com/huggingface/diffusers/issues?q=');
  });

  it('that raises on purpose is not at fault: the call is', () => {
    const raising = FRAME.replaceAll('oddvoice', 'pandas').replace('return table[name]', 'raise IndexError("no")');
    const told = read(INSIDE('IndexError: single positional indexer is out-of-bounds', CALL, raising));
    expect(told.look).toContain('Line 12 of app.py asks pandas for an item that does not exist');
    const refused = read(INSIDE('OddError: no', CALL, raising));
    expect(refused.title).toBe('A library refuses what it was given');
    expect(refused.steps).toEqual(['the same call worked before: pin the pandas release it worked with']);
  });

  const PYTHON = "AttributeError: 'NoneType' object has no attribute 'get'";
  const QUANTIZER = '/quantizers/fp8.py", line 195, in update_tp_plan\n    plan = {k: overrides.get(v, v) for k, v in base.items()}\n';

  it('names the expression that the library quotes, the command, and where its issues are', () => {
    const told = read(INSIDE(PYTHON, '', `  File "/opt/x/lib/python3.11/site-packages/transformers${QUANTIZER}`));
    expect(told.look).toContain('overrides is None at fp8.py:195 in update_tp_plan, in the code of transformers');
    expect(told.code).toContain('pip install -U transformers');
    expect(told.steps).toEqual([
      'it persists: search the issues of transformers: https://github.com/huggingface/transformers/issues?q=update_tp_plan+NoneType',
    ]);
  });

  it('is read in a paste that begins within its first frame', () => {
    expect(read(`transformers${QUANTIZER}${PYTHON}\n`).look).toContain('overrides is None at fp8.py:195');
  });

  it('raises no release of what others are bound to, nor where somebody has tried that', () => {
    const torch = INSIDE('IndexError: odd place', CALL, FRAME.replaceAll('oddvoice', 'torch'));
    expect(read(torch).steps.join()).not.toContain('newer');
    const tried = `I upgraded transformers to the latest, and still:\n\n${INSIDE(PYTHON, '', `  File "/opt/x/site-packages/transformers${QUANTIZER}`)}`;
    expect(read(tried).code ?? '').not.toContain('pip install -U');
  });

  it('tells no names of the own code to a tracker', () => {
    const told = read(
      INSIDE("ValueError: no voice 'my_secret_project' in here", '', FRAME.replaceAll('oddvoice', 'gradio').replace('speak', 'pick_voice')),
    );
    expect(told.steps.join()).toContain('issues?q=pick_voice+');
  });
});

describe('a key', () => {
  it('that the own statement writes is asked of what stands before it, whoever keeps the table', () => {
    const pandas = FRAME.replaceAll('oddvoice', 'pandas').replace('return table[name]', 'raise KeyError(key) from err');
    const told = read(INSIDE("KeyError: 'price'", CALL.replace('speak(text)', 'x = df["price"].mean()'), pandas));
    expect(told.look).toContain('df has no key price at line 12');
    expect(told.code).toContain('print(list(df))');
  });

  it('of a text or of nothing', () => {
    expect(read(OWN('x = row["name"]', "TypeError: string indices must be integers, not 'str'")).look).toContain('used like a dictionary');
    expect(read(OWN('x = row["name"]', "TypeError: 'NoneType' object is not subscriptable")).look).toContain(
      'row is None at app.py:12 in run',
    );
    expect(read(OWN('x = row["name"]', "TypeError: 'int' object is not subscriptable")).look).toContain('row is an int at app.py:12');
  });
});

describe('raised inside Gradio', () => {
  const inside = (name: string) =>
    `  File "/usr/local/lib/python3.10/site-packages/gradio/blocks.py", line 911, in ${name}\n    x = f(y)\n`;
  const radio = '  File "/usr/local/lib/python3.10/site-packages/gradio/radio.py", line 170, in check\n    return self.choices.index(x)\n';

  it.each([
    ['preprocess_data', 'Gradio does not accept what the page sent'],
    ['postprocess_data', 'Gradio does not accept what the function returned'],
    ['_do_normal_analytics_request', 'Gradio could not send its usage statistics'],
    ['preprocess', 'Something failed that no page describes yet'],
  ])('on the way of %s', (name, title) => {
    expect(read(INSIDE('ValueError: 1 is not in list', inside(name), radio)).title).toBe(title);
  });

  it('is of the package that was at work, not of one that passes it on', () => {
    const runner =
      '  File "/usr/local/lib/python3.10/site-packages/anyio/_asyncio.py", line 867, in run\n    result = context.run(func, *args)\n';
    const told = read(INSIDE("TypeError: 'NoneType' object is not callable", inside('call_function'), runner));
    expect(told.look).not.toContain('context.run is');
    expect(told.steps.join()).toContain('gradio-app/gradio');
  });
});

describe('what is typed', () => {
  it('installs no package of which only a folder is known', () => {
    const told = read(INSIDE('FrobError: upside down', '', FRAME));
    expect(`${told.code} ${told.steps.join()}`).not.toContain('install');
  });

  it('shows no secret of a quoted statement', () => {
    const secret = `hf_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL3'}`;
    const told = read(OWN(`x = tokens["${secret}"].strip()`, "AttributeError: 'NoneType' object has no attribute 'strip'"));
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it('does not blame a library for the network', () => {
    const told = read(INSIDE('TimeoutError: timed out', '', FRAME.replaceAll('oddvoice', 'httpx')));
    expect(told.code ?? '').not.toContain('install');
  });
});

describe('raised on purpose', () => {
  it('by the app, for its visitor', () => {
    const told = read(OWN('raise gr.Error("start a game first")', "gradio.exceptions.Error: 'start a game first'"));
    expect(told.title).toBe('A message from the app to its visitor');
    expect(told.steps.join()).toContain('gr.State');
  });

  it('by the app', () => {
    expect(read(OWN('raise ValueError("no")', 'ValueError: no')).title).toBe('The app itself raises this');
    expect(read(OWN('check(x)', 'ValueError: no such thing')).title).not.toBe('The app itself raises this');
  });

  it('by a check that has no message: its condition is told', () => {
    const frame = FRAME.replace('return table[name]', 'assert isinstance(x, str)');
    expect(read(INSIDE('AssertionError', '', frame)).look).toContain('asserts at core.py:7 in speak that isinstance(x, str)');
  });
});

describe('of other programs', () => {
  it.each([
    ['bash: line 1: convert: command not found', 'does not find the program convert', 'command -v convert'],
    [
      'requests.exceptions.HTTPError: 410 Client Error: Gone for url: https://api.example.com/v1',
      'answered 410: that address is gone',
      'curl -sSi https://api.example.com/v1',
    ],
    ['Unexpected error: status code: 418; body: {}', 'Can this machine reach', null],
    ["Error: Cannot find module 'express'", 'is it in dependencies of package.json', 'git ls-files | grep -i NAME'],
    ['error: src refspec trunk does not match any', 'no branch trunk here', 'git branch -a && git log --oneline -1'],
    [
      `ERROR: failed to solve: process "/bin/sh -c make all" did not complete successfully: exit code: 2`,
      'The command make all ended with 2',
      'docker build --progress=plain --no-cache .',
    ],
    [
      "openai.NotFoundError: Error code: 404 - {'error': {'message': 'The model `x` does not exist'}}",
      'says why: The model `x` does not exist',
      null,
    ],
    ['{"error":"Invalid repo name: anna/my.demo"}', 'says why: Invalid repo name: anna/my.demo', null],
    ['{"level":"error","message":"no model in the folder"}', 'The line itself', null],
    ['panic: runtime error: index out of range [3] with length 2', 'It is not Python', null],
    ['ValueError: tensor of 404 rows and 500 columns is no image', 'The line itself', null],
  ])('%s', (text, look, code) => {
    const told = read(`${text}\n`);
    expect(told.look).toContain(look);
    expect(told.code).toBe(code);
  });

  it('a message of several lines is read whole', () => {
    const told = read('yaml.scanner.ScannerError: mapping values are not allowed here\n  in "config.yaml", line 4, column 9\n');
    expect(told.look).toContain('Line 4, column 9 of config.yaml, or the one just above, breaks the rules of YAML');
  });
});

describe('without a traceback', () => {
  it('says what is sure: which value, and which language', () => {
    expect(read("AttributeError: 'NoneType' object has no attribute 'strip'\n").look).toContain('The value before .strip is None');
    expect(read('TypeError: e.mount is not a function\n')).toMatchObject({
      title: 'An error in the JavaScript of the page',
      code: 'demo.launch(ssr_mode=False)',
    });
  });

  it('says no more than the kind where no reading fits', () => {
    const { title, look, code } = read('FrobError: upside down\n');
    expect({ title, code }).toEqual({ title: library.failures.kinds.other.title, code: null });
    expect(look).toBe(plainInlines(library.failures.kinds.other.look));
  });
});

describe('a package that pip could not build', () => {
  const BUILD = 'error: subprocess-exited-with-error\n';

  it('is named as it was asked for, with the question whether a release has a wheel', () => {
    const told = read(`Collecting oddvoice==1.0\n  Using cached oddvoice-1.0.tar.gz (11 kB)\n${BUILD}`);
    expect(told.title).toBe('pip could not build a package from source');
    expect(told.look).toContain('pip builds oddvoice==1.0 from source');
    expect(told.code).toBe('pip download --no-deps --only-binary :all: oddvoice');
    expect(told.steps[0]).toContain('instead of oddvoice==1.0');
  });

  it('of which the text does not say the name is told by its kind alone', () => {
    expect(read(BUILD).title).toBe(library.failures.kinds.compile.title);
  });
});

describe('where no page knows it', () => {
  it.each([
    ['_queue.Empty\n', /waits on a queue/],
    ["datasets.table.CastError: Couldn't cast\n", /must have the columns of the first one/],
    ["ImportError: cannot import name 'TeaPot'\n", /names the package that has no TeaPot/],
    ["error: failed to push some refs to 'origin'\n", /The reason is above it/],
    ['HTTP 429 Too Many Requests\n', /answered 429: too many requests/],
  ])('%j is read', (text, said) => {
    expect(read(text).look).toMatch(said);
  });

  it('what generates a data set only passes on what happened in it', () => {
    const trace =
      'Traceback (most recent call last):\nFrobError: upside down\n\nThe above exception was the direct cause of the following exception:\n\n';
    const { failures } = diagnose(
      `${trace}Traceback (most recent call last):\ndatasets.exceptions.DatasetGenerationError: An error occurred while generating the dataset\n`,
    );
    expect(failures.map(({ type, isConsequence }) => [type, isConsequence])).toEqual([
      ['FrobError', false],
      ['DatasetGenerationError', true],
    ]);
  });
});
