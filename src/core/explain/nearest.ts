/**
 * Pages offered as guesses. For a failure: by its words and those around it, errors before other pages, those of its kind before others. For
 * what somebody only tells: what a search for it finds.
 */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Entry } from '../library/entry.ts';
import { fileNameOf, type Location, packageFolderOf } from '../log/traceback/traceback-line.ts';
import type { SearchIndex } from '../search/search.ts';

export type Search = Pick<SearchIndex, 'nearTo' | 'told'>;

/** For who needs no guesses. */
export const NO_SEARCH = (): Search => ({ nearTo: () => [], told: () => [] });

/** What of a failure pages are looked for by. */
type Asked = Pick<Failure, 'kind' | 'type' | 'message' | 'isCut' | 'raisedIn'>;

/** A page, and how near it comes in points of the search: content/README.md tells what they are worth. */
export interface NearPage {
  entry: Entry;
  nearness: number;
  /** Two of three such pages are the right one: a fix of a wrong page does harm. */
  isLikely: boolean;
}

/** So many pages are offered. */
export const MOST_PAGES = 3;
/** The message of a failure stands among the words around it, and counts once more. */
const MESSAGE = 0.66;
/** One that the text lacks counts as if it stood there. */
const MISSING = 1 + MESSAGE;
/** Who gives a text to a diagnosis tells that something fails: an error is likelier than a rule or a guide, */
const ERROR = 9;
/** likelier yet when its texts are of the kind of the failure, */
const SAME_KIND = 8;
/** and what is harmless explains no failure. */
const NOTICE = -12;
/** Below it a page shares everyday words with a failure and no more; */
const LEAST = 32;
/** and what the app's own code raised is seldom an error that a page describes. */
const LEAST_OWN = 35;
/** From here on a page is likely the right one, see content/README.md, */
const LIKELY = 52;
/** and where the message itself is only supposed, several pages for imports reach less. */
const LIKELY_CUT = 75;
/** A statement that imports. */
const IMPORT = /^(?:import (?<module>\w[\w.]{0,80})|from (?<from>\w[\w.]{0,80}) import (?<name>\w{1,80}))/;
/** How far behind the best one a page may be: one farther behind only distracts. */
const NEAR_TO_BEST = 0.5;
/** The same of what is only told, which is searched for as a question is. */
const TOLD = { least: 5, likely: 20, share: 0.4 };
/** Of what happens where no Space is, few pages speak: what comes less near than this was about something else (of nine lists read). */
const TOLD_ELSEWHERE = { ...TOLD, least: 8 };

/**
 * Pages for what somebody only tells.
 * @param fits whether a page can be meant where the text was made.
 * @param hasNoSpace it was made where no Space is.
 */
export function pagesTold(search: Pick<Search, 'told'>, text: string, fits: (entry: Entry) => boolean, hasNoSpace: boolean): NearPage[] {
  const found = search.told(text).filter(({ entry }) => fits(entry));
  const pages = found.map(({ entry, score }): NearPage => ({ entry, nearness: score, isLikely: score >= TOLD.likely }));
  return nearestOf(pages, hasNoSpace ? TOLD_ELSEWHERE : TOLD);
}

/**
 * Pages for a failure of which no entry knows the cause.
 * @param text the last words of the text.
 * @param fits whether a page can be meant: one that is told anyway, or is for another place, cannot.
 */
export function pagesNear(search: Pick<Search, 'nearTo'>, text: string, failure: Asked, fits: (entry: Entry) => boolean): NearPage[] {
  const points = new Map<Entry, number>();
  const add = (words: string, worth: number) => {
    for (const { entry, score } of search.nearTo(words)) if (fits(entry)) points.set(entry, (points.get(entry) ?? 0) + worth * score);
  };
  // Of an exit code neither the words nor the kind say anything of the cause.
  const telling = failure.kind === 'exit-code' ? null : failure;
  add(text, 1);
  // A message that is missing does not stand in the text.
  if (telling) add(messageOf(telling), telling.isCut ? MISSING : MESSAGE);
  const likely = failure.isCut ? LIKELY_CUT : LIKELY;
  const pages = [...points].map(([entry, score]): NearPage => {
    const nearness = score + likelihoodOf(entry, telling);
    return { entry, nearness, isLikely: nearness >= likely };
  });
  return nearestOf(pages, { least: failure.kind === 'own-code' ? LEAST_OWN : LEAST, share: NEAR_TO_BEST });
}

/** Its name and its words. */
export function messageOf(failure: Omit<Asked, 'kind'>): string {
  const { type, message, isCut } = failure;
  return isCut ? likelyMessageOf(failure) : type === null ? message : `${type} ${message}`;
}

/** What a traceback that breaks off most likely ends with, where that is an import; where no statement is quoted, what was run. */
function likelyMessageOf({ message, raisedIn }: Pick<Asked, 'message' | 'raisedIn'>): string {
  if (raisedIn && raisedIn.quoted === '') return inWords(raisedIn);
  const { from, name, module } = IMPORT.exec(message)?.groups ?? {};
  if (module) return `ModuleNotFoundError No module named '${module}'`;
  return from ? `ImportError cannot import name '${name}' from '${from}'` : message;
}

/** "gradio oauth import", "diffusers pipeline_flux encode_prompt". */
function inWords({ file, function: name }: Location): string {
  return [packageFolderOf(file) ?? '', fileNameOf(file).replace(/\.py$/, ''), name.replace('<module>', 'import')].join(' ');
}

/** What speaks for a page, or against it, whatever its words are. */
function likelihoodOf(entry: Entry, failure: Pick<Failure, 'kind'> | null): number {
  if (entry.kind !== 'error') return 0;
  const isOfKind = failure !== null && entry.kinds.includes(failure.kind);
  return ERROR + (isOfKind ? SAME_KIND : 0) + (entry.role === 'notice' ? NOTICE : 0);
}

/** The nearest, none below the least nor farther behind the best one than this share of it. */
function nearestOf(pages: readonly NearPage[], { least, share }: { least: number; share: number }): NearPage[] {
  const sorted = pages.toSorted((a, b) => b.nearness - a.nearness);
  const nearToBest = (sorted[0]?.nearness ?? 0) * share;
  return sorted.filter(({ nearness }) => nearness >= Math.max(least, nearToBest)).slice(0, MOST_PAGES);
}
