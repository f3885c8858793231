/** The tables of content/names/ and content/members/: what each release brought, and what it took away. */
import { shortVersion } from './version-range.ts';

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
