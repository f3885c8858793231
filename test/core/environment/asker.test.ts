/** What somebody says of himself, read from his words and from nothing that a program printed. */
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../../src/core/environment/asker.ts';
import { diagnose } from '../../library.ts';

const askerOf = (text: string): Asker => diagnose(text).environment.asker;

describe('what was tried', () => {
  it.each<[string, Asker['did']]>([
    ['After the update my Space is red. I restarted it three times.', ['restart']],
    ['Restarting and a factory rebuild did not help.', ['restart', 'rebuild']],
    ['- restarted the Space: same error', ['restart']],
    ["We've tried a fresh venv and another browser, no change.", ['reinstall', 'browser']],
    ['I am logged in and have a Pro subscription, yet it says that I have no quota.', ['login', 'pro']],
    ['duration=120 is set, and I accepted the licence as well.', ['duration', 'access']],
    ['The token was new: I created a fine-grained token with read access.', ['token']],
    ['I already use cpu offload and 8-bit quantization, still no memory.', ['lighter']],
    ['Ich habe den Space neu gestartet und alles neu installiert.', ['restart', 'reinstall']],
    ['空间已经重启了两次，还是报错', ['restart']],
    ['Я перезапустил его.', ['restart']],
    ['It fails even with @spaces.GPU in handlers.py.', ['decorate']],
    ['The folder is in the repository, and whatever text I enter it fails.', ['push', 'inputs']],
    ['The direct link opens, the page of the Space says Starting.', ['reached']],
    ['INFO:     Application startup complete.', ['ready']],
  ])('%s', (text, did) => expect([...askerOf(text).did].sort()).toEqual([...did].sort()));

  it.each([
    'How can I restart the Space?',
    'Should I do a factory rebuild, or is there another way?',
    'I have never tried to restart it.',
    'Please restart the Space and accept the licence.',
    'INFO: restarted worker 3, same error as before',
    'You must be logged in and subscribed to PRO.',
    'Collecting token, already restarted',
    'No @spaces.GPU function detected during startup',
    'Which of my functions must be decorated?',
    'timm is not installed',
    'Wie kann ich den Space neu starten?',
  ])('is nothing of that in: %s', (text) => expect(askerOf(text).did).toEqual([]));

  it('is not what a traceback quotes', () => {
    const trace =
      'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n    I restarted it twice\nKeyError: 1';
    expect(askerOf(trace).did).toEqual([]);
  });

  it('names the packages whose version was changed, and needs one', () => {
    expect(askerOf('I already did pip install -U gradio gradio_client, the same error.')).toMatchObject({
      did: ['version'],
      changed: ['gradio', 'gradio-client'],
    });
    expect(askerOf('I updated the app twice, no change.')).toMatchObject({ did: [], changed: [] });
  });
});

describe('what must stay', () => {
  it.each([
    ["I can't upgrade torch, flash-attn needs 2.4", ['torch', 'flash-attn']],
    ['We have to stay on gradio 4.44. Is there another way?', ['gradio']],
    ['We use torch 2.4 and diffusers 0.35. We have to stay on gradio 4.44. Then numpy came.', ['gradio']],
    ['gradio must be 3.20.0, otherwise its patch finds nothing', ['gradio']],
    ['It is pinned to numpy 1.26 because scipy needs numpy 1.', ['numpy', 'scipy']],
  ])('%s', (text, keeps) => expect([...askerOf(text).keeps].sort()).toEqual([...keeps].sort()));

  it.each([
    'Can I upgrade torch?',
    'I want to upgrade torch soon.',
    'It must be restarted. Then torch works.',
    "I can't upgrade my account.",
  ])('nothing, in: %s', (text) => expect(askerOf(text).keeps).toEqual([]));
});

describe('who asks, and on what', () => {
  it.each<[string, Partial<Asker>]>([
    ['It is not my Space, I only look at it.', { who: 'visitor' }],
    ['My Space is red since today.', { who: 'author' }],
    ['I duplicated the flux Space, and my Space never starts.', { who: 'copy' }],
    ['I am not the owner of it. But my code calls it.', { who: null }],
    ['The direct address of my docker Space works.', { sdk: 'docker', who: 'author' }],
    ['---\nsdk: docker\napp_port: 7860\n---', { sdk: 'docker' }],
    ['Our API is an HF Space (Docker, cpu-basic) and it is down.', { sdk: 'docker', hardware: 'cpu' }],
    ['--> COPY requirements.txt .\nDONE 0.0s', { sdk: 'docker' }],
    ['--> COPY --link ./ /home/user/app\nDONE 0.0s', { sdk: null }],
    ['The demo on Hugging Face returns an error.', { who: 'visitor' }],
    ['“Your space is in error, check its status on hf.co”', { who: null }],
    ['The page says "Preparing Space". I am on the paid CPU upgrade.', { hardware: 'cpu' }],
    ['It is red, though I am on paid hardware.', { hardware: 'gpu' }],
  ])('%s', (text, said) => expect(askerOf(text)).toMatchObject(said));

  it('is not looked for any more in a log that repeats for ever what somebody might say', () => {
    const worker = (times: number) => 'INFO: restarted worker 3, same error as before\n'.repeat(times);
    expect(askerOf(`${worker(30)}I restarted it twice.`).did).toEqual(['restart']);
    expect(askerOf(`${worker(60)}I restarted it twice.`).did).toEqual([]);
  });

  it('is nobody, in a page of documentation', () => {
    expect(askerOf('## Docker Spaces\n\nA docker Space must listen on port 7860.').sdk).toBeNull();
  });

  it('is read in time that grows with the text, however often a sign seems to stand in it', () => {
    const asker = askerOf('I already tried and tried to restart '.repeat(20_000));
    expect(asker.did).toEqual(['restart']);
  });
});
