/** Compares versions, and tells whether what an entry says of a version applies to a log. */
import type { VersionNote } from './entry.ts';

/** Below zero when `a` is older than `b`; local labels (+cu128) do not count. */
export function compareVersions(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): number[] {
  return (version.split('+')[0] as string).split('.').map(Number);
}

/** Whether the versions of a log make this note apply. */
export function applies(note: VersionNote, versions: Readonly<Record<string, string | null | undefined>>): boolean {
  const version = versions[note.name];
  if (!version) return false;
  const order = compareVersions(version, note.version);
  if (note.operator === '<') return order < 0;
  if (note.operator === '<=') return order <= 0;
  if (note.operator === '>') return order > 0;
  if (note.operator === '>=') return order >= 0;
  return order === 0;
}
