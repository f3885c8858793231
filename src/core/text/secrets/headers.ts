/** Secrets in headers of requests: Authorization with any scheme, cookies, and what curl sends. */
import type { Span } from './names.ts';
import type { Reading } from './reading.ts';
import { isHarmless, isOpaque, isRandom, valueAt } from './values.ts';

/** The name of the header, as text, JSON, a tuple or an argument. */
const AUTHORIZATION = /authorization[\\"'`*’”)\]}]{0,8}\s{0,9}(?:=>|[:=,])?\s{0,9}\[?/gi;
const SCHEME = /(?<scheme>[A-Za-z][\w-]{1,30})(?: {1,3}|:\s{0,3})/y;
const KNOWN_SCHEME =
  /^(?:bearer|basic|token|api-?key|digest|negotiate|ntlm|aws4-hmac-\w{1,20}|hawk|key|bot|oauth|signature|splunk|jwt|private-token|hmac|mutual|scram-sha-\d{1,4}|vapid)$/i;
/** What follows the first part: name="…" of Digest and of AWS. */
const PARTS = /(?:,? {0,3}[\w-]{1,40}=(?:"[^"]{0,1000}"|[^\s",]{0,1000})){1,20}/y;
/** The scheme alone, where somebody left the name out. */
const BEARER = /\bbearer(?:["']?\s{0,3}[:=]\s{0,3}["']?|["']?,\s{0,3}["']|\s{1,3})/gi;
const BASIC = /\bbasic\s{1,3}(?<credentials>[A-Za-z0-9+/]{6,2000}={0,2})/gi;
const COOKIE = /\b(?:set-)?cookie[\\"'`*)\]}]{0,8}\s{0,3}(?:[:=,]\s{0,3}|\s)(?=[b]?\\{0,7}["']?[\w.-]{1,60}=)/gi;
/** What commands are handed: curl -u user:password, docker login -p password, wandb login key. */
const COMMANDS: readonly (readonly [command: RegExp, option: RegExp])[] = [
  [/\b(?:curl|wget)\b/i, /\s(?:-u|--user|--proxy-user)[\s=]{1,3}["']?[^\s:"']{0,100}:/gi],
  [/\b(?:docker|podman|registry) login\b|\bsshpass\b|\btwine upload\b/i, /\s-p[\s=]{0,3}/gi],
  [/\bwandb login\b/i, /\blogin (?:--\w{1,20} ){0,3}(?=[0-9a-f]{20})/gi],
];

/** Without one of these nothing here can match. */
const HINT = /authorization|bearer|basic|cookie|curl|wget|login|sshpass|upload/i;

/** Every secret that a header carries. */
export function headerSecrets(reading: Reading): Span[] {
  if (!HINT.test(reading.text)) return [];
  return [
    ...authorizations(reading),
    ...bearers(reading),
    ...basics(reading),
    ...cookies(reading),
    ...COMMANDS.flatMap(([command, option]) => handed(reading, command, option)),
  ];
}

function authorizations(reading: Reading): Span[] {
  return each(reading, AUTHORIZATION, (_, at) => {
    const value = valueAt(reading, at);
    if (!value) return null;
    SCHEME.lastIndex = value.start;
    const found = SCHEME.exec(reading.text);
    const start = value.start + (found?.[0].length ?? 0);
    const credentials = value.isQuoted ? { ...value, start, text: value.text.slice(start - value.start) } : valueAt(reading, start);
    if (!credentials || credentials.text === '' || isHarmless(credentials)) return null;
    const isSure = value.isQuoted || KNOWN_SCHEME.test(found?.groups?.scheme ?? '');
    if (!isSure && !isOpaque(credentials.text)) return null;
    return { start, end: value.isQuoted ? value.end() : endOfParts(reading, start, credentials.end()) };
  });
}

function endOfParts({ text }: Reading, start: number, end: number): number {
  for (const from of [start, end]) {
    PARTS.lastIndex = from;
    const parts = PARTS.exec(text);
    if (parts) return Math.max(end, from + parts[0].length);
  }
  return end;
}

/** Letters alone are the next word: "bearer token required". */
function bearers(reading: Reading): Span[] {
  return each(reading, BEARER, (_, at) => {
    const value = valueAt(reading, at);
    return value && !isHarmless(value) && (isOpaque(value.text) || /[\d_=+/]/.test(value.text.slice(0, -1))) && value.text.length >= 8
      ? { start: value.start, end: value.end() }
      : null;
  });
}

/** They are a name and a password, joined by a colon, in base 64; "basic operations" is not. */
function basics(reading: Reading): Span[] {
  return each(reading, BASIC, (found, end) => {
    const credentials = found.groups?.credentials as string;
    const isSecret = isRandom(credentials) || isPair(Buffer.from(credentials, 'base64').toString('latin1'));
    return isSecret ? { start: end - credentials.length, end } : null;
  });
}

function isPair(decoded: string): boolean {
  return decoded.includes(':') && !/[^\x20-\x7e]/.test(decoded);
}

function cookies(reading: Reading): Span[] {
  return each(reading, COOKIE, (_, at) => {
    const value = valueAt(reading, at);
    return value && { start: value.start, end: value.isQuoted ? value.end() : endOfCookies(reading.text, value.start) };
  });
}

/** Without quotes a cookie goes on to the end of the line, or of the string that it stands in. */
function endOfCookies(text: string, start: number): number {
  const length = text.slice(start).search(/["'\n\\]/);
  return length < 0 ? text.length : start + length;
}

function handed(reading: Reading, command: RegExp, option: RegExp): Span[] {
  const from = reading.text.search(command);
  return each(reading, option, (found, at) => {
    const value = from >= 0 && found.index > from ? valueAt(reading, at) : null;
    return value && !isHarmless(value) ? { start: value.start, end: value.end() } : null;
  });
}

/** What `make` makes of every place where the expression matches; it is told where the match ends. */
function each(reading: Reading, expression: RegExp, make: (found: RegExpExecArray, end: number) => Span | null): Span[] {
  const spans: Span[] = [];
  expression.lastIndex = 0;
  for (let found = expression.exec(reading.text); found; found = expression.exec(reading.text)) {
    const span = make(found, expression.lastIndex);
    if (!span) continue;
    spans.push(span);
    expression.lastIndex = Math.max(expression.lastIndex, span.end);
  }
  return spans;
}
