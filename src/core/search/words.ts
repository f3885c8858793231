/** Words of a text as the search compares them: lower-case, stemmed a little, without filler. */

const FILLER = new Set(
  'a an and are as at be been being but by did do does for from had has have how i if in into is it its me my of on or our so than that the their them then there these they this to too was we were what when where which while who why will with would you your can could should may might just also any all am get gets got'.split(
    ' ',
  ),
);

interface Token {
  /** The stem of the whole, when the token has parts: `torch.cuda.is_available`, `48gb`. */
  whole: string | null;
  parts: string[];
}

/** Splits a text into tokens with their stemmed parts, filler left out. */
export function tokensOf(text: string): Token[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}_@]+(?:[.'’-][\p{L}\p{N}_]+)*/gu) ?? []).map(tokenOf);
}

const MOST_KNOWN = 20_000;
const known = new Map<string, Token>();

/** Of eighty thousand tokens of the knowledge five thousand differ: each is taken apart once. */
function tokenOf(token: string): Token {
  const before = known.get(token);
  if (before) return before;
  const word = token.replace(/^@/, '');
  const parts = word.split(/[._'’-]+|(?<=^\d+)(?=[a-z]{1,3}$)/).filter(Boolean);
  const whole = parts.length > 1 ? stem(word.replace(/[.'’-]/g, '_')) : null;
  const made = { whole, parts: parts.filter((part) => !FILLER.has(part)).map(stem) };
  if (known.size < MOST_KNOWN) known.set(token, made);
  return made;
}

/** The words of a text; identifiers give their parts and the whole. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { whole, parts } of tokensOf(text)) {
    if (whole !== null) words.push(whole);
    words.push(...parts);
  }
  return words;
}

/** A light stem: plural, -ing, -ed, so that "tensors", "returning" and "aborted" find their singular and base. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ing') && word.length > 5) return undouble(word.slice(0, -3));
  if (word.endsWith('ed') && word.length > 4) return undouble(word.slice(0, -2));
  if (word.endsWith('es') && /(?:ch|sh|x|z|s)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return unE(word.slice(0, -1));
  return unE(word);
}

function undouble(word: string): string {
  return /([b-df-hj-np-tv-z])\1$/.test(word) && !/(?:ll|ss)$/.test(word) ? word.slice(0, -1) : unE(word);
}

function unE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}
