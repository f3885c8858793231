/** How exceptions are named: where a traceback ends, alone on a line, or within a sentence. */

export interface Exception {
  type: string;
  message: string;
}

/** How the names of exceptions end. */
export const ENDINGS = ['Error', 'Exception', 'Interrupt', 'Empty', 'Failure', 'Timeout', 'NotFound', 'Aborted', 'Unsupported', 'Refused'];
const SUFFIX = `(?:${ENDINGS.join('|')})`;
const NAMED = new RegExp(
  `^(?:(?:[\\w.]{1,150}\\.)?(?<type>[A-Za-z_]\\w{0,80}${SUFFIX})|[\\w.]{0,150}(?:\\b(?:errors?|exceptions?|_?queue|pyarrow\\.lib)|_pybind11_state)\\.(?<other>(?!\\w{0,80}Warning)[A-Z]\\w{1,80}))(?:: ?(?<message>.{0,600})|$)`,
);
/** Without one of these no line names an exception: most lines are told by that. */
const MAYBE_NAMED = new RegExp(`${ENDINGS.join('|')}|rrors?\\.|xceptions?\\.|pyarrow\\.lib|_state\\.`);
/** In a traceback these are names of exceptions as well. */
const BARE = /^(?<type>(?:Base)?ExceptionGroup|Exception|Error|SystemExit|Stop(?:Async)?Iteration)(?:: ?(?<message>.{0,600})|$)/;
/** A class with its module in front: source stands indented below its frame, and some frames (Cython, `<frozen …>`) have none. */
const QUALIFIED = /^(?:[a-z_]\w{0,40}\.){1,6}(?<type>(?!\w{0,80}Warning)[A-Z]\w{1,80}): (?<message>.{1,600})/;
/** Not a bare word in small letters. */
const ANY = /^(?=\w{1,80}[.:]|\w{0,80}[A-Z])(?:[\w.]{1,150}\.)?(?<type>[A-Za-z_]\w{1,80})(?:: ?(?<message>.{0,600})|$)/;
/** Within a sentence, or behind a prefix that nobody knows. */
const INLINE = /(?:^|[\s>：，。])(?:[\w.]{1,150}\.)?(?<type>[A-Z]\w{0,80}(?:Error|Exception)): (?<message>\S.{0,600})/;
/** The same, quoted. */
const QUOTED_INLINE = /[`'"“(](?:[\w.]{1,150}\.)?(?<type>[A-Z]\w{0,80}(?:Error|Exception)): (?<message>[^`"”]{1,600})/;
/** A line that is nothing but the quotation: whoever pastes it so has it. The message may quote a name itself. */
const QUOTED_LINE =
  /^(?:\*\*|[`"“]{1,3}) ?(?:[\w.]{1,150}\.)?(?<type>[A-Z]\w{0,80}(?:Error|Exception)): (?<message>[^`"”]{8,600}?(?:\s`[^`"”\s]{1,80}`[^`"”]{1,300})?)(?:\*\*|[`"”]{1,3})$/;
/** What stands behind it is a note beside a requirement, or a statement. */
const COMMENTED = /(?:^|\s)(?:#|\/\/)\s/;
/** Who quotes an error and speaks of themselves has it; who explains one speaks of "you". */
const FIRST_PERSON =
  /\b(?:I|I'm|I've|[Mm]y|[Ww]e|[Oo]ur|me)\b|我|请问|怎么|\b(?:[Ii]ch|[Mm]ein\w{0,2}|[Ww]ir|[Jj]e|[Jj]'ai|[Mm]on|[Mm]es|[Yy]o|[Mm]i|[Ee]u|[Mm]eu)\b/;
const LEVEL = /^(?:ERROR|WARNING|WARN|INFO|DEBUG|CRITICAL|FATAL|error|note|hint)\b/;
const FLAT = new RegExp(`(?:^|\\s)(?:[\\w.]{1,150}\\.)?(?<type>[A-Z]\\w{0,80}${SUFFIX}): (?<message>.{0,600})$`);
/** So much of a traceback on one line is searched for the exception at its end. */
const LONGEST_FLAT = 1200;
/** Longest message of an exception that is kept. */
export const LONGEST_MESSAGE = 600;

/** The exception that a line names, if it is one; its words are those of `shown`, the line as the log has it. */
export function exceptionOf(text: string, shown = text): Exception | null {
  return MAYBE_NAMED.test(text) ? exceptionIn(NAMED, text, shown) : null;
}

/** The exception that a line names in a traceback, where names count that are no exceptions elsewhere. */
export function endOfTraceback(text: string, shown: string): Exception | null {
  return exceptionOf(text, shown) ?? exceptionIn(BARE, text, shown) ?? exceptionIn(QUALIFIED, text, shown);
}

/** In the place of an exception any name is one, but not what a logger calls a level. */
export function anyException(text: string, shown: string): Exception | null {
  return LEVEL.test(text) ? null : exceptionIn(ANY, text, shown);
}

/** The exception at the end of a traceback that stands on one line. */
export function flatException(text: string, shown: string): Exception | null {
  return exceptionIn(FLAT, text.slice(-LONGEST_FLAT), shown.slice(-LONGEST_FLAT));
}

function exceptionIn(expression: RegExp, text: string, shown: string): Exception | null {
  const found = expression.exec(text);
  return toException(found && (expression.exec(shown) ?? found));
}

/** Most lines hold none: that is soon seen. */
function mayNameOne(text: string): boolean {
  return text.includes('Error: ') || text.includes('Exception: ');
}

/** The exception of a line that quotes nothing else. */
export function wholeQuotationOf(text: string): Exception | null {
  return mayNameOne(text) ? toException(QUOTED_LINE.exec(text)) : null;
}

/** The exception that stands somewhere in a line. */
export function inlineExceptionOf(text: string): Exception | null {
  if (!mayNameOne(text)) return null;
  const found = INLINE.exec(text) ?? (FIRST_PERSON.test(text) ? QUOTED_INLINE.exec(text) : null);
  return found && COMMENTED.test(text.slice(0, found.index + 1)) ? null : toException(found);
}

/** The exception that somebody quotes within a sentence about it. */
export function quotedExceptionOf(text: string): Exception | null {
  return toException(QUOTED_INLINE.exec(text));
}

function toException(found: RegExpExecArray | null): Exception | null {
  if (!found?.groups) return null;
  return { type: (found.groups.type ?? found.groups.other) as string, message: (found.groups.message ?? '').trim() };
}
