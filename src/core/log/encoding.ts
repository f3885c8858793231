/** What bytes are: which encoding a text is in, and whether they are a text at all. Told from the bytes alone, however they are cut. */

const FEED = 0x0a;
const RETURN = 0x0d;
/** So much of a text without a mark is looked at, unless its first line ends sooner. */
const ENCODING_SAMPLE = 32;

/** Whether an encoding takes two bytes for a letter, so that a byte alone says nothing. */
export function isWide(encoding: string): boolean {
  return encoding !== 'utf-8';
}

/**
 * The encoding of a text that begins with these bytes; null while more of it must be known.
 * A byte-order mark tells; without one, letters beside zeros are UTF-16. `isWhole`: no more will come.
 */
export function encodingOf(start: Uint8Array, isWhole = false): string | null {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = start.subarray(0, ENCODING_SAMPLE);
  if (endsLineWithoutZero(sample)) return 'utf-8';
  return isWhole || sample.length === ENCODING_SAMPLE ? byZeros(sample) : null;
}

/** A line of UTF-16 ends in a byte beside a zero. */
function endsLineWithoutZero(sample: Uint8Array): boolean {
  const zero = sample.indexOf(0);
  const end = sample.findIndex((byte, at) => at > 0 && (byte === FEED || byte === RETURN));
  return end > 0 && (zero < 0 || zero > end);
}

function byZeros(sample: Uint8Array): string {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] !== 0 && sample[at + 1] === 0) little++;
    if (sample[at] === 0 && sample[at + 1] !== 0) big++;
  }
  // A third: the others may be letters of a script that needs both bytes.
  if (Math.max(little, big) * 6 < sample.length || little === big) return 'utf-8';
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** How packed files begin: they are named in the answer, for they are easily unpacked. */
const PACKED: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
];

/** Bytes that are looked at, holes of zeros not counted, and as few as tell while more may come. */
const TEXT_SAMPLE = 4096;
const LEAST_SAMPLE = 256;
/** One character in ten is a control: no text. One in a hundred, beside as many broken characters: no text either. */
const MANY = 0.1;
const SOME = 0.01;

/** What is known of a source so far; a packed one by the name of its format. */
export type Verdict = { isText: boolean; packed?: string } | null;

/** Tells a text from other bytes while they come: its first bytes alone do not, for a log may begin with anything. */
export class TextProbe {
  /** The first bytes as they are: they tell the encoding. */
  readonly #start: number[] = [];
  readonly #sample = new Uint8Array(TEXT_SAMPLE);
  #kept = 0;
  #verdict: Verdict = null;

  /** Takes the next bytes; null while nothing can be said. */
  take(chunk: Uint8Array): Verdict {
    if (this.#start.length < ENCODING_SAMPLE) this.#start.push(...chunk.subarray(0, ENCODING_SAMPLE - this.#start.length));
    for (let at = 0; at < chunk.length && this.#kept < TEXT_SAMPLE; at++) {
      const byte = chunk[at] as number;
      // Of a hole one zero is kept, or two: it says nothing, however long it is, but letters of two bytes stay in step.
      const isThirdZero = byte === 0 && this.#kept > 1 && this.#sample[this.#kept - 1] === 0 && this.#sample[this.#kept - 2] === 0;
      if (isThirdZero) this.#kept--;
      else this.#sample[this.#kept++] = byte;
    }
    if (!this.#verdict) this.#verdict = this.#judge(false);
    return this.#verdict;
  }

  /** Nothing more comes. */
  end(): Verdict {
    return this.#verdict ?? this.#judge(true);
  }

  #judge(isWhole: boolean): Verdict {
    const sample = this.#sample.subarray(0, this.#kept);
    const packed = PACKED.find(([, bytes]) => bytes.every((byte, at) => sample[at] === byte));
    if (packed) return { isText: false, packed: packed[0] };
    if (!isWhole && sample.length < LEAST_SAMPLE) return null;
    if (sample.length > 0 && isBinary(sample, encodingOf(Uint8Array.from(this.#start), true) as string)) return { isText: false };
    return isWhole || sample.length === TEXT_SAMPLE ? { isText: true } : null;
  }
}

function isBinary(sample: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(sample).replaceAll('\0', '');
  let controls = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isOddControl(code)) controls++;
    else if (code === 0xfffd) broken++;
  }
  const share = (count: number): number => count / text.length;
  return text.length === 0 || share(controls) > MANY || (share(controls) > SOME && share(broken) > MANY);
}

/** Controls that no log holds many of: bell to carriage return, and escape, are not among them. */
function isOddControl(code: number): boolean {
  return code < 7 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 127;
}
