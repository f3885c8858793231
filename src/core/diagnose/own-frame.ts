/** Where the user's own code stands in the traceback that is being read. */
import type { Location } from '../log/traceback/traceback-line.ts';
import type { Begun } from './failures/failures.ts';

/** No traceback has begun. */
const NOWHERE: Begun = { seq: 0, line: 0 };

/** Follows the frames; a traceback that breaks off without its exception is placed when the next one begins. */
export class OwnFrame {
  /** Where the traceback begins. */
  begunAt = NOWHERE;
  #block = 0;
  #location: Location | null = null;
  readonly #tell: (block: number, location: Location) => void;

  /** @param tell is told the place of a traceback, as soon as it is known. */
  constructor(tell: (block: number, location: Location) => void) {
    this.#tell = tell;
  }

  /** A line of a traceback, and the innermost own frame up to it. */
  follow({ block, location }: { block: number; location: Location | null }, at: Begun): void {
    if (block === this.#block) {
      this.#location = location ?? this.#location;
      return;
    }
    this.place();
    this.#block = block;
    this.#location = location;
    this.begunAt = at;
  }

  /** The traceback is over: its place is told, if it has one. */
  place(): void {
    if (this.#location) this.#tell(this.#block, this.#location);
  }

  /** The place of this traceback, if it is the one that is being read. */
  locationOf(block: number): Location | null {
    return block > 0 && block === this.#block ? this.#location : null;
  }
}
