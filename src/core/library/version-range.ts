/** Comparing versions as releases are numbered. */

/** Below zero when `a` is older than `b`; local labels (+cu128) and what stands behind the numbers do not count. */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return (/^\d{1,9}(?:\.\d{1,9}){0,4}/.exec(version)?.[0] ?? '0').split('.').map(Number);
}

/** 4.57.0 → 4.57, as people write it. */
export function shortVersion(version: string): string {
  return version.replace(/(\.\d{1,4})\.0$/, '$1');
}
