/** Parts of a quoted Python statement: what stands before a dot, a bracket or an operator; read with brackets balanced, and bounded. */

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const WORD_BEFORE = /\w{1,80}$/;
const KEYWORD = /^(?:and|assert|await|elif|else|for|from|if|in|is|lambda|not|or|print|raise|return|while|with|yield)$/;
/** Nobody reads a longer one. */
const LONGEST = 60;

/** The name, attribute, call or item that ends just before `end`; null where none does. */
export function operandBefore(text: string, end: number): string | null {
  let begin = end;
  for (;;) {
    const next = beginOfPart(text, begin);
    if (next === begin) break;
    begin = next;
    const isBracket = /[([]/.test(text[begin] ?? '');
    if (text[begin - 1] === '.') begin--;
    else if (!isBracket) break;
  }
  const operand = text.slice(begin, end);
  return operand === '' || operand.length > LONGEST || /^[.\d]/.test(operand) || KEYWORD.test(operand) ? null : operand;
}

/** Everything that is asked so: what stands before each match, once. */
export function operandsBefore(text: string, asked: RegExp): string[] {
  const found = [...text.matchAll(asked)].flatMap(({ index }) => operandBefore(text, index) ?? []);
  return [...new Set(found)];
}

/** Where the word or the bracket begins that ends just before `end`; `end` where neither does. */
function beginOfPart(text: string, end: number): number {
  const closing = text[end - 1] ?? '';
  if (closing in OPENING) return openedAt(text, end - 1);
  return end - (WORD_BEFORE.exec(text.slice(Math.max(0, end - LONGEST), end))?.[0].length ?? 0);
}

/** The place of the bracket that this one closes; the place behind this one where it is not in the text. */
export function openedAt(text: string, closing: number): number {
  const close = text[closing] ?? '';
  let depth = 0;
  for (let at = closing; at >= 0; at--) {
    if (text[at] === close) depth++;
    else if (text[at] === OPENING[close]) depth--;
    if (depth === 0) return at;
  }
  return closing + 1;
}

/** The parts of what a call hands over, or of a list, apart at its commas. */
export function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (/[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign)) depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
