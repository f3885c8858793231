/** Tables of members by what has them: each owner, and each release, is written once, which takes a tenth less room. */

/** Between an owner and each of its changes: a sign and the number of the release, then the names. No name holds one. */
const CHANGE = /[+-]/;
/** Numbers of releases are written in as few digits as JavaScript can. */
const RADIX = 36;

/** A line of a table: version, sign, owner and names. @param table as content/members/ has it, by release, by sign, by owner. */
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

/** The table again. */
export function byRelease(short: string): string {
  const [head, written = '', ...rows] = short.split('\n');
  const versions = written.split(' ');
  const gains: string[][] = versions.map(() => []);
  const losses: string[][] = versions.map(() => []);
  for (const row of rows) {
    const [owner = '', ...changes] = row.split(CHANGE);
    let at = owner.length;
    for (const change of changes) {
      const [number = '', ...names] = change.split(' ');
      const isGain = row[at] === '+';
      const release = Number.parseInt(number, RADIX);
      (isGain ? gains : losses)[release]?.push(`${versions[release]} ${isGain ? '+' : '-'} ${owner} ${names.join(' ')}`);
      at += 1 + change.length;
    }
  }
  return [head, ...versions.flatMap((_, release) => [...(gains[release] ?? []), ...(losses[release] ?? [])]), ''].join('\n');
}
