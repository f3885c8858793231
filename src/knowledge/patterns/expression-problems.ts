/** What may be wrong with an expression that a content file proves by samples of its own. */

import type { Problem } from '../problem.ts';
import { literalsOf } from './literals.ts';
import { slowness } from './regex-safety.ts';
import { unboundedPart } from './unbounded.ts';

const IN_WORDS: Record<number, string> = { 5: 'five', 6: 'six' };

/** A broken, unbounded or slow expression, one without a literal, a sample that it misses, a near-miss that it hits. */
export function expressionProblems(
  path: string,
  source: string,
  samples: readonly string[],
  nearMisses: readonly string[],
  shortest: number,
): Problem[] {
  const broken = brokenBy(source);
  if (broken) return [{ check: 'regex', path, reason: broken, help: 'Single quotes in YAML keep backslashes as they are.' }];
  const regex = new RegExp(source, 'i');
  return [
    ...literalProblems(path, source, shortest),
    ...boundProblems(path, source),
    ...samples
      .filter((text) => !regex.test(text))
      .map((text) => ({
        check: 'sample',
        path,
        reason: `The pattern ${source} misses its sample: ${text}`,
        help: 'Correct one of the two.',
      })),
    ...nearMisses
      .filter((text) => regex.test(text))
      .map((text) => ({
        check: 'near-miss',
        path,
        reason: `The pattern ${source} hits its near-miss: ${text}`,
        help: 'Narrow the pattern.',
      })),
  ];
}

/** Every match of it must hold a literal: lines are found by those. */
export function literalProblems(path: string, source: string, shortest = 6): Problem[] {
  if (literalsOf(source, shortest).length > 0) return [];
  const reason = `No literal of ${IN_WORDS[shortest] ?? shortest} characters in every match of: ${source}`;
  return [{ check: 'literal', path, reason, help: 'Anchor the pattern on words that must stand in the text.' }];
}

/** A repetition without bounds, or a text that makes the expression slow. */
export function boundProblems(path: string, source: string): Problem[] {
  const part = unboundedPart(source);
  if (part)
    return [
      { check: 'bound', path, reason: `${part} in: ${source}`, help: 'Give every repetition a bound, {0,200}, and none within another.' },
    ];
  const slow = slowness({ source, flags: 'i' });
  if (!slow) return [];
  const help = 'Let no two repetitions that take the same characters follow each other; begin with a literal; use smaller bounds.';
  return [{ check: 'slow', path, reason: `A hostile text makes this slow (${slow}): ${source}`, help }];
}

/** Why a source is no expression at all; null when it is one. */
export function brokenBy(source: string): string | null {
  try {
    new RegExp(source, 'i');
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
