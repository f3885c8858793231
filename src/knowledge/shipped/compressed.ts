/** Texts that are compressed together, and how few of them are unpacked for the one that is wanted. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Bytes [from, to). */
export type Range = readonly [from: number, to: number];

/** So many bytes of the file hold so many bytes of texts. */
export type Depth = readonly [compressed: number, unpacked: number];

/** How hard brotli tries for what is shipped. */
export const SMALLEST = constants.BROTLI_MAX_QUALITY;

/** Compressed bytes between two places up to which texts are unpacked. */
const STEP = 8 * 1024;

/** Texts one behind the other, compressed as one: whoever wants one of the first unpacks only the beginning. */
export class Roll {
  readonly #effort: number;
  #text = '';
  #compressed: Uint8Array | undefined;

  constructor(effort: number) {
    this.#effort = effort;
  }

  /** Gives the bytes of what was added. */
  add(text: string): number {
    this.#text += text;
    return Buffer.byteLength(text);
  }

  /** All of them, once nothing more is added. */
  get bytes(): Uint8Array {
    this.#compressed ??= compress(this.#text, this.#effort);
    return this.#compressed;
  }

  /** How far each piece of {@link bytes} leads, from the beginning. */
  get depths(): Depth[] {
    const { bytes } = this;
    const steps = Array.from({ length: Math.floor(bytes.length / STEP) }, (_, step) => (step + 1) * STEP);
    return [...steps, bytes.length].map((end): Depth => [end, beginningOf(bytes.subarray(0, end)).length]);
  }
}

/** What the first bytes of something compressed hold. */
function beginningOf(bytes: Uint8Array): Buffer {
  return brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH });
}

/**
 * Ways to compress of which another one is the smallest for each file: how much brotli looks at together, and how it writes distances.
 * Those that spared the most of 45; all of them would spare 0.2 kB more.
 */
const WAYS = [
  [0, 0, 0],
  [16, 1, 8],
  [20, 0, 12],
  [16, 0, 8],
  [16, 3, 120],
] as const;

/** Compresses; with all effort the smallest of several tries. */
export function compress(text: string | Uint8Array, effort: number): Uint8Array {
  const tries = WAYS.slice(0, effort === SMALLEST ? WAYS.length : 1).map(([block, postfix, direct]) =>
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effort,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_NDIRECT]: direct,
      },
    }),
  );
  return tries.reduce((smallest, each) => (each.length < smallest.length ? each : smallest));
}

/** The beginning of what {@link Roll} made, at least so many bytes of it; what was unpacked is kept. */
export function unrolled(beginning: (to: number) => Uint8Array, depths: readonly Depth[]): (length: number) => Uint8Array {
  let unpacked = new Uint8Array() as Uint8Array;
  return (length) => {
    if (unpacked.length < length) {
      const [end] = depths.find(([, reached]) => reached >= length) as Depth;
      unpacked = beginningOf(beginning(end));
    }
    return unpacked;
  };
}
