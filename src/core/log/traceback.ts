/** Python tracebacks: which lines belong together, where the user's own code stands, and how the exception is called. */

import type { Wanted } from '../match/gate.ts';
import { neutralise, type SafeText } from '../text/neutralise.ts';
import { mask } from '../text/secrets.ts';

/** A place in the user's own code, without secrets. */
export interface Location {
  file: SafeText;
  line: number;
  function: SafeText;
}

export interface Exception {
  type: string;
  message: string;
}

/** What joins a link of a chain to the one before it: raised from it, or raised while it was handled. */
export type Joint = 'direct' | 'during';

/** What a line is within a traceback; `end` is the line that names the exception. */
export type Part = 'outside' | 'inside' | 'end';

const START = /Traceback \(most recent call last\)/;
const CHAIN = /^\s{0,9}(?:(?<direct>The above exception was the direct cause)|During handling of the above exception)/;
const FRAME = /File "(?<file>[^"]{1,400})", line (?<line>\d{1,7})(?:, in (?<name>[^\s,()]{1,200}))?/;
const RICH_FRAME = /^(?<file>(?:\/|[A-Z]:\\)[^\s:]{1,400}\.py):(?<line>\d{1,7}) in\b(?: (?<name>[^\s,()]{1,200}))?/;
/** How the names of exceptions end. */
const ENDINGS = ['Error', 'Exception', 'Interrupt', 'Empty', 'Failure', 'Timeout', 'NotFound', 'Aborted', 'Unsupported', 'Refused'];
const SUFFIX = `(?:${ENDINGS.join('|')})`;
const NAMED = new RegExp(
  `^(?:(?:[\\w.]{1,150}\\.)?(?<type>[A-Za-z_]\\w{0,80}${SUFFIX})|[\\w.]{0,150}\\b(?:errors?|exceptions?)\\.(?<other>(?!\\w{0,80}Warning)[A-Z]\\w{1,80}))(?:: ?(?<message>.{0,600})|$)`,
);
/** Without one of these no line names an exception: most lines are told by that. */
const MAYBE_NAMED = new RegExp(`${ENDINGS.join('|')}|rrors?\\.|xceptions?\\.`);
/** In a traceback these are names of exceptions as well. */
const BARE = /^(?<type>(?:Base)?ExceptionGroup|Exception|Error)(?:: ?(?<message>.{0,600})|$)/;
const ANY = /^(?:[\w.]{1,150}\.)?(?<type>[A-Za-z_]\w{1,80})(?:: ?(?<message>.{0,600})|$)/;
/** Within a sentence, or behind a prefix that nobody knows. */
const INLINE = /(?:^|[\s>：，。])(?:[\w.]{1,150}\.)?(?<type>[A-Z]\w{0,80}(?:Error|Exception)): (?<message>\S.{0,600})/;
/** The same, quoted. */
const QUOTED_INLINE = /[`'"“(](?:[\w.]{1,150}\.)?(?<type>[A-Z]\w{0,80}(?:Error|Exception)): (?<message>[^`"”]{1,600})/;
/** What stands behind it is a note beside a requirement, or a statement. */
const COMMENTED = /(?:^|\s)(?:#|\/\/)\s/;
/** Who quotes an error and speaks of themselves has it; who explains one speaks of "you". */
const FIRST_PERSON = /\b(?:I|I'm|I've|my|we|our|me)\b|我|请问|怎么|\b(?:ich|mein\w{0,2}|wir|je|j'ai|mon|mes|yo|mi|eu|meu)\b/;
const LEVEL = /^(?:ERROR|WARNING|WARN|INFO|DEBUG|CRITICAL|FATAL|error|note|hint)\b/;
const FLAT = new RegExp(`(?:^|\\s)(?:[\\w.]{1,150}\\.)?(?<type>[A-Z]\\w{0,80}${SUFFIX}): (?<message>.{0,600})$`);
const LIBRARY =
  /(?:site|dist)-packages|\/lib\/python\d|\/python\d\.\d{1,2}\/(?:asyncio|multiprocessing|threading|concurrent|importlib)|\/bin\/[\w-]{1,40}$|^<(?:frozen|string|__array)|^(?:\.\.\.\/)?(?:spaces\/(?:zero|utils)|torch|gradio|transformers|diffusers|multiprocessing|importlib)\//;
const BLANK_LINES = 2;
/** Python indents a frame by two. */
const FRAME_INDENT = 2;
/** An endless chain must not fill the memory. */
const LONGEST_CHAIN = 50;
/** Longest message of an exception that is kept. */
export const LONGEST_MESSAGE = 600;

/** Without one of these a line outside a traceback neither begins one nor names an exception. */
export const TRACEBACK_MARKS: readonly Wanted[] = [
  ...['Traceback (most recent', 'The above exception was', 'During handling of the above', 'File "'].map((text) => ({ text })),
  ...Array.from({ length: 10 }, (_, digit) => ({ text: `.py:${digit}` })),
  ...ENDINGS.map((text) => ({ text, isWord: true })),
  ...['ERROR', 'CRITICAL', 'FATAL'].map((text) => ({ text, isWord: true })),
  ...['errors.', 'error.', 'exceptions.', 'exception.'].map((text) => ({ text })),
];

/** Whether a traceback frame is the user's own code: nothing installed, nothing of Python itself. */
export function isOwnCode(file: string): boolean {
  return !LIBRARY.test(file.replaceAll('\\', '/'));
}

/** The exception that a line names, if it is one; its words are those of `shown`, the line as the log has it. */
export function exceptionOf(text: string, shown = text): Exception | null {
  return MAYBE_NAMED.test(text) ? exceptionIn(NAMED, text, shown) : null;
}

/** In the place of an exception any name is one, but not what a logger calls a level. */
function anyException(text: string, shown: string): Exception | null {
  return LEVEL.test(text) ? null : exceptionIn(ANY, text, shown);
}

function exceptionIn(expression: RegExp, text: string, shown: string): Exception | null {
  const found = expression.exec(text);
  return toException(found && (expression.exec(shown) ?? found));
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The exception that stands somewhere in a line. */
export function inlineExceptionOf(text: string): Exception | null {
  if (!text.includes('Error: ') && !text.includes('Exception: ')) return null;
  const found = INLINE.exec(text) ?? (FIRST_PERSON.test(text) ? QUOTED_INLINE.exec(text) : null);
  return found && COMMENTED.test(text.slice(0, found.index + 1)) ? null : toException(found);
}

function toException(found: RegExpExecArray | null): Exception | null {
  if (!found?.groups) return null;
  return { type: (found.groups.type ?? found.groups.other) as string, message: (found.groups.message ?? '').trim() };
}

/** A link of a chain of exceptions, as far as it was read. */
export interface TracebackState {
  /** Number of the chain. */
  block: number;
  /** What joins each link to the one before; this one is the last. */
  joints: readonly Joint[];
  /** Innermost frame of the user's own code, and of whoever's. */
  location: Location | null;
  innermost: Location | null;
}

/** Follows the lines of one program and tells which of them form one traceback. */
export class TracebackTracker {
  /** Number of the block; the links of a chain of exceptions share it. */
  block = 0;
  /** What joins each link of the chain to the one before; the current one is the last. */
  joints: readonly Joint[] = [];
  /** The innermost frame, whoever's code it is. */
  innermost: Location | null = null;
  /** Innermost frame of the user's own code in the current traceback. */
  location: Location | null = null;
  exception: Exception | null = null;
  isOpen = false;
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
    const { block, joints, location, innermost } = this;
    return { block, joints, location, innermost };
  }

  /** Takes the next line (already freed of borders, with its indentation) and tells what part it is; `shown` is the same as the log has it. */
  feed(text: string, shown = text): Part {
    if (START.test(text)) return this.#begin(indentOf(text), text, shown);
    const chain = CHAIN.exec(text);
    if (chain) {
      this.#chained = chain.groups?.direct ? 'direct' : 'during';
      return 'inside';
    }
    const frame = frameOf(text) && (frameOf(shown) ?? frameOf(text));
    if (frame) {
      if (!this.isOpen) this.#begin(Math.max(0, indentOf(text) - FRAME_INDENT));
      this.#take(frame);
      this.#codeNext = true;
      this.#blanks = 0;
      return 'inside';
    }
    return this.isOpen ? this.#follow(text, shown) : 'outside';
  }

  /** Ends a traceback that breaks off. */
  close(): void {
    this.isOpen = false;
    this.#chained = null;
  }

  #begin(indent: number, text = '', shown = text): Part {
    // Without a block before there is nothing to be chained to.
    const isChained = this.#chained !== null && this.block > 0;
    this.joints = isChained ? [...this.joints, this.#chained as Joint].slice(-LONGEST_CHAIN) : [];
    if (!isChained) this.block = this.#nextBlock();
    this.#chained = null;
    this.isOpen = true;
    this.#indent = indent;
    this.#codeNext = false;
    this.#blanks = 0;
    this.location = null;
    this.innermost = null;
    this.exception = null;
    return FRAME.test(text) ? this.#flattened(text, shown) : 'inside';
  }

  /** A whole traceback on one line. */
  #flattened(text: string, shown: string): Part {
    for (const piece of (FRAME.test(shown) ? shown : text).split(/(?=File ")/)) {
      const frame = frameOf(piece);
      if (frame) this.#take(frame);
    }
    this.exception = exceptionIn(FLAT, text.slice(-1200), shown.slice(-1200));
    this.isOpen = this.exception === null;
    this.#codeNext = true;
    return this.isOpen ? 'inside' : 'end';
  }

  #exceptionOf(text: string, shown: string): Exception | null {
    return exceptionOf(text, shown) ?? exceptionIn(BARE, text, shown) ?? (this.#codeNext ? null : anyException(text, shown));
  }

  #take(frame: Location): void {
    this.innermost = { ...frame, file: mask(frame.file), function: mask(frame.function) };
    if (isOwnCode(frame.file)) this.location = this.innermost;
  }

  #follow(text: string, shown: string): Part {
    if (text.trim() === '') {
      this.#blanks++;
      if (this.#blanks > BLANK_LINES) this.isOpen = false;
      return 'inside';
    }
    const words = text.trimStart();
    const isIndented = indentOf(text) > this.#indent || /^[\^~]/.test(words);
    const exception = isIndented ? null : this.#exceptionOf(words, shown.trimStart());
    if (exception) {
      this.exception = exception;
      this.isOpen = false;
      return 'end';
    }
    if (!isIndented && !this.#codeNext) this.isOpen = false;
    this.#codeNext = false;
    return this.isOpen ? 'inside' : 'outside';
  }
}

/** Whether a line names a place in code, as tracebacks do. */
export function isFrame(text: string): boolean {
  return FRAME.test(text) || RICH_FRAME.test(text);
}

function frameOf(text: string): Location | null {
  const found = FRAME.exec(text) ?? RICH_FRAME.exec(text);
  if (!found?.groups) return null;
  const { file = '', line = '', name = '' } = found.groups;
  return { file: neutralise(file), line: Number(line), function: neutralise(name) };
}
