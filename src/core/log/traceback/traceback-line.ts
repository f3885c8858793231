/** What a line is for a traceback by itself: the begin of one, a link of a chain, a place in code, the name of an exception. */
import type { Wanted } from '../../match/needles.ts';
import { neutralise, type SafeText } from '../../text/neutralise.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { mask } from '../../text/secrets.ts';
import { anyException, ENDINGS, type Exception, endOfTraceback, flatException } from './exception.ts';
import { type Bare, framesIn } from './library-frames.ts';
import { REPOSITORIES } from './packages.ts';
import { isBetweenFrames, type NumberedSource, numberedSourceIn, prettyFrameIn } from './pretty-traceback.ts';

/** What the carets under a quoted statement point at: the text that is marked at all, and within it the part under the carets. */
export interface Pointed {
  text: string;
  from: number;
  to: number;
}

/** A place in the user's own code, without secrets. */
export interface Location {
  file: SafeText;
  line: number;
  function: SafeText;
  /** The statement there, as far as the traceback quotes it: a stranger's text, neither neutralised nor masked. */
  quoted: string;
  /** The part of it that is marked as what failed. */
  pointed?: Pointed | undefined;
}

/** A place in whoever's code. */
export interface Place {
  location: Location;
  isOwn: boolean;
}

/** What joins a link of a chain to the one before it: raised from it, or raised while it was handled. */
export type Joint = 'direct' | 'during';

