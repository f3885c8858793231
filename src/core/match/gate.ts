/**
 * Finds which of some hundred short texts stand in bytes, ignoring case: what most lines of a log fail, and several times faster
 * than one regular expression of all of them. It may find too much (the full expressions decide), never too little.
 *
 * The way is Wu and Manber's: each text is stood for by a window of a few bytes, and a table tells from the last three bytes
 * under the window how far it may move without missing one.
 */

const BITS = 15;
const MASK = (1 << BITS) - 1;
/** Of the windows themselves: wider, for every text has one, and what is not told by it is compared byte by byte. */
const WINDOW_MASK = (1 << 17) - 1;
const BLOCK = 3;
/** A shorter window would hardly move. */
const NARROWEST = 5;
const CASE_OF_ASCII = 32;
/** Letters by how common they are: windows of rare ones stop the search less often. */
const COMMON = ' etaoinshrdlucmfwygpbvkxqjz';

/** One byte for all that count as equal: both cases (of Latin-1 and Cyrillic letters as well), a tab and the blanks it becomes. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x41 && byte <= 0x5a) return byte + CASE_OF_ASCII;
  if (byte === 0x09) return 0x20;
  if (byte >= 0x80 && byte < 0xc0) return 0x80 | (byte & 0x1f);
  return byte === 0xd1 ? 0xd0 : byte;
});
const HIGH = Int32Array.from(FOLD, (byte) => byte << 10);
const MIDDLE = Int32Array.from(FOLD, (byte) => byte << 5);
const LOW = Int32Array.from(FOLD);
/** 1 for bytes that continue a name: before one of them a word has not ended. */
const GOES_ON = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w=.,()/'-]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** What must be found: some text, or a word in exactly this case with nothing of a name behind it; or one with more digits and a text behind it. */
export interface Wanted {
  text: string;
  isWord?: boolean;
  behindDigits?: string;
}

/** A line with a backslash is read whatever it holds, and the piece beside it stands in many that hold none. */
export function isFoundOtherwise({ text }: Wanted): boolean {
  return text.includes('\\');
}

interface Needle {
  index: number;
  folded: Uint8Array;
  /** Set for a word: its bytes in this case. */
  exact: Uint8Array | null;
  /** What must stand behind it, and behind digits. */
  behindDigits: Uint8Array | null;
  /** Where its window begins. */
  offset: number;
}

/** Nothing in it that {@link surePiece} would split at. */
const PLAIN = /^(?:[!-[\]-z|~]| (?! ))*$/;

const encoder = new TextEncoder();

/** A search for any of these texts. */
export class Gate {
  /** Where the window of each text begins; choosing takes a few milliseconds, so the build keeps the choice. */
  readonly offsets: readonly number[];
  readonly #needles: readonly Needle[];
  readonly #width: number;
  readonly #moves: Uint8Array;
  /** Whether a text has a window that begins and ends like this. */
  readonly #windows = new Uint8Array(WINDOW_MASK + 1);
  /** The texts whose window ends with a block, by the block. */
  readonly #stops = new Map<number, Needle[]>();

  private constructor(needles: readonly Needle[], width: number, offsets: readonly number[] | undefined) {
    this.#needles = needles;
    this.#width = width;
    this.#moves = new Uint8Array(1 << BITS).fill(width - BLOCK + 1);
    if (offsets?.length === needles.length) for (const [at, needle] of needles.entries()) this.#place(needle, offsets[at] as number);
    // The short ones have no choice; the long ones choose windows that stop no more than is stopped already.
    else for (const needle of [...needles].sort((a, b) => a.folded.length - b.folded.length)) this.#place(needle, this.#choose(needle));
    this.offsets = needles.map((needle) => needle.offset);
  }

  /** Null when a text has no piece that is long enough and sure to stand in the bytes: then every line must be looked at. */
  static of(wanted: readonly Wanted[], offsets?: readonly number[]): Gate | null {
    const needles = wanted.flatMap((each, index): Needle[] => {
      if (isFoundOtherwise(each)) return [];
      const { text, isWord, behindDigits } = each;
      const piece = encoder.encode(surePiece(text));
      const folded = piece.slice();
      for (let at = 0; at < folded.length; at++) folded[at] = FOLD[folded[at] as number] as number;
      return [{ index, folded, exact: isWord ? piece : null, behindDigits: behindDigits ? encoder.encode(behindDigits) : null, offset: 0 }];
    });
    const width = Math.min(...needles.map(({ folded }) => folded.length));
    return width >= NARROWEST && Number.isFinite(width) ? new Gate(needles, width, offsets) : null;
  }

