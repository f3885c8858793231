/** Which release of a library a traceback comes from: a file, a line, a function and the quoted source belong to a few of them only. */
import { type Frame, type FrameVersion, MOST_FRAMES } from '../core/library/frame.ts';
import { type Place, placeOf } from './place.ts';
import { isTelling, signsOf } from './quote.ts';
import { answer, parseTable, type Question, type ReleaseTable } from './table.ts';
import { wordingOf } from './wording.ts';

/** Without a quoted line this many frames, in different functions, have to agree. */
const UNQUOTED_NEEDED = 2;
/** Far longer than any function of a library is called, its class and arguments with it. */
const LONGEST_NAME = 300;
/** Of all releases this part at most may be left, or there is nothing worth telling. */
const WORTH_TELLING = 0.5;

interface Evidence {
  frame: Frame;
  fits: boolean[];
}

/**
 * The versions of the libraries in a traceback, in the order in which they appear.
 *
 * Frames of the same library are intersected. A library is left out where nothing is known of its frames, where too many releases fit,
 * and where the frames contradict the table or each other: a build from source, a patched file, two environments in one text.
 *
 * @param frames frames as the log gives them; foreign text: nothing of it is used but to compare.
 * @param load the table of a package by its folder below site-packages; undefined where there is none. Asked once for each folder.
 */
export function versionsFromFrames(frames: readonly Frame[], load: (folder: string) => string | undefined): FrameVersion[] {
  const found: FrameVersion[] = [];
  for (const [folder, placed] of byFolder(frames)) {
    const text = load(folder);
    if (text === undefined) continue;
    const table = parseTable(text);
    const version = versionOf(table, trusted(evidenceOf(table, placed) ?? []));
    if (version) found.push(version);
  }
  return found;
}

interface Placed {
  frame: Frame;
  place: Place;
}

function byFolder(frames: readonly Frame[]): Map<string, Placed[]> {
  const seen = new Set<string>();
  const folders = new Map<string, Placed[]>();
  for (const frame of frames) {
    if (seen.size >= MOST_FRAMES) break;
    const place = placeOf(frame.file);
    const key = `${frame.file}\n${frame.line}\n${frame.function}\n${frame.quote}`;
    if (!place || seen.has(key)) continue;
    seen.add(key);
    const placed = folders.get(place.folder) ?? [];
    placed.push({ frame, place });
    folders.set(place.folder, placed);
  }
  return folders;
}

/** What each frame leaves possible; null when one of them contradicts the table. */
function evidenceOf(table: ReleaseTable, placed: readonly Placed[]): Evidence[] | null {
  const all: Evidence[] = [];
  for (const path of new Set(placed.map(({ place }) => place.path))) {
    const asked = placed.filter(({ frame, place }) => place.path === path && (frame.quote === undefined || isTelling(frame.quote)));
    const answers = answer(
      table,
      path,
      asked.map(({ frame }) => questionOf(frame)),
    );
    for (const [index, { fits, isKnown }] of answers.entries()) {
      const frame = (asked[index] as Placed).frame;
      const isFitting = fits.includes(true);
      if (isKnown && !isFitting && frame.quote !== undefined) return null;
      if (isFitting) all.push({ frame, fits });
    }
  }
  return all;
}

function questionOf({ line, function: name, quote }: Frame): Question {
  return { line, name: bareName(name), signs: quote === undefined ? null : signsOf(quote) };
}

/** Notebooks print the class and the arguments with the name, Markdown makes asterisks of underscores. */
function bareName(name: string): string {
  const [head = ''] = name.slice(0, LONGEST_NAME).split('(');
  return head.replaceAll('**', '__').split('.').at(-1) as string;
}

function versionOf({ project, releases }: ReleaseTable, evidence: readonly Evidence[]): FrameVersion | null {
  const [first] = evidence;
  if (!first) return null;
  const fits = releases.map((_, index) => evidence.every((each) => each.fits[index]));
  const count = countOf(fits);
  if (count === 0 || count > releases.length * WORTH_TELLING) return null;
  const decisive = evidence.reduce((best, each) => (countOf(each.fits) < countOf(best.fits) ? each : best), first);
  const [from, to] = [fits.indexOf(true), fits.lastIndexOf(true)];
  const isNewest = to === releases.length - 1;
  return {
    project,
    text: wordingOf(releases, fits),
    isExact: count === 1 && from > 0 && !isNewest,
    oldest: from === 0 ? null : (releases[from] as string),
    newest: isNewest ? null : (releases[to] as string),
    from: decisive.frame,
  };
}

/** Quoted frames where there are any; a line number alone fits other releases by chance. */
function trusted(evidence: readonly Evidence[]): readonly Evidence[] {
  const quoted = evidence.filter(({ frame }) => frame.quote !== undefined);
  const functions = new Set(evidence.map(({ frame }) => `${frame.file}\n${frame.function}`));
  if (quoted.length > 0) return quoted;
  return functions.size >= UNQUOTED_NEEDED ? evidence : [];
}

function countOf(fits: readonly boolean[]): number {
  return fits.filter(Boolean).length;
}
