/** The literal runs of a regular expression: which of them no match can do without, and how far a match reaches around each. */
import { type Alternative, alternativesOf, type Element } from './regex.ts';

/** Sets of small letters: a text that matches holds one part of each. */
export type Needs = readonly (readonly string[])[];

/** So many characters of a match stand before a literal of it, and behind it, at most. */
export type Reach = readonly [before: number, behind: number];

type IsEnough = (run: string) => boolean;

/** What is longer than any text. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/**
 * What a text must hold, lower-case, for the pattern to match: of each set at least one. Also short runs, of which a line of a log
 * holds some by chance: for a last look before the pattern is compiled, not to find lines.
 */
export function needsOf(source: string): Needs {
  const alternatives = alternativesOf(source);
  const [only, ...others] = alternatives;
  if (only && others.length === 0) return choicesOf(only, isTelling);
  const either = eitherOf(alternatives, isTelling);
  return either ? [either] : [];
}

/** The runs, lower-case, of which every match holds at least one; empty when there is a way to match without one that is enough. */
export function runsNeeded(source: string, isEnough: IsEnough): string[] {
  return eitherOf(alternativesOf(source), isEnough) ?? [];
}

/** How far a match reaches around a literal, wherever in the expression that stands. */
export function reachOf(source: string): (literal: string) => Reach {
  const runs = runsOf(alternativesOf(source), [0, 0]);
  return (literal) => {
    const own = runs.filter(({ run }) => run === literal);
    const most = (side: 0 | 1): number => Math.min(UNBOUNDED, Math.max(...own.map(({ reach }) => reach[side])));
    return [most(0), most(1)];
  };
}

/** Runs of characters, in small letters, with what may stand before and behind each; `around` is what stands around all of them. */
function runsOf(alternatives: readonly Alternative[], around: Reach): { run: string; reach: Reach }[] {
  return alternatives.flatMap((elements) => {
    const lengths = elements.map(longestElement);
    const within = (from: number, to: number): Reach => [around[0] + sum(lengths.slice(0, from)), around[1] + sum(lengths.slice(to))];
    const runs: { run: string; reach: Reach }[] = [];
    for (let from = 0; from < elements.length; from++) {
      let run = '';
      let to = from;
      for (; isOfRun(elements[to]); to++) run += textOf(elements[to] as Element);
      if (run !== '') runs.push({ run: run.toLowerCase(), reach: within(from, to) });
      const element = elements[to];
      if (element) runs.push(...runsWithin(element, within(to, to + 1)));
      from = to;
    }
    return runs;
  });
}

/** The runs of a group; one that is repeated may stand before and behind itself. */
function runsWithin(element: Element, [before, behind]: Reach): { run: string; reach: Reach }[] {
  const inner = element.kind === 'repeated' ? element.element : element;
  if (inner.kind !== 'group') return [];
  const again = element.kind === 'repeated' ? longestElement(element) : 0;
  return runsOf(inner.alternatives, [before + again, behind + again]);
}

function isOfRun(element: Element | undefined): boolean {
  return element?.kind === 'character' || element?.kind === 'assertion';
}

function textOf(element: Element): string {
  return element.kind === 'character' ? element.text : '';
}

function longestElement(element: Element): number {
  switch (element.kind) {
    case 'assertion':
      return 0;
    case 'repeated':
      return element.max === 0 ? 0 : element.max * longestElement(element.element);
    case 'group':
      return Math.max(...element.alternatives.map((elements) => sum(elements.map(longestElement))));
    case 'reference':
      return UNBOUNDED;
    default:
      return 1;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function eitherOf(alternatives: readonly Alternative[], isEnough: IsEnough): string[] | null {
  const all: string[] = [];
  for (const alternative of alternatives) {
    const [best] = choicesOf(alternative, isEnough);
    if (!best) return null;
    all.push(...best);
  }
  return [...new Set(all)];
}

/** Sets of runs of a sequence, the best first: a single run that is long enough, or the runs of a group of which one must stand. */
function choicesOf(elements: Alternative, isEnough: IsEnough): string[][] {
  const choices: string[][] = [];
  let run = '';
  const flush = () => {
    if (isEnough(run)) choices.push([run.toLowerCase()]);
    run = '';
  };
  for (const element of elements) {
    if (isOfRun(element)) {
      run += textOf(element);
      continue;
    }
    flush();
    const inner = element.kind === 'repeated' && element.min > 0 ? element.element : element;
    const either = inner.kind === 'group' ? eitherOf(inner.alternatives, isEnough) : null;
    if (either) choices.push(either);
  }
  flush();
  return choices.sort((a, b) => score(b) - score(a));
}

/** Two letters say little, but an expression that lacks them need not be tried; blanks and colons stand everywhere. */
function isTelling(run: string): boolean {
  return /\p{L}{2}/u.test(run);
}

/** Long runs are rare in a log; many alternatives make the search slow. */
function score(literals: string[]): number {
  return Math.min(...literals.map((literal) => literal.length)) - literals.length * 2;
}
