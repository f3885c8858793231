import { expect, it } from 'vitest';
import { importLineOf } from '../../../../src/core/explain/values/import-line.ts';
import { library } from '../../../library.ts';

it.each([
  ['np', 'import numpy as np'],
  ['os', 'import os'],
  ['Image', 'from PIL import Image'],
  ['snapshot_download', 'from huggingface_hub import snapshot_download'],
  ['StableDiffusionXLPipeline', 'from diffusers import StableDiffusionXLPipeline'],
  ['AutoModelForCausalLM', 'from transformers import AutoModelForCausalLM'],
  ['Qwen2VLForConditionalGeneration', 'from transformers import Qwen2VLForConditionalGeneration'],
])('%s', (name, line) => expect(importLineOf(library, name)).toBe(line));

it.each(['pipe', 'model', 'constructor', 'toString', 'Pipeline', 'my_pipeline', 'automatic'])('%s may come from anywhere', (name) =>
  expect(importLineOf(library, name)).toBeNull(),
);

it('takes a name for a function only where it is not used as an object', () => {
  expect(importLineOf(library, 'pipeline', 'talk = pipeline("text-generation")')).toBe('from transformers import pipeline');
  expect(importLineOf(library, 'pipeline', 'image = pipeline.preprocess_image(image)')).toBeNull();
  expect(importLineOf(library, 'pipeline', 'run(self.pipeline.to("cuda"), pipeline)')).toBe('from transformers import pipeline');
});
