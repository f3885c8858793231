/**
 * Whether a regular expression can be made slow by the text it reads. recheck searches for an attack no longer than what the
 * program ever matches; what it found harmless once is remembered in proven-patterns.txt, so that only new patterns take time.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Diagnostics, Parameters } from 'recheck';

/** A sorted list of fingerprints, made by `npm run check -- --deep`; what is not in it is searched anew in every run. */
export const PROVEN = join(import.meta.dirname, 'proven-patterns.txt');

/**
 * Two joined lines of 8 kB are the longest text that is matched; an attack within them must cost more than this many steps.
 * Timed limits are off, so that a busy machine gives the same answer, save the last one, which only ends a search without result.
 */
const SEARCH: Parameters = {
  maxAttackStringSize: 16_384,
  attackLimit: 10_000_000,
  attackTimeout: null,
  maxIteration: 2,
  maxGenerationSize: 30,
  maxInitialGenerationSize: 100,
  timeout: 15_000,
};

/** A pattern with its flags. */
export interface Expression {
  source: string;
  flags: string;
}

/** Short name of an expression in the list of the proven ones. */
export function fingerprint({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

const proven = new Set<string>();
let isLoaded = false;

function load(): void {
  isLoaded = true;
  try {
    for (const line of readFileSync(PROVEN, 'utf8').split('\n')) if (line) proven.add(line);
  } catch {
    // Without the list everything is searched again.
  }
}

/** Whether the list says that no attack is known. */
export function isProven(expression: Expression): boolean {
  if (!isLoaded) load();
  return proven.has(fingerprint(expression));
}

/** Why an expression can be made slow; null when no attack is known. The first answer for a new one may take seconds. */
export function slowness(expression: Expression): string | null {
  if (isProven(expression)) return null;
  // Loaded late: a worker starts with it.
  const { checkSync } = createRequire(import.meta.url)('recheck') as typeof import('recheck');
  const reason = verdict(checkSync(expression.source, expression.flags, SEARCH));
  if (reason === null) proven.add(fingerprint(expression));
  return reason;
}

/** Searches expressions for an attack, a few at a time. Out: the fingerprints of the harmless ones, and what is wrong with the others. */
export async function searchAll(expressions: Expression[], workers = 2): Promise<{ harmless: string[]; slow: [Expression, string][] }> {
  const { check } = createRequire(import.meta.url)('recheck') as typeof import('recheck');
  const waiting = [...expressions];
  const harmless: string[] = [];
  const slow: [Expression, string][] = [];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const reason = verdict(await check(next.source, next.flags, SEARCH));
      if (reason === null) harmless.push(fingerprint(next));
      else slow.push([next, reason]);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { harmless: harmless.sort(), slow };
}

function verdict(found: Diagnostics): string | null {
  if (found.status === 'vulnerable') return `${found.complexity.summary}, for example by ${found.attack.pattern.slice(0, 160)}`;
  // "unknown" is a search that ended without an attack: the work test on hostile lines stands behind it.
  if (found.status === 'unknown' && found.error.kind !== 'timeout') return `recheck cannot read it (${found.error.kind})`;
  return null;
}