const START = /Traceback \(most recent call last\)/;
const ORIGINAL = /^Original Traceback /;
/** Python tells of an exception that it could not raise, or Streamlit of a module in which it looked for files: nothing failed because of it. */
const IGNORED = /^Exception ignored (?:in|on|while)\b|^Examining the path of \S{1,80} raised:/;
const CHAIN = /^\s{0,9}(?:(?<direct>The above exception was the direct cause)|During handling of the above exception)/;
/** A statement on the line of its frame is seldom longer. */
const LONGEST_STATEMENT = 200;
/** A paste may begin within the first frame. */
const FRAME = /(?:File "|^(?=[\w.\\/-]{3,300}\.py"))(?<file>[^"]{1,400})", line (?<line>\d{1,7})(?:, in (?<name>[^\s,()]{1,200}))?/;
const RICH_FRAME = /^(?<file>(?:\/|[A-Z]:\\)[^\s:]{1,400}\.py):(?<line>\d{1,7}) in\b(?: (?<name>[^\s,()]{1,200}))?/;
const LIBRARY =
  /(?:site|dist)-packages|\/lib\/python\d|\/[Pp]ython\d{2,3}\/[Ll]ib\/|\/python\d\.\d{1,2}\/(?:asyncio|multiprocessing|threading|concurrent|importlib)|\/[Ll]ib\/(?:asyncio|codecs|concurrent|ctypes|importlib|json|multiprocessing|pathlib|runpy|shutil|subprocess|tempfile|threading|urllib)\b|\/bin\/[\w-]{1,40}$|\/Scripts\/[\w.-]{1,40}\.exe\/|\.(?:pyx|pxd|pxi)$|^<(?:frozen|string|__array|pip-)|^(?:\.\.\.\/)?(?:spaces\/(?:zero|utils)|multiprocessing|importlib)\//;
/** Where a Space keeps its repository: what every path of it begins with. */
export const HOME_OF_A_SPACE = '/home/user/app/';
/** Where pip unpacks a package to build it, and what it builds with. */
const BEING_BUILT = /[\\/](?:pip-(?:install|build-env)-\w{1,30}|uv[\\/]builds-v\d)[\\/]/;
/** A path that begins with the folder of a package: somebody cut off where it is installed. People call folders of their own like some. */
const RELATIVE = /^(?:\.{3}\/)?(?!datasets\/)(?<name>\w{1,60})\//;
/** Where a repository may keep the package that is called like it. */
const SOURCES: ReadonlySet<string | undefined> = new Set(['src', 'python']);
/** What points at a column of the line of source above it. */
const POINTER = /^[\^~]/;

/** Without one of these a line outside a traceback neither begins one nor names an exception. */
export const TRACEBACK_MARKS: readonly Wanted[] = [
  ...[
    'Traceback (most recent',
    'The above exception was',
    'During handling of the above',
    'File "',
    '.py", line ',
    'Exception ignored',
    'Examining the path of',
  ].map((text) => ({
    text,
  })),
  ...Array.from({ length: 10 }, (_, digit) => ({ text: `.py:${digit}`, behindDigits: ' in' })),
  ...ENDINGS.map((text) => ({ text, isWord: true })),
  ...['ERROR', 'CRITICAL', 'FATAL'].map((text) => ({ text, isWord: true })),
  ...['errors.', 'error.', 'exceptions.', 'exception.'].map((text) => ({ text })),
];

/** Whether a traceback frame is the user's own code: nothing installed or being built, nothing of Python itself. */
export function isOwnCode(file: string): boolean {
  return !LIBRARY.test(file.replaceAll('\\', '/')) && !isBeingBuilt(file) && relativePackage(file) === null;
}

/** Whether pip or uv is building the package that a file belongs to. */
export function isBeingBuilt(file: string): boolean {
  return BEING_BUILT.test(file);
}

const INSTALLED = /(?:site|dist)-packages[\\/](?<name>\w{1,60})[\\/]/;

/** The folder of the installed package that a file belongs to; null for none, and for a file that is one by itself. */
export function packageFolderOf(file: string): string | null {
  return INSTALLED.exec(file)?.groups?.name ?? relativePackage(file);
}

/** ` in generate`: the function of a frame; nothing at the top of a file. */
export function withinText({ function: name }: Pick<Location, 'function'>): string {
  return name && name !== '<module>' ? ` in ${name}` : '';
}

/** The package that a path begins with, or that runs from a checkout of its repository: `diffusers/src/diffusers/…`. */
function relativePackage(file: string): string | null {
  const path = file.replaceAll('\\', '/');
  const name = RELATIVE.exec(path)?.groups?.name;
  if (name !== undefined && Object.hasOwn(REPOSITORIES, name)) return name;
  const folders = path.split('/');
  const isCheckout = (folder: string, at: number): boolean =>
    Object.hasOwn(REPOSITORIES, folder) && (folders[at + 1] === folder || (SOURCES.has(folders[at + 1]) && folders[at + 2] === folder));
  return folders.find(isCheckout) ?? null;
}

/** The last part of a path, of Windows too. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A line, freed of what stands before it; each thing is found out when somebody first asks, and kept. */
export class TracebackLine {
  readonly text: string;
  readonly isStart: boolean;
  /** It begins the traceback of a worker, which the exception above only passes on. */
  readonly isOriginal: boolean;
  /** The traceback that follows it changes nothing. */
  readonly isIgnored: boolean;
  /** What it joins; null when it joins nothing. */
  readonly joint: Joint | null;
  /** The place that it names. */
  readonly place: Place | null;
  readonly isBlank: boolean;
  readonly indent: number;
  readonly isPointer: boolean;
  readonly #shown: string;
  #named: Exception | null | undefined;
  #frames: readonly Bare[] | undefined;
  #any: Exception | null | undefined;
  readonly #words: string;

  /** @param shown the same as the log has it: words are taken from there. */
  constructor(text: string, shown = text) {
    const words = text.trimStart();
    this.text = text;
    this.isStart = START.test(text);
    this.isOriginal = this.isStart && ORIGINAL.test(words);
    this.isIgnored = IGNORED.test(words);
    this.joint = jointOf(text);
    const place = placeOf(text);
    this.place = place && shown !== text ? (placeOf(shown) ?? place) : place;
    this.isBlank = words === '';
    this.indent = text.length - words.length;
    this.isPointer = POINTER.test(words);
    this.#shown = shown;
    this.#words = words;
  }

  /** The frames of installed libraries that it names. */
  get frames(): readonly Bare[] {
    this.#frames ??= framesIn(this.text);
    return this.#frames;
  }

  /** The exception that it names, as a traceback ends with it. */
  get named(): Exception | null {
    if (this.#named === undefined) this.#named = endOfTraceback(this.text.trimStart(), this.#shown.trimStart());
    return this.#named;
  }

  /** The same, where any name is that of an exception. */
  get any(): Exception | null {
    if (this.#any === undefined) this.#any = this.named ?? anyException(this.text.trimStart(), this.#shown.trimStart());
    return this.#any;
  }

  /** The place that it names in a traceback of a notebook; its line may be 0, till the marked source tells it. */
  get prettyPlace(): Place | null {
    const frame = prettyFrameIn(this.#words);
    return frame && placeAt(frame.file, frame.line ?? 0, frame.name);
  }

  /** The source that it shows with its number, in a traceback of a notebook or of Rich. */
  get numbered(): NumberedSource | null {
    return numberedSourceIn(this.#words);
  }

  /** Whether it only parts the frames of such a traceback. */
  get isBetween(): boolean {
    return isBetweenFrames(this.#words.trimEnd());
  }

  /** All places of a traceback on one line, each with its statement, and the exception at its end. */
  get flattened(): { places: Place[]; exception: Exception | null } {
    const exception = flatException(this.text, this.#shown);
    const pieces = (FRAME.test(this.#shown) ? this.#shown : this.text).split(/(?=File ")/);
    return { places: pieces.flatMap((piece, at) => quotingPlace(piece, at < pieces.length - 1 ? null : exception) ?? []), exception };
  }

  /** Whether a place in code stands in it as Python prints one. */
  get hasFrame(): boolean {
    return FRAME.test(this.text);
  }
}

function jointOf(text: string): Joint | null {
  const chain = CHAIN.exec(text);
  return chain && (chain.groups?.direct ? 'direct' : 'during');
}

function placeOf(text: string): Place | null {
  const found = FRAME.exec(text) ?? RICH_FRAME.exec(text);
  return found && placeNamed(found);
}

function placeNamed({ groups }: RegExpExecArray): Place {
  const { file = '', line = '', name = '' } = groups ?? {};
  return placeAt(file, Number(line), name);
}

/** A frame of a flattened traceback with its statement; what follows the last one goes on up to the exception. */
function quotingPlace(piece: string, exception: Exception | null): Place | null {
  const found = FRAME.exec(piece);
  if (!found) return placeOf(piece);
  const place = placeNamed(found);
  const behind = piece.slice(found.index + found[0].length);
  const quoted = (exception ? behind.slice(0, Math.max(0, behind.indexOf(` ${exception.type}:`))) : behind).trim();
  if (quoted.length > LONGEST_STATEMENT || quoted.includes('Traceback (most')) return place;
  return { ...place, location: { ...place.location, quoted } };
}

function placeAt(file: string, line: number, name: string): Place {
  const shown = neutralise(file);
  return { location: { file: mask(shown), line, function: neutraliseAndMask(name), quoted: '' }, isOwn: isOwnCode(shown) };
}
