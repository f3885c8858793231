/**
 * Masks secrets before anything of a log is kept: tokens of Hugging Face and of the services that Spaces call, credentials in
 * URLs and headers, and what is assigned to a name that says it is secret. Matching happens before, line numbers stay. The whole
 * secret goes, not a part of it: reports are made to be shown to others.
 */
import { own, type SafeText } from './neutralise.ts';

/** Stands where a secret stood. */
export const MASK = own('****');

interface Rule {
  /** Group `keep` stays in front of the mask. */
  pattern: RegExp;
  /** A text without one of these (lower-case) cannot match: keeps the search cheap. */
  hints: string[];
}

/** Where a name ends and its value begins: quotes (those of JSON in JSON too), colon or equals sign, b'' of Python. */
const IS = String.raw`\\{0,3}["']? {0,3}(?:=|:|%3D) {0,3}(?:\b[bru](?=\\{0,3}["']))?\\{0,3}["']?`;
/** What is written where a secret would stand, but is none. */
const NO_SECRET = String.raw`(?!<|\*|\$|\{|\[|os\.|(?:None|null|nil|True|False|true|false|undefined|missing|invalid|expired|required|not|is)\b)`;

/** One rule: what announces the secret (`kept`), and the secret. */
function rule(hints: string[], kept: string, secret: string, flags = 'g'): Rule {
  return { hints, pattern: new RegExp(`(?<keep>${kept})${secret}`, flags) };
}

const ALONE = '(?<![A-Za-z0-9_])';
const ALONE_DASHED = String.raw`(?<![\w-])`;

