/** Edits as a unified diff of the user's own lines. */
import { own, type SafeText } from '../core/text/neutralise.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Edit } from './check.ts';

/** Lines shown around a change, where nobody says how many. */
const AROUND = 2;

/** In: edits, and the lines of a file by its path. Out: a unified diff that may be shown, with a header a file; empty when a file is not known. */
export function unifiedDiff(edits: Edit[], linesOf: (file: string) => readonly string[] | undefined, around = AROUND): SafeText {
  const files = [...new Set(edits.map(({ file }) => file))];
  const diff = files.flatMap((file) => {
    const lines = linesOf(file);
    const there = edits.filter((edit) => edit.file === file).sort((one, other) => one.line - other.line);
    return lines ? [`--- a/${file}`, `+++ b/${file}`, ...hunksOf(there, lines, around)] : [];
  });
  return own(diff.map((line) => neutraliseAndMask(line)).join('\n'));
}

function hunksOf(edits: Edit[], lines: readonly string[], around: number): string[] {
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const open = groups.at(-1)?.at(-1);
    if (open && edit.line - (open.line + open.count) <= 2 * around) groups.at(-1)?.push(edit);
    else groups.push([edit]);
  }
  let shift = 0;
  return groups.flatMap((group) => {
    const [first, end] = [group[0] as Edit, group.at(-1) as Edit];
    const from = Math.max(1, first.line - around);
    const to = Math.min(last, end.line + end.count - 1 + around);
    const body = bodyOf(group, lines, from, to);
    const added = body.filter((line) => !line.startsWith('-')).length;
    const header = `@@ -${from},${to - from + 1} +${from + shift},${added} @@`;
    shift += added - (to - from + 1);
    return [header, ...body];
  });
}

function bodyOf(group: Edit[], lines: readonly string[], from: number, to: number): string[] {
  const body: string[] = [];
  let at = from;
  for (const edit of group) {
    for (; at < edit.line; at++) body.push(` ${lines[at - 1]}`);
    for (; at < edit.line + edit.count; at++) body.push(`-${lines[at - 1]}`);
    body.push(...edit.lines.map((line) => `+${line}`));
  }
  for (; at <= to; at++) body.push(` ${lines[at - 1]}`);
  return body;
}
