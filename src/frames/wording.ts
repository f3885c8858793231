/** Says which releases a set of them is: "2.1.2", "2.1.x", "4.41.0 to 4.44.1", "6.31.0 or newer". */

/** More separate runs than these are told as one range from the first to the last. */
const MOST_RUNS = 3;

/** A set of releases in words, from a flag for each of all releases (oldest first). */
export function wordingOf(releases: readonly string[], fits: readonly boolean[]): string {
  const runs = runsOf(fits);
  const last = releases.length - 1;
  const whole = { from: runs[0]?.from ?? 0, to: runs.at(-1)?.to ?? last };
  return (runs.length > MOST_RUNS ? [whole] : runs).map((run) => runWording(releases, run)).join(' or ');
}

interface Run {
  from: number;
  to: number;
}

function runsOf(fits: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  for (const [index, isFitting] of fits.entries()) {
    const open = runs.at(-1);
    if (!isFitting) continue;
    if (open?.to === index - 1) open.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs;
}

/** What the table begins or ends with may be older or newer than any release in it. */
function runWording(releases: readonly string[], { from, to }: Run): string {
  const [first, last] = [releases[from] as string, releases[to] as string];
  if (to === releases.length - 1) return `${first} or newer`;
  if (from === 0) return `${last} or older`;
  if (from === to) return first;
  const minor = minorOf(first);
  const isWhole = minorOf(releases[from - 1] as string) !== minor && minorOf(releases[to + 1] as string) !== minor;
  return isWhole && minorOf(last) === minor ? `${minor}.x` : `${first} to ${last}`;
}

/** 2.1 of 2.1.2. */
function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
