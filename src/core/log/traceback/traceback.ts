/** Python tracebacks: which lines belong together, where the user's own code stands, and how the exception is called. */
import type { Exception } from './exception.ts';
import {
  isBeingBuilt,
  type Joint,
  type Location,
  type Place,
  type Pointed,
  packageFolderOf,
  type TracebackLine,
} from './traceback-line.ts';

/** What a line is within a traceback; `end` is the line that names the exception. */
export type Part = 'outside' | 'inside' | 'end';

const BLANK_LINES = 2;
/** Python indents a frame by two. */
const FRAME_INDENT = 2;
/** An endless chain must not fill the memory. */
const LONGEST_CHAIN = 50;
/** More functions tell nothing more of the way that led there. */
const LONGEST_TRAIL = 12;
/** Packages that only run what another one hands them. */
const PASSES_ON = /^(?:anyio|starlette|uvicorn|fastapi|httpcore|decorator|typing_extensions)$/;
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
  /** The innermost frame of an installed package that the user's own code called; of any, where none of it is in sight. */
  inPackage: Location | null;
  /** The functions of the last frames, the outer ones first. */
  trail: readonly string[];
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
  /** Innermost frame of an installed package within that one. */
  inPackage: Location | null = null;
  /** The installed package that the innermost of the user's own code called; where none of it is in sight, the first of all. */
  entered: string | null = null;
  trail: readonly string[] = [];
  exception: Exception | null = null;
  isOpen = false;
  isOriginal = false;
  readonly #nextBlock: () => number;
  #chained: Joint | null = null;
  /** How far the whole traceback is indented: within the output of another program. */
  #indent = 0;
  #codeNext = false;
  #blanks = 0;
  /** Its lines of source have numbers. */
  #hasNumbers = false;
  /** The last line of source, with its indent. */
  #source = '';

  /** @param nextBlock gives each new block a number of its own. */
  constructor(nextBlock: () => number) {
    this.#nextBlock = nextBlock;
  }

  /** What is known of the current link of its chain. */
  get state(): TracebackState {
    const { block, joints, location, innermost, outermost, inPackage, trail, isOriginal } = this;
    return { block, joints, location, innermost, outermost, inPackage, trail, isOriginal };
  }

  /** The same, where it has not ended with an exception. */
  get unfinished(): TracebackState | null {
    return this.isOpen && this.innermost ? this.state : null;
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
    if (!this.isOpen) return 'outside';
    return this.#isPretty(line) ? 'inside' : this.#follow(line);
  }

  /** What was just joined follows from an exception without a traceback: both form a block of their own, whose number comes back. */
  lead(): number {
    this.joints = [];
    this.block = this.#nextBlock();
    return this.block;
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
    this.#hasNumbers = false;
    this.#codeNext = false;
    this.#blanks = 0;
    this.location = null;
    this.innermost = null;
    this.outermost = null;
    this.inPackage = null;
    this.entered = null;
    this.trail = [];
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
    // What a build script runs as a text is a part of the build.
    const isRunByBuild = location.file === '<string>' && this.innermost !== null && isBeingBuilt(this.innermost.file);
    if (!isRunByBuild) this.innermost = location;
    if (isOwn) {
      this.location = location;
      this.inPackage = this.entered = null;
    } else {
      const folder = packageFolderOf(location.file);
      if (folder !== null && !PASSES_ON.test(folder)) this.inPackage = location;
      this.entered ??= folder;
    }
    this.trail = [...this.trail, location.function].slice(-LONGEST_TRAIL);
  }

  /** The source below a frame: since Python 3.13 a statement of several lines is quoted whole. */
  #quote(line: TracebackLine): void {
    const { innermost } = this;
    const source = line.text.trim();
    this.#source = line.text;
    if (innermost === null || innermost.quoted.length + source.length > LONGEST_QUOTE) return;
    this.#replace({ ...innermost, quoted: innermost.quoted === '' ? source : `${innermost.quoted}\n${source}` });
  }

  /** What the carets below a line of source point at; of several lines nobody needs to know it. */
  #point({ text }: TracebackLine): void {
    const { innermost } = this;
    if (innermost === null || innermost.quoted === '') return;
    const isFirst = !innermost.quoted.includes('\n');
    this.#replace({ ...innermost, pointed: isFirst ? pointedIn(this.#source, text) : undefined });
  }

  /** The innermost frame, with more of it known. */
  #replace(frame: Location): void {
    if (this.location === this.innermost) this.location = frame;
    if (this.outermost === this.innermost) this.outermost = frame;
    if (this.inPackage === this.innermost) this.inPackage = frame;
    this.innermost = frame;
  }

  /** Takes a line as notebooks and Rich print a traceback. */
  #isPretty(line: TracebackLine): boolean {
    const { prettyPlace, numbered } = line;
    const isMarked = numbered?.isMarked === true && this.innermost !== null;
    // A notebook may leave out the frames before the first.
    const isBetween = line.isBetween && (this.#hasNumbers || this.innermost === null);
    if (!prettyPlace && !isMarked && !isBetween && !(this.#hasNumbers && numbered)) return false;
    if (prettyPlace) this.#take(prettyPlace);
    else if (isMarked) this.#replace({ ...(this.innermost as Location), line: numbered.line, quoted: numbered.source });
    this.#hasNumbers = true;
    this.#codeNext = false;
    this.#blanks = 0;
    return true;
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
    if (this.isOpen && line.isPointer) this.#point(line);
    else if (this.isOpen) this.#quote(line);
    this.#codeNext = false;
    return this.isOpen ? 'inside' : 'outside';
  }
}

/** The part of a line of source above these marks; nothing where they reach beyond it, or where the columns are lost with the indent. */
function pointedIn(source: string, marks: string): Pointed | undefined {
  const { 0: whole, index } = /[~^]{1,400}/.exec(marks) as RegExpExecArray;
  const text = source.slice(index, index + whole.length);
  if (!/^\s/.test(source) || text.length < whole.length) return undefined;
  const from = Math.max(0, whole.indexOf('^'));
  return { text, from, to: whole.lastIndexOf('^') + 1 || whole.length };
}
