/**
 * A log beside the source: the user's lines around a frame, and the fix of an error as a diff of them. The names of files come from a
 * hostile log: only what the folder hands out is read, and everything is neutralised and masked before it leaves.
 */
import type { Fact } from '../core/library/library.ts';
import { neutralise, type SafeText } from '../core/text/neutralise.ts';
import { mask } from '../core/text/secrets.ts';
import { unifiedDiff } from './diff.ts';
import { type Change, changeDevice, changeDuration, type Editor, type LogValues, returnToCpu } from './log-edits.ts';
import { CHECKS } from './registry.ts';
import { type Folder, isUnreadable } from './space/folder.ts';
import { readSpace, type Space } from './space/space.ts';
import { plainText } from './space/text-file.ts';

/** A frame as a log names it. */
export interface LogPlace {
  file: string;
  line: number;
}

export interface SourceLines {
  file: SafeText;
  /** The line of the frame, and the first that is shown, from 1. */
  line: number;
  from: number;
  lines: SafeText[];
}

export interface LogFix {
  title: string;
  file: SafeText;
  line: number;
  diff: SafeText;
}

/** Lines shown above and below a frame. */
const AROUND = 3;
/** A path of a log has so many parts at most, or it names no file of a Space. */
const MOST_PARTS = 30;
const LONGEST_PATH = 600;
/** What is installed is not the user's. */
const INSTALLED = /(?:^|[\\/])(?:site|dist)-packages[\\/]|[\\/]lib[\\/]python\d/;

/** The lines of a file below the folder around a frame; null when the frame names none, or a line that it does not have. */
export function sourceLines(folder: Folder, place: LogPlace): SourceLines | null {
  const path = pathIn(folder, place.file);
  const read = path === null ? null : folder.read(path);
  if (path === null || read === null || isUnreadable(read)) return null;
  const lines = plainText(read).split('\n');
  if (!(place.line >= 1 && place.line <= lines.length)) return null;
  const from = Math.max(1, place.line - AROUND);
  return { file: safe(path), line: place.line, from, lines: lines.slice(from - 1, place.line + AROUND).map(safe) };
}

/** The path below the folder that a log means: `/home/user/app/src/run.py` is `src/run.py` where that is there, else `run.py`. */
export function pathIn(folder: Folder, named: string): string | null {
  if (named.length > LONGEST_PATH || INSTALLED.test(named)) return null;
  const parts = named.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  if (parts.length > MOST_PARTS || parts.includes('..')) return null;
  for (let at = 0; at < parts.length; at++) {
    const path = parts.slice(at).join('/');
    const read = folder.read(path);
    if (read !== null && !isUnreadable(read)) return path;
  }
  return null;
}

/** What to change in the Space for an error of the log, likeliest first; nothing where `check` knows no edit for it. */
export function logFixes(
  folder: Folder,
  facts: ReadonlyMap<string, Fact>,
  id: string,
  place: LogPlace | null,
  values: LogValues = {},
): LogFix[] {
  const space = readSpace(folder, facts);
  if (!space) return [];
  const path = place && pathIn(folder, place.file);
  const at = place && path !== null ? { file: path, line: place.line } : null;
  const edits = [...(EDITS.get(id)?.(space, at, values) ?? []), ...editsOfChecks(space, id)];
  return edits.flatMap((each) => fixOf(each, space));
}

/** Errors whose fix needs what the log says. */
const EDITS: ReadonlyMap<string, Editor> = new Map<string, Editor>(
  Object.entries({
    'illegal-duration': changeDuration,
    'quota-exceeded': changeDuration,
    'cuda-tensor-returned': returnToCpu,
    'cuda-in-main-process': returnToCpu,
    'device-mismatch': changeDevice,
  }),
);

/** A check that links to the page of an error finds its cause. */
function editsOfChecks(space: Space, id: string): Change[] {
  return [...CHECKS.values()]
    .filter(({ see, level }) => see.includes(id) && level !== 'consider')
    .flatMap((check) => check.find(space))
    .flatMap(({ fix }) => (fix ? [fix] : []));
}

function fixOf({ title, edits }: Change, { program, files, front }: Space): LogFix[] {
  const linesOf = (file: string) =>
    program.modules.find(({ path }) => path === file)?.lines ??
    files.find((each) => each.file === file)?.lines ??
    (front?.file === file ? front.lines : undefined);
  const diff = unifiedDiff(edits, linesOf);
  const [first] = edits;
  return diff && first
    ? [{ title, file: safe(first.file), line: first.line, diff: diff.split('\n').map(safe).join('\n') as SafeText }]
    : [];
}

function safe(text: string): SafeText {
  return mask(neutralise(text));
}
