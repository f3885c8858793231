/** JSON values that are compressed together, and how few of them are unpacked for the one that is wanted. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Bytes [from, to) within a file or a block. */
export type Range = readonly [from: number, to: number];

/** Where a value is: number of the block, and bytes within it. */
export type Place = readonly [block: number, from: number, to: number];

/** So many bytes of the file hold so many bytes of pages. */
export type Depth = readonly [compressed: number, unpacked: number];

/** How hard brotli tries for what is shipped. */
export const SMALLEST = constants.BROTLI_MAX_QUALITY;

/** Compressed bytes between two places up to which pages are unpacked. */
const STEP = 8 * 1024;

/** JSON values in blocks that are compressed each for itself. */
export class Blocks {
  readonly #size: number;
  readonly #effort: number;
  readonly #texts: string[] = [];
  #bytes = Number.POSITIVE_INFINITY;
  #compressed: Uint8Array[] | undefined;

  /** @param size bytes of a block, which the last value may exceed. */
  constructor(size: number, effort: number) {
    this.#size = size;
    this.#effort = effort;
  }

  add(value: unknown): Place {
    if (this.#bytes >= this.#size) {
      this.#texts.push('');
      this.#bytes = 0;
    }
    const block = this.#texts.length - 1;
    const text = JSON.stringify(value);
    const from = this.#bytes;
    this.#texts[block] += text;
    this.#bytes += Buffer.byteLength(text);
    return [block, from, this.#bytes];
  }

  /** All blocks, once nothing more is added. */
  get bytes(): Uint8Array {
    return Buffer.concat(this.#parts());
  }

  /** Where each block stands in {@link bytes}. */
  get ranges(): Range[] {
    const lengths = this.#parts().map(({ length }) => length);
    const starts = lengths.map((_, number) => lengths.slice(0, number).reduce((sum, length) => sum + length, 0));
    return lengths.map((length, number) => [starts[number] as number, (starts[number] as number) + length]);
  }

  #parts(): Uint8Array[] {
    this.#compressed ??= this.#texts.map((text) => compress(text, this.#effort));
    return this.#compressed;
  }
}

/** JSON values one behind the other, compressed as one: whoever wants one of the first unpacks only the beginning. */
export class Roll {
  readonly #effort: number;
  #text = '';
  #compressed: Uint8Array | undefined;

  constructor(effort: number) {
    this.#effort = effort;
  }

  /** Gives the length of what was added: values that are read together, a line each. */
  add(...values: unknown[]): number {
    const text = values.map((value) => JSON.stringify(value)).join('\n');
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

export function compress(text: string | Uint8Array, effort: number): Uint8Array {
  const params = { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  return brotliCompressSync(text, { params });
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
