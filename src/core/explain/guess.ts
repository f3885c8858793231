/** The nearest page as an answer: its fix that comes nearest to the words, and fits what the text gives away of the machine. */
import type { Environment } from '../environment/environment.ts';
import { VISITOR } from '../library/asker.ts';
import { holds, type Known } from '../library/condition.ts';
import type { Entry, ErrorEntry, Fix } from '../library/entry.ts';
import { bodyOf } from '../library/entry-text.ts';
import type { Library } from '../library/library.ts';
import { type Snippet, snippet } from '../markup/blocks.ts';
import { snippetsOf } from '../markup/read.ts';
import type { Guess, Way } from '../result.ts';
import { isRuledOut } from './fix/choose-fix.ts';
import { type Filling, fillWhole } from './fix/fill.ts';
import { fixForAsker } from './fix/fix-for-asker.ts';
import { fixesNear, isForPage } from './fix/near-fixes.ts';
import { saysVisitor } from './fix/visiting.ts';
import type { NearPage } from './nearest.ts';
import { ofMachine } from './values/of-machine.ts';

/** A picture, or what a program prints, is nothing to do. */
const NO_CODE = 'text';

const NOTHING_TO_DO = { fix: null, hint: null, shown: null };

/** The first of the pages as a guess, the others beside it; null where there is none. What to do is told where the page is likely the right one. */
export function guessAmong(
  library: Pick<Library, 'asker'>,
  pages: readonly NearPage[],
  environment: Environment,
  text: string,
): Guess | null {
  const [first, ...others] = pages;
  if (!first) return null;
  const { entry, isLikely } = first;
  return {
    entry,
    others: others.map((page) => page.entry),
    isLikely,
    ...(isLikely ? todoOf(library, entry, environment, text) : NOTHING_TO_DO),
  };
}

/** All of the pages with what each says to do, where none of them is likely. */
export function waysAmong(library: Pick<Library, 'asker'>, pages: readonly NearPage[], environment: Environment, text: string): Way[] {
  if (pages[0]?.isLikely) return [];
  return pages.map(({ entry }) => ({
    entry,
    todo: entry.kind === 'error' ? (fixOf(library, entry, environment, text).fix?.title ?? null) : null,
  }));
}

function todoOf(
  library: Pick<Library, 'asker'>,
  entry: Entry,
  environment: Environment,
  text: string,
): Pick<Guess, 'fix' | 'hint' | 'shown'> {
  return entry.kind === 'error'
    ? { ...fixOf(library, entry, environment, text), shown: null }
    : { ...NOTHING_TO_DO, shown: shownOf(entry) };
}

/**
 * The first fix that fits: of those whose words come near, else of those that stand for the page; none where there is none. One whose title is
 * whole comes first: "book at most so many seconds" helps nobody without the number.
 */
function fixOf(library: Pick<Library, 'asker'>, entry: ErrorEntry, environment: Environment, text: string): Pick<Guess, 'fix' | 'hint'> {
  const filling: Filling = { known: ofMachine(environment), blanks: entry.blanks };
  const fitting = entry.fixes.filter((fix) => !isRuledOut(fix, filling.known));
  const named = fixesNear(entry, text, fitting);
  const { first, others, hint } = fixForAsker(library, entry, named, filling, {
    asker: environment.asker,
    visits: saysVisitor(environment),
  });
  const isMeant = (fix: Fix) => fix.name === VISITOR || named.length > 0 || isForPage(entry, fix) || isForMachine(fix, filling.known);
  const titles = new Map(entry.fixes.map(({ name, title }) => [name, title]));
  const isWhole = ({ name }: Fix) => fillWhole(titles.get(name) ?? [], filling) !== null;
  const meant = [...(first ? [first] : []), ...others].filter(isMeant);
  const [likeliest = null] = meant;
  const whole = meant.filter(isWhole);
  // What is for a visitor gives way to what is for a visitor.
  const fix = whole.find(({ who }) => who === likeliest?.who) ?? whole[0] ?? likeliest;
  return { fix, hint: fix === first ? hint : null };
}

/** Whether it is for the very machine that the text gives away. */
function isForMachine({ when }: Fix, known: Known): boolean {
  return when.length > 0 && when.every((condition) => holds(condition, known) === true);
}

/** What a rule or a guide shows first, in code; of a tree the command that walks it. */
function shownOf(entry: Exclude<Entry, ErrorEntry>): Snippet | null {
  if (entry.kind === 'tree') return snippet(`zerogpu-advisor decide ${entry.id}`, 'bash');
  const todo =
    entry.kind === 'rule' ? entry.sections.filter(({ heading }) => heading === 'Do').flatMap(({ blocks }) => blocks) : bodyOf(entry);
  return snippetsOf(todo).find(({ language }) => language !== NO_CODE) ?? null;
}
