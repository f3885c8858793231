import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, maskAround } from '../../src/core/secrets.ts';
import { neutralise } from '../../src/core/text.ts';

const masked = (text: string) => mask(neutralise(text));
/** Made up here, so that no scanner takes this file for a leak. */
const random = (length: number, alphabet = 'aB3dE5gH7jK9mN1pQ') =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + length) % alphabet.length]).join('');
const HF = `hf_${random(34)}`;
const JWT = `eyJ${random(20)}.eyJ${random(40)}.${random(43)}`;

describe('a secret', () => {
  it.each([
    [`token ${HF} used`, 'token hf_**** used'],
    [`api_org_${random(34)}`, 'api_org_****'],
    [`Authorization: Bearer ${random(30)}`, 'Authorization: Bearer ****'],
    [`{"x-hf-authorization": "Bearer ${HF}"}`, '{"x-hf-authorization": "Bearer ****"}'],
    [`Authorization: Basic ${random(24)}==`, 'Authorization: Basic ****'],
    [`X-IP-Token: ${JWT}`, 'X-IP-Token: ****'],
    [`jwt ${JWT}`, 'jwt eyJ****'],
    [`https://user:${random(12)}@huggingface.co/spaces/a/b`, 'https://****@huggingface.co/spaces/a/b'],
    [`git clone https://${HF}@huggingface.co/a/b`, 'git clone https://****@huggingface.co/a/b'],
    [
      `POST http://device-api.zero/release?allowToken=${random(40)}&fail=true`,
      'POST http://device-api.zero/release?allowToken=****&fail=true',
    ],
    [`GET /file?token=${random(20)} HTTP/1.1`, 'GET /file?token=**** HTTP/1.1'],
    [`https://s3/x?X-Amz-Signature=${random(64)}&x=1`, 'https://s3/x?X-Amz-Signature=****&x=1'],
    [`OPENAI_API_KEY=sk-proj-${random(40)}`, 'OPENAI_API_KEY=****'],
    [`key sk-${random(48)}.`, 'key sk-****.'],
    [`ghp_${random(36)}`, 'ghp_****'],
    [`github_pat_${random(60)}`, 'github_pat_****'],
    [`AKIA${'A1B2C3D4E5F6G7H8'}`, 'AKIA****'],
    [`aws_secret_access_key = ${random(40)}`, 'aws_secret_access_key = ****'],
    [`AIza${random(35)}`, 'AIza****'],
    [`HF_TOKEN=${random(20)}`, 'HF_TOKEN=****'],
    [`export WANDB_API_KEY="${random(40)}"`, 'export WANDB_API_KEY="****"'],
    [`DB_PASSWORD: ${random(12)}`, 'DB_PASSWORD: ****'],
    [`Client("a/b", hf_token="${random(20)}")`, 'Client("a/b", hf_token="****")'],
    [`login(token='${random(20)}')`, "login(token='****')"],
    [`Cookie: token=${random(30)}; other=1`, 'Cookie: ****'],
    [`xoxb-${random(24)}`, 'xoxb-****'],
    [`npm_${random(36)}`, 'npm_****'],
  ])('%s', (text, shown) => expect(masked(text)).toBe(shown));
});

describe('no secret', () => {
  it.each([
    'commit 2f1c9a7e4b6d8f0a1c3e5b7d9f1a3c5e7b9d1f3a',
    'sha256=2f1c9a7e4b6d8f0a1c3e5b7d9f1a3c5e7b9d1f3a5c7e9b1d3f5a7c9e1b3d5f7a',
    'id 123e4567-e89b-12d3-a456-426614174000',
    'flash_attn-2.8.3+cu12torch2.8cxx11abiTRUE-cp312-cp312-linux_x86_64.whl',
    'torch==2.8.0+cu128',
    'from huggingface_hub import hf_hub_download, hf_hub_url',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
    'Authenticate with a Hugging Face token for more quota - https://huggingface.co/settings/tokens',
    'token=None',
    'HF_TOKEN is missing',
    'HF_TOKEN=$HF_TOKEN',
    'HF_TOKEN=<your token>',
    'os.environ["HF_TOKEN"]',
    'allowToken=<token>&fail=true',
    'max_new_tokens=512, pad_token=50256',
    'The tokenizer class you load: pad_token_id=0',
    'KeyError: key=value',
    'http://0.0.0.0:7860',
    'https://huggingface.co/spaces/user/space/discussions/5',
    'Expired ZeroGPU proxy token',
    'You have exceeded your GPU quota (60s requested vs. 30s left)',
    '/usr/local/lib/python3.10/site-packages/transformers/models/auto/tokenization_auto.py',
    'undefined symbol: _ZNK2at10TensorBase14const_data_ptrIfLi0EEEPKT_v',
  ])('%s', (text) => expect(masked(text)).toBe(neutralise(text)));
});

describe('masking', () => {
  it('leaves nothing of a token, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        expect(masked(`${before} ${HF} ${after}`)).not.toContain(HF.slice(3));
      }),
    );
  });

  it('moves offsets with the text', () => {
    const text = neutralise(`token ${HF} then QUOTA here`);
    const start = text.indexOf('QUOTA');
    const { text: out, offsets } = maskAround(text, [start, start + 5]);
    expect(out.slice(...(offsets as [number, number]))).toBe('QUOTA');
  });

  it('is done once', () => {
    const once = masked(`Bearer ${random(30)} and ${HF}`);
    expect(mask(once)).toBe(once);
  });
});
