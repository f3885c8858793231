import { describe, expect, it } from 'vitest';
import { isProse } from '../../../src/core/log/prose.ts';

describe('somebody who asks', () => {
  it.each([
    'My Space is marked "configuration error" and I cannot see why.\n\n---\nsdk: gradio\nsdk_version: 4.30.0',
    'Has it been taken down? The image editing demo worked on Friday.',
    '多卡微调时报错，单卡没有问题，请问是哪里的精度没有设置？',
    'Warum hängt meine App beim Start immer wieder?',
  ])('%s', (text) => expect(isProse(text)).toBe(true));

  it.each([
    '* Running on local URL:  http://0.0.0.0:7860\n* To create a public link, set `share=True` in `launch()`.',
    'INFO:     Started server process [28998]',
    'Epoch 1/2 loss 0.3',
    '2026-11-20 09:12:01,123 - app - INFO - image 3 in 3.2s',
    '',
  ])('is none: %s', (text) => expect(isProse(text)).toBe(false));
});