  /** Where the next of the texts begins in bytes[from, to); -1 when there is none. `found` gets all, when it is given; `ignored` count as not wanted. */
  next(bytes: Uint8Array, from: number, to: number, found?: Set<number>, ignored?: ReadonlySet<number>): number {
    const moves = this.#moves;
    const windows = this.#windows;
    const width = this.#width;
    let at = from + width - 1;
    while (at < to) {
      const block =
        ((HIGH[bytes[at - 2] as number] as number) ^ (MIDDLE[bytes[at - 1] as number] as number) ^ (LOW[bytes[at] as number] as number)) &
        MASK;
      const move = moves[block] as number;
      if (move > 0) {
        at += move;
        continue;
      }
      const window = at - width + 1;
      if (windows[windowAt(bytes[window] as number, bytes[window + 1] as number, block)] === 0) {
        at++;
        continue;
      }
      for (const needle of this.#stops.get(block) as Needle[]) {
        const start = window - needle.offset;
        if (start < from || start + needle.folded.length > to || ignored?.has(needle.index) || !stands(needle, bytes, start, to)) continue;
        if (!found) return start;
        found.add(needle.index);
      }
      at++;
    }
    return -1;
  }

  /** The same search without some of the texts; the others keep their numbers. */
  without(numbers: ReadonlySet<number>): Gate {
    const needles = this.#needles.filter(({ index }) => !numbers.has(index)).map((needle) => ({ ...needle }));
    return new Gate(
      needles,
      this.#width,
      needles.map(({ offset }) => offset),
    );
  }

  #place(needle: Needle, offset: number): void {
    needle.offset = offset;
    for (let end = BLOCK - 1; end < this.#width; end++) {
      const block = blockAt(needle.folded, offset + end);
      this.#moves[block] = Math.min(this.#moves[block] as number, this.#width - 1 - end);
      if (end < this.#width - 1) continue;
      this.#windows[windowAt(needle.folded[offset] as number, needle.folded[offset + 1] as number, block)] = 1;
      const stop = this.#stops.get(block);
      if (stop) stop.push(needle);
      else this.#stops.set(block, [needle]);
    }
  }

  #choose({ folded }: Needle): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let offset = 0; offset + this.#width <= folded.length; offset++) {
      const cost = this.#cost(folded, offset);
      if (cost >= least) continue;
      least = cost;
      best = offset;
    }
    return best;
  }

  /** How much slower the search gets with this window: what its blocks take from the moves, the common ones most. */
  #cost(folded: Uint8Array, offset: number): number {
    let cost = 0;
    for (let end = BLOCK - 1; end < this.#width; end++) {
      const move = this.#width - 1 - end;
      const lost = Math.max(0, (this.#moves[blockAt(folded, offset + end)] as number) - move);
      const common = [0, 1, 2].reduce((product, back) => product * commonness(folded[offset + end - back] as number), 1);
      cost += lost * common * (move === 0 ? 3 : 1);
    }
    return cost;
  }
}

function stands({ folded, exact, behindDigits }: Needle, bytes: Uint8Array, start: number, to: number): boolean {
  for (let index = 0; index < folded.length; index++) if (FOLD[bytes[start + index] as number] !== folded[index]) return false;
  if (behindDigits && !standsBehindDigits(behindDigits, bytes, start + folded.length, to)) return false;
  if (!exact) return true;
  for (let index = 0; index < exact.length; index++) if (bytes[start + index] !== exact[index]) return false;
  const end = start + exact.length;
  return end >= to || GOES_ON[bytes[end] as number] === 0;
}

function standsBehindDigits(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
  return at + text.length <= to && text.every((byte, index) => bytes[at + index] === byte);
}

/** By its first two bytes, and its last three. */
function windowAt(first: number, second: number, block: number): number {
  return ((HIGH[first] as number) ^ ((LOW[second] as number) << 4) ^ (block << 2)) & WINDOW_MASK;
}

function blockAt(folded: Uint8Array, end: number): number {
  return (((folded[end - 2] as number) << 10) ^ ((folded[end - 1] as number) << 5) ^ (folded[end] as number)) & MASK;
}

function commonness(byte: number): number {
  const rank = COMMON.indexOf(String.fromCharCode(byte));
  return rank < 0 ? 0.01 : 1 - rank / COMMON.length;
}

/**
 * The longest piece of a text that stands in the raw bytes whenever the text stands in the cleaned line: without double blanks (a
 * tab becomes them), braces (they show hidden characters) and letters whose cases {@link FOLD} does not bring together.
 */
function surePiece(text: string): string {
  if (PLAIN.test(text)) return text;
  const pieces = text.split(/ {2,}|[{}\\\u2400-\u2421\ufffd]/).flatMap(splitAtUnfolded);
  return pieces.reduce((longest, piece) => (encoder.encode(piece).length > encoder.encode(longest).length ? piece : longest), '');
}

function splitAtUnfolded(text: string): string[] {
  const pieces = [''];
  for (const char of text) {
    if (isFolded(char)) pieces[pieces.length - 1] += char;
    else pieces.push('');
  }
  return pieces;
}

function isFolded(char: string): boolean {
  if (char.toLowerCase() === char.toUpperCase()) return true;
  return /[A-Za-z\u00c0-\u00de\u00e0-\u00fe\u0410-\u044f]/.test(char);
}
