/** What Ink reports of a key press → one name, or the text that was typed. */
import type { Key } from 'ink';

export type Press = { key: string } | { text: string };

const NAMED: [keyof Key, string][] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** Elsewhere a terminal may report Alt for an Esc that was typed just before. */
const WITH_ALT = new Set(['left', 'right']);

const CONTROLS: Record<string, string> = { '\r': 'enter', '\n': 'enter', '\t': 'tab', ' ': 'space' };

/** Ctrl-A to Ctrl-Z are the bytes 1 to 26. */
const LAST_LETTER = 26;
const BEFORE_A = 0x60;

/** One event may hold several presses: a held key, or typing over a slow line. */
export function presses(input: string, key: Key): Press[] {
  if (key.eventType === 'release') return [];
  const named = NAMED.find(([field]) => key[field] === true);
  if (named) return [{ key: key.meta && WITH_ALT.has(named[1]) ? `alt+${named[1]}` : named[1] }];
  if (key.ctrl) return [{ key: `ctrl+${input.toLowerCase()}` }];
  // Some terminals send Alt with an arrow as the word keys of a shell.
  if (key.meta && /^[bf]$/.test(input)) return [{ key: `alt+${input}` }];
  if (key.meta || key.super || key.hyper) return [];
  return graphemes(input).flatMap((piece): Press[] => {
    const control = CONTROLS[piece];
    if (control === 'space') return [{ text: ' ' }];
    if (control) return [{ key: control }];
    const code = piece.charCodeAt(0);
    // Several in one read are not told apart by Ink.
    if (code > 0 && code <= LAST_LETTER) return [{ key: `ctrl+${String.fromCharCode(BEFORE_A + code)}` }];
    return /^\p{Control}/u.test(piece) ? [] : [{ text: piece }];
  });
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person sees as single characters. */
export function graphemes(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}
