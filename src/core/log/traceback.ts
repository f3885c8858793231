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

/** What a line is within a traceback; `end` is the line that names the exception. */
export type Part = 'outside' | 'inside' | 'end';

const START = /Traceback \(most recent call last\)/;
const CHAIN = /^\s{0,9}(?:The above exception was the direct cause|During handling of the above exception)/;
const FRAME = /File "(?<file>[^"]{1,400})", line (?<line>\d{1,7})(?:, in (?<name>[^\s,()]{1,200}))?/;
const RICH_FRAME = /^(?<file>(?:\/|[A-Z]:\\)[^\s:]{1,400}\.py):(?<line>\d{1,7}) in\b(?: (?<name>[^\s,()]{1,200}))?/;
/** How the names of exceptions end. */
const ENDINGS = ['Error', 'Exception', 'Interrupt', 'Empty', 'Failure', 'Timeout', 'NotFound', 'Aborted', 'Unsupported', 'Refused'];
const SUFFIX = `(?:${ENDINGS.join('|')})`;
const NAMED = new RegExp(`^(?:[\\w.]{1,150}\\.)?(?<type>[A-Za-z_]\\w{0,80}${SUFFIX})(?:: ?(?<message>.{0,600})|$)`);
const ANY = /^(?:[\w.]{1,150}\.)?(?<type>[A-Za-z_]\w{1,80})(?:: ?(?<message>.{0,600})|$)/;
const FLAT = new RegExp(`(?:^|\\s)(?:[\\w.]{1,150}\\.)?(?<type>[A-Z]\\w{0,80}${SUFFIX}): (?<message>.{0,600})$`);
const LIBRARY =
  /(?:site|dist)-packages|\/lib\/python\d|\/python\d\.\d{1,2}\/(?:asyncio|multiprocessing|threading|concurrent|importlib)|^<(?:frozen|string|__array)|^(?:\.\.\.\/)?(?:spaces\/(?:zero|utils)|torch|gradio|transformers|diffusers|multiprocessing|importlib)\//;
/** Time stamp, level and channel that a log collector puts before each line. */
/** What a reply puts before the lines that it quotes. */
const QUOTED = /^(?:> ){1,3}/;
const COLLECTOR =
  /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[\d.,:+Z-]{0,15}\]?\s{0,4}(?:[|:-]?\s{0,4}\[?(?:ERROR|INFO|WARNING|WARN|DEBUG|CRITICAL|stderr|stdout)\]?\s{0,4}){0,3}[|:-]? ?/;
const BLANK_LINES = 2;
/** Longest message of an exception that is kept. */
export const LONGEST_MESSAGE = 600;

/** Without one of these a line outside a traceback neither begins one nor names an exception. */
export const TRACEBACK_MARKS: readonly Wanted[] = [
  ...['Traceback (most recent', 'The above exception was', 'During handling of the above', 'File "'].map((text) => ({ text })),
  ...Array.from({ length: 10 }, (_, digit) => ({ text: `.py:${digit}` })),
  ...ENDINGS.map((text) => ({ text, isWord: true })),
];

/** Whether a traceback frame is the user's own code: nothing installed, nothing of Python itself. */
export function isOwnCode(file: string): boolean {
  return !LIBRARY.test(file.replaceAll('\\', '/'));
}

/** Removes what stands around a line: the marks of a quotation, box borders of Rich, time stamp and level of a log collector. Keeps the indentation. */
export function bare(text: string): string {
  if (text.startsWith('│')) return text.slice(2).replace(/\s{0,200}│?\s{0,9}$/, '');
  return text
    .replace(QUOTED, '')
    .replace(COLLECTOR, '')
    .replace(/\s{1,200}$/, '');
}

/** The exception that a line names, if it is one; its words are those of `shown`, the line as the log has it. */
export function exceptionOf(text: string, shown = text): Exception | null {
  return exceptionIn(NAMED, text, shown);
}

function exceptionIn(expression: RegExp, text: string, shown: string): Exception | null {
  const found = expression.exec(text);
  return toException(found && (expression.exec(shown) ?? found));
}

function toException(found: RegExpExecArray | null): Exception | null {
  if (!found?.groups) return null;
  return { type: found.groups.type as string, message: (found.groups.message ?? '').trim() };
}

/** Follows the lines of a log and tells which of them form one traceback. */
export class TracebackTracker {
  /** Number of the block; the links of a chain of exceptions share it. */
  block = 0;
  /** Innermost frame of the user's own code in the current traceback. */
  location: Location | null = null;
  exception: Exception | null = null;
  isOpen = false;
  #chained = false;
  #codeNext = false;
  #blanks = 0;

  /** Takes the next line (already freed of borders, with its indentation) and tells what part it is; `shown` is the same as the log has it. */
  feed(text: string, shown = text): Part {
    if (START.test(text)) return this.#begin(text, shown);
    if (CHAIN.test(text)) {
      this.#chained = true;
      return 'inside';
    }
    const frame = frameOf(text) && (frameOf(shown) ?? frameOf(text));
    if (frame) {
      if (!this.isOpen) this.#begin('', '');
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
    this.#chained = false;
  }

  #begin(text: string, shown: string): Part {
    if (!this.#chained) this.block++;
    this.#chained = false;
    this.isOpen = true;
    this.#codeNext = false;
    this.#blanks = 0;
    this.location = null;
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

  #take(frame: Location): void {
    if (isOwnCode(frame.file)) this.location = { ...frame, file: mask(frame.file), function: mask(frame.function) };
  }

  #follow(text: string, shown: string): Part {
    if (text.trim() === '') {
      this.#blanks++;
      if (this.#blanks > BLANK_LINES) this.isOpen = false;
      return 'inside';
    }
    const isIndented = /^\s/.test(text) || /^[\^~]/.test(text);
    const exception = isIndented ? null : (exceptionOf(text, shown) ?? (this.#codeNext ? null : exceptionIn(ANY, text, shown)));
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

function frameOf(text: string): Location | null {
  const found = FRAME.exec(text) ?? RICH_FRAME.exec(text);
  if (!found?.groups) return null;
  const { file = '', line = '', name = '' } = found.groups;
  return { file: neutralise(file), line: Number(line), function: neutralise(name) };
}
