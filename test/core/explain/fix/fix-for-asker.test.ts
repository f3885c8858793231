/** What the asker says decides which fix comes first, and a word on it is said; whoever says nothing gets what he got before. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/core/explain/explain.ts';
import { changedBy } from '../../../../src/core/explain/fix/changes.ts';
import { NO_SEARCH } from '../../../../src/core/explain/nearest.ts';
import { paragraph, snippet } from '../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../src/core/markup/read.ts';
import { diagnose, library } from '../../../library.ts';

function told(text: string) {
  const [first] = explain(library, NO_SEARCH, diagnose(text)).diagnoses;
  if (!first?.fix) throw new Error(`nothing found in: ${text}`);
  return { fix: first.fix.name, hint: first.hint && plainInlines(first.hint), first };
}

const SCHEDULING = 'Scheduling failure: unable to schedule';
const QUOTA = 'You have exceeded your GPU quota (60s requested vs. 0s left). Try again in 1:00:00';
const HF_FOLDER = "ImportError: cannot import name 'HfFolder' from 'huggingface_hub'";
const TORCH = 'The Space says: No candidate PyTorch version found for ZeroGPU';

describe('a fix that was tried', () => {
  it('gives way to what comes next on the page', () => {
    expect(told(SCHEDULING)).toMatchObject({ fix: 'restart', hint: null });
    const after = told(`${SCHEDULING}\nI restarted it three times and did a factory rebuild.`);
    expect(after.fix).not.toBe('restart');
    expect(after.hint).toBe('You say that you have restarted it: then do this next.');
  });

  it('stays first where only a part of it was done', () => {
    const gated = 'My Space: Access to model google/gemma-2-2b-it is restricted. You must be authenticated to access it.';
    expect(told(`${gated}\nI accepted the licence.`)).toMatchObject({ fix: 'secret', hint: null });
    expect(told(`${gated}\nI accepted the licence and set HF_TOKEN as a secret.`).fix).toBe('fine-grained');
  });

  it('is followed by the one that the page names for it: signing in helps nobody who sends a token and has Pro', () => {
    expect(told(`On my Space: ${QUOTA}`).fix).toBe('login');
    expect(told(`I pay for Pro, my Space says:\n${QUOTA}`)).toMatchObject({
      fix: 'compare',
      hint: 'You say that you have Pro: then do this next.',
    });
    expect(told(`I pay for Pro, each Space that I call says:\n${QUOTA}`).fix).toBe('compare');
  });

  it('stays, with a word on it, where no other is for this text', () => {
    const mismatch = 'AttributeError: module diffusers has no attribute QwenImagePipeline';
    const again = told(`I already did pip install -U diffusers.\n${mismatch}`);
    expect(again.fix).toBe(told(mismatch).fix);
    expect(again.hint).toBe('You say that you changed diffusers: print the version where it runs; an old one may still be used.');
  });
});

describe('what the text says against the premise of a fix', () => {
  const NO_FUNCTION = 'runtime error: No @spaces.GPU function detected during startup';
  const TIMED_OUT = 'Launch timed out, workload was not healthy after 30 min';

  it.each([
    [
      'decorated already',
      `Every handler is decorated, and still:\n${NO_FUNCTION}`,
      'launch',
      'You say that you have decorated it: then do this next.',
    ],
    [
      'up already',
      `INFO: Listening at: http://0.0.0.0:7860 (1)\n${TIMED_OUT}`,
      'port',
      'The text shows that the app itself is up: then do this next.',
    ],
    [
      'installed already',
      "On my laptop I already installed timm.\nModuleNotFoundError: No module named 'timm'",
      'other-python',
      'You say that you have installed it: then do this next.',
    ],
    [
      'the same for all inputs',
      'With any photo:\nRuntimeError: Sizes of tensors must match except in dimension 1. Expected size 32 but got size 31 for tensor number 1 in the list.',
      'parts',
      'You say that you have tried other inputs: then do this next.',
    ],
  ])('%s', (_, text, fix, hint) => expect(told(text)).toMatchObject({ fix, hint }));

  it('a model that gr.load only asks from afar is loaded, for whatever task; without that the call is mended', () => {
    const gone = '500 Server Error for url: https://api-inference.huggingface.co/models/ann/tiny-detector';
    const text = `Fetching model from: https://huggingface.co/ann/tiny-detector\n${gone}`;
    expect(told(text)).toMatchObject({ fix: 'local', hint: 'The text shows that gr.load asks the model from afar: then do this next.' });
    expect(plainWords(told(text).first.fix?.blocks ?? [])).toContain('pipeline(model="ann/tiny-detector")');
    expect(told(gone).fix).toBe('client');
  });

  it('leaves it where nothing is said', () => {
    expect(told(NO_FUNCTION).fix).toBe('decorate');
    expect(told(TIMED_OUT).fix).toBe('more');
  });
});

describe('what must stay', () => {
  it('is left alone by the fix that comes first', () => {
    expect(told(HF_FOLDER).fix).toBe('raise');
    expect(told(`We have to stay on gradio 4.44.\n${HF_FOLDER}`)).toMatchObject({
      fix: 'keep',
      hint: 'With this, gradio can stay as you need it.',
    });
    expect(told(`I can't upgrade torch, my wheel needs 2.4.\n${TORCH}`).fix).toBe('own-gpu');
  });

  it('changes nothing where another package must stay', () => {
    expect(told(`We have to stay on numpy 1.26.\n${HF_FOLDER}`)).toMatchObject({ fix: 'raise', hint: null });
  });
});

describe('who asks', () => {
  const ABORTED = 'GPU task aborted';

  it.each([
    'It is not my Space.',
    'Your demo is broken since Monday:',
    'Your Space anna/tiny-tts is down.',
    'Could somebody restart the Space?',
    'The official demo shows only this.',
    '这不是我的空间',
  ])('is left what somebody can do who cannot change the Space: %s', (words) => {
    const [mine, theirs] = [
      `In my Space anna/tiny-tts:\n${ABORTED}`,
      `${words} https://huggingface.co/spaces/anna/tiny-tts\n${ABORTED}`,
    ].map(told);
    expect(mine?.fix).not.toBe('visitor');
    expect(theirs?.fix).toBe('visitor');
    const words2 = plainWords(theirs?.first.fix?.blocks ?? []);
    expect(words2).toContain('https://huggingface.co/spaces/anna/tiny-tts?duplicate=true');
    expect(theirs?.first.otherFixes[0]?.name).toBe(mine?.fix);
  });

  it('is told what the app behind his client said, as its owner has to mend it; what he can do himself comes first', () => {
    const called = 'Client("anna/tiny-tts")\ngradio_client.exceptions.AppError: ';
    expect(told(`${called}No module named 'timm'`)).toMatchObject({ fix: 'visitor' });
    expect(told(`${called}CUDA out of memory. Tried to allocate 2.00 GiB`).first.fix?.who).toBe('visitor');
    expect(told(`${called}You have exceeded your GPU quota (60s requested vs. 0s left). Try again in 1:00:00`).fix).toBe('token');
    expect(told("from gradio_client import Client\nModuleNotFoundError: No module named 'timm'").fix).not.toBe('visitor');
  });

  it('is told in the words of the page what he can do, where it has some for him', () => {
    const say = (text: string) => plainWords(told(`It is not my Space.\n${text}`).first.fix?.blocks ?? []).split('\n')[0];
    expect(say('The requested GPU duration (300s) is larger than the maximum allowed')).toMatch(/^Sign in or use a higher plan/);
    expect(say('GPU task aborted')).toBe('Choose fewer steps, a smaller size, a shorter clip.');
    expect(say(HF_FOLDER)).toBe('Send its owner the line above.');
  });

  it('gets no restart that only the owner has, even where the platform is to blame', () => {
    expect(told(`Your Space is down: ${SCHEDULING}`).fix).not.toBe('restart');
  });

  it('has his own code in his hands, whoever owns the Space that it calls', () => {
    const call = "It is not my Space.\nTypeError: Client.__init__() got an unexpected keyword argument 'hf_token'";
    expect(told(call).hint).toBeNull();
  });

  it('is not told to change the SDK of a Docker Space: the version of Gradio is a line of its requirements', () => {
    const { first } = told(`my docker Space says:\n${HF_FOLDER}`);
    expect(plainInlines(first.fix?.title ?? [])).toBe('Upgrade Gradio in requirements.txt');
    expect(plainWords(first.fix?.blocks ?? [])).toMatch(/^gradio==\d/m);
    expect(plainWords(first.fix?.blocks ?? [])).not.toContain('sdk');
    expect(told('my docker Space: Launch timed out, workload was not healthy after 30 min').fix).toBe('port');
  });
});

describe('a version that is only asked for', () => {
  const SIDEBAR = "AttributeError: module 'gradio' has no attribute 'Sidebar'";
  const notes = (text: string): string => told(text).first.notes.map(plainInlines).join(' ');

  it('is called so, and kept where sdk_version may say another one', () => {
    const text = `In the Space:\n${SIDEBAR}\nrequirements.txt has gradio==5.40.0 in it`;
    expect(told(text).fix).toBe('align');
    expect(plainWords(told(text).first.fix?.blocks ?? [])).toContain('sdk_version: 5.40.0');
    expect(notes(text)).toContain('You ask for Gradio 5.40.0.');
  });

  it('is what the log shows where it is installed; on a laptop nothing overrules it', () => {
    const installed = `In the Space:\nSuccessfully installed gradio-4.44.1\n${SIDEBAR}`;
    expect(told(installed).fix).toBe('raise');
    expect(notes(installed)).toContain('Your log shows Gradio 4.44.1.');
    expect(told(`On my laptop, gradio==5.40.0 in requirements.txt\n${SIDEBAR}`).fix).toBe('raise');
  });
});

describe('what was installed since', () => {
  it('comes last where another cause follows', () => {
    const first = '  File "/home/ann/x/demo.py", line 3, in <module>\nModuleNotFoundError: No module named \'timm\'';
    const second = '  File "/home/ann/x/demo.py", line 8, in <module>\nKeyError: \'OPENAI_API_KEY\'';
    const ids = (text: string) => explain(library, NO_SEARCH, diagnose(text)).diagnoses.map(({ entry }) => entry.id);
    expect(ids(`${first}\n\n${second}`)).toEqual(['missing-module', 'secret-missing']);
    expect(ids(`${first}\n\nWith timm installed:\n\n${second}`)).toEqual(['secret-missing', 'missing-module']);
    expect(ids(`${first}\n\nI already installed timm.`)).toEqual(['missing-module']);
  });
});

describe('front matter', () => {
  it.each([
    ['my docker Space', 'Upgrade Gradio in requirements.txt', /^gradio==\d/],
    ['my Space', 'Upgrade Gradio in README.md', /^sdk: gradio$/m],
  ])('is for who has some: %s', (place, title, code) => {
    const { fix } = told(`${place} says:\n${HF_FOLDER}`).first;
    expect(plainInlines(fix?.title ?? [])).toBe(title);
    expect(
      plainWords(fix?.blocks ?? [])
        .split('\n')
        .some((line) => code.test(line)),
    ).toBe(true);
  });
});

describe('front matter on a laptop', () => {
  it('is a pip command', () => {
    const { fix } = told("On my laptop:\nAttributeError: module 'gradio' has no attribute 'Sidebar'").first;
    expect(plainWords(fix?.blocks ?? [])).toMatch(/^pip install "?gradio==\d/m);
    expect(plainWords(fix?.blocks ?? [])).not.toContain('sdk');
  });
});

describe('the packages that a fix changes', () => {
  it.each([
    ['requirements', 'torch==2.8.0\ntorchvision   # its companion\nhuggingface_hub<1.0', ['torch', 'torchvision', 'huggingface-hub']],
    ['bash', 'pip install -U "gradio>=5" flash_attn', ['gradio', 'flash-attn']],
    ['diff', '-torch==2.4.0\n+torch\n import torch', ['torch']],
    ['yaml', 'sdk: gradio\nsdk_version: 5.49.1', ['gradio']],
    ['python', 'import torch\nprint(torch.__version__)', []],
    ['bash', 'hf spaces restart user/space', []],
  ])('%s: %s', (language, code, names) => {
    expect(changedBy({ blocks: [paragraph('Words.'), snippet(code, language)] })).toEqual(names);
  });
});

describe('what the log itself shows of a token', () => {
  const REFUSED = '401 Client Error: Unauthorized for url: https://huggingface.co/meta-llama/Llama-2-7b-chat-hf/resolve/main/config.json';
  const at = (line: string) => told(`/home/ann/app$ hf auth login\n${line}\nrequests.exceptions.HTTPError: ${REFUSED}`);

  it('leads from the login to its rights', () => {
    expect(at('Token is valid (permission: fineGrained).')).toMatchObject({
      fix: 'fine-grained',
      hint: 'The text shows that the token is fine-grained: then do this next.',
    });
    expect(at('Token is valid (permission: read).').fix).not.toBe('fine-grained');
  });
});
