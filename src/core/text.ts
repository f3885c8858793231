/**
 * Text that may be shown. A log is someone else's text: nothing of it reaches a terminal, a clipboard or JSON before it went
 * through here. Everything works by allow-list: what is not printable is dropped (terminal sequences) or shown as a picture.
 */

declare const safe: unique symbol;
/** A string without control, bidi or invisible characters; only {@link neutralise} and {@link own} make one. */
export type SafeText = string & { [safe]: true };

const ESC = 0x1b;
/** Where a string sequence (OSC, DCS, SOS, PM, APC) may end at the latest; longer ones are no sequences but an attack. */
const LONGEST_SEQUENCE = 4096;

/** Marks text of our own (content, labels) as showable. */
export function own(text: string): SafeText {
  return text as SafeText;
}

/**
 * Makes one line of foreign text showable.
 * In: any string without line feed. Out: the same text without terminal sequences (7-bit and 8-bit, unterminated ones too); tabs
 * become blanks; other control, bidi, zero-width and tag characters become visible pictures, lone surrogates U+FFFD.
 */
export function neutralise(raw: string): SafeText {
  if (isPlain(raw)) return raw as SafeText;
  let out = '';
  let index = 0;
  while (index < raw.length) {
    const code = raw.codePointAt(index) as number;
    const next = index + (code > 0xffff ? 2 : 1);
    if (code === ESC || (code >= 0x80 && code <= 0x9f)) {
      index = afterSequence(raw, index, code);
      continue;
    }
    out += picture(code, raw.slice(index, next));
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

/** Index behind the terminal sequence that starts at `start`. */
function afterSequence(raw: string, start: number, code: number): number {
  let kind = code;
  let index = start + 1;
  if (code === ESC) {
    if (index >= raw.length) return index;
    kind = raw.charCodeAt(index) + 0x40;
    if (kind < 0x80 || kind > 0x9f) return afterEscape(raw, index);
    index++;
  }
  if (kind === 0x9b) return afterControlSequence(raw, index);
  if (kind === 0x90 || kind === 0x98 || kind === 0x9d || kind === 0x9e || kind === 0x9f) return afterString(raw, index);
  return index;
}

/** ESC, intermediates 0x20–0x2f, one final byte. */
function afterEscape(raw: string, start: number): number {
  let index = start;
  while (index < raw.length && isBetween(raw, index, 0x20, 0x2f)) index++;
  return isBetween(raw, index, 0x30, 0x7e) ? index + 1 : index;
}

/** CSI: parameters 0x30–0x3f, intermediates 0x20–0x2f, one final byte 0x40–0x7e. */
function afterControlSequence(raw: string, start: number): number {
  let index = start;
  while (index < raw.length && isBetween(raw, index, 0x20, 0x3f)) index++;
  return isBetween(raw, index, 0x40, 0x7e) ? index + 1 : index;
}

/** OSC, DCS, SOS, PM, APC: up to BEL or ST. One that never ends gives back all but its introducer, so that no text is lost. */
function afterString(raw: string, start: number): number {
  const limit = Math.min(raw.length, start + LONGEST_SEQUENCE);
  for (let index = start; index < limit; index++) {
    const code = raw.charCodeAt(index);
    if (code === 0x07 || code === 0x9c) return index + 1;
    if (code === ESC) return raw[index + 1] === '\\' ? index + 2 : index;
  }
  return start;
}

function isBetween(raw: string, index: number, low: number, high: number): boolean {
  const code = raw.charCodeAt(index);
  return code >= low && code <= high;
}

function picture(code: number, text: string): string {
  if (code === 0x09) return '  ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (isHidden(code)) return `\\u{${code.toString(16).toUpperCase()}}`;
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return text;
}

/** Characters that reorder or hide text. ZWJ and variation selectors stay: emoji need them. */
function isHidden(code: number): boolean {
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x180e ||
    code === 0x200b ||
    code === 0x200c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x3164 ||
    code === 0xfeff ||
    code === 0xffa0 ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

/** The first `width` characters; what is left out is shown as an ellipsis. */
export function clip(text: SafeText, width: number): SafeText {
  return (text.length <= width ? text : `${text.slice(0, width - 1)}…`) as SafeText;
}
