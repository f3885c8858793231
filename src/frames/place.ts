/** Where a frame's file lies within an installed package. */

/** A file of an installed package: its folder below site-packages, and its path within that. */
export interface Place {
  folder: string;
  path: string;
}

const INSTALLED = ['site-packages/', 'dist-packages/'];
/** How logs shorten a path at its beginning. */
const SHORTENED = ['.../', '…/', './'];

/** The place of a file within a package, from a path of any system; null for the user's own files and for Python itself. */
export function placeOf(file: string): Place | null {
  const whole = file.replaceAll('\\', '/');
  const starts = INSTALLED.map((mark) => ({ at: whole.lastIndexOf(mark), length: mark.length })).filter(({ at }) => at >= 0);
  const cut = SHORTENED.find((mark) => whole.startsWith(mark));
  const within = starts[0] ? whole.slice(starts[0].at + starts[0].length) : whole.slice(cut?.length ?? 0);
  const slash = within.indexOf('/');
  return slash > 0 ? { folder: within.slice(0, slash), path: within.slice(slash + 1) } : null;
}
