/** The exceptions of the last chains: what a later one repeats was raised by an earlier one, and stands first there. */
import type { Exception } from '../log/traceback/exception.ts';
import type { SafeText } from '../text/neutralise.ts';

/** Chains of so many programs are known at a time, and of each so many exceptions. */
const MOST_CHAINS = 8;
const MOST_LINKS = 8;
/** Shorter messages are the same by chance. */
const SHORTEST = 10;

/** Where the same was said before. */
export interface Earlier {
  line: number;
  text: SafeText;
}

interface Link extends Earlier {
  exception: Exception;
}

/** Remembers where the tracebacks of a chain ended. */
export class ChainLinks {
  readonly #links = new Map<number, Link[]>();

  /** A traceback of the chain with this number ended in this line. */
  note(block: number, exception: Exception, line: number, text: SafeText): void {
    const links = this.#links.get(block) ?? [];
    if (links.length < MOST_LINKS) this.#links.set(block, [...links, { exception, line, text }]);
    for (const oldest of this.#links.keys()) {
      if (this.#links.size <= MOST_CHAINS) return;
      this.#links.delete(oldest);
    }
  }

  /** The first exception of the chain whose message, or whose name with its arguments, stands in this text as well; null for none. */
  repeatedBy(block: number, text: string): Earlier | null {
    return (
      this.#links
        .get(block)
        ?.find(({ exception: { type, message } }) => (message.length >= SHORTEST && text.includes(message)) || text.includes(`${type}(`)) ??
      null
    );
  }
}
