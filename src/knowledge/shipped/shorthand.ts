/** Texts in shorthand: a word that stands often in them is one character, which takes a tenth less room when they are compressed. */

/** What is worth a character: a word, or what stands between two texts in JSON. */
const WORD = /[A-Za-z]{2,}|"[[\],\d]+"?|[[\],\d]{2,}"/g;
/** Characters behind this one take three bytes, as much as most words do when they are compressed. */
const LAST = '\u07ff';
/** What no character stands for: printable ASCII is what texts are made of, and a line feed ends a line of the key. */
const ITSELF = /[ -~\n]/;
/** A character takes two bytes, and its line in the key a few more: words that save fewer bytes than these are left alone. */
const BYTES = 2;
const LINE = 12;

/** Makes shorthand of texts. */
export class Shorthand {
  /** By the number of a character what it stands for: line by line, for {@link inFull}. */
  readonly key: string;
  readonly #characters: ReadonlyMap<string, string>;

  /** Chooses the words, the commonest first. @param texts all that will be written. */
  constructor(texts: readonly string[]) {
    const own = new Set(texts.join(''));
    const all = Array.from({ length: LAST.charCodeAt(0) + 1 }, (_, number) => String.fromCharCode(number));
    const free = all.filter((character) => !ITSELF.test(character) && !own.has(character));
    const words = worthwhile(texts).slice(0, free.length);
    this.#characters = new Map(words.map((word, place) => [word, free[place] as string]));
    const meanings = new Map(words.map((word, place) => [free[place], word]));
    this.key = all
      .map((character) => meanings.get(character) ?? (own.has(character) && !ITSELF.test(character) ? character : ''))
      .join('\n');
  }

  of(text: string): string {
    return text.replace(WORD, (word) => this.#characters.get(word) ?? word);
  }
}

/** Reads shorthand. @param key of the {@link Shorthand} that wrote it. */
export function inFull(key: string): (text: string) => string {
  const meanings = key.split('\n');
  return (text) => text.replace(/[^ -~\n]/g, (character) => meanings[character.charCodeAt(0)] ?? character);
}

function worthwhile(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const [word] of texts.flatMap((text) => [...text.matchAll(WORD)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const isWorthIt = ([word, count]: [string, number]): boolean => (word.length - BYTES) * count > LINE;
  return [...counts]
    .filter(isWorthIt)
    .sort(([, many], [, more]) => more - many)
    .map(([word]) => word);
}
