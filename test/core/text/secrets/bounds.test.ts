/** The near-misses of secrets: a character, a quote or a sign away from being one. */
import { describe, expect, it } from 'vitest';
import { neutralise } from '../../../../src/core/text/neutralise.ts';
import { isSecretUnder, mask, maskAround } from '../../../../src/core/text/secrets.ts';

const masked = (text: string) => mask(neutralise(text));
/** Made up here. */
const LOT = 'aB3dE5gH7jK9mN1pQ2rS4tU6';

describe('is masked', () => {
  it.each([
    // By its name.
    ['password=abcd', 'password=****'],
    ['password: 12345', 'password: ****'],
    ['secret: "abcdef"', 'secret: "****"'],
    ['secret=abcdef', 'secret=****'],
    ['secret: abc-def1', 'secret: ****'],
    ['the password is abc123', 'the password is ****'],
    ['("HF_TOKEN", "abc.def1")', '("HF_TOKEN", "****")'],
    [`PASSWORD=/${LOT}`, 'PASSWORD=****'],
    [`PWD=x/${LOT}`, 'PWD=****'],
    ['ENV HF_TOKEN abcdefg', 'ENV HF_TOKEN ****'],
    ['run --my-secret abcdefg', 'run --my-secret ****'],
    ['token=abcd1234%26d=f5&x=1', 'token=****&x=1'],
    ['next=a%3Ftoken%3Dabcd1234%26x%3D1', 'next=a%3Ftoken%3D****%26x%3D1'],
    ['tok\u200ben=abcd1234 x', 'tok\\u{200B}en=**** x'],
    ['token=&quot;abcd1234&quot; x', 'token=&quot;****&quot; x'],
    // By its header.
    ['bearer a1b2c3d4 x', 'bearer **** x'],
    ['Basic YWI6Y2Q=', 'Basic ****'],
    ['-H "Cookie: sid=abc; t=1" https://x', '-H "Cookie: ****" https://x'],
    ['say "x": Cookie: sid=abc; t=1', 'say "x": Cookie: ****'],
    ['curl -u me:secret1 https://h', 'curl -u me:**** https://h'],
    // By its beginning.
    [`key sk-${LOT}`, 'key sk-****'],
    [`hf_${LOT.repeat(13)} x`, 'hf_**** x'],
    // A tab was in it.
    [`hf_${LOT.slice(0, 10)}\t${LOT.slice(10)}`, 'hf_****'],
    [`hf_${LOT.slice(0, 2)}\t${LOT.slice(2)}`, 'hf_****'],
    // In an address.
    ['://me:secret1@host', '://****@host'],
    ['https://a.b/c,https://me:secret1@host/x', 'https://a.b/c,https://****@host/x'],
    ['https://me:a@b:c/d@host:80/x and https://you:secret2@[::1]:80', 'https://****@host:80/x and https://****@[::1]:80'],
    [`git+https://${LOT}@host/x@v1`, 'git+https://****@host/x@v1'],
    ['https://me:secret1@a,https://b@c', 'https://****@a,https://b@c'],
    [`git+https://${LOT}@host/x@main`, 'git+https://****@host/x@main'],
    ['"https://:secret1@host"', '"https://****@host"'],
    ['https://me:secret1@host)', 'https://****@host)'],
    // What joins a name and its value.
    ['token: str = "abcd1234"', 'token: str = "****"'],
    ['my_secret => abcdef', 'my_secret => ****'],
    ['hf_token := abcd1234', 'hf_token := ****'],
    ['secret ： abc-def1', 'secret ： ****'],
    ['{"name": "HF_TOKEN", "value": "abcd1234"}', '{"name": "HF_TOKEN", "value": "****"}'],
    ['os.getenv("HF_TOKEN") or "abcd1234"', 'os.getenv("HF_TOKEN") or "****"'],
    ['set_hf_token("abcd1234")', 'set_hf_token("****")'],
    ['HF_TOKEN=["abcd1234"]', 'HF_TOKEN=["****"]'],
    ['HF_TOKEN_2=abcd1234', 'HF_TOKEN_2=****'],
    ['**HF_TOKEN**: abcd1234', '**HF_TOKEN**: ****'],
    ['export HF_TOKEN abcdefg', 'export HF_TOKEN ****'],
    ['--hf-token abcdefg', '--hf-token ****'],
    ['machine h login me password abcdefg', 'machine h login me password ****'],
    // Headers, and what commands are handed.
    // What a scheme is called may be a word that tells about a secret.
    ['Authorization: Token abcdefg', 'Authorization: Token ****'],
    ['Authorization: Key abcd1234efgh', 'Authorization: Key ****'],
    ['Authorization: Negotiate abcdefg', 'Authorization: Negotiate ****'],
    ['Authorization: Digest username="me", response="abcdef"', 'Authorization: Digest ****'],
    ["('authorization', 'abcdefg')", "('authorization', '****')"],
    ['bearer: "abcd_efg"', 'bearer: "****"'],
    ['docker login -p abcdefg', 'docker login -p ****'],
    ['wget --user=me:secret1 https://h', 'wget --user=me:**** https://h'],
    ['wandb login 0123456789abcdef0123456789abcdef01234567', 'wandb login ****'],
  ])('%s', (text, shown) => expect(masked(text)).toBe(shown));
});

