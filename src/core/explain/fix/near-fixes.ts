/** Which fixes of a page a text asks for by its words, where no pattern says which one belongs to it. */
import type { ErrorEntry, Fix } from '../../library/entry.ts';
import { plainInlines, plainWords } from '../../markup/read.ts';
import { wordsOf } from '../../search/words.ts';

/** Less than two words that only few of the fixes hold says nothing. */
const LEAST = 2;
/** A fix that comes less near than this part of the nearest one is for another text. */
const NEAR_TO_BEST = 0.6;
/** Of the patterns of a page: one of three, as of a page with three causes. */
const GOOD_PART = 1 / 3;

/** The names of those of these fixes of a page that come near, nearest first; none where the words do not tell them apart. */
export function fixesNear(entry: ErrorEntry, text: string, among: readonly Fix[] = entry.fixes): string[] {
  const asked = [...new Set(wordsOf(text))];
  const fixes = among.map((fix) => ({ name: fix.name, words: new Set(wordsOf(textOf(entry, fix))) }));
  /** What it says that a fix holds the word: the more, the fewer others do. */
  const worthOf = (word: string): number => Math.log((fixes.length + 0.5) / fixes.filter(({ words }) => words.has(word)).length);
  const near = fixes
    .map(({ name, words }) => {
      const worth = asked.filter((word) => words.has(word)).reduce((sum, word) => sum + worthOf(word), 0);
      // A long fix holds more words by chance.
      return { name, nearness: worth / Math.sqrt(Math.log(2 + words.size)) };
    })
    .sort((a, b) => b.nearness - a.nearness);
  const least = Math.max(LEAST, NEAR_TO_BEST * (near[0]?.nearness ?? 0));
  return near.filter(({ nearness }) => nearness >= least).map(({ name }) => name);
}

/**
 * Whether a fix stands for its page where nothing tells which one is meant: no pattern names it alone, or a good part of them do, or more than
 * any other. What a single one of many patterns names is for that message.
 */
export function isForPage({ fixes, signature: { patterns } }: ErrorEntry, { name }: Fix): boolean {
  const wanted = patterns.map((pattern) => (pattern.fixes.length > 0 ? pattern.fixes : [fixes[0]?.name]));
  const sharesOf = (each: string) => wanted.filter((names) => names.includes(each)).length;
  const share = sharesOf(name);
  return share === 0 || share >= patterns.length * GOOD_PART || (share > 1 && fixes.every((fix) => sharesOf(fix.name) <= share));
}

/** What it says, and the messages that it belongs to. */
function textOf({ signature }: ErrorEntry, { name, title, blocks }: Fix): string {
  const messages = signature.patterns.filter(({ fixes }) => fixes[0] === name).flatMap(({ literals }) => literals);
  return [plainInlines(title), plainWords(blocks), ...messages].join('\n');
}
