import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise } from '../../../src/core/text/neutralise.ts';
import { mask, maskAround } from '../../../src/core/text/secrets.ts';
import { HARMLESS, SHAPES } from '../../security/secret-shapes.ts';

const masked = (text: string) => mask(neutralise(text));
/** Made up here, so that no scanner takes this file for a leak. */
const random = (length: number, alphabet = 'aB3dE5gH7jK9mN1pQ') =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + length) % alphabet.length]).join('');
const HF = `hf_${random(34)}`;
const JWT = `eyJ${random(20)}.eyJ${random(40)}.${random(43)}`;

describe('a secret', () => {
  it.each([
    [`token ${HF} used`, 'token **** used'],
    [`api_org_${random(34)}`, 'api_org_****'],
    [`Authorization: Bearer ${random(30)}`, 'Authorization: Bearer ****'],
    ['Bearer swordfish_salmon sent', 'Bearer **** sent'],
    ['bearer apple+pear/plum sent', 'bearer **** sent'],
    [`{"x-hf-authorization": "Bearer ${HF}"}`, '{"x-hf-authorization": "Bearer ****"}'],
    [`Authorization: Basic ${random(24)}==`, 'Authorization: Basic ****'],
    [`X-IP-Token: ${JWT}`, 'X-IP-Token: ****'],
    [`jwt ${JWT}`, 'jwt ****'],
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
    [`hf_oauth_${JWT}`, 'hf_oauth_****'],
    [`hf_jwt_${JWT}`, 'hf_jwt_****'],
    [`hf_${random(37)}`, 'hf_****'],
    [`'hf_${random(34)}'`, "'hf_****'"],
    [`token=hf_${random(34)}`, 'token=****'],
    [`https://x.hf.space/file=a.png?__sign=${JWT}`, 'https://x.hf.space/file=a.png?__sign=****'],
    [`https://user:p@ss${random(8)}@host/x`, 'https://****@host/x'],
    [`postgresql://admin:${random(16)}@db:5432/x`, 'postgresql://****@db:5432/x'],
    [`redis://:${random(16)}@cache:6379`, 'redis://****@cache:6379'],
    [`{'Authorization': 'Bearer ${random(30)}'}`, "{'Authorization': 'Bearer ****'}"],
    [`headers={'authorization': '${random(30)}'}`, "headers={'authorization': '****'}"],
    [`-H "Authorization: Bearer ${HF}"`, '-H "Authorization: Bearer ****"'],
    [`{\\"hf_token\\": \\"${random(20)}\\"}`, '{\\"hf_token\\": \\"****\\"}'],
    [`{\\"Authorization\\": \\"Bearer ${random(20)}\\"}`, '{\\"Authorization\\": \\"Bearer ****\\"}'],
    [`{'token': b'${random(24)}'}`, "{'token': b'****'}"],
    [`{"api_key": "${random(32)}", "model": "x"}`, '{"api_key": "****", "model": "x"}'],
    [`dict(password="${random(10)}")`, 'dict(password="****")'],
    [`from_pretrained("a/b", use_auth_token="${random(20)}")`, 'from_pretrained("a/b", use_auth_token="****")'],
    [`hf auth login --token ${HF}`, 'hf auth login --token ****'],
    [`huggingface-cli login --token=${HF} --add`, 'huggingface-cli login --token=**** --add'],
    [`run --hf-token ${random(20)}`, 'run --hf-token ****'],
    [`tool --password '${random(12)}'`, "tool --password '****'"],
    [`--api-key=${random(32)}`, '--api-key=****'],
    [`redirect?next=x%26token%3Dy&access_token=${random(24)}`, 'redirect?next=x%26token%3Dy&access_token=****'],
    [`x-ip-token=${JWT}`, 'x-ip-token=****'],
    [`'x-zerogpu-token': '${JWT}'`, "'x-zerogpu-token': '****'"],
    [`'cookie': 'spaces-jwt=${JWT}; a=b'`, "'cookie': '****'"],
    [`Set-Cookie: token=${random(30)}; Path=/`, 'Set-Cookie: ****'],
    [`sk-ant-api03-${random(60)}`, 'sk-ant-****'],
    [`gsk_${random(52)}`, 'gsk_****'],
    [`r8_${random(37)}`, 'r8_****'],
    [`nvapi-${random(64)}`, 'nvapi-****'],
    [`sk_live_${random(24)}`, 'sk_live_****'],
    [`GOCSPX-${random(28)}`, 'GOCSPX-****'],
    [`gho_${random(36)} glpat-${random(20)}`, 'gho_**** glpat-****'],
    [`aws_session_token=${random(120)}`, 'aws_session_token=****'],
    [`ASIA${'A1B2C3D4E5F6G7H8'}`, 'ASIA****'],
    [`https://hooks.slack.com/services/T0001/B0002/${random(24)}`, 'https://hooks.slack.com/services/****'],
    [`-----BEGIN RSA PRIVATE KEY-----\\nMII${random(60)}\\n-----END`, '-----BEGIN RSA PRIVATE KEY-----****-----END'],
    [`OPENAI_API_KEY: 'sk-${random(48)}'`, "OPENAI_API_KEY: '****'"],
    [`environ({'HF_TOKEN': '${random(24)}', 'HOME': '/root'})`, "environ({'HF_TOKEN': '****', 'HOME': '/root'})"],
    [`POST /release?allowToken=${JWT} HTTP/1.1" 404`, 'POST /release?allowToken=**** HTTP/1.1" 404'],
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
    'sha256:2f1c9a7e4b6d8f0a1c3e5b7d9f1a3c5e7b9d1f3a5c7e9b1d3f5a7c9e1b3d5f7a',
    'Collecting git+https://github.com/huggingface/diffusers@2f1c9a7e4b6d8f0a1c3e5b7d9f1a3c5e7b9d1f3a',
    'https://files.pythonhosted.org/packages/2f/1c/9a7e4b6d8f0a1c3e5b7d9f1a3c5e7b9d1f3a/torch-2.8.0-cp310-cp310-manylinux.whl',
    'scikit-learn==1.5.0 sk-learn-contrib-lightning-package',
    'class="sk-fading-circle-container-large"',
    'tokenizer_config.json: 100%|##########| 1.29k/1.29k',
    'TOKENIZERS_PARALLELISM=false',
    'Setting `pad_token_id` to `eos_token_id`:50256 for open-end generation.',
    "special_tokens_map: {'eos_token': '<|im_end|>', 'pad_token': '<pad>'}",
    "TypeError: got an unexpected keyword argument 'token'",
    'Invalid token: token is expired',
    'The token has not been saved to the git credentials helper.',
    'token: missing, please log in',
    'password authentication failed for user "postgres"',
    'KeyError: "api_key"',
    'Error: API key is invalid or missing',
    'basic usage: see the documentation',
    'bearer token required',
    'HF_TOKEN=/data/run-1/step-2/part-3/of-4',
    'bearer credentials= is empty',
    'bearer a_b',
    'hf_hub_download.py',
    'hf_xet-1.1.5-cp37-abi3-manylinux_2_17_x86_64',
    'eyJ is the start of every JWT',
    'ssh://git@github.com/user/repo.git',
    'mailto:someone@example.com',
    'zerogpu-advisor search --token <your token>',
    'usage: prog --token TOKEN --api-key KEY',
    '{"key": "value", "title": "ZeroGPU quota exceeded"}',
    'PRIMARY_KEY is not set',
    'No API key: set OPENAI_API_KEY',
    '99b1db0ae5b44b2e9ed5d2b5b9a3c8f7',
  ])('%s', (text) => expect(masked(text)).toBe(neutralise(text)));
});

/** Six characters of a secret in a row are too much. */
function leaks(shown: string, secret: string): string[] {
  const pieces = Array.from({ length: Math.max(1, secret.length - 5) }, (_, at) => secret.slice(at, at + 6));
  return pieces.filter((piece) => shown.includes(piece));
}

describe('the table of shapes', () => {
  it('is long, and no text stands in it twice', () => {
    expect(SHAPES.length).toBeGreaterThan(200);
    expect(HARMLESS.length).toBeGreaterThan(60);
    const texts = [...SHAPES.map(({ text }) => text), ...HARMLESS];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(SHAPES)('$text', ({ text, secret }) => {
    const shown = masked(text);
    expect(shown).toContain('****');
    expect(leaks(shown, secret)).toEqual([]);
  });

  it.each(HARMLESS)('stays: %s', (text) => expect(masked(text)).toBe(neutralise(text)));
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
