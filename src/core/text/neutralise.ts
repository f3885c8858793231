/**
 * Text that may be shown. A log is someone else's text: nothing of it reaches a terminal, a clipboard or JSON before it went
 * through here. Everything works by allow-list: what is not printable is dropped (terminal sequences) or shown as a picture.
 */
import { afterSequence, startsSequence } from './sequences.ts';

declare const safe: unique symbol;
/** A string without control, bidi or invisible characters; only {@link neutralise} and {@link own} make one. */
export type SafeText = string & { [safe]: true };

/** Marks text of our own (content, labels) as showable. */
export function own(text: string): SafeText {
  return text as SafeText;
}

/**
 * Makes one line of foreign text showable.
 * In: any string without line feed. Out: the same text without terminal sequences (7-bit and 8-bit, unterminated ones too); tabs
 * become blanks; other control, bidi, zero-width, tag and private characters become visible pictures, lone surrogates U+FFFD;
 * heaps of combining marks are thinned. Joiners and variation selectors stay where an emoji needs them. Applied twice it changes nothing.
 */
export function neutralise(raw: string): SafeText {
  if (isPlain(raw)) return raw as SafeText;
  const cluster = new Cluster();
  let out = '';
  let index = 0;
  while (index < raw.length) {
    const code = raw.codePointAt(index) as number;
    if (startsSequence(code)) {
      index = afterSequence(raw, index, code);
      continue;
    }
    const next = index + (code > 0xffff ? 2 : 1);
    out += cluster.take(code, raw.slice(index, next), raw, next);
    index = next;
  }
  return out as SafeText;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

const JOINER = 0x200d;
const TEXT_STYLE = 0xfe0e;
const EMOJI_STYLE = 0xfe0f;
/** More than any writing stacks on one letter; more than the longest emoji joins. */
const MOST_MARKS = 4;
const MOST_JOINS = 4;
/** Below this only controls and the soft hyphen need a look. */
const LATIN_END = 0x300;
const MARK = /\p{M}/u;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const KEYCAP_BASE = /[0-9#*]/;
const KEYCAP = '\u20e3';

/** Follows what stands on one base character, to tell a letter or an emoji from an attack made of the same parts. */
class Cluster {
  #before = '';
  #marks = 0;
  #joins = 0;

  /** What to show for the next character; `rest` from `next` on is what follows it. */
  take(code: number, char: string, raw: string, next: number): string {
    if (code === JOINER && this.#joinsEmoji(raw, next)) {
      this.#joins++;
      return char;
    }
    if ((code === EMOJI_STYLE || code === TEXT_STYLE) && this.#styles(raw, next)) return this.#keep(char);
    if (code >= LATIN_END && MARK.test(char) && !isHidden(char)) return this.#mark(char);
    const shown = picture(code, char);
    this.#marks = 0;
    if (!EMOJI.test(shown)) this.#joins = 0;
    return this.#keep(shown);
  }

  #keep(shown: string): string {
    this.#before = shown;
    return shown;
  }

  #joinsEmoji(raw: string, next: number): boolean {
    const isAfter = EMOJI.test(this.#before) || this.#before === String.fromCharCode(EMOJI_STYLE);
    return this.#joins < MOST_JOINS && isAfter && EMOJI.test(at(raw, next));
  }

  #styles(raw: string, next: number): boolean {
    return EMOJI.test(this.#before) || (KEYCAP_BASE.test(this.#before) && at(raw, next) === KEYCAP);
  }

  /** The first marks stand; one sign says that there were more. */
  #mark(char: string): string {
    this.#marks++;
    if (this.#marks <= MOST_MARKS) return char;
    return this.#marks === MOST_MARKS + 1 ? '\ufffd' : '';
  }
}

function at(raw: string, index: number): string {
  const code = raw.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function picture(code: number, char: string): string {
  if (code === 0x09) return '  ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code < 0x7f) return char;
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (code <= 0x9f || code === 0xad || (code >= LATIN_END && isHidden(char))) return `\\u{${code.toString(16).toUpperCase()}}`;
  return char;
}

let hidden: RegExp | undefined;

/** The expression is made when a character beyond Latin first asks: that takes Node half a millisecond. */
function isHidden(char: string): boolean {
  hidden ??= /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Noncharacter_Code_Point}]/u;
  return hidden.test(char);
}

/** The first `width` characters; what is left out is shown as an ellipsis. */
export function clip(text: SafeText, width: number): SafeText {
  return (text.length <= width ? text : `${text.slice(0, wholeBefore(text, width - 1))}…`) as SafeText;
}

/** The next place at or before `index` that does not stand within a character of two halves. */
export function wholeBefore(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