const RULES: Rule[] = [
  rule(['hf_', 'api_org_'], `${ALONE}(?:hf_|api_org_)`, '[A-Za-z0-9]{16,200}'),
  rule(['hf_'], 'hf_(?:jwt|oauth|app)_', String.raw`[\w.-]{16,4000}`),
  rule(['://'], String.raw`:\/\/(?=[^\s/:@]{0,200}:[^\s/@]{1,400}@)`, String.raw`[^\s/@]{1,600}`),
  rule(['://'], String.raw`:\/\/(?=[\w-]{20,400}@)`, String.raw`[\w-]{20,400}`),
  rule(['eyj'], '(?<![A-Za-z0-9-])eyJ', String.raw`[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?`),
  rule(['bearer', 'basic'], String.raw`\b(?:bearer|basic)(?: |%20){1,3}`, String.raw`[\w.~+/=-]{8,4000}`, 'gi'),
  rule(
    ['authorization', 'x-ip-token', 'x-api-key', 'x-zerogpu-token', 'x-hf-token'],
    String.raw`\b(?:(?:x-(?:hf-)?|proxy-)?authorization|x-(?:ip|zerogpu|hf)-token|x-api-key)${IS}`,
    String.raw`(?!(?:bearer|basic)\b)[^\s"',\\]{6,4000}`,
    'gi',
  ),
  rule(
    ['cookie'],
    String.raw`\b(?:set-)?cookie\\{0,3}["']?(?: {0,3}[:=] {0,3}| )\\{0,3}["']?(?=[\w.-]{1,60}=)`,
    String.raw`[^"'\n\\]{6,4000}`,
    'gi',
  ),
  rule(
    ['token', 'key=', 'signature=', 'credential=', 'sig=', 'sign=', 'secret='],
    String.raw`(?:[?&]|\b)(?:allowToken|access_token|refresh_token|id_token|api_?key|token|client_secret|x-amz-(?:signature|credential|security-token)|signature|sig|__sign)=`,
    String.raw`${NO_SECRET}[^\s&"'<>,;)]{8,4000}`,
    'gi',
  ),
  rule(
    ['token', 'secret', 'passw', 'key', 'credentials'],
    String.raw`\b[A-Z][A-Z0-9_]{0,80}(?:TOKEN|SECRET|PASSWORD|PASSWD|_KEY|APIKEY|CREDENTIALS)${IS}`,
    String.raw`${NO_SECRET}[^\s"',;)\\]{8,4000}`,
  ),
  rule(
    ['token', 'passw', 'secret', 'key'],
    String.raw`\b(?:token|password|passwd|secret|api_?key|(?:access|refresh|auth|bot|hf|hub|api)_(?:token|key)|client_secret|secret_key|private_key|use_auth_token)\\{0,3}["']? {0,3}[:=] {0,3}(?:\b[bru])?\\{0,3}["']`,
    String.raw`${NO_SECRET}[^"'\s\\]{8,4000}(?=\\{0,3}["'])`,
    'gi',
  ),
  rule(
    ['--'],
    String.raw`${ALONE_DASHED}--(?:[a-z]{1,20}-)?(?:token|password|passwd|secret|api-?key|access-key|secret-key)(?:=| {1,3})["']?`,
    String.raw`(?!-|<|\$|\*)[^\s"']{8,4000}`,
  ),
  rule(['sk-'], String.raw`${ALONE_DASHED}sk-(?:ant-|proj-|or-)?(?=[\w-]{0,60}\d)`, String.raw`[\w-]{20,400}`),
  rule(['gh', 'github_pat_', 'glpat-'], `${ALONE}(?:gh[pousr]_|github_pat_|glpat-)`, String.raw`[\w-]{20,255}`),
  rule(['akia', 'asia'], '(?<![A-Z0-9])(?:AKIA|ASIA)', '[A-Z0-9]{16}(?![A-Z0-9])'),
  rule(['aws_'], String.raw`\baws_(?:secret_access_key|session_token)${IS}`, '[A-Za-z0-9/+=]{20,2000}', 'gi'),
  rule(['aiza', 'ya29.', 'gocspx-'], String.raw`${ALONE_DASHED}(?:AIza|ya29\.|GOCSPX-)`, String.raw`[\w-]{20,400}`),
  rule(['xox', 'hooks.slack.com'], String.raw`${ALONE_DASHED}xox[abeoprs]-|hooks\.slack\.com\/services\/`, String.raw`[\w/-]{10,200}`),
  rule(
    ['npm_', 'r8_', 'gsk_', 'pypi-', 'nvapi-', 'sk_live_', 'sk_test_', 'rk_live_', 'xai-', 'pplx-', 'dop_v1_', 'dckr_pat_', 'jina_'],
    `${ALONE_DASHED}(?:npm_|r8_|gsk_|pypi-|nvapi-|[rs]k_(?:live|test)_|xai-|pplx-|dop_v1_|dckr_pat_|jina_)`,
    '(?=[A-Za-z_-]{0,30}[0-9A-Z])[A-Za-z0-9_-]{24,400}',
  ),
  rule(['private key'], '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----', String.raw`[\w\s+/=\\]{16,8000}`),
];

interface Span {
  start: number;
  end: number;
}

/** The text with every secret replaced by `****`; what announces it stays readable. */
export function mask(text: SafeText): SafeText {
  return maskAround(text, []).text;
}

/** Like {@link mask}; offsets into the text are moved to where the same place is afterwards. */
export function maskAround(text: SafeText, offsets: number[]): { text: SafeText; offsets: number[] } {
  const spans = secretsIn(text);
  if (spans.length === 0) return { text, offsets };
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + MASK;
    from = end;
  }
  const moved = offsets.map((offset) => offset + spans.reduce((sum, span) => sum + shift(offset, span), 0));
  return { text: (out + text.slice(from)) as SafeText, offsets: moved };
}

/** How far an offset moves because this span became the mask. */
function shift(offset: number, { start, end }: Span): number {
  if (offset <= start) return 0;
  if (offset >= end) return MASK.length - (end - start);
  return Math.min(0, start + MASK.length - offset);
}

function secretsIn(text: string): Span[] {
  const lower = text.toLowerCase();
  const spans: Span[] = [];
  for (const { hints, pattern } of RULES) {
    if (!hints.some((hint) => lower.includes(hint))) continue;
    for (const found of text.matchAll(pattern)) {
      const kept = found.groups?.keep ?? '';
      spans.push({ start: found.index + kept.length, end: found.index + found[0].length });
    }
  }
  return merged(spans);
}

function merged(spans: Span[]): Span[] {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
