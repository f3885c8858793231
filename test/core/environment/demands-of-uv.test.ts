/** What the sentences of uv's resolver say of a conflict. */
import { expect, it } from 'vitest';
import { diagnose } from '../../library.ts';

it.each([
  [
    'Because gradio==4.42.0 depends on gradio-client==1.3.0 and you require gradio==4.42.0, we can conclude that you require gradio-client==1.3.0.',
    ['gradio 4.42.0|gradio-client|==1.3.0', '|gradio|==4.42.0'],
  ],
  ['And because you require gradio-client==1.4.3, we can conclude that your requirements are unsatisfiable.', ['|gradio-client|==1.4.3']],
  ['And because you require flask>=3.0.2 and werkzeug<1.0.0, we can conclude that', ['|werkzeug|<1.0.0']],
  ['And because your project depends on pillow==11.1.0, we can conclude', ['|pillow|==11.1.0']],
  ['we can conclude that you require huggingface-hub>=0.19.3.', []],
])('%s', (sentence, demands) => expect(diagnose(sentence).environment.demands).toEqual(demands));
