/** Long logs mixed from the real texts of this repository: what a crash loop writes, and texts drawn at random. The same at every run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(import.meta.dirname, '..');

/** Every text of test/logs and test/examples. */
export function realTexts(): string[] {
  const logs = readdirSync(join(TESTS, 'logs')).filter((name) => name.endsWith('.log'));
  const examples = readdirSync(join(TESTS, 'examples')).filter((name) => name.endsWith('.jsonl'));
  return [
    ...logs.sort().map((name) => readFileSync(join(TESTS, 'logs', name), 'utf8')),
    ...examples.sort().flatMap((name) => textsOf(readFileSync(join(TESTS, 'examples', name), 'utf8'))),
  ];
}

function textsOf(jsonl: string): string[] {
  const rows = jsonl.split('\n').filter((line) => line !== '');
  return rows.flatMap((row) => (JSON.parse(row) as { text?: string }).text ?? []);
}

/** A number below `below`, for a run that can be repeated. */
export type Random = (below: number) => number;

/** Numbers as random as a bench needs, from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
