/** A traceback that breaks off before the line that names its exception: a log that was cut, or copied in part. */
import type { LogText } from '../../log/log-text.ts';
import type { Part, TracebackState, TracebackTracker } from '../../log/traceback/traceback.ts';
import type { SafeText } from '../../text/neutralise.ts';

/** How it begins, where nothing of a sentence stands before it. */
const HEADER = /^(?:[\w.:[\] -]{0,60}[\s:\]])?Traceback \(most recent call last\):?$/;
/** Frames without such a line are the rest of a traceback only at the very beginning of what was copied. */
const FIRST_LINES = 2;

/** What is left of it. */
export interface Cut extends TracebackState {
  file: SafeText | null;
  /** Where its last line stands. */
  line: number;
  /** That line. */
  said: SafeText;
}

interface Followed {
  tracker: TracebackTracker;
  block: number;
  file: SafeText | null;
  line: number;
  said: SafeText;
}

/** Keeps the last traceback till its exception is read. */
export class BrokenOff {
  #last: Followed | null = null;

  /** Takes a text of the traceback that `tracker` follows, and what part of it the text is. */
  follow(said: LogText, part: Part, tracker: TracebackTracker, file: SafeText | null, line: number): void {
    if (part === 'end' && this.#last?.tracker === tracker) this.#last = null;
    if (part !== 'inside' || !tracker.isOpen || said.text === '') return;
    const { block } = tracker;
    const isKnown = this.#last?.tracker === tracker && this.#last.block === block;
    if (isKnown || isBegin(said, line)) this.#last = { tracker, block, file, line, said: said.shown };
  }

  /** The traceback without an exception; null where there is none, or, till all `isRead`, where it may still come. */
  at(isRead: boolean): Cut | null {
    if (!this.#last || (this.#last.tracker.isOpen && !isRead)) return null;
    const { tracker, file, line, said } = this.#last;
    return { ...tracker.state, file, line, said };
  }
}

/** Whether a traceback begins with this text, or what is left of one. */
function isBegin({ line, text }: LogText, at: number): boolean {
  if (line.isStart) return line.hasFrame || HEADER.test(text);
  return at <= FIRST_LINES && Boolean(line.place?.location.function);
}
