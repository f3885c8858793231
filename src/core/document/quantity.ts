/** Numbers as a reader says them. */

/** `1 line`, `2 lines`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

const KILO = 1024;

/** Bytes: `340 bytes`, `1.2 kB`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < KILO) return count(bytes, 'byte');
  if (bytes < KILO * KILO) return `${(bytes / KILO).toFixed(1)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
