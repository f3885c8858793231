/** What was found out about two texts that stood one below the other: a log repeats its lines, and mostly their order as well. */

/** A power of two: a crash loop of a thousand tracebacks has fewer pairs. */
const SLOTS = 32_768;
/** Odd, with bits all over: numbers in a row are spread over the slots, and a pair has another one than its reverse. */
const [SPREADING_FIRST, SPREADING_SECOND] = [0x9e3779b1, 0x85ebca6b];
/** Leaves the highest bits, which are spread best: as many as number the slots. */
const SHIFT = Math.clz32(SLOTS) + 1;

/** Remembers a value for each of many pairs of numbers; a new pair may take the place of another one. */
export class RecentPairs<V> {
  /** Made for the first pair: a short log has none. */
  #firsts: Int32Array | undefined;
  #seconds = new Int32Array();
  #values: V[] = [];

  /** The value of a pair; undefined when it is not known, or no more. */
  get(first: number, second: number): V | undefined {
    const slot = slotOf(first, second);
    return this.#firsts?.[slot] === first && this.#seconds[slot] === second ? this.#values[slot] : undefined;
  }

  /** Remembers the value of a pair. */
  set(first: number, second: number, value: V): void {
    if (!this.#firsts) {
      this.#firsts = new Int32Array(SLOTS).fill(-1);
      this.#seconds = new Int32Array(SLOTS);
      this.#values = new Array(SLOTS);
    }
    const slot = slotOf(first, second);
    this.#firsts[slot] = first;
    this.#seconds[slot] = second;
    this.#values[slot] = value;
  }
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, SPREADING_FIRST) ^ Math.imul(second, SPREADING_SECOND)) >>> SHIFT;
}
