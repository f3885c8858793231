/** Tracebacks as notebooks and Rich print them: other words for a frame, and source with numbers, of which a mark tells the line that failed. */

/** A frame as a notebook has it; `line` is null where only the marked source tells it. */
export interface PrettyFrame {
  file: string;
  line: number | null;
  name: string;
}

/** A line of source with its number. */
export interface NumberedSource {
  line: number;
  source: string;
  /** It is the one that failed. */
  isMarked: boolean;
}

/** `/x/core.py in run(self)`, `File /x/core.py:118, in Core.run(self)`; Colab puts a link to the file there. */
const OF_NOTEBOOK =
  /^(?:File )?\[?(?<file>(?:\/|~\/|[A-Z]:\\)[^\s:\]]{1,300}\.py|<ipython-input-[\w-]{1,60}>)\]?(?:\(https?:[^\s)]{1,80}\))?(?::(?<line>\d{1,7}))?,? in (?<name><cell line: \d{1,5}>|[\w.<>]{1,120})\(?/;
const OF_CELL = /^Cell (?<file>In ?\[\d{1,6}\]), line (?<line>\d{1,7})/;
const MARKED = /^(?:-{1,8}>|❱)\s{0,6}(?<line>\d{1,7})(?: (?<source>.{0,400}))?$/;
const UNMARKED = /^\s{0,8}(?<line>\d{1,7})(?: (?<source>.{0,400}))?$/;
/** Rich draws the depth of the source. */
const GUIDES = /^(?:│\s{1,3}|\s){1,20}/;
/** What stands between the frames, and around them. */
const BETWEEN = /^(?:[╭╰─-]{5,200}|[╭╰]─.{0,200}|\d{1,4} frames?)$/;

/** The frame that a line names in such a traceback; null for none. */
export function prettyFrameIn(text: string): PrettyFrame | null {
  const { file, line, name = '' } = (OF_NOTEBOOK.exec(text) ?? OF_CELL.exec(text))?.groups ?? {};
  if (file === undefined) return null;
  return { file, line: line === undefined ? null : Number(line), name: name.startsWith('<cell') ? '' : name };
}

/** The source that a line shows in such a traceback; null for none. */
export function numberedSourceIn(text: string): NumberedSource | null {
  const marked = MARKED.exec(text);
  const { line, source = '' } = (marked ?? UNMARKED.exec(text))?.groups ?? {};
  return line === undefined ? null : { line: Number(line), source: source.replace(GUIDES, '').trimEnd(), isMarked: marked !== null };
}

/** Whether a line only parts the frames. */
export function isBetweenFrames(text: string): boolean {
  return BETWEEN.test(text);
}
