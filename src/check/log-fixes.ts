/** The fix of an error of a log as a change of the user's own lines, where an edit is known for it. */
import type { OwnChange } from '../core/beside.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import { unifiedDiff } from './diff.ts';
import { type At, type Change, changeDevice, changeDuration, type Editor, type LogValues, returnToCpu } from './log-edits.ts';
import { CHECKS } from './registry.ts';
import { type LogPlace, pathIn } from './source-lines.ts';
import { linesOf, type Space } from './space/space.ts';

/** One line around a change: the diff of a line fits on a card. */
const AROUND = 1;

/** What to change in the Space for an error of the log, likeliest first; nothing where no edit is known for it. */
export function logFixes(space: Space, id: string, place: LogPlace | null, values: LogValues): OwnChange[] {
  const path = place && pathIn(space.folder, place.file);
  const at = place && path !== null ? { file: path, line: place.line } : null;
  const own = guarded(() => EDITS.get(id)?.(space, at, values) ?? []);
  const found = editsOfChecks(space, id).filter((change) => concerns(change, space, values));
  return [...own, ...nearestFirst(found, at)].flatMap((each) => fixOf(each, space));
}

/** Errors whose fix needs what the log says. */
const EDITS: ReadonlyMap<string, Editor> = new Map<string, Editor>(
  Object.entries({
    'illegal-duration': changeDuration,
    'quota-exceeded': changeDuration,
    'cuda-tensor-returned': returnToCpu,
    'device-mismatch': changeDevice,
  }),
);

/** A check that links to the page of an error finds its cause. */
function editsOfChecks(space: Space, id: string): Change[] {
  return [...CHECKS.values()]
    .filter(({ see, level }) => see.includes(id) && level !== 'consider')
    .flatMap((check) => guarded(() => check.find(space).flatMap(({ fix }) => fix ?? [])));
}

/** A source that is made to exhaust an edit gets none. */
function guarded(make: () => Change[]): Change[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** A pin is the reason only where the message names what it pins. */
function concerns({ edits }: Change, { requirements }: Space, { message = '' }: LogValues): boolean {
  const words = message.toLowerCase().replace(/[_.]/g, '-');
  const pinned = requirements.filter(({ file, line }) => edits.some((edit) => edit.file === file && edit.line === line));
  return pinned.every(({ name }) => words.includes(name));
}

function nearestFirst(changes: Change[], at: At): Change[] {
  const far = ({ edits: [first] }: Change) => (first && at && first.file === at.file ? Math.abs(first.line - at.line) : Infinity);
  return [...changes].sort((one, other) => (far(one) < far(other) ? -1 : far(one) > far(other) ? 1 : 0));
}

function fixOf({ title, edits }: Change, space: Space): OwnChange[] {
  const diff = unifiedDiff(edits, (file) => linesOf(space, file), AROUND);
  const [first] = edits;
  return diff && first ? [{ title, file: neutraliseAndMask(first.file), line: first.line, diff }] : [];
}
