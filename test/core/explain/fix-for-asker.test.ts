/** What the asker says decides which fix comes first, and a word on it is said; whoever says nothing gets what he got before. */
import { describe, expect, it } from 'vitest';
import { changedBy } from '../../../src/core/explain/changes.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { paragraph, snippet } from '../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../src/core/markup/read.ts';
import { diagnose, library } from '../../library.ts';

function told(text: string) {
  const [first] = explain(library, { nearTo: () => [] }, diagnose(text)).diagnoses;
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
    expect(after.hint).toBe('You say that you have restarted it: then this comes next.');
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
      hint: 'You say that you have Pro: then this comes next.',
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
  it('hears who alone can change a Space that is not his', () => {
    const [mine, theirs] = ['It happens in my Space.', 'It is not my Space.'].map((words) => told(`${words}\nGPU task aborted`));
    expect(mine?.hint).toBeNull();
    expect(theirs?.hint).toBe('The Space is not yours: only its owner can do this. Tell them in its Community tab, or duplicate it.');
  });

  it('has his own code in his hands, whoever owns the Space that it calls', () => {
    const call = "It is not my Space.\nTypeError: Client.__init__() got an unexpected keyword argument 'hf_token'";
    expect(told(call).hint).toBeNull();
  });

  it('is not told to change the SDK of a Docker Space: the version of Gradio is a line of its requirements', () => {
    const { first } = told(`my docker Space says:\n${HF_FOLDER}`);
    expect(plainInlines(first.fix?.title ?? [])).toBe('Raise Gradio in requirements.txt');
    expect(plainWords(first.fix?.blocks ?? [])).toMatch(/^gradio==\d/m);
    expect(plainWords(first.fix?.blocks ?? [])).not.toContain('sdk');
    expect(told('my docker Space: Launch timed out, workload was not healthy after 30 min').fix).toBe('port');
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
