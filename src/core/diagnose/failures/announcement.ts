/** A failure that says that its reason follows: what stands under it is one. */
import type { Passage } from '../../text/fold.ts';
import { CLOSE } from '../findings.ts';
import type { Seen } from './reports.ts';

/** Words that say that the reason is what follows; another sentence behind them is about something else. */
const ANNOUNCES = /\b(?:because|following|reason|error|exception|failed)\b(?:(?!\. ).){0,60}:$/i;
/** The Hub names the request, and below it says why. */
const SAYS_NOTHING = /^(?:\(Request ID: .{1,120}\))?$/;
/** Rules of stars or dashes are none. */
const WORDS = /\p{L}{2}/u;
/** A progress bar goes on while something else is announced. */
const PROGRESS = /\d{1,3}%\|/;
/** An address alone is the end of the line before it. */
const ADDRESS = /^https?:\/\/\S{1,300}$/;
/** What the page of a Space writes above the end of its log. */
const TITLE = /^(?:runtime|build|configuration) error:?$/i;

/** The last failure, as far as what follows may belong to it. */
export class Announcement {
  /** Number of the text that it stands in. */
  at = Number.NEGATIVE_INFINITY;
  #isMade = false;

  /** A failure was seen in the text with this number. */
  note({ type, message }: Seen, seq: number): void {
    this.at = seq;
    this.#isMade = (type !== null && SAYS_NOTHING.test(message)) || ANNOUNCES.test(message);
  }

  /** The reason that a text gives; null where none was announced close above it. */
  reasonIn({ text, shown }: Passage, seq: number): Seen | null {
    if (!this.#isMade || seq - this.at > CLOSE) return null;
    if (!WORDS.test(text) || [PROGRESS, ADDRESS, TITLE].some((form) => form.test(text))) return null;
    return { type: null, message: shown, sign: null, isReason: true };
  }
}
