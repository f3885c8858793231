/** Inline marks of plain Markdown to the tokens that marked makes of them; null where only marked can be sure. */
import type { Token, Tokens } from 'marked';
import { EMPHASIS, STRONG } from './tokens.ts';

/** Where text may end: what begins here is looked at by its first character. */
const SPECIAL = /[`\\*<]| {2,9}\n|https?:\/\//g;
/** A wide gap, links, addresses without their own blank, mail addresses, struck text. */
const UNSURE = / {10}|\]\(|\]\[|(?<!\/)www\.|ftp:\/\/|[\w.+-]@[\w-]|~[\s\S]*~|(?:HTTP|Http)[sS]?:\/\//;
const CODES = /`[^`]*`/g;
const CODE = /`([^`]+)`(?!`)/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/y;
const ADDRESS = /https:\/\/[a-z\d-]{1,60}(?:\.[a-z\d-]{1,60}){1,4}(?:[\w/#=%+-]|[.?:](?=[\w/])){0,300}(?=[ \n]|$)/y;
const ENDS_PLAIN = /[a-zA-Z\d/#=%+-]$/;
const BREAK = / {2,9}\n(?!\s*$)/y;
/** Emphasis is sure only where it stands between blanks, brackets and the like. */
const OPENS = /(?:^|[\s(":])$/;
const CLOSES = /^(?:$|[\s.,:;)"?])/;

type Step = { token: Token; end: number } | null;

/** The tokens of a text without block marks. */
export function quickInline(source: string): Token[] | null {
  if (UNSURE.test(source.replace(CODES, '`'))) return null;
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const step = stepAt(source, at);
    if (!step) return null;
    const last = tokens.at(-1);
    if (step.token.type === 'text' && last?.type === 'text') last.text += (step.token as Tokens.Text).text;
    else tokens.push(step.token);
    at = step.end;
  }
  return tokens;
}

function stepAt(source: string, at: number): Step {
  switch (source[at]) {
    case '`':
      return matched(CODE, source, at, (found) => ({ type: 'codespan', raw: '', text: codeText(found[1] as string) }));
    case '\\':
      return matched(ESCAPED, source, at, (found) => ({ type: 'escape', raw: '', text: found[1] as string }));
    case '*':
      return emphasis(source, at);
    case '<':
      return /[ \d=]/.test(source[at + 1] ?? '') ? textTo(source, at, at + 1) : null;
    default:
      return breakOrText(source, at);
  }
}

function breakOrText(source: string, at: number): Step {
  SPECIAL.lastIndex = at;
  const special = SPECIAL.exec(source);
  if (special?.index !== at) return textTo(source, at, special ? special.index : source.length);
  if (special[0].startsWith(' ')) return matched(BREAK, source, at, () => ({ type: 'br', raw: '' }));
  if (at > 0 && !/[ \n]/.test(source[at - 1] as string)) return null;
  return matched(ADDRESS, source, at, ([href]) =>
    ENDS_PLAIN.test(href)
      ? ({ type: 'link', raw: '', text: href, href, tokens: [{ type: 'text', raw: '', text: href }] } as Tokens.Link)
      : null,
  );
}

function matched(expression: RegExp, source: string, at: number, make: (found: RegExpExecArray) => Token | null): Step {
  expression.lastIndex = at;
  const found = expression.exec(source);
  const token = found && make(found);
  return token && { token, end: expression.lastIndex };
}

function textTo(source: string, at: number, end: number): Step {
  return { token: { type: 'text', raw: '', text: source.slice(at, end) }, end };
}

function codeText(inside: string): string {
  const text = inside.replace(/\n/g, ' ');
  return /[^ ]/.test(text) && text.startsWith(' ') && text.endsWith(' ') ? text.slice(1, -1) : text;
}

function emphasis(source: string, at: number): Step {
  // An asterisk in code, or behind a backslash, is none.
  const rest = source
    .slice(at)
    .replace(/\\./g, '++')
    .replace(CODES, (code) => `[${'a'.repeat(code.length - 2)}]`);
  const strong = STRONG.exec(rest);
  const found = strong ?? EMPHASIS.exec(rest);
  if (!found || !OPENS.test(source.slice(Math.max(0, at - 1), at)) || !CLOSES.test(rest.slice(found[0].length))) return null;
  const marks = strong ? 2 : 1;
  const text = source.slice(at + marks, at + found[0].length - marks);
  const tokens = text.includes('*') && !text.includes('`') ? null : quickInline(text);
  return tokens && { token: { type: strong ? 'strong' : 'em', raw: '', text, tokens } as Token, end: at + found[0].length };
}
