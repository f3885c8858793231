/** Numbers as a reader says them. */

/** Before each group of three digits but the first. Node's own way reads tables of all languages first, for ten milliseconds. */
const THOUSANDS = /\B(?=(?:\d{3}){1,6}$)/g;

/** `1 line`, `2 lines`, `1,204 lines`. */
export function count(n: number, noun: string): string {
  return `${String(n).replace(THOUSANDS, ',')} ${noun}${n === 1 ? '' : 's'}`;
}

const KILO = 1024;

/** Bytes: `340 bytes`, `1.2 kB`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < KILO) return count(bytes, 'byte');
  if (bytes < KILO * KILO) return `${(bytes / KILO).toFixed(1)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
