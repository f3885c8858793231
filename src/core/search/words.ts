/** Words of a text as the search compares them: lower-case, without accents, stemmed a little, without filler. */

const FILLER = new Set(
  'a an and are as at be been being but by did do does for from had has have how i if in into is it its me my of on or our so than that the their them then there these they this to too was we were what when where which while who why will with would you your can could should may might just also any all am get gets got'.split(
    ' ',
  ),
);

export interface Token {
  /** As {@link withoutAccents} leaves it. */
  text: string;
  /** The stem of the whole, when the token has parts: `torch.cuda.is_available`, `48gb`. */
  whole: string | null;
  /** Stems; none of a run that is written without blanks, which nobody here can take apart. */
  parts: string[];
  isUnspaced: boolean;
}

const WORD = /[\p{L}\p{N}_@]+(?:[.'’-][\p{L}\p{N}_]+)*/gu;
/** Scripts that are written without blanks between words. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+)/u;

/** Splits a text into tokens with their stemmed parts, filler left out. */
export function tokensOf(text: string): Token[] {
  return (withoutAccents(text).match(WORD) ?? []).flatMap((token) => (UNSPACED.test(token) ? mixed(token) : [tokenOf(token)]));
}

/** Lower-case Latin letters without their accents; full-width letters become usual ones. */
export function withoutAccents(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\u0000-\u007f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}{1,4}/gu, '$1')
    .normalize('NFC');
}

/** `gpuの割り当て`: what stands in Latin letters is a token as elsewhere. */
function mixed(token: string): Token[] {
  // Split at an expression in parentheses, every second part is what it matched.
  return token
    .split(UNSPACED)
    .flatMap((run, index) =>
      index % 2 === 1 ? [{ text: run, whole: null, parts: [], isUnspaced: true }] : (run.match(WORD) ?? []).map(tokenOf),
    );
}

const MOST_KNOWN = 20_000;
const known = new Map<string, Token>();

/** Of all the tokens of the knowledge a tenth differ: each is taken apart once. */
function tokenOf(token: string): Token {
  const before = known.get(token);
  if (before) return before;
  const word = token.replace(/^@/, '');
  const parts = partsOf(word);
  const whole = parts.length > 1 ? stem(word.replace(/[.'’-]/g, '_')) : null;
  const made = { text: word, whole, parts: parts.filter((part) => !FILLER.has(part)).map(stem), isUnspaced: false };
  if (known.size < MOST_KNOWN) known.set(token, made);
  return made;
}

/** `torch.cuda` → torch, cuda; `48gb` → 48, gb; a number stays whole: `1.5x` → 1.5, x. */
function partsOf(word: string): string[] {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,9}){0,3})([a-z]{0,3})$/.exec(word) ?? [];
  if (number !== undefined) return unit ? [number, unit] : [number];
  return word.split(/[._'’-]+/).filter(Boolean);
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
  if (word.endsWith('ing') && word.length > 5) return undouble(word.slice(0, -3));
  if (word.endsWith('ed') && word.length > 4) return undouble(word.slice(0, -2));
  if (/(?:ch|sh|x|z|s)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return unE(word.slice(0, -1));
  return unE(word);
}

function undouble(word: string): string {
  return /([b-df-hj-np-tv-z])\1$/.test(word) && !/(?:ll|ss)$/.test(word) ? word.slice(0, -1) : unE(word);
}

function unE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}
