/** The tables of content/names/ and content/members/: what each release brought, and what it took away. */
import { shortVersion } from './version-range.ts';

/** Between an owner and each of its changes: a sign and the number of the release, then the names. No name holds one. */
const CHANGE = /[+-]/;
/** Numbers of releases are written in as few digits as JavaScript can. */
const RADIX = 36;

/** A line of a table, as in `4.46.0 + Trainer() processing_class`. */
export interface Change {
  version: string;
  isGain: boolean;
  /** A module, a class, a call: what has the names. */
  owner: string;
  names: readonly string[];
}

/** When something came and went. Versions are written as short as they can be: 4.57 for 4.57.0. */
export interface History {
  /** The first release that has it. */
  since?: string;
  /** The first release that has it no more. */
  gone?: string;
}

/** The lines below the first, oldest first. */
export function changesIn(table: string): Change[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => {
      const [version = '', sign, owner = '', ...names] = line.split(' ');
      return { version, isGain: sign === '+', owner, names };
    });
}

/** The release that took away what these changes are about; undefined where what went came again, or never went. */
export function lossIn(changes: readonly Change[]): string | undefined {
  const last = changes.at(-1);
  return last && !last.isGain ? last.version : undefined;
}

/** What changes of one thing tell of it. */
export function historyOf(changes: readonly Change[]): History {
  const gain = changes.findLast(({ isGain }) => isGain);
  const loss = lossIn(changes);
  return { ...(gain && { since: shortVersion(gain.version) }), ...(loss && { gone: shortVersion(loss) }) };
}

/**
 * A table of members by what has them: each owner, and each release, is written once, which takes a tenth less room.
 * @param table as content/members/ has it, by release, by sign, by owner: a line is version, sign, owner and names.
 */
export function byOwner(table: string): string {
  const [head, ...lines] = table.trimEnd().split('\n');
  const versions = [...new Set(lines.map((line) => line.slice(0, line.indexOf(' '))))];
  const owners = new Map<string, string>();
  for (const line of lines) {
    const [version = '', sign, owner = '', ...names] = line.split(' ');
    const change = `${sign}${versions.indexOf(version).toString(RADIX)} ${names.join(' ')}`;
    owners.set(owner, (owners.get(owner) ?? '') + change);
  }
  const rows = [...owners].sort(([a], [b]) => (a < b ? -1 : 1)).map(([owner, changes]) => owner + changes);
  return [head, versions.join(' '), ...rows].join('\n');
}

/** The table as content/members/ has it: a diagnosis waits for it. */
export function byRelease(short: string): string {
  const [head, written = '', ...rows] = short.split('\n');
  const versions = written.split(' ');
  const gains = versions.map(() => '');
  const losses = versions.map(() => '');
  for (const row of rows) {
    const owner = row.slice(0, row.search(CHANGE));
    for (let at = owner.length; at < row.length; ) {
      const blank = row.indexOf(' ', at);
      const next = row.slice(blank).search(CHANGE);
      const end = next < 0 ? row.length : blank + next;
      const release = Number.parseInt(row.slice(at + 1, blank), RADIX);
      const of = row[at] === '+' ? gains : losses;
      of[release] += `${versions[release]} ${row[at]} ${owner}${row.slice(blank, end)}\n`;
      at = end;
    }
  }
  return `${head}\n${versions.map((_, release) => `${gains[release]}${losses[release]}`).join('')}`;
}
