/** Terminal sequences in foreign text: where one that starts here ends. Linear: no character is looked at twice by this. */

const ESC = 0x1b;
const BEL = 0x07;
const CAN = 0x18;
const SUB = 0x1a;
/** Where a string sequence (OSC, DCS, SOS, PM, APC) may end at the latest; longer ones are no sequences but an attack. */
const LONGEST_SEQUENCE = 4096;
/** DCS, SOS, OSC, PM, APC: all that carry a string. */
const STRINGS = [0x90, 0x98, 0x9d, 0x9e, 0x9f];
const CSI = 0x9b;
const ST = 0x9c;

/** Whether a terminal takes this character for the begin of a sequence, in its 7-bit or its 8-bit form. */
export function startsSequence(code: number): boolean {
  return code === ESC || code === CSI || STRINGS.includes(code);
}

/** Index behind the sequence that starts at `start` with `code`. Of one that never ends only the introducer is skipped. */
export function afterSequence(raw: string, start: number, code: number): number {
  let kind = code;
  let index = start + 1;
  if (code === ESC) {
    kind = raw.charCodeAt(index) + 0x40;
    if (kind !== CSI && !STRINGS.includes(kind)) return afterEscape(raw, index);
    index++;
  }
  return kind === CSI ? afterControlSequence(raw, index) : afterString(raw, index);
}

/** ESC, intermediates 0x20–0x2f, one final byte. */
function afterEscape(raw: string, start: number): number {
  let index = start;
  while (isBetween(raw, index, 0x20, 0x2f)) index++;
  return isBetween(raw, index, 0x30, 0x7e) ? index + 1 : index;
}

/** CSI: parameters 0x30–0x3f, intermediates 0x20–0x2f, one final byte 0x40–0x7e. */
function afterControlSequence(raw: string, start: number): number {
  let index = start;
  while (isBetween(raw, index, 0x20, 0x3f)) index++;
  return isBetween(raw, index, 0x40, 0x7e) ? index + 1 : index;
}

/** A string ends with BEL or ST; another sequence or a cancel breaks it off. Without an end its text is given back: nothing is lost. */
function afterString(raw: string, start: number): number {
  const limit = Math.min(raw.length, start + LONGEST_SEQUENCE);
  for (let index = start; index < limit; index++) {
    const code = raw.charCodeAt(index);
    if (code === BEL || code === ST || code === CAN || code === SUB) return index + 1;
    // ESC \ ends it too, and is then a sequence of its own.
    if (code === ESC || (code >= 0x80 && code <= 0x9f)) return index;
  }
  return start;
}

/** Behind the end of the text nothing is. */
function isBetween(raw: string, index: number, low: number, high: number): boolean {
  const code = raw.charCodeAt(index);
  return code >= low && code <= high;
}
