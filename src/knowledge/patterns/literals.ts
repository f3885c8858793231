/** Reads a regular expression and tells which literal runs no match can do without, and whether it can become slow. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Reach } from '../../core/library/entry.ts';

const SHORTEST = 6;
/** A Chinese, Japanese or Korean character says as much as two or three letters. */
const SHORTEST_WIDE = 3;

/**
 * The literal runs of a pattern, lower-case: every match holds at least one of them.
 * Empty when there is a way to match without a run that is long enough.
 * @param shortest so many characters at least; of Chinese, Japanese and Korean fewer will do.
 */
export function literalsOf(source: string, shortest = SHORTEST): string[] {
  const pattern = new RegExpParser().parsePattern(source);
  return ofAlternatives(pattern.alternatives, (run) => isLong(run, shortest)) ?? [];
}

/**
 * What a text must hold, lower-case, for the pattern to match: of each set at least one. Also short runs, of which a line of a log
 * holds some by chance: for a last look before the pattern is compiled, not to find lines.
 */
export function needsOf(source: string): string[][] {
  const { alternatives } = new RegExpParser().parsePattern(source);
  const [only, ...others] = alternatives;
  if (only && others.length === 0) return choicesOf(only.elements, isTelling);
  const either = ofAlternatives(alternatives, isTelling);
  return either ? [either] : [];
}

/** Stands for no bound, and for JSON. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** How many characters of a match stand before each of these literals of it, and how many behind it, at most. */
export function reachesOf(source: string, literals: readonly string[]): Reach[] {
  const runs = runsOf(new RegExpParser().parsePattern(source).alternatives, [0, 0]);
  return literals.map((literal) => {
    const own = runs.filter(({ run }) => run === literal);
    const most = (side: 0 | 1): number => Math.min(UNBOUNDED, Math.max(...own.map(({ reach }) => reach[side])));
    return [most(0), most(1)];
  });
}

/** Runs of characters, in small letters, with what may stand before and behind each; `around` is what stands around all of them. */
function runsOf(alternatives: readonly AST.Alternative[], around: Reach): { run: string; reach: Reach }[] {
  return alternatives.flatMap(({ elements }) => {
    const lengths = elements.map(longestElement);
    const reachOf = (from: number, to: number): Reach => [around[0] + sum(lengths.slice(0, from)), around[1] + sum(lengths.slice(to))];
    const runs: { run: string; reach: Reach }[] = [];
    for (let from = 0; from < elements.length; from++) {
      let run = '';
      let to = from;
      for (; isOfRun(elements[to]); to++) run += textOf(elements[to] as AST.Element);
      if (run !== '') runs.push({ run: run.toLowerCase(), reach: reachOf(from, to) });
      const element = elements[to];
      if (element) runs.push(...runsWithin(element, reachOf(to, to + 1)));
      from = to;
    }
    return runs;
  });
}

/** The runs of a group; one that is repeated may stand before and behind itself. */
function runsWithin(element: AST.Element, [before, behind]: Reach): { run: string; reach: Reach }[] {
  const inner = element.type === 'Quantifier' ? element.element : element;
  if (inner.type !== 'Group' && inner.type !== 'CapturingGroup') return [];
  const again = element.type === 'Quantifier' ? longestElement(element) : 0;
  return runsOf(inner.alternatives, [before + again, behind + again]);
}

function isOfRun(element: AST.Element | undefined): boolean {
  return element?.type === 'Character' || element?.type === 'Assertion';
}

function textOf(element: AST.Element): string {
  return element.type === 'Character' ? String.fromCodePoint(element.value) : '';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function longestAlternative(alternatives: readonly AST.Alternative[]): number {
  return Math.max(...alternatives.map(({ elements }) => sum(elements.map(longestElement))));
}

function longestElement(element: AST.Element): number {
  switch (element.type) {
    case 'Assertion':
      return 0;
    case 'Quantifier':
      return element.max === 0 ? 0 : element.max * longestElement(element.element);
    case 'Group':
    case 'CapturingGroup':
      return longestAlternative(element.alternatives);
    case 'Backreference':
      return UNBOUNDED;
    default:
      return 1;
  }
}

/** Why a pattern may be slow or unbounded; null when it is fine. */
export function unboundedPart(source: string): string | null {
  const pattern = new RegExpParser().parsePattern(source);
  for (const alternative of pattern.alternatives) {
    const found = unbounded(alternative.elements, false);
    if (found) return found;
  }
  return null;
}

function unbounded(elements: readonly AST.Element[], isRepeated: boolean): string | null {
  for (const element of elements) {
    if (element.type === 'Quantifier') {
      if (element.max === Number.POSITIVE_INFINITY) return `"${element.raw}" has no upper bound`;
      if (isRepeated && element.max > 1 && element.min !== element.max) return `"${element.raw}" repeats within a repetition`;
      const inner = childrenOf(element.element);
      const found = inner && unbounded(inner, isRepeated || element.max > 1);
      if (found) return found;
    } else {
      const inner = childrenOf(element);
      const found = inner && unbounded(inner, isRepeated);
      if (found) return found;
    }
  }
  return null;
}

function childrenOf(element: AST.Element): AST.Element[] | null {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return element.alternatives.flatMap((alternative) => alternative.elements);
  if (element.type === 'Assertion' && (element.kind === 'lookahead' || element.kind === 'lookbehind')) {
    return element.alternatives.flatMap((alternative) => alternative.elements);
  }
  return null;
}

type Length = (run: string) => boolean;

function ofAlternatives(alternatives: readonly AST.Alternative[], isEnough: Length): string[] | null {
  const all: string[] = [];
  for (const alternative of alternatives) {
    const [best] = choicesOf(alternative.elements, isEnough);
    if (!best) return null;
    all.push(...best);
  }
  return [...new Set(all)];
}

/** Sets of runs of a sequence, the best first: a single run that is long enough, or the runs of a group of which one must stand. */
function choicesOf(elements: readonly AST.Element[], isEnough: Length): string[][] {
  const choices: string[][] = [];
  let run = '';
  const flush = () => {
    if (isEnough(run)) choices.push([run.toLowerCase()]);
    run = '';
  };
  for (const element of elements) {
    if (element.type === 'Character') {
      run += String.fromCodePoint(element.value);
      continue;
    }
    if (element.type === 'Assertion') continue;
    flush();
    const inner = element.type === 'Quantifier' && element.min > 0 ? element.element : element;
    if (inner.type === 'Group' || inner.type === 'CapturingGroup') {
      const literals = ofAlternatives(inner.alternatives, isEnough);
      if (literals) choices.push(literals);
    }
  }
  flush();
  return choices.sort((a, b) => score(b) - score(a));
}

/** Two letters say little, but an expression that lacks them need not be tried; blanks and colons stand everywhere. */
function isTelling(run: string): boolean {
  return /\p{L}{2}/u.test(run);
}

/** Runs that stand in every other line of some logs, whatever happens there: they find nothing, and slow all down. What is settled soon may be found by them. */
const EVERYWHERE = ['python', '/queue/join'];

function isLong(run: string, shortest: number): boolean {
  if (shortest === SHORTEST && EVERYWHERE.includes(run.trim().toLowerCase())) return false;
  const wide = [...run].filter((char) => (char.codePointAt(0) as number) >= 0x2e80).length;
  return run.length >= shortest || wide >= SHORTEST_WIDE;
}

/** Long runs are rare in a log; many alternatives make the search slow. */
function score(literals: string[]): number {
  return Math.min(...literals.map((literal) => literal.length)) - literals.length * 2;
}
