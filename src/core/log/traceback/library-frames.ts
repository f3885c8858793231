/** The frames of installed libraries, with the source that stands under them: each once, and no more than tell something. */
import { type Frame, LONGEST_QUOTE, MOST_FRAMES } from '../../library/frame.ts';
import type { SafeText } from '../../text/neutralise.ts';

const FRAMES = /File "(?<file>[^"]{1,400})", line (?<line>\d{1,7})(?:, in (?<name>[^\s,()]{1,200}))?/g;
const INSTALLED = /(?:site|dist)-packages[\\/]/;

/** Where a frame stands in the text. */
export interface LibraryFrame extends Frame {
  /** Null on standard input. */
  log: SafeText | null;
  /** Line of the log. */
  at: number;
}

/** A frame, before anybody knows where it stands in the log. */
export interface Bare {
  key: string;
  frame: Frame;
}

const NONE: readonly Bare[] = [];

/** The frames of installed libraries that a text names. */
export function framesIn(text: string): readonly Bare[] {
  if (!INSTALLED.test(text)) return NONE;
  const found = [...text.matchAll(FRAMES)];
  return found.flatMap(({ 0: whole, index: start, groups }, number) => {
    const { file = '', line = '', name = '' } = groups ?? {};
    if (!INSTALLED.test(file)) return [];
    const quote = text.slice(start + whole.length, found[number + 1]?.index).trim();
    const frame = { file, line: Number(line), function: name, ...(quote ? { quote: quote.slice(0, LONGEST_QUOTE) } : {}) };
    return [{ key: `${file}:${line}:${name}`, frame }];
  });
}

/** Gathers frames as the lines of tracebacks come. */
export class LibraryFrames {
  readonly #frames = new Map<string, LibraryFrame>();
  /** The frame that the next line quotes. */
  #last: LibraryFrame | null = null;

  /** All of them. */
  get list(): readonly LibraryFrame[] {
    return [...this.#frames.values()];
  }

  /** Takes a line that names a place in code; of a traceback on one line all of its frames. */
  takeFrame(frames: readonly Bare[], log: SafeText | null, at: number): void {
    this.#last = null;
    for (const { key, frame } of frames) {
      if (this.#frames.size >= MOST_FRAMES) return;
      if (this.#frames.has(key)) continue;
      const placed: LibraryFrame = { ...frame, log, at };
      this.#frames.set(key, placed);
      if (placed.quote === undefined) this.#last = placed;
    }
  }

  /** Takes the line of source under a frame. */
  takeSource(text: string): void {
    if (this.#last && text !== '') this.#last.quote = text.slice(0, LONGEST_QUOTE);
    this.#last = null;
  }
}
