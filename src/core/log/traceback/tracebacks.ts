/** The tracebacks of a log that several programs may write: each is followed for itself. */
import { type Part, TracebackTracker } from './traceback.ts';
import type { TracebackLine } from './traceback-line.ts';

/** More programs than this do not write into one log that a person reads. */
const MOST_STREAMS = 32;
/** Lines of others after which nobody waits any more for the end of a traceback. */
const PATIENCE = 200;

interface Followed {
  tracker: TracebackTracker;
  /** Number of the text that was last taken. */
  at: number;
}

/** Followers by the name of their stream; `current` is the one that took the last line. */
export class Tracebacks {
  #blocks = 0;
  #at = 0;
  readonly #followed = new Map<string, Followed>();
  #current: Followed = this.#begin('');

  /** Takes the next line of a stream and tells what part of a traceback it is. */
  feed(line: TracebackLine, stream: string): Part {
    this.#at++;
    this.#current = this.#followed.get(stream) ?? this.#begin(stream);
    this.#current.at = this.#at;
    return this.#current.tracker.feed(line);
  }

  /** The follower of the last line. */
  get current(): TracebackTracker {
    return this.#current.tracker;
  }

  /** Whether some traceback has not ended; one that nobody went on with for long is given up. */
  get isOpen(): boolean {
    let isOpen = false;
    for (const { tracker, at } of this.#followed.values()) {
      if (tracker.isOpen && this.#at - at > PATIENCE) tracker.close();
      isOpen ||= tracker.isOpen;
    }
    return isOpen;
  }

  /** Whether the traceback with this number has not ended. */
  has(block: number): boolean {
    for (const { tracker } of this.#followed.values()) if (tracker.isOpen && tracker.block === block) return true;
    return false;
  }

  /** Ends all tracebacks: the file is over. */
  close(): void {
    for (const { tracker } of this.#followed.values()) tracker.close();
  }

  #begin(stream: string): Followed {
    if (this.#followed.size >= MOST_STREAMS) this.#followed.delete(oldest(this.#followed));
    const followed = { tracker: new TracebackTracker(() => ++this.#blocks), at: this.#at };
    this.#followed.set(stream, followed);
    return followed;
  }
}

function oldest(followed: ReadonlyMap<string, Followed>): string {
  const [first] = [...followed].sort(([, a], [, b]) => a.at - b.at);
  return first?.[0] ?? '';
}
