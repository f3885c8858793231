import { describe, expect, it } from 'vitest';
import { isDocumentation, isProse, isQuotedAt, withoutRoutine } from '../../../../src/core/log/speech/prose.ts';
import { diagnose, idsOf } from '../../../library.ts';

describe('a group of an expression', () => {
  it('is no question: source that lists messages reports none', () => {
    const rule =
      'Rule(\n    name="cuda-first",\n    pattern=r"(?:CUDA has been initialized before|it opened CUDA) importing the spaces package",\n),\n';
    expect(diagnose(rule.repeat(3))).toMatchObject({ findings: [], failures: [], isProse: false });
  });
});

describe('a line that is harmless', () => {
  const released = 'httpx - INFO - HTTP Request: POST http://device-api.zero/release?allowToken=0e1f "HTTP/1.1 404 Not Found"';

  it('asks nothing by itself', () => {
    expect(diagnose(released)).toMatchObject({ findings: [], notices: [{ id: 'notice-spaces-log' }], isProse: false });
  });

  it('leaves what is asked beside it', () => {
    expect(diagnose(`My Space never answers. What is wrong with it?\n${released}`).isProse).toBe(true);
  });
});

describe('somebody who asks', () => {
  it.each([
    'My Space is marked "configuration error" and I cannot see why.\n\n---\nsdk: gradio\nsdk_version: 4.30.0',
    'Has it been taken down? The image editing demo worked on Friday.',
    '多卡微调时报错，单卡没有问题，请问是哪里的精度没有设置？',
    'Warum hängt meine App beim Start immer wieder?',
    // Notes: marks of a list and of a title, few words beside bold ones and code.
    '### Try 4\n- **Commit:** `1a2b3c4`\n- **Cause:** Python 3.13 lost `audioop`',
    '- `app.py`: the port is taken since the last rebuild\n- restart does not help',
    '- **현상**: 재시작하면 목록이 비어 있음\n- 로그에는 아무것도 없음',
    // More than half of it are sentences: no word for what fails is needed.
    'Half of the jobs in CI get 429 from the Hub since Monday.',
    'Второе приложение на том же сервере: порт уже занят.',
    // Blank lines are no lines of the log.
    'INFO ready\n\n\nINFO up\n\n\nIt never answers whatever we try here.\n\n\nINFO ready',
    // The beginning is somebody's, the rest is a log.
    `The container of our film Space begins anew and nothing says why.\n${'2026-11-20 09:12:01,123 INFO frame 3\n'.repeat(9)}`,
    // A title may be all that is asked; of a form the titles do not count, nor does what is shown.
    '# My Space hangs at Building and I do not know why',
    `### Describe the bug\nThe page never shows the message of my error.\n### Reproduction\n\`\`\`python\n${'run(1)\n'.repeat(12)}\`\`\``,
    // All of it in a block of code.
    '```\nI cannot start my Space, it hangs.\n```',
    // Somebody speaks below such a log, or it never says that the app runs.
    '===== Application Startup at 2026-11-20 10:12:33 =====\n* Running on local URL:  http://0.0.0.0:7860\nThat is the last line that I ever see, then nothing happens.',
    '===== Application Startup at 2026-11-20 10:12:33 =====\nThe list of all the films is missing.',
  ])('%s', (text) => expect(isProse(text)).toBe(true));

  it.each([
    '* Running on local URL:  http://0.0.0.0:7860\n* To create a public link, set `share=True` in `launch()`.',
    'INFO:     Started server process [28998]',
    'Epoch 1/2 loss 0.3',
    '2026-11-20 09:12:01,123 - app - INFO - image 3 in 3.2s',
    'Traceback (most recent call last):\n  File "/app/app.py", line 3, in run\nValueError: the name of the file is missing',
    'warnings.warn("Error while reading infos from the driver")\n* Running on local URL:  http://0.0.0.0:7860',
    'GET /health 200\nGET /health 200\nretrying 0 of 3 failed downloads\nGPU not found, falling back to the processor\nGET /health 200',
    '### Steps\n```\nx = run(1)\n```\nepoch 1/2 loss 0.3',
    '',
    // The log of a Space that runs: libraries warn in sentences.
    '===== Application Startup at 2026-11-20 10:12:33 =====\n\nIt is strongly recommended to pass the rate. Failing to do so can result in errors.\n* Running on local URL:  http://0.0.0.0:7860',
  ])('is none: %s', (text) => expect(isProse(text)).toBe(false));
});

describe('documentation', () => {
  const page = '## Pin the library\n\nThe old page answers with `RuntimeError: CUDA out of memory` on small cards. We take two steps less.';
  it('has a title, and nobody in it reports anything', () => {
    expect(isDocumentation(page)).toBe(true);
    expect(isDocumentation(page.slice(page.indexOf('The')))).toBe(false);
    for (const said of [
      'I see it on every call.',
      'Is there a way out?',
      '### Steps to reproduce\nclick',
      '请问怎么办',
      '起動時に発生していました。',
    ])
      expect(isDocumentation(`${page}\n${said}`), said).toBe(false);
  });
  it.each(['Die App startet nicht', 'Приложение не запускается', '演示报错了', '画面が動きません', '빌드가 안 됩니다'])(
    'is no text whose title complains: %s',
    (title) => {
      expect(isDocumentation(`# ${title}\n\n${page}`)).toBe(false);
      expect(isDocumentation(`# How to: ${title}\n\n${page}`)).toBe(true);
    },
  );
  it('does not have the errors that it quotes; a report has them', () => {
    expect(idsOf(page)).toEqual([]);
    expect(idsOf(`${page}\nI see it on every call.`)).toEqual(['cuda-out-of-memory']);
    expect(idsOf(`${page}\n\nRuntimeError: CUDA out of memory`)).toEqual(['cuda-out-of-memory']);
  });
  it.each([
    ['It says `one two', true],
    ['It says "one two', true],
    ['`two', false],
    ['It says `one` and two', false],
    ['It says one two', false],
  ])('%s: within quotation marks of a sentence %s', (text, isQuoted) => expect(isQuotedAt(text, text.indexOf('two'))).toBe(isQuoted));
});

describe('what is no symptom', () => {
  it.each([
    '* Running on local URL:  http://0.0.0.0:7860, with SSR',
    'Running on public URL: https://a1.gradio.live',
    'To create a public link, set `share=True` in `launch()`.',
    'ZeroGPU tensors packing: 0.00B [00:00, ?B/s]',
    '2025-01-31 12:03:46,326 - video - INFO - loaded',
    'model.safetensors:   0%|          | 0.00/3.94G [00:00<?, ?B/s]',
  ])('%s', (line) => expect(withoutRoutine(`It shows a red box.\n${line}\nNothing else.`)).toBe('It shows a red box.\nNothing else.'));

  it.each(['It is running on a T4.', 'It stops at 50% of the video', 'How do I create a public link?'])('but not %s', (line) =>
    expect(withoutRoutine(line)).toBe(line),
  );
});
