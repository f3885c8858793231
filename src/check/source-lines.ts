/**
 * The user's lines around a frame. The names of files come from a hostile log: only Python below the folder is read, as the folder hands
 * it out, and everything is neutralised and masked before it leaves.
 */
import type { SourceLines } from '../core/beside.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import { type Folder, isUnreadable } from './space/folder.ts';
import { plainText } from './space/text-file.ts';

/** A frame as a log names it. */
export interface LogPlace {
  file: string;
  line: number;
  /** The function that the frame is in, where the log says it. */
  function?: string;
}

/** Lines read above and below a frame; a card shows fewer. */
const AROUND = 3;
/** A path of a log has so many parts at most, or it names no file of a Space. */
const MOST_PARTS = 30;
const LONGEST_PATH = 600;
/** What is installed is not the user's. */
const INSTALLED = /(?:^|[\\/])(?:site|dist)-packages[\\/]|[\\/]lib[\\/]python\d/;
/** Tracebacks name Python: a log that names anything else wants to see what is none of its business, such as .env. */
const PYTHON = /\.pyw?$/;
/** Where a Space keeps its repository: what stands behind it is the whole path. */
const HOME_OF_A_SPACE = /^\/home\/user\/app\//;

/** The lines of a file below the folder around a frame; null when the frame names none, or when the file has changed since. */
export function sourceLines(folder: Folder, place: LogPlace): SourceLines | null {
  const path = pathIn(folder, place.file);
  const read = path === null ? null : folder.read(path);
  if (path === null || read === null || isUnreadable(read)) return null;
  const lines = plainText(read).split('\n');
  if (!(place.line >= 1 && place.line <= lines.length) || !standsIn(lines, place)) return null;
  const from = Math.max(1, place.line - AROUND);
  return {
    file: neutraliseAndMask(path),
    line: place.line,
    from,
    lines: lines.slice(from - 1, place.line + AROUND).map((each) => neutraliseAndMask(each)),
  };
}

/** The path below the folder that a log means: of a Space's own path what stands behind the app's folder, of any other the longest end that is there. */
export function pathIn(folder: Folder, named: string): string | null {
  if (named.length > LONGEST_PATH || INSTALLED.test(named) || !PYTHON.test(named)) return null;
  const parts = named
    .replace(HOME_OF_A_SPACE, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.');
  if (parts.length > MOST_PARTS || parts.includes('..')) return null;
  const starts = HOME_OF_A_SPACE.test(named) ? 1 : parts.length;
  for (let at = 0; at < starts; at++) {
    const path = parts.slice(at).join('/');
    const read = folder.read(path);
    if (read !== null && !isUnreadable(read)) return path;
  }
  return null;
}

const DEFINITION = /^([ \t]{0,200})(?:async[ \t]{1,9})?(?:def|class)[ \t]{1,9}(\w{1,200})/;

/** Whether a line stands within the function that the log names: else the log tells of another version of the file. */
function standsIn(lines: readonly string[], { line, function: name }: LogPlace): boolean {
  if (!name || !/^\w+$/.test(name)) return true;
  let depth = indentOf(lines[line - 1] as string);
  for (let at = line - 1; at > 0 && depth > 0; at--) {
    const [, indent, defined] = DEFINITION.exec(lines[at - 1] as string) ?? [];
    if (indent === undefined || indent.length >= depth) continue;
    if (defined === name) return true;
    depth = indent.length;
  }
  return false;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
