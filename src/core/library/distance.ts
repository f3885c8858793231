/** Longer texts are no words, and comparing them takes the square of their length: they count as far apart as can be. */
const LONGEST_WORD = 200;

/** How far two words are apart: insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest > LONGEST_WORD) return longest;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
