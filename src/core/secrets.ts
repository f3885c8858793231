/**
 * Masks secrets before anything of a log is kept: tokens of Hugging Face and of the services that Spaces call, credentials in
 * URLs and headers, and what is assigned to a name that says it is secret. Matching happens before, line numbers stay.
 */
import type { SafeText } from './text.ts';

const MASK = '****';

interface Rule {
  /** Group `keep` stays in front of the mask. */
  pattern: RegExp;
  /** A text without one of these (lower-case) cannot match: keeps the search cheap. */
  hints: string[];
}

const RULES: Rule[] = [
  { hints: ['hf_', 'api_org_'], pattern: /(?<![A-Za-z0-9_])(?<keep>hf_|api_org_)[A-Za-z0-9]{16,200}/g },
  { hints: ['hf_jwt_'], pattern: /(?<keep>hf_jwt_)[\w.-]{16,4000}/g },
  { hints: ['://'], pattern: /(?<keep>:\/\/)[^\s/:@]{0,200}:[^\s/@]{1,400}(?=@)|(?<keep2>:\/\/)[\w-]{20,400}(?=@)/g },
  { hints: ['eyj'], pattern: /(?<![\w-])(?<keep>eyJ)[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?/g },
  {
    hints: ['bearer', 'basic', 'authorization', 'x-ip-token', 'x-api-key', 'cookie'],
    pattern:
      /(?<keep>\b(?:bearer|basic) {1,3})[\w.~+/=-]{8,4000}|(?<keep2>\b(?:(?:x-(?:hf-)?|proxy-)?authorization|x-ip-token|x-api-key)["']? {0,3}[:=] {0,3}["']?)(?!bearer|basic)[^\s"',]{6,4000}|(?<keep3>\b(?:set-)?cookie["']? {0,3}: {0,3}["']?)[^"'\n]{6,4000}/gi,
  },
  {
    hints: ['token', 'key=', 'signature=', 'credential=', 'sig='],
    pattern:
      /(?<keep>(?:[?&]|\b)(?:allowToken|access_token|refresh_token|id_token|api_?key|token|x-amz-(?:signature|credential|security-token)|signature|sig)=)(?!<|\*|None\b|null\b|True\b|False\b)[^\s&"'<>,;)]{8,4000}/gi,
  },
  {
    hints: ['token', 'secret', 'passw', 'key'],
    pattern:
      /(?<keep>\b[A-Z][A-Z0-9_]{0,80}(?:TOKEN|SECRET|PASSWORD|PASSWD|_KEY|APIKEY)\b["']? {0,3}[=:] {0,3}["']?)(?!<|\*|\$|os\.|None\b|null\b|not |is |missing|undefined)[^\s"',;)]{8,4000}|(?<keep2>["']?\b(?:token|password|passwd|secret|api_?key|access_token|refresh_token|client_secret|hf_token)["']? {0,3}[:=] {0,3}["'])(?!<|\*)[^"'\s]{8,4000}(?=["'])/g,
  },
  { hints: ['sk-'], pattern: /(?<![\w-])(?<keep>sk-(?:ant-|proj-|or-)?)[\w-]{20,400}/g },
  { hints: ['gh', 'github_pat_', 'glpat-'], pattern: /(?<![A-Za-z0-9_])(?<keep>gh[pousr]_|github_pat_|glpat-)[\w-]{20,255}/g },
  {
    hints: ['akia', 'asia', 'aws_secret'],
    pattern:
      /(?<![A-Z0-9])(?<keep>AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])|(?<keep2>aws_secret_access_key["']? {0,3}[=:] {0,3}["']?)[A-Za-z0-9/+=]{20,100}/gi,
  },
  { hints: ['aiza', 'ya29.'], pattern: /(?<![\w-])(?<keep>AIza)[\w-]{35}|(?<![\w-])(?<keep2>ya29\.)[\w-]{20,400}/g },
  {
    hints: ['xox', 'npm_', 'r8_', 'pypi-'],
    pattern:
      /(?<![\w-])(?<keep>xox[abprs]-)[\w-]{10,200}|(?<![\w-])(?<keep2>npm_|r8_)[A-Za-z0-9]{30,60}|(?<![\w-])(?<keep3>pypi-)[\w-]{40,400}/g,
  },
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
      const { keep, keep2, keep3 } = found.groups ?? {};
      const kept = (keep ?? keep2 ?? keep3 ?? '').length;
      spans.push({ start: found.index + kept, end: found.index + found[0].length });
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
