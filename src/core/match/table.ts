/** What every text is searched for, laid out by literals: built with the program, for it takes longer than reading a short log. */
import type { ErrorEntry } from '../library/entry.ts';
import type { MatchTable } from '../library/library.ts';

/** The table of these errors. */
export function tableOf(errors: readonly ErrorEntry[]): MatchTable {
  const numbers = new Map<string, number>();
  const needing: number[][] = [];
  const patterns: [string, number][] = [];
  for (const { id, signature } of errors) {
    for (const [index, pattern] of signature.patterns.entries()) {
      for (const literal of pattern.literals) {
        const number = numbers.get(literal) ?? numbers.size;
        numbers.set(literal, number);
        needing[number] = [...(needing[number] ?? []), patterns.length];
      }
      patterns.push([id, index]);
    }
  }
  return { texts: [...numbers.keys()], needing, patterns };
}
