/**
 * Columns of a terminal. Terminals differ: some join what stands on one letter, an emoji, a flag, others give a cell to each of its
 * characters. Counted are the most that one of them takes, so that no line is ever wider than it may be.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** Texts whose characters take one column each and join with nothing: ASCII, Latin-1, punctuation, arrows, lines and blocks. */
const NARROW =
  /^[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u00ff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u2190-\u2193\u219a-\u21a8\u21ab-\u21ff\u2500-\u259f]*$/;
/** What stands on the character before it, if there is one. Spacing marks do not: they have a cell of their own. */
const MARK = /[\p{Mn}\p{Me}]/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Colours, and the marks that make a link of what stands between them. */
const COLOUR = /\u001b(?:\[[\d;]{0,40}m|\]8;;[^\u0007\u001b]{0,2000}\u0007)/g;
/** Makes the character before it an emoji, which is wide. */
const EMOJI_STYLE = 0xfe0f;

/** The columns that a text takes, colours left out. */
export function columnsOf(painted: string): number {
  const text = painted.includes('\u001b') ? painted.replace(COLOUR, '') : painted;
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const { columns: each } of charactersOf(text)) columns += each;
  return columns;
}

/** A character, or a colour, which has no columns. */
interface Character {
  text: string;
  columns: number;
}

function* charactersOf(painted: string): Generator<Character> {
  /** What the next character may stand on. */
  let base = { code: 0, columns: 0 };
  for (const [text] of painted.matchAll(/\u001b(?:\[[\d;]{0,40}m|\]8;;[^\u0007\u001b]{0,2000}\u0007)|./gsu)) {
    const code = text.codePointAt(0) as number;
    const columns = text.length > 2 ? 0 : columnsOfOne(text, code, base);
    if (MARK.test(text)) base.columns += base.columns > 0 ? columns : 0;
    else if (columns > 0) base = { code, columns };
    yield { text, columns };
  }
}

function columnsOfOne(char: string, code: number, base: { code: number; columns: number }): number {
  if (code === EMOJI_STYLE) return base.columns === 1 ? 1 : 0;
  if (UNSEEN.test(char)) return 0;
  const own = eastAsianWidth(code);
  // A wide mark makes a narrow letter wide.
  if (MARK.test(char)) return Math.max(0, own - base.columns);
  return isJoiningJamo(code) && beginsSyllable(base.code) ? 0 : own;
}

/** Vowels and last consonants of Korean, that join with what stands before them; the old ones, from U+D7B0 on, do not in every terminal. */
function isJoiningJamo(code: number): boolean {
  return code >= 0x1160 && code <= 0x11ff;
}

/** First consonants, old ones too, and whole syllables: a vowel or a last consonant alone is none to join with. */
function beginsSyllable(code: number): boolean {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0xa960 && code <= 0xa97c) || (code >= 0xac00 && code <= 0xd7a3);
}

/**
 * The characters from column `start` to column `end`, never more: one that does not fit whole is left out. Colours stay, all of them, so
 * that what is painted before or behind is painted the same.
 */
export function sliceColumns(painted: string, start: number, end = Number.POSITIVE_INFINITY): string {
  if (NARROW.test(painted)) return painted.slice(start, end);
  let out = '';
  let at = 0;
  let isWithin = false;
  for (const { text, columns } of charactersOf(painted)) {
    if (columns > 0) isWithin = at >= start && at + columns <= end;
    if (isWithin || text.length > 2) out += text;
    at += columns;
  }
  return out;
}