describe('stays', () => {
  it.each([
    'password=abc',
    'secret: 12345',
    'secret: abcdef',
    'the secret is web-2.0',
    'the password is abc12',
    'the password is 123456',
    'the password is hunter',
    'the token is abc123',
    '("footoken", "abc.def1")',
    `token, "${LOT}"`,
    `PWD=/tmp/${LOT}`,
    'say hf_token abcdefg',
    'eos_token=abc12345def',
    'Authorization:',
    'Authorization: none given here',
    'Authorization: "None"',
    'Authorization: token is missing',
    'Authorization: key required',
    'authorization: <your-token-12345>',
    'authorization layer rejects callers',
    '{"Authorization": "Bearer None"}',
    '{"Authorization": "Bearer "}',
    'bearer a1b2c3d x',
    'basic aGVsbG8=',
    'basic operations on lists',
    'ls -u me:secret1 x',
    'x -u me:secret1 | curl https://h',
    'curl -u me:None https://h',
    `a risk-${LOT} of words`,
    'hf_a  bc',
    `hf_${LOT.slice(0, 1)}  ${LOT.slice(1)}`,
    'hf_hub  downloads files of other people',
    'https://me:@host/x',
    'https://host:7860/@me',
    'https://me@host/x',
    'https://host/a@b/c',
    'docker://image:tag@sha256:abcdef',
    'npm://me:pack@1.2.3',
    'me:secret1@host',
    'https://@host',
    'https://me:secret1@',
    'https://me:secret1@ host',
    'token is a word of many',
    'hf_token abcdefg',
    'hf_token, abcdefg',
    'the keyboard: abcdef',
    'docker login',
    'mkdir -p abcdefg',
    'wandb login abcdefg',
    'bearer',
    'Set-Cookie',
    'cookie: yes please',
  ])('%s', (text) => expect(masked(text)).toBe(neutralise(text)));
});

describe('a place in a text that is masked', () => {
  it.each([
    ['before the secret', 0, 0],
    ['where it begins', 6, 6],
    ['within what the mask covers', 9, 9],
    ['behind what the mask covers', 12, 10],
    ['where it ends', 18, 10],
    ['behind it', 20, 12],
  ])('%s', (_, offset, moved) => {
    expect(maskAround(neutralise(`token=${LOT.slice(0, 12)} next`), [offset])).toEqual({ text: 'token=**** next', offsets: [moved] });
  });

  it('is the same where nothing is masked', () => {
    expect(maskAround(neutralise('no secret'), [3])).toEqual({ text: 'no secret', offsets: [3] });
  });

  it('moves by every secret before it', () => {
    const text = neutralise(`token=${LOT} secret=${LOT} here`);
    expect(maskAround(text, [text.indexOf('here')])).toEqual({ text: 'token=**** secret=**** here', offsets: [23] });
  });
});

it('a value may have lost its name, and is judged by it', () => {
  expect([isSecretUnder('hf_token', LOT), isSecretUnder('title', LOT), isSecretUnder('hf_token', 'missing')]).toEqual([true, false, false]);
});
