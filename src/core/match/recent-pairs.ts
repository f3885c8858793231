/** What was found out about two texts that stood one below the other: a log repeats its lines, and mostly their order as well. */

/** A crash loop of a thousand tracebacks has fewer pairs; then it begins anew. */
const MOST_PAIRS = 32_768;
/** More than there are texts in any log. */
const TEXTS = 2 ** 26;

/** Remembers a value for each of many pairs of numbers, till there are too many. */
export class RecentPairs<V> {
  readonly #values = new Map<number, V>();

  /** The value of a pair; undefined when it is not known, or no more. */
  get(first: number, second: number): V | undefined {
    return this.#values.get(first * TEXTS + second);
  }

  /** Remembers the value of a pair. */
  set(first: number, second: number, value: V): void {
    if (this.#values.size >= MOST_PAIRS) this.#values.clear();
    this.#values.set(first * TEXTS + second, value);
  }
}
