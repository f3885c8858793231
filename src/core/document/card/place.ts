/** Places in a log and in the user's code, as a reader says them. */
import type { Finding } from '../../diagnose/diagnosis.ts';
import { lineOf } from '../../log/traceback/notebook-cell.ts';
import { HOME_OF_A_SPACE, type Location, withinText } from '../../log/traceback/traceback-line.ts';
import type { SafeText } from '../../text/neutralise.ts';

/** `quota.log:23`, or `line 23` of standard input; and how often. Parts of safe texts and numbers are safe. */
export function placeText({ file, firstLine, count }: Pick<Finding, 'file' | 'firstLine' | 'count'>): SafeText {
  const line = lineText({ file, line: firstLine });
  return (count > 1 ? `${line}, ${count} times` : line) as SafeText;
}

/** `quota.log:23`, or `line 23` where the log has no name. */
export function lineText({ file, line }: { file: SafeText | null; line: number }): SafeText {
  return (file === null ? `line ${line}` : `${file}:${line}`) as SafeText;
}

/** With what stands before it a line of a card. */
const LONGEST_PLACE = 60;

/** The same on a card, which is no place for a path over several lines: it begins with one of its last folders. */
export function briefLocationText(location: Location): SafeText {
  const text = locationText(location);
  if (text.length <= LONGEST_PLACE) return text;
  const end = text.slice(-LONGEST_PLACE);
  const folder = end.search(/[\\/]/);
  return (folder < 0 ? text : `…${end.slice(folder)}`) as SafeText;
}

/** `app.py:12 in generate`; `cell In [4], line 12` */
export function locationText(frame: Location): SafeText {
  const { file, line } = frame;
  const short = file.startsWith(HOME_OF_A_SPACE) ? file.slice(HOME_OF_A_SPACE.length) : file;
  return `${lineOf(file, short, line)}${withinText(frame)}` as SafeText;
}
