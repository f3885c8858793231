/** Long logs mixed from the real texts of this repository: what a crash loop writes, and texts drawn at random. The same at every run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../../src/core/match/match.ts';

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

/** Other digits wherever there are two in a row: what a time stamp, a process or a progress bar changes in a line. */
export function withOtherNumbers(text: string, random: Random): string {
  return text.replace(/\d{2,}/g, (digits) => Array.from(digits, () => random(10)).join(''));
}

const SEED = 7;
/** So many texts come again and again in a crash loop. */
const IN_LOOP = 6;

function filled(megabytes: number, next: () => string): Uint8Array {
  const pieces: string[] = [];
  for (let length = 0; length < megabytes * 1e6; length += (pieces.at(-1) as string).length) pieces.push(`${next()}\n`);
  return new TextEncoder().encode(pieces.join(''));
}

/** Texts drawn at random. `isFresh`: each time with other numbers. */
export function drawn(megabytes: number, isFresh = false): Uint8Array {
  const random = randomFrom(SEED);
  const texts = realTexts();
  return filled(megabytes, () => {
    const text = texts[random(texts.length)] as string;
    return isFresh ? withOtherNumbers(text, random) : text;
  });
}

/** A few texts, in turn. */
export function loop(megabytes: number): Uint8Array {
  const random = randomFrom(SEED);
  const texts = realTexts();
  const few = Array.from({ length: IN_LOOP }, () => texts[random(texts.length)] as string);
  let turn = 0;
  return filled(megabytes, () => few[turn++ % IN_LOOP] as string);
}

/** Lines of real texts that hold no literal of a signature, and `share` of 1 that do, drawn at random. */
export function cleanLines(megabytes: number, matcher: Matcher, share = 0): Uint8Array {
  const random = randomFrom(SEED);
  const lines = [...new Set(realTexts().flatMap((text) => text.split('\n')))];
  const [clean, telling]: [string[], string[]] = [[], []];
  for (const text of lines) (matcher.isCandidate({ text }) ? telling : clean).push(text);
  return filled(megabytes, () => {
    const some = random(1000) < share * 1000 ? telling : clean;
    return some[random(some.length)] as string;
  });
}
