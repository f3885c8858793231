/** A log stream that starts again from the beginning after a reconnect. */
import type { Wanted } from '../match/needles.ts';

/** Without this no line carries a time stamp that could tell of a replay. */
export const REPLAY_MARKS: readonly Wanted[] = [{ text: '"timestamp"' }];

/** More events than this with one time stamp are remembered no more: a log that never moves on would fill the memory. */
const MOST_AT_ONCE = 1000;

/** Notices that a log stream has started again from the beginning, and drops what was already read. A reconnect replays the whole log: its first event comes again. */
export class ReplayFilter {
  #first: string | undefined;
  #latest = '';
  #atLatest = new Set<string>();
  #replaying = false;

  /** Whether this log event is new. */
  isNew(timestamp: string, text: string): boolean {
    const event = `${timestamp} ${text}`;
    if (this.#first === undefined) this.#first = event;
    else if (event === this.#first) this.#replaying = true;
    if (this.#replaying && (timestamp < this.#latest || this.#atLatest.has(event))) return false;
    if (timestamp > this.#latest) {
      this.#latest = timestamp;
      this.#atLatest.clear();
      this.#replaying = false;
    }
    if (timestamp === this.#latest && this.#atLatest.size < MOST_AT_ONCE) this.#atLatest.add(event);
    return true;
  }
}
