/** What is assigned to a name: where it ends, and whether it can be a secret at all. */
import type { Reading } from './reading.ts';

export interface Value {
  start: number;
  /** Its beginning, by which it is judged: most values are no secrets, and nobody needs to know where those end. */
  text: string;
  isQuoted: boolean;
  end: () => number;
}

/** By more of it nothing is judged. */
const SAMPLE = 200;
const OPENING = /(?:[bruf]{1,2}(?=\\{0,7}["']))?(?<slashes>\\{0,7})(?<quote>"""|'''|["'`“‘])/iy;
const CLOSING: Record<string, string> = { '“': '”', '‘': '’' };
/** A blank, a quote; a sign of a list, an argument or a query only where it goes on as one. */
const END =
  /\s|["'`](?=[\s"'`,;:)\]}>]|$)|<(?=[/!])|>(?=[\s<,;)]|$)|[,;](?=\s|$|[\w.-]{1,60}\\{0,7}["']?[=:])|&(?=[\w.[\]-]{1,60}=|\s|$)|[)\]}](?=[^\w!@#$%^&*+?-]|$)|\\{1,8}["']|…/g;

/** The value that begins here; null where there is none. */
export function valueAt(reading: Reading, at: number): Value | null {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(reading.text);
  const start = opening ? at + opening[0].length : at;
  const { slashes = '', quote = '' } = opening?.groups ?? {};
  const endWithin = (text: string): number =>
    opening ? endOfQuoted(text, start, CLOSING[quote] ?? quote, slashes.length) : endOfBare(text, start, reading);
  const sample = reading.text.slice(0, start + SAMPLE);
  const known = endWithin(sample);
  if (known <= start) return null;
  const end = (): number => (known < sample.length ? known : endWithin(reading.text));
  return { start, text: reading.text.slice(start, known), isQuoted: opening !== null, end };
}

/** The quote that closes has as many backslashes as the one that opened, apart from pairs; without one the value goes on to the end. */
function endOfQuoted(text: string, start: number, quote: string, depth: number): number {
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    let slashes = 0;
    while (at - slashes > start && text[at - slashes - 1] === '\\') slashes++;
    if (slashes < depth || slashes % (2 * (depth + 1)) === depth) return at - Math.min(slashes, depth);
  }
  return text.length;
}

function endOfBare(text: string, start: number, reading: Reading): number {
  const isEncoded = isPercent(reading, start - 1);
  END.lastIndex = start;
  for (let found = END.exec(text); found; found = END.exec(text)) {
    // What is written in percent signs is a part of the value, unless all that is around it is written so.
    if (isEncoded || !isPercent(reading, found.index)) return found.index;
  }
  return text.length;
}

/** Whether a character stood there as a percent sign with its number. */
function isPercent({ places }: Reading, index: number): boolean {
  return places !== null && index >= 0 && (places[index + 1] as number) - (places[index] as number) >= 3;
}

/** Words that stand where a secret would, and tell about it instead. */
const TELLING = new Set(
  `none null nil true false undefined nan missing invalid expired required not is was are were be been has have had must should can
  cannot could may might will would does did failed fails failure incorrect wrong bad empty blank unset set provided given unknown
  unauthorized unauthorised forbidden authentication authorization authenticated permission access the this that these your you my our
  please use using see check enter try again found accepted rejected denied refused default optional string str int bool bytes float any
  text list dict tuple object number boolean function type value name length hidden redacted masked removed revoked deleted rotated
  created updated from with without for and or if when in on off at as to of no yes ok okay error warning only also already too
  enabled disabled present absent available unavailable read write role scope valid verified saved stored loaded configured needed
  optional[str] secretstr changeme placeholder example dummy token tokens secret secrets password passwords key keys apikey credential
  credentials`
    .split(/\s+/)
    .filter(Boolean),
);
/** What a person or a program puts in the place of a value: a variable, a mask, something to fill in, a reference to another name. */
const STAND_IN =
  /^(?:\$(?:\w{1,80}$|[{(])|\{|\[|<[^<>]{0,100}(?:>|$)|%\(|%[sdr]|[*.•#_\s-]{1,200}$|(?:[a-z]{1,10}[_-])?[xX]{3,80}$|your[-_ ]|(?:[a-z]{1,20}[_-]){0,6}(?:token|secret|password|passwd|key)s?(?:_here)?$|[A-Z]{1,20}(?:_[A-Z]{1,20}){1,8}$)/;
/** Source: a call, a look-up, a name of an object; no value. */
const EXPRESSION =
  /^(?:[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,6}[([]|(?:os|self|cls|config|cfg|settings|args|opts|options|env|environ|process|secrets|request|kwargs|context|ctx|st|app|module|this|obj|client|params|data)\.[A-Za-z_])/;
const TYPE = /^(?:Optional|Union|Annotated|Literal|List|Dict|Any|Callable|SecretStr|Literal)\b/;
const PATH = /^(?:~|\.{1,2}|[A-Za-z]:)?(?:[/\\][\w .@-]{1,60}){1,20}[/\\]?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;

/** Whether this can be no secret, whatever its name: a word that tells about it, a stand-in, source, a path, an address. */
export function isHarmless({ text, isQuoted }: Value): boolean {
  if (TELLING.has(text.toLowerCase().replace(/^\(|[).:!?]{1,3}$/g, ''))) return true;
  if (STAND_IN.test(text) || ADDRESS.test(text) || (PATH.test(text) && !isRandom(text))) return true;
  // Behind a quotation mark that closes, the rest of the source follows.
  if (isQuoted) return /^\s{0,9}[+,)\]}%.]|^\s/.test(text);
  return EXPRESSION.test(text) || TYPE.test(text);
}

/** Digits alone, as counts and ids are. */
export function isNumber(text: string): boolean {
  return /^[\d.,_]{1,30}$/.test(text);
}

const WORD = /^\p{L}{1,15}[.,:!?]{0,2}$/u;

/** One letter or more, and nothing else: a word of a sentence, or a name. */
export function isWord(text: string): boolean {
  return WORD.test(text);
}

const SHORTEST_OPAQUE = 8;
/** Longer words are rare. */
const LONGEST_LETTERS = 20;

/** Whether a value says nothing to a reader: letters and digits in one piece, or changing between them often, or letters without end. */
export function isOpaque(text: string): boolean {
  if (text.length < SHORTEST_OPAQUE || isNumber(text)) return false;
  if (isRandom(text)) return true;
  const [piece = ''] = /^[A-Za-z0-9]{8,200}[=!@#$%^&*?+~]{0,9}$/.exec(text) ?? [];
  return (/\d/.test(piece) && /[A-Za-z]/.test(piece)) || new RegExp(`^[a-z]{${LONGEST_LETTERS},200}$`).test(piece);
}

const SHORTEST_RANDOM = 10;
const RANDOM_SAMPLE = 80;
/** How often what was drawn by lot changes between letters, digits and cases, at the least, for each of its characters. */
const RANDOM_SHARE = 0.15;

/** Whether the characters of a text change between letters, digits and cases as often as they do when they are drawn by lot. */
export function isRandom(text: string, share = RANDOM_SHARE): boolean {
  const counted = text.slice(0, RANDOM_SAMPLE).replace(/[^A-Za-z0-9]/g, ' ');
  const letters = counted.replaceAll(' ', '').length;
  if (letters < SHORTEST_RANDOM) return false;
  // An upper letter before two lower ones begins a word, as in CamelCase.
  const changes = counted.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z](?![a-z]{2}))/g)?.length ?? 0;
  return changes / letters >= share;
}
