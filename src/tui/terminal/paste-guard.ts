/**
 * Tells a paste from keys before Ink sees either. A paste comes out as one well-formed bracketed paste, whatever arrived: in one
 * chunk or many, with end marks of its own inside, or from a terminal that does not bracket at all. So a pasted text is never
 * taken for commands.
 */

const START = '\x1b[200~';
const END = '\x1b[201~';

/** Within this time after the last piece of a paste, whatever comes still belongs to it: nobody types that fast. */
export const SETTLE_MS = 60;
/** A paste whose end has not come for this long is taken as it is: its end was lost, or comes later as a paste of its own. */
export const GIVE_UP_MS = 2000;
/** Ctrl-C, which is never a part of a paste when it comes alone. */
const INTERRUPT = '\x03';
/** What keys send. Colours are none of it: they come with the text of a log. */
const KEY_SEQUENCE = /\x1b(?:\[[\d;:?<]{0,40}[A-Za-ln-z~]|O[A-Za-z])/g;
const COLOUR = /\x1b\[[\d;]{0,40}m/;
/** So many characters at once, most of them different, were not typed, unless they begin as a search does. */
const LEAST_UNBRACKETED = 8;
const LEAST_DIFFERENT = 5;
/** Characters of a paste that are kept. */
const MOST = 16_000_000;
const CUT = `\n[The paste was cut here, at ${MOST / 1e6} million characters. Pass the log as a file: zerogpu-advisor diagnose FILE]\n`;

export interface Guard {
  /** Takes what the terminal sent; gives the keys to hand on at once, and whether a paste is being gathered. */
  push: (text: string) => { keys: string; isPasting: boolean };
  /** Whether the paste is complete as soon as it is quiet; one that is not is taken after {@link GIVE_UP_MS}. */
  isSettling: () => boolean;
  /** The gathered paste in its brackets; the guard is ready for keys again. */
  take: () => string;
}

/** Makes a guard. Timing is the caller's: take() is called when SETTLE_MS have passed without a push. */
export function pasteGuard(): Guard {
  let pieces: string[] | null = null;
  let room = MOST;
  let isClosed = false;
  /** Where a mark may have begun that the next piece ends. */
  let seam = '';
  let held = '';
  const reset = (): void => {
    pieces = null;
    room = MOST;
    isClosed = false;
    seam = '';
    held = '';
  };
  const gather = (text: string): void => {
    pieces ??= [];
    if (room >= 0) {
      pieces.push(text.slice(0, room));
      room -= text.length;
      if (room < 0) pieces.push(CUT);
    }
    const looked = seam + text;
    const [start, end] = [looked.lastIndexOf(START), looked.lastIndexOf(END)];
    if (start >= 0 || end >= 0) isClosed = end > start;
    seam = looked.slice(1 - START.length);
  };
  return {
    push(text) {
      if (isInterrupt(text, seam)) {
        reset();
        return { keys: INTERRUPT, isPasting: false };
      }
      const chunk = held + text;
      held = '';
      if (pieces !== null) {
        gather(chunk);
        return { keys: '', isPasting: true };
      }
      const start = chunk.indexOf(START);
      if (start >= 0) {
        gather(chunk.slice(start));
        return { keys: chunk.slice(0, start), isPasting: true };
      }
      // An end without a start: the rest of a paste that was given up.
      if (chunk.includes(END) || isUnbracketed(chunk)) {
        gather(START + chunk + END);
        return { keys: '', isPasting: true };
      }
      held = startBegun(chunk);
      return { keys: chunk.slice(0, chunk.length - held.length), isPasting: held !== '' };
    },
    isSettling: () => pieces === null || isClosed,
    take() {
      const keys = pieces === null ? held : `${START}${clean(pieces.join(''))}${END}`;
      reset();
      return keys;
    },
  };
}

/** Ctrl-C alone, or behind the end of a paste. */
function isInterrupt(text: string, seam: string): boolean {
  return text.endsWith(INTERRUPT) && (text.replaceAll(INTERRUPT, '') === '' || (seam + text).replaceAll(INTERRUPT, '').endsWith(END));
}

/** Text that no fingers send: a line of a log in its colours, a word or more at once, several lines. */
function isUnbracketed(chunk: string): boolean {
  const text = chunk.replace(KEY_SEQUENCE, '');
  const printable = text.replace(/\p{Control}/gu, '');
  if (printable.length >= 2 && (COLOUR.test(text) || /[\r\n][^\r\n]/.test(text))) return true;
  const isSearch = printable.startsWith('/');
  return printable === text && printable.length >= LEAST_UNBRACKETED && !isSearch && new Set(printable).size >= LEAST_DIFFERENT;
}

/** The end of a chunk that may be the beginning of a start mark; a lone ESC is a key. */
function startBegun(chunk: string): string {
  for (let length = START.length - 1; length > 2; length--) if (chunk.endsWith(START.slice(0, length))) return chunk.slice(-length);
  return '';
}

/** Without marks, with plain line feeds. Colours stay: whoever reads the text takes them off as a whole. */
function clean(text: string): string {
  let bare = text.replaceAll(START, '').replaceAll(END, '');
  // What is left may be another mark, nested a million deep: that is an attack, and loses its colours.
  if (bare.includes(START) || bare.includes(END)) bare = bare.replaceAll('\x1b', '');
  return bare.replace(/\r\n?/g, '\n');
}
