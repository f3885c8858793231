/**
 * Finds which of some hundred short texts stand in bytes, ignoring case: what most lines of a log fail, and several times faster
 * than one regular expression of all of them. It may find too much (the full expressions decide), never too little.
 *
 * The way is Wu and Manber's: each text is stood for by a window of a few bytes, and a table tells from the last three bytes
 * under the window how far it may move without missing one.
 */
import { FOLD, lengthOf, type Needles, needlesOf, stands, type Wanted } from './needles.ts';

const BITS = 15;
const MASK = (1 << BITS) - 1;
/** Of the windows themselves: wider, for every text has one, and what is not told by it is compared byte by byte. */
const WINDOW_MASK = (1 << 17) - 1;
const BLOCK = 3;
/** A shorter window would hardly move. */
const NARROWEST = 5;
/** Letters by how common they are: windows of rare ones stop the search less often. */
const COMMON = ' etaoinshrdlucmfwygpbvkxqjz';

const HIGH = Int32Array.from(FOLD, (byte) => byte << 10);
const MIDDLE = Int32Array.from(FOLD, (byte) => byte << 5);
const LOW = Int32Array.from(FOLD);

/** A search for any of these texts. */
export class Gate {
  /** Where the window of each text begins; choosing takes a while, so the build keeps the choice. */
  readonly offsets: readonly number[];
  readonly #needles: Needles;
  readonly #width: number;
  readonly #moves: Uint8Array;
  /** The place of a needle with such a window, from 1 on; 0 where there is none. */
  readonly #windows = new Uint16Array(WINDOW_MASK + 1);
  /** By the place of a needle, from 1 on, that of another one with such a window. */
  readonly #others: Uint16Array;

  private constructor(needles: Needles, width: number, offsets?: readonly number[], without?: ReadonlySet<number>) {
    const { numbers, starts } = needles;
    this.#needles = needles;
    this.#width = width;
    this.#moves = new Uint8Array(1 << BITS).fill(width - BLOCK + 1);
    this.#others = new Uint16Array(numbers.length + 1);
    this.offsets = offsets?.length === numbers.length ? offsets : this.#chosen();
    for (let at = 0; at < numbers.length; at++)
      if (!without?.has(numbers[at] as number)) this.#place((starts[at] as number) + (this.offsets[at] as number), at + 1);
  }

  /** Null when a text has no piece that is long enough and sure to stand in the bytes: then every line must be looked at. */
  static of(wanted: readonly Wanted[], offsets?: readonly number[]): Gate | null {
    const needles = needlesOf(wanted);
    let width = Number.POSITIVE_INFINITY;
    for (let at = 0; at < needles.numbers.length; at++) width = Math.min(width, lengthOf(needles, at));
    return width >= NARROWEST && Number.isFinite(width) ? new Gate(needles, width, offsets) : null;
  }

  /** Where the next of the texts begins in bytes[from, to); -1 when there is none. `found` gets all, when it is given; `ignored` count as not wanted. */
  next(bytes: Uint8Array, from: number, to: number, found?: Set<number>, ignored?: ReadonlySet<number>): number {
    const moves = this.#moves;
    const width = this.#width;
    let at = from + width - 1;
    while (at < to) {
      const block = blockAt(bytes, at);
      const move = moves[block] as number;
      if (move > 0) {
        at += move;
        continue;
      }
      const window = at - width + 1;
      let place = this.#windows[windowAt(bytes, window, block)] as number;
      for (; place > 0; place = this.#others[place] as number) {
        const start = window - (this.offsets[place - 1] as number);
        const number = this.#needles.numbers[place - 1] as number;
        if (start < from || ignored?.has(number) || !stands(this.#needles, place - 1, bytes, start, to)) continue;
        if (!found) return start;
        found.add(number);
      }
      at++;
    }
    return -1;
  }

  /** The same search without some of the texts; the others keep their numbers. */
  without(numbers: ReadonlySet<number>): Gate {
    return new Gate(this.#needles, this.#width, this.offsets, numbers);
  }

  /** Lets a window be found, which begins here among the bytes of all. */
  #place(window: number, place: number): void {
    const { bytes } = this.#needles;
    this.#shorten(window);
    const key = windowAt(bytes, window, blockAt(bytes, window + this.#width - 1));
    this.#others[place] = this.#windows[key] as number;
    this.#windows[key] = place;
  }

  /** Shortens the moves, so that this window is not missed. */
  #shorten(window: number): void {
    const last = window + this.#width - 1;
    for (let move = this.#width - BLOCK; move >= 0; move--) {
      const block = blockAt(this.#needles.bytes, last - move);
      if ((this.#moves[block] as number) > move) this.#moves[block] = move;
    }
  }

  /** The short ones have no choice; the long ones choose windows that stop no more than is stopped already. Last come those that will go. */
  #chosen(): number[] {
    const { wanted, numbers, starts } = this.#needles;
    const offsets: number[] = [];
    const isLater = (at: number): number => Number(wanted[numbers[at] as number]?.settles ?? false);
    const inTurn = (a: number, b: number): number => isLater(a) - isLater(b) || lengthOf(this.#needles, a) - lengthOf(this.#needles, b);
    for (const at of [...numbers.keys()].sort(inTurn)) {
      const start = starts[at] as number;
      offsets[at] = this.#cheapestIn(start, start + lengthOf(this.#needles, at));
      this.#shorten(start + offsets[at]);
    }
    return offsets;
  }

  #cheapestIn(from: number, to: number): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let offset = 0; from + offset + this.#width <= to; offset++) {
      const cost = this.#cost(from + offset);
      if (cost >= least) continue;
      least = cost;
      best = offset;
    }
    return best;
  }

  /** How much slower the search gets with this window: what its blocks take from the moves, the common ones most. */
  #cost(window: number): number {
    const { bytes } = this.#needles;
    const last = window + this.#width - 1;
    let cost = 0;
    for (let move = this.#width - BLOCK; move >= 0; move--) {
      const end = last - move;
      const lost = Math.max(0, (this.#moves[blockAt(bytes, end)] as number) - move);
      const common = [0, 1, 2].reduce((product, back) => product * commonness(FOLD[bytes[end - back] as number] as number), 1);
      cost += lost * common * (move === 0 ? 3 : 1);
    }
    return cost;
  }
}

/** By its first two bytes, and its last three. */
function windowAt(bytes: Uint8Array, window: number, block: number): number {
  return ((HIGH[bytes[window] as number] as number) ^ ((LOW[bytes[window + 1] as number] as number) << 4) ^ (block << 2)) & WINDOW_MASK;
}

/** Of three bytes, by where the last one is. */
function blockAt(bytes: Uint8Array, end: number): number {
  return (
    ((HIGH[bytes[end - 2] as number] as number) ^ (MIDDLE[bytes[end - 1] as number] as number) ^ (LOW[bytes[end] as number] as number)) &
    MASK
  );
}

function commonness(byte: number): number {
  const rank = COMMON.indexOf(String.fromCharCode(byte));
  return rank < 0 ? 0.01 : 1 - rank / COMMON.length;
}
