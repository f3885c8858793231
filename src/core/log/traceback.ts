/** Python tracebacks: which lines belong together, where the user's own code stands, and how the exception is called. */
import type { Exception } from './exception.ts';
import type { Joint, Location, Place, TracebackLine } from './traceback-line.ts';

/** What a line is within a traceback; `end` is the line that names the exception. */
export type Part = 'outside' | 'inside' | 'end';

const BLANK_LINES = 2;
/** Python indents a frame by two. */
const FRAME_INDENT = 2;
/** An endless chain must not fill the memory. */
const LONGEST_CHAIN = 50;
/** A longer statement is quoted up to here. */
const LONGEST_QUOTE = 600;

/** A link of a chain of exceptions, as far as it was read. */
export interface TracebackState {
  /** Number of the chain. */
  block: number;
  /** What joins each link to the one before; this one is the last. */
  joints: readonly Joint[];
  /** Innermost frame of the user's own code, and of whoever's. */
  location: Location | null;
  innermost: Location | null;
  /** The first frame: of an exception that another one was raised on, it is the one that caught it. */
  outermost: Location | null;
  /** The exceptions before it in its chain only pass it on. */
  isOriginal: boolean;
}

/** Follows the lines of one program and tells which of them form one traceback. */
export class TracebackTracker {
  /** Number of the block; the links of a chain of exceptions share it. */
  block = 0;
  /** What joins each link of the chain to the one before; the current one is the last. */
  joints: readonly Joint[] = [];
  /** The innermost frame, whoever's code it is. */
  innermost: Location | null = null;
  /** The first frame, whoever's code it is. */
  outermost: Location | null = null;
  /** Innermost frame of the user's own code in the current traceback. */
  location: Location | null = null;
  exception: Exception | null = null;
  isOpen = false;
  isOriginal = false;
  readonly #nextBlock: () => number;
  #chained: Joint | null = null;
  /** How far the whole traceback is indented: within the output of another program. */
  #indent = 0;
  #codeNext = false;
  #blanks = 0;

  /** @param nextBlock gives each new block a number of its own. */
  constructor(nextBlock: () => number) {
    this.#nextBlock = nextBlock;
  }

  /** What is known of the current link of its chain. */
  get state(): TracebackState {
    const { block, joints, location, innermost, outermost, isOriginal } = this;
    return { block, joints, location, innermost, outermost, isOriginal };
  }

  /** Takes the next line and tells what part it is. */
  feed(line: TracebackLine): Part {
    if (line.isStart) return this.#begin(line.indent, line);
    if (line.joint) {
      this.#chained = line.joint;
      return 'inside';
    }
    if (line.place) {
      if (!this.isOpen) this.#begin(Math.max(0, line.indent - FRAME_INDENT));
      this.#take(line.place);
      this.#codeNext = true;
      this.#blanks = 0;
      return 'inside';
    }
    return this.isOpen ? this.#follow(line) : 'outside';
  }

  /** Ends a traceback that breaks off. */
  close(): void {
    this.isOpen = false;
    this.#chained = null;
  }

  #begin(indent: number, line?: TracebackLine): Part {
    // Without a block before there is nothing to be chained to.
    const isChained = this.#chained !== null && this.block > 0;
    this.isOriginal = (line?.isOriginal ?? false) && this.block > 0;
    this.joints = isChained ? [...this.joints, this.#chained as Joint].slice(-LONGEST_CHAIN) : [];
    if (!isChained && !this.isOriginal) this.block = this.#nextBlock();
    this.#chained = null;
    this.isOpen = true;
    this.#indent = indent;
    this.#codeNext = false;
    this.#blanks = 0;
    this.location = null;
    this.innermost = null;
    this.outermost = null;
    this.exception = null;
    return line?.hasFrame ? this.#flattened(line) : 'inside';
  }

  /** A whole traceback on one line. */
  #flattened({ flattened }: TracebackLine): Part {
    for (const place of flattened.places) this.#take(place);
    this.exception = flattened.exception;
    this.isOpen = this.exception === null;
    this.#codeNext = true;
    return this.isOpen ? 'inside' : 'end';
  }

  #take({ location, isOwn }: Place): void {
    this.outermost ??= location;
    this.innermost = location;
    if (isOwn) this.location = location;
  }

  /** The source below a frame: since Python 3.13 a statement of several lines is quoted whole. Only the user's own is kept. */
  #quote(source: string): void {
    const { location, innermost } = this;
    if (location === null || location !== innermost || location.quoted.length + source.length > LONGEST_QUOTE) return;
    const quoted = location.quoted === '' ? source : `${location.quoted}\n${source}`;
    this.location = { ...location, quoted };
    this.innermost = this.location;
  }

  #follow(line: TracebackLine): Part {
    if (line.isBlank) {
      this.#blanks++;
      if (this.#blanks > BLANK_LINES) this.isOpen = false;
      return 'inside';
    }
    const isIndented = line.indent > this.#indent || line.isPointer;
    const exception = isIndented ? null : this.#codeNext ? line.named : line.any;
    if (exception) {
      this.exception = exception;
      this.isOpen = false;
      return 'end';
    }
    if (!isIndented && !this.#codeNext) this.isOpen = false;
    if (this.isOpen && !line.isPointer) this.#quote(line.text.trim());
    this.#codeNext = false;
    return this.isOpen ? 'inside' : 'outside';
  }
}
