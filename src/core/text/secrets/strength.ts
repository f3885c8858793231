/** How surely a name says that its value is a secret: by the words in front of its ending. */

export type Strength = 'sure' | 'maybe' | 'no';

/** A name that a secret may have. */
export interface Name {
  /** What stands before the ending, as it is written. */
  start: string;
  ending: string;
  /** The character before the name. */
  before: string;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const SURE_KEYS = words(`
  api access secret private account auth encryption signing master service storage subscription admin session license licence app
  application consumer shared deploy ssh client bot bearer jwt hmac aes rsa webhook integration server function functions host ingest
  project team write`);
const SURE_TOKENS = words(`
  hf hub huggingface access refresh auth api bot id session bearer csrf xsrf security github gh gitlab slack discord telegram wandb
  openai replicate notion npm pypi docker user client service personal deploy deployment ip zerogpu allow app admin push upload write
  read login oauth oauth2 jwt space account org team cloudflare vault ngrok modal runpod civitai kaggle device webhook verification
  invite registration activation reset temp temporary my secret private root master`);
/** Keys of other trades: of tables, dictionaries, keyboards. */
const OTHER_KEYS = words(`
  missing unexpected primary foreign public publishable cache sort partition dict state config column index group order lookup hash map
  object json hot shortcut registry routing query attn attention feature image text position row item data param parameter weight layer
  model field metadata extra invalid unknown duplicate required wrong bad error mon don tur hoc jock whis lac`);
/** Tokens of languages. */
const OTHER_TOKENS = words(`
  pad padding eos bos unk sep cls mask masked max min new num image img video audio special start end begin stop first last next prev
  previous bad current system assistant in out input output total prompt completion decoder encoder forced sos eot eof think tool role
  text word sub per vision fim prefix suffix middle extra added additional invalid unexpected illegal unknown missing target draft`);

/** Words that belong to the name though a blank parts them: "API key". */
const PARTS = new Set(words('access api auth client secret private hf bot service account admin app'));
const LONGEST_START = 60;

/** The name that ends in text[from, to). */
export function nameAt(text: string, from: number, to: number): Name {
  let start = startOfWord(text, from, from);
  for (let word = start; word > 0 && text[word - 1] === ' '; ) {
    word = startOfWord(text, word - 1, from);
    if (!PARTS.has(text.slice(word, start).trim().toLowerCase())) break;
    start = word;
  }
  return { start: text.slice(start, from), ending: text.slice(from, to).toLowerCase(), before: text[start - 1] ?? '' };
}

function startOfWord(text: string, end: number, from: number): number {
  let at = end;
  while (at > 0 && from - at < LONGEST_START && /[\w-]/.test(text[at - 1] as string)) at--;
  return at;
}

/** How surely this name says it; `looksRandom` is asked where the value must help. */
export function strengthOf({ start, ending, before }: Name, looksRandom: () => boolean): Strength {
  const flat = start.toLowerCase().replace(/[ _-]/g, '');
  const endsIn = (list: readonly string[]): boolean => list.some((word) => flat.endsWith(word));
  const isQuery = /[?&;#]/.test(before);
  switch (ending) {
    case 'token':
      if (endsIn(OTHER_TOKENS)) return 'no';
      return endsIn(SURE_TOKENS) || /[A-Z]_$/.test(start) ? 'sure' : 'maybe';
    case 'key':
      if (endsIn(SURE_KEYS)) return 'sure';
      return !endsIn(OTHER_KEYS) && (isQuery || looksRandom()) ? 'maybe' : 'no';
    case 'sig':
    case 'sign':
    case 'signature':
      return isQuery || /(?:amz-|_)$/i.test(start) ? 'maybe' : 'no';
    case 'pass':
    case 'auth':
      return start === '' || /[_-]$/.test(start) ? 'maybe' : 'no';
    case 'jwt':
    case 'bearer':
      return 'maybe';
    default:
      return 'sure';
  }
}
